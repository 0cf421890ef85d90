import { type BuildIndexOptions, buildIndex } from "../indexer/index.ts";

/** Builds an index in a process of its own, asked by one message and answering with one: the result or an error's words. */
process.once("message", async (options: BuildIndexOptions) => {
  try {
    process.send?.({ result: await buildIndex(options) });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});
