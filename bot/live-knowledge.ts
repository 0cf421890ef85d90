import { type EmbeddingModelSettings, IndexError, type KnowledgeIndex } from "../indexer/index.ts";
import { CurrentView, type CurrentViewOptions } from "./current-view.ts";
import { createFolderSource } from "./index-source/create-folder-source.ts";
import type { IndexSource } from "./index-source/index-source.ts";
import { tellOfModel } from "./index-source/question-model.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { describeError } from "./log.ts";

export interface LiveKnowledgeOptions extends CurrentViewOptions {
  indexDir: string;
  /** Folder that an index is built of when there is none. */
  knowledgeDir: string;
  /** Model that embeds passages and questions. @default the embedded embedding alone */
  embedding?: EmbeddingModelSettings | undefined;
  /** Told in plain words what takes time at the first start. */
  say: (line: string) => void;
  /** Where the index is kept. @default the folder `indexDir` */
  source?: IndexSource;
  /** Pause between looks for a newer version, in milliseconds. @default {2000} */
  pollIntervalInMs?: number;
}

/** The knowledge as it stands now; a newer index takes over by itself. */
export interface LiveKnowledge {
  currentView: () => KnowledgeView;
  /** What was written at the desk has changed: once it resolves, the next answer knows it. It never rejects. */
  extensionChanged: () => Promise<void>;
  /** Ends the watch for newer versions and for changes of other processes. */
  close: () => void;
}

/**
 * Opens the index, builds it first when there is none or it is of another format, and follows newer versions:
 * turns under way keep the one they began with.
 *
 * @throws {Error} When no index can be opened or built, or what was written at the desk cannot be read.
 */
export async function openLiveKnowledge(options: LiveKnowledgeOptions): Promise<LiveKnowledge> {
  const { log, source = createFolderSource(options) } = options;
  const current = await CurrentView.open(await openOrBuild(source, options), options);
  let isLooking = false;
  let isToldAgain = false;
  let lastFault = "";
  const look = async (): Promise<void> => {
    isToldAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    try {
      const version = await source.readVersion();
      if (version !== undefined && version !== current.base.manifest.version) {
        await current.replaceBase(tellOfModel(await source.open(current.base), { log }));
        lastFault = "";
        log.info("index.replaced", { version, passages: current.base.passages.length });
      }
    } catch (error) {
      // The version in use goes on answering; the next look tries again, and tells what it has not told yet.
      const described = describeError(error);
      if (described.message !== lastFault) log.error("index.unreadable", described);
      lastFault = String(described.message);
    } finally {
      isLooking = false;
    }
    if (isToldAgain) await look();
  };
  const stopWatch = source.watch(() => void look());
  return {
    currentView: () => current.view,
    extensionChanged: () => current.extensionChanged(),
    close: () => {
      stopWatch();
      current.close();
    },
  };
}

async function openOrBuild(source: IndexSource, options: LiveKnowledgeOptions): Promise<KnowledgeIndex> {
  const { knowledgeDir, log, say } = options;
  try {
    return tellOfModel(await source.open(), options);
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    say(
      error.code === "missing"
        ? `There is no index yet: building it from "${knowledgeDir}", which takes some seconds …`
        : `The index cannot be used (${error.code}): building it anew from "${knowledgeDir}" …`,
    );
    const result = await source.build(error);
    for (const fault of result?.faults ?? []) log.warn("index.fault", { ...fault });
    if (result !== undefined) {
      say(`Index built: ${result.manifest.passages} passages in ${result.seconds.toFixed(1)} s.`);
    }
    return tellOfModel(await source.open(), options);
  }
}
