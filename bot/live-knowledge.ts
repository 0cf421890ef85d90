import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type BuildIndexOptions,
  type BuildIndexResult,
  IndexError,
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
  /** Pause between looks for a newer version, in milliseconds. @default {2000} */
  pollIntervalInMs?: number;
}

/** The knowledge as it stands now; a newer index takes over by itself. */
export interface LiveKnowledge {
  currentView: () => KnowledgeView;
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
  let view = await openOrBuild(options);
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const version = await readCurrentVersion(indexDir);
      if (version !== undefined && version !== view.index.manifest.version) {
        const next = new KnowledgeView(await openIndex(indexDir));
        next.warm();
        await warmRecordSearch(next);
        view = next;
        log.info("index.replaced", { version, passages: view.index.passages.length });
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
  return { currentView: () => view, close: () => clearInterval(timer) };
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

async function openOrBuild(options: LiveKnowledgeOptions): Promise<KnowledgeView> {
  const { indexDir, knowledgeDir, log, say } = options;
  try {
    return new KnowledgeView(await openIndex(indexDir));
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
    return new KnowledgeView(await openIndex(indexDir));
  }
}
