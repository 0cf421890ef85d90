import { type EmbeddingModelSettings, openIndex, readCurrentVersion } from "../../indexer/index.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../observe/metrics.ts";
import { buildInProcess } from "./build-in-process.ts";
import type { IndexSource } from "./index-source.ts";
import { buildWithModel, questionModel } from "./question-model.ts";

export interface FolderSourceOptions {
  indexDir: string;
  /** Folder that an index is built of. */
  knowledgeDir: string;
  /** Model that embeds passages and questions. @default the embedded embedding alone */
  embedding?: EmbeddingModelSettings | undefined;
  log: Log;
  /** Calls of the model are counted there. @default nowhere */
  metrics?: Pick<Metrics, "modelCall"> | undefined;
  /** Told in plain words why the model takes no part in a build. */
  say: (line: string) => void;
  /** Pause between looks for a newer version, in milliseconds. @default {2000} */
  pollIntervalInMs?: number | undefined;
}

/** The index in a folder of this machine, which `npm run index` writes. */
export function createFolderSource(options: FolderSourceOptions): IndexSource {
  const { indexDir, knowledgeDir, pollIntervalInMs = 2000 } = options;
  return {
    open: (before) => openIndex(indexDir, { ...questionModel(options), before }),
    readVersion: () => readCurrentVersion(indexDir),
    build: () => {
      const folders = { knowledgeFolder: knowledgeDir, indexFolder: indexDir };
      return buildWithModel(
        (embedding) => buildInProcess({ ...folders, isForced: true, embedding }),
        options,
      );
    },
    watch: (onMaybeNew) => {
      const timer = setInterval(onMaybeNew, pollIntervalInMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
