import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../../bot/config.ts";
import { type Bot, createBot } from "../../../bot/create-bot.ts";
import { createLog } from "../../../bot/log.ts";
import { warmRecordSearch } from "../../../bot/records/warm-record-search.ts";
import { warmAnswers } from "../../../bot/warm-answers.ts";
import { warmView } from "../../../bot/warm-view.ts";

/**
 * Starts the whole bot as `npm start` does: knowledge, desk, log, state in a file; warmed up, without a model. Persons are
 * told apart by the address that a proxy names, so that its limits hold for each and not for the bench as one.
 *
 * @param index Folder of an index; built of the product's knowledge when there is none.
 * @param options.keepsAnswers Whether an answer that was just made is given again. @default {true}
 * @returns Its address and the folder of its state. It runs until the process ends.
 */
export async function startWholeBot(
  index: string,
  { keepsAnswers = true }: { keepsAnswers?: boolean } = {},
): Promise<{ bot: Bot; url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "bench-whole-"));
  const config = loadConfig({
    PORT: "0",
    STATE_FILE: join(folder, "state.sqlite"),
    INDEX_DIR: index,
    PROXY_HOPS: "1",
    MESSAGES_PER_MINUTE: "1000000",
    CONVERSATIONS_PER_MINUTE: "1000000",
  });
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const bot = await createBot({ config, webChat: () => undefined, log: createLog(), say, keepsAnswers });
  const { url } = await bot.listen();
  await warmView(bot.currentView());
  await warmRecordSearch(bot.currentView());
  await warmAnswers(bot.currentView());
  return { bot, url, folder };
}
