import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "../../bot/config.ts";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import { createDesk, type Desk } from "../../bot/desk/create-desk.ts";
import { createParts } from "../../bot/desk/create-parts.ts";
import type { DeskRoute, DeskSection } from "../../bot/desk/web/desk-section.ts";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import { createLog } from "../../bot/log.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import { createBotServer, httpServerOf } from "../../bot/server.ts";
import { ConversationStore } from "../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { extendIndex } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import { createDeskBase, DESK_START } from "./desk-base.ts";

/** Where people reach the desk of these tests. */
const ORIGIN = "https://desk.example.fi";
const SECRET = "a secret of the tests, long enough";

/** What somebody got of a page. */
export interface SeenPage {
  status: number;
  headers: Headers;
  text: string;
}

/** The whole desk with all its parts, on some knowledge, in memory: chats and pages alike. */
export interface GuardedDesk {
  desk: Desk;
  store: ConversationStore;
  /** All that is known, what was written at the desk included. */
  view: () => KnowledgeView;
  /** Ranks that the settings give people of Teams, by `tenant/object`; change them as you like. */
  ranks: Map<string, Reader>;
  /** Moves the clock on. */
  pass: (milliseconds: number) => void;
  /** Says words or sends a form; in Teams, as a visitor alone with the bot, unless changes say otherwise. */
  say: (said: string | Record<string, string>, changes?: Partial<IncomingTurn>) => Promise<Reply>;
  /** Messages that wait for a conversation. */
  noticesTo: (conversation: string) => Promise<Reply[]>;
  /** Entries of the audit log so far. */
  auditCount: () => Promise<number>;
  /** Looks at a page as a coordinator, or as whoever `as` says. */
  open: (path: string, options?: PageRequest) => Promise<SeenPage>;
  /** Sends a form with the token of the session, unless `token` says otherwise. */
  send: (path: string, fields: FormFields, options?: PageRequest & { token?: string }) => Promise<SeenPage>;
  lines: string[];
  close: () => Promise<void>;
}

/** Fields of a form; a name may come more than once. */
export type FormFields = Record<string, string> | [string, string][];

/** How a page is asked for. */
export interface PageRequest {
  method?: string;
  /** @default {"coordinator"} */
  as?: Reader | "nobody";
  headers?: Record<string, string>;
}

/**
 * Starts the desk on some knowledge.
 *
 * @param own The knowledge without what is written at the desk.
 * @param settings Of the bot.
 */
export async function startGuardedDesk(
  own: KnowledgeView,
  settings: Record<string, string> = {},
): Promise<GuardedDesk> {
  let time = DESK_START;
  const now = () => time;
  const lines: string[] = [];
  const log = createLog({ level: "debug", write: (line) => lines.push(line) });
  const store = new ConversationStore(new SqliteDatabase(":memory:"), { now });
  const ranks = new Map<string, Reader>();
  // An export must never write into the product's own knowledge.
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-guarded-"));
  let current = own;
  const desk: Desk = createDesk({
    config: loadConfig({ PUBLIC_URL: ORIGIN, KNOWLEDGE_DIR: folder, ...settings }),
    store,
    settingOf: (person) => ranks.get(person) ?? "public",
    currentView: () => current,
    knowledgeChanged: async () => {
      current = new KnowledgeView(extendIndex(own.index, await desk.extension(own.index)));
      desk.knowledgeReplaced(current);
    },
    log,
    say: () => undefined,
    now,
  });
  const answerTurn = createAnswerTurn({
    currentView: () => current,
    memories: createMemoryStore(),
    skills: desk.skills,
    log,
  });
  const pages = await servePages(desk, { log, now });
  return {
    desk,
    store,
    view: () => current,
    ranks,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    say: (said, changes = {}) =>
      answerTurn({
        channel: "teams",
        conversationId: "msteams:visitor",
        reader: "public",
        person: { id: "teams:t/visitor", name: "Aino" },
        ...(typeof said === "string" ? { text: said } : { text: "", form: toForm(said) }),
        ...changes,
      }),
    noticesTo: async (conversation) => {
      const statement = store.database.prepare("select json from notice where conversation = ?");
      return (await statement.all(conversation)).map(({ json }) => JSON.parse(String(json)) as Reply);
    },
    auditCount: async () =>
      Number((await store.database.prepare("select count(*) as n from audit").get())?.n),
    ...pages,
    lines,
    async close() {
      await desk.close();
      await pages.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toForm({ form, ...fields }: Record<string, string>): NonNullable<IncomingTurn["form"]> {
  return { kind: form as NonNullable<IncomingTurn["form"]>["kind"], fields };
}

/** A session of a rank; each is new, so that no limit of a minute is reached. */
interface TestSession {
  id: string;
  rank: Reader;
}

/** Serves the pages; a coordinator has a new session for every few requests. */
async function servePages(
  desk: Desk,
  { log, now }: { log: ReturnType<typeof createLog>; now: () => number },
): Promise<Pick<GuardedDesk, "open" | "send" | "close">> {
  const sessions = new Map<string, TestSession>();
  let requests = 0;
  const server = createBotServer({
    mounts: [
      (target) =>
        desk.mount(target, {
          secret: SECRET,
          addressOf: () => `10.0.${requests++}`,
          readSession: async ({ headers }) => {
            const session = sessions.get(headers.cookie ?? "");
            if (session === undefined) return undefined;
            const { id, rank: reader } = session;
            return { id, reader, expires: now() / 1000 + 600, subject: "kaisa", name: "Kaisa" };
          },
        }),
    ],
    isReady: () => ({ ready: true }),
    log,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const cookieOf = (rank: Reader | "nobody") => {
    if (rank === "nobody") return "";
    const cookie = `session=${rank}${Math.floor(requests / 20)}`;
    if (!sessions.has(cookie)) sessions.set(cookie, { id: cookie, rank });
    return cookie;
  };
  const ask = async (path: string, request: RequestInit): Promise<SeenPage> => {
    const response = await fetch(url + path, { redirect: "manual", ...request });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const open: GuardedDesk["open"] = (path, { as = "coordinator", method = "GET", headers = {} } = {}) =>
    ask(path, { method, headers: { cookie: cookieOf(as), ...headers } });
  return {
    open,
    async send(path, fields, { as = "coordinator", token, headers = {}, method = "POST" } = {}) {
      const cookie = cookieOf(as);
      const home = token ?? csrfIn((await open("/desk", { as, headers: { cookie } })).text);
      const body = new URLSearchParams(fields);
      if (home !== "") body.append("csrf", home);
      return ask(path, {
        method,
        body,
        headers: { cookie, origin: ORIGIN, "sec-fetch-site": "same-origin", ...headers },
      });
    },
    close: () => {
      httpServerOf(server).closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The token of a page's forms; empty where it has none. */
function csrfIn(page: string): string {
  return /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? "";
}

/** A route of the desk, with its whole path. */
export interface FullRoute {
  method: DeskRoute["method"];
  /** Such as `/desk/tickets/:id`. */
  path: string;
}

/** All routes of all sections that the product has; nobody needs to name them. */
export function everyRoute(): FullRoute[] {
  const parts = createParts(createDeskBase(), {
    config: loadConfig({}),
    store: new ConversationStore(new SqliteDatabase(":memory:")),
    settingOf: () => "public",
  });
  const sections = Object.values(parts).flatMap((part) =>
    Object.entries(part).flatMap(([name, value]) => (/section$/i.test(name) ? [value as DeskSection] : [])),
  );
  return sections.flatMap(({ path, routes }) =>
    routes.map((route) => ({ method: route.method, path: `/desk/${path}${route.path}` })),
  );
}
