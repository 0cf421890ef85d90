import type { Pool } from "pg";
import {
  type BuildIndexResult,
  type EmbeddingModelSettings,
  IndexError,
  loadPostgresIndex,
} from "../../indexer/index.ts";
import { describeError, type Log } from "../log.ts";
import type { Metrics } from "../observe/metrics.ts";
import { buildInProcess } from "./build-in-process.ts";
import type { IndexSource } from "./index-source.ts";
import { buildWithModel, questionModel } from "./question-model.ts";

export interface PostgresSourceOptions {
  /** Connections to the database; one of them listens for newer versions. */
  pool: Pool;
  /** Folder of this machine that an index is built in before it is published. */
  indexDir: string;
  /** Folder that an index is built of. */
  knowledgeDir: string;
  /** Model that embeds passages and questions. @default the embedded embedding alone */
  embedding?: EmbeddingModelSettings | undefined;
  log: Log;
  /** Calls of the model are counted there. @default nowhere */
  metrics?: Pick<Metrics, "modelCall"> | undefined;
  /** Told in plain words what takes time at the first start. */
  say: (line: string) => void;
  /** Pause between looks for a newer version that nothing was told of, in milliseconds. @default {10_000} */
  pollIntervalInMs?: number | undefined;
}

/**
 * The index in a Postgres that several replicas share: what one publishes reaches all. Of replicas that start on an empty
 * database one builds and publishes, the others wait for it.
 */
export async function createPostgresSource(options: PostgresSourceOptions): Promise<IndexSource> {
  const { pool, log, say, pollIntervalInMs } = options;
  const postgres = await loadPostgresIndex();
  const readVersion = () => postgres.readPostgresVersion(pool);
  return {
    open: (before) =>
      postgres.openPostgresIndex({
        ...questionModel(options),
        pool,
        before,
        onOutage: (error) => log.error("index.out-of-reach", describeError(error)),
      }),
    readVersion,
    build: async (why) => {
      const before = await readVersion();
      return postgres.onceAmongReplicas({
        pool,
        isDone: async () => (await readVersion()) !== before,
        onWaiting: () => say("Another replica builds the index: waiting for it …"),
        work: () => buildAndPublish(options, { isForced: why.code !== "missing" }),
      });
    },
    watch: (onMaybeNew) =>
      postgres.watchPostgresIndex({
        pool,
        onMaybeNew,
        ...(pollIntervalInMs !== undefined && { pollIntervalInMs }),
        onLost: (error) => log.warn("index.watch-lost", describeError(error)),
      }),
  };
}

/** An index of the folder that nothing changed in is published as it is; one that is damaged is built anew. */
async function buildAndPublish(
  options: PostgresSourceOptions,
  { isForced }: { isForced: boolean },
): Promise<BuildIndexResult> {
  const { pool, indexDir, knowledgeDir } = options;
  const { publishIndex } = await loadPostgresIndex();
  const folders = { knowledgeFolder: knowledgeDir, indexFolder: indexDir };
  const result = await buildWithModel(
    (embedding) => buildInProcess({ ...folders, isForced, embedding }),
    options,
  );
  try {
    await publishIndex({ folder: indexDir, pool, isForced });
    return result;
  } catch (error) {
    if (isForced || !(error instanceof IndexError) || error.code !== "broken") throw error;
    return buildAndPublish(options, { isForced: true });
  }
}
