import { join } from "node:path";

/** Where the fetched Web Chat script is kept; ignored by git. */
export const WEB_CHAT_FOLDER = join(import.meta.dirname, "..", "..", "vendor", "web-chat-4.18.1");
