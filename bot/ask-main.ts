import { runAsk } from "./ask.ts";

/** `npm run ask`: answers one question or a file of them through the same pipeline as the channels. */
try {
  process.exitCode = await runAsk(process.argv.slice(2), {
    write: (line) => process.stdout.write(`${line}\n`),
    defaultIndex: process.env.INDEX_DIR ?? "data/index",
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
