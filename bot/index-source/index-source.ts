import type { BuildIndexResult, IndexError, KnowledgeIndex } from "../../indexer/index.ts";

/** Where the bot's index is kept: a folder of this machine, or a Postgres that several replicas share. */
export interface IndexSource {
  /**
   * Opens the version in use.
   *
   * @param before The version that goes on answering meanwhile: it is not kept waiting, and lends what has not changed.
   * @throws {IndexError} When there is none, or it cannot be used.
   */
  open(before?: KnowledgeIndex): Promise<KnowledgeIndex>;
  /** Name of the version in use; nothing before the first is built. */
  readVersion(): Promise<string | undefined>;
  /**
   * Builds an index of the knowledge folder and makes it the one in use.
   *
   * @param why What was wrong with the one in use.
   * @returns What came of it; nothing when another replica built it meanwhile.
   */
  build(why: IndexError): Promise<BuildIndexResult | undefined>;
  /**
   * Calls back whenever a newer version may be in use.
   *
   * @returns Ends the watch.
   */
  watch(onMaybeNew: () => void): () => void;
}
