import { type BuildIndexOptions, buildIndex } from "../indexer/index.ts";

/** Builds an index in a process of its own, asked by one message and answering with one: the result or an error's words. */
// Nobody waits for the index any more: the bot that asked for it has ended.
const end = () => process.kill(process.pid, "SIGKILL");
process.once("disconnect", end);
process.once("message", async (options: BuildIndexOptions) => {
  try {
    process.send?.({ result: await buildIndex(options) });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
  }
  process.off("disconnect", end);
  process.disconnect();
});
