import { parseEmbeddingSettings } from "../indexer/index.ts";
import { runAsk } from "./ask.ts";
import { loadConfig } from "./config.ts";

/** `npm run ask`: answers one question or a file of them through the same pipeline as the channels. */
try {
  // The other settings are those of a server, and of no concern here.
  const chatSettings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^CHAT_|^AZURE_OPENAI_/.test(name)),
  );
  process.exitCode = await runAsk(process.argv.slice(2), {
    write: (line) => process.stdout.write(`${line}\n`),
    defaultIndex: process.env.INDEX_DIR ?? "data/index",
    chat: loadConfig(chatSettings).chat,
    embedding: parseEmbeddingSettings(process.env),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
