import { rmSync } from "node:fs";
import { startWholeBot } from "../channel/start-whole-bot.ts";
import { watchBlocks } from "./block-watch.ts";

const LOOK_IN_MS = 20;

/**
 * The whole bot in a process of its own, which watches its event loop: `bot-main.ts INDEX`. Sends its address, then for
 * each message "phase" the blocks since the one before, and "replaced" when it answers from a newer index.
 */
async function main(): Promise<void> {
  const { bot, url, folder } = await startWholeBot(process.argv[2] ?? "");
  const endPhase = watchBlocks();
  let version = bot.currentView().index.manifest.version;
  setInterval(() => {
    const current = bot.currentView().index.manifest.version;
    if (current === version) return;
    version = current;
    process.send?.({ replaced: version });
  }, LOOK_IN_MS);
  process.on("message", () => process.send?.({ blocks: endPhase() }));
  process.once("disconnect", () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  process.send?.({ url });
}

await main();
