import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../bot/config.ts";
import { type Bot, createBot } from "../../bot/create-bot.ts";
import { createLog } from "../../bot/log.ts";
import type { WebChatBundle } from "../../bot/web/fetch-web-chat.ts";
import { ownIndexFolder } from "./own-index.ts";
import { PERSON, TENANT } from "./teams-client.ts";
import { APP_ID, startTeamsService, type TeamsService } from "./teams-service.ts";

/** The whole product in this process, with a stand-in for Microsoft's service. */
export interface WholeBot {
  url: string;
  bot: Bot;
  service: TeamsService;
  /** Folder of state, index and knowledge. */
  folder: string;
  /** The first-run link to the desk; it works once. */
  deskLink: string;
  /** For `TeamsClient`. */
  running: { url: string };
  lines: string[];
  /** @param options.keepsFolder Leaves state, index and knowledge for the next one. @default {false} */
  close(options?: { keepsFolder?: boolean }): Promise<void>;
}

/** Choices of {@link startWholeBot}. */
export interface WholeBotOptions {
  bundle?: WebChatBundle | undefined;
  /** Settings beside those of the test. */
  settings?: Record<string, string>;
  /** How long Microsoft's service may take to answer the bot, in milliseconds. @default 2000 */
  serviceTimeoutInMs?: number;
  /** Folder that the state, index and knowledge of an earlier bot lie in. @default a new one */
  folder?: string;
}

/**
 * Puts the product together as `npm start` does, on a copy of its own knowledge: `PERSON` is a coordinator in Teams,
 * the desk opens by the first-run link.
 */
export async function startWholeBot(options: WholeBotOptions = {}): Promise<WholeBot> {
  const folder = options.folder ?? (await prepareFolder());
  const service = await startTeamsService();
  service.members.set("29:eva", {
    tenantId: TENANT,
    userRole: "user",
    userPrincipalName: "eva@park.example",
  });
  const said: string[] = [];
  const lines: string[] = [];
  const config = loadConfig({
    PORT: "0",
    INDEX_DIR: join(folder, "index"),
    STATE_FILE: join(folder, "state.sqlite"),
    KNOWLEDGE_DIR: join(folder, "knowledge"),
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_PASSWORD: "p",
    MICROSOFT_APP_TENANT_ID: TENANT,
    TEAMS_COORDINATORS: `${TENANT}/${PERSON}`,
    ...options.settings,
  });
  const bot = await createBot({
    config,
    webChat: () => options.bundle,
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
    say: (line) => said.push(line),
    teams: {
      adapter: { tokenIssuer: service.tokenIssuer, timeoutInMs: options.serviceTimeoutInMs ?? 2000 },
      pace: { intervalInMs: 20 },
    },
  });
  const { url } = await bot.listen();
  return {
    url,
    bot,
    service,
    folder,
    deskLink: /http:\S+\/desk\/enter\?key=\S+/.exec(said.join("\n"))?.[0] ?? "",
    running: { url },
    lines,
    async close({ keepsFolder = options.folder !== undefined } = {}) {
      await bot.close();
      service.close();
      if (!keepsFolder) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepareFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-whole-bot-"));
  await mkdir(join(folder, "knowledge"));
  await cp(join(import.meta.dirname, "..", "..", "knowledge"), join(folder, "knowledge"), {
    recursive: true,
    filter: (path) => !path.endsWith(".ts"),
  });
  await cp(await ownIndexFolder(), join(folder, "index"), { recursive: true });
  return folder;
}
