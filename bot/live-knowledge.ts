import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type BuildIndexOptions,
  type BuildIndexResult,
  extendIndex,
  IndexError,
  type IndexExtension,
  type KnowledgeIndex,
  openIndex,
  readCurrentVersion,
} from "../indexer/index.ts";
import { KnowledgeView } from "./knowledge-view.ts";
import { describeError, type Log } from "./log.ts";
import { warmRecordSearch } from "./records/warm-record-search.ts";

export interface LiveKnowledgeOptions {
  indexDir: string;
  /** Folder that an index is built of when there is none. */
  knowledgeDir: string;
  log: Log;
  /** Told in plain words what takes time at the first start. */
  say: (line: string) => void;
  /** What was written at the desk and lies over every version. @default nothing */
  extension?: (base: KnowledgeIndex) => IndexExtension;
  /** Told of each view that takes the place of another, when the event loop is next free. */
  onChanged?: (view: KnowledgeView) => void;
  /** Pause between looks for a newer version, in milliseconds. @default {2000} */
  pollIntervalInMs?: number;
}

/** The knowledge as it stands now; a newer index takes over by itself. */
export interface LiveKnowledge {
  currentView: () => KnowledgeView;
  /** What was written at the desk has changed: the next answer knows it. */
  extensionChanged: () => void;
  /** Ends the watch for newer versions. */
  close: () => void;
}

/**
 * Opens the index, builds it first when there is none or it is of another format, and follows newer versions:
 * turns under way keep the one they began with.
 *
 * @throws {Error} When no index can be opened or built.
 */
export async function openLiveKnowledge(options: LiveKnowledgeOptions): Promise<LiveKnowledge> {
  const { indexDir, log } = options;
  const current = createCurrentView(await openOrBuild(options), options);
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const version = await readCurrentVersion(indexDir);
      if (version !== undefined && version !== current.base().manifest.version) {
        await current.replaceBase(await openIndex(indexDir));
        log.info("index.replaced", { version, passages: current.base().passages.length });
      }
    } catch (error) {
      // The version in use goes on answering; the next look tries again.
      log.error("index.unreadable", describeError(error));
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(look, options.pollIntervalInMs ?? 2000);
  timer.unref();
  return {
    currentView: current.view,
    extensionChanged: current.extensionChanged,
    close: () => clearInterval(timer),
  };
}

/** The view over the base and what was written at the desk; made anew when one of them changes. */
function createCurrentView(opened: KnowledgeIndex, options: LiveKnowledgeOptions) {
  const { extension, onChanged, log } = options;
  let base = opened;
  let before: { base: KnowledgeIndex; extension: IndexExtension; index: KnowledgeIndex } | undefined;
  const compose = (index: KnowledgeIndex) => {
    if (extension === undefined) return new KnowledgeView(index);
    const next = extension(index);
    const extended = extendIndex(index, next, before?.base === index ? before : undefined);
    before = { base: index, extension: next, index: extended };
    return new KnowledgeView(extended);
  };
  let view = compose(base);
  let isOutdated = false;
  let changes = 0;
  const read = (): KnowledgeView => {
    if (!isOutdated) return view;
    isOutdated = false;
    try {
      view = compose(base).takeOver(view);
    } catch (error) {
      // What was known before goes on answering.
      log.error("knowledge.not-extended", describeError(error));
    }
    return view;
  };
  const tell = () => setImmediate(() => onChanged?.(read()));
  return {
    base: () => base,
    view: read,
    extensionChanged: () => {
      changes += 1;
      if (isOutdated) return;
      isOutdated = true;
      tell();
    },
    /** Warms the new view before it answers. */
    replaceBase: async (index: KnowledgeIndex) => {
      const before = changes;
      const next = compose(index);
      next.warm();
      await warmRecordSearch(next);
      base = index;
      // What was written meanwhile is put over it once more, with the next answer.
      if (changes === before) view = next;
      else isOutdated = true;
      tell();
    },
  };
}

/** Builds beside the bot, whose memory would otherwise keep the size that building needs. */
async function buildInProcess(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const child = fork(fileURLToPath(new URL("./build-index-child.ts", import.meta.url)), { execArgv: [] });
  const outcome = new Promise<{ result?: BuildIndexResult; fault?: string }>((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Building the index ended with ${code ?? "a signal"}`)));
  });
  child.send(options);
  const { result, fault } = await outcome;
  if (result === undefined) throw new Error(fault);
  return result;
}

async function openOrBuild(options: LiveKnowledgeOptions): Promise<KnowledgeIndex> {
  const { indexDir, knowledgeDir, log, say } = options;
  try {
    return await openIndex(indexDir);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    say(
      error.code === "missing"
        ? `There is no index yet: building it from "${knowledgeDir}", which takes some seconds …`
        : `The index cannot be used (${error.code}): building it anew from "${knowledgeDir}" …`,
    );
    const result = await buildInProcess({
      knowledgeFolder: knowledgeDir,
      indexFolder: indexDir,
      isForced: true,
    });
    for (const fault of result.faults) log.warn("index.fault", { ...fault });
    say(`Index built: ${result.manifest.passages} passages in ${result.seconds.toFixed(1)} s.`);
    return await openIndex(indexDir);
  }
}
