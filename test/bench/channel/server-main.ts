import { rmSync } from "node:fs";
import { startBareBot } from "./start-bare-bot.ts";
import { startEchoBot } from "./start-echo-bot.ts";
import { startWholeBot } from "./start-whole-bot.ts";

const STARTS: Record<string, () => Promise<{ url: string; folder?: string }>> = {
  bare: async () => ({ url: await startBareBot() }),
  echo: startEchoBot,
  whole: () => startWholeBot(process.argv[3] ?? "data/index"),
  fresh: () => startWholeBot(process.argv[3] ?? "data/index", { keepsAnswers: false }),
};

/** The server side of `npm run bench -- --channel`, a process of its own: `server-main.ts bare|echo|whole|fresh [INDEX]`. */
async function main(): Promise<void> {
  const kind = process.argv[2] ?? "";
  const start = STARTS[kind];
  if (start === undefined) throw new Error(`Cannot start "${kind}": expected bare, echo, whole or fresh`);
  const { url, folder } = await start();
  process.send?.({ url });
  process.once("disconnect", () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}

await main();
