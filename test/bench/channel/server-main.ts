import { rmSync } from "node:fs";
import { startBareBot } from "./start-bare-bot.ts";
import { startEchoBot } from "./start-echo-bot.ts";

/** The server side of `npm run bench -- --channel`, a process of its own: `server-main.ts ours|bare`. */
async function main(): Promise<void> {
  const isOurs = process.argv[2] === "ours";
  const { url, folder } = isOurs ? await startEchoBot() : { url: await startBareBot(), folder: undefined };
  process.send?.({ url });
  process.once("disconnect", () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}

await main();
