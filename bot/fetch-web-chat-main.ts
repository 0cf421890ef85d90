import { createLog } from "./log.ts";
import { ensureWebChat } from "./web/fetch-web-chat.ts";
import { WEB_CHAT_FOLDER } from "./web/web-chat-folder.ts";

/**
 * Runs after `npm ci`: fetches the pinned Web Chat script, so that the first start needs no network. A failure
 * is told and does not fail the installation; the bot tries again when it starts.
 */
try {
  await ensureWebChat({
    folder: WEB_CHAT_FOLDER,
    environment: process.env,
    log: createLog({ level: "warn" }),
  });
  process.stdout.write("Web Chat is there.\n");
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Web Chat could not be fetched now, "npm start" will try again: ${reason}\n`);
}
