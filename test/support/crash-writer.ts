import { writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { AuditLog } from "../../bot/desk/audit/audit-log.ts";
import type { DeskBase } from "../../bot/desk/desk-parts.ts";
import { createFaqPart } from "../../bot/desk/faq/create-faq-part.ts";
import { emptyDraft } from "../../bot/desk/faq/faq-draft.ts";
import { NoticeBox } from "../../bot/desk/notices/notice-box.ts";
import { AskerTickets } from "../../bot/desk/tickets/asker-tickets.ts";
import type { TicketParts } from "../../bot/desk/tickets/change-ticket.ts";
import { FormStore } from "../../bot/desk/tickets/form-store.ts";
import { TicketDesk } from "../../bot/desk/tickets/ticket-desk.ts";
import { TicketStore } from "../../bot/desk/tickets/ticket-store.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { createLog } from "../../bot/log.ts";
import { openStateDatabase } from "../../bot/state/database/open-state-database.ts";
import { PEOPLE } from "./desk-base.ts";

/*
 * Writes FAQ entries and tickets, or index versions, as fast as it can until it is killed, and tells on its standard
 * output what was acknowledged: node crash-writer.ts FOLDER SEED desk|index [DATABASE_URL].
 */

/** Something that was acknowledged, and so must never be lost. */
export type Acknowledged =
  | { kind: "faq"; id: string; answer: string | undefined; state: "live" | "retired" }
  | { kind: "ticket"; id: number; revision: number }
  | { kind: "index"; version: string };

const [folder = "", seed = "1", mode = "desk", databaseUrl] = process.argv.slice(2);
const random = createRandom(Number(seed));
const database = await openStateDatabase({ stateFile: join(folder, "state.sqlite"), databaseUrl });
// Opening an index takes longer than most of these lives; of the knowledge the desk asks for nothing but tables.
const view = { index: { tables: {} } } as KnowledgeView;
const base: DeskBase = {
  database,
  audit: new AuditLog(database),
  notices: new NoticeBox(database),
  currentView: () => view,
  knowledgeChanged: async () => undefined,
  log: createLog({ level: "error" }),
  now: Date.now,
};
const faq = createFaqPart(base, { knowledgeFolder: join(folder, "knowledge") });
const parts: TicketParts = { base, store: new TicketStore(database) };
const forms = new FormStore(database);
const [askers, tickets] = [new AskerTickets(parts, forms), new TicketDesk(parts, { sendsMail: true })];

function acknowledge(done: Acknowledged): void {
  writeSync(1, `${JSON.stringify(done)}\n`);
}

async function addEntry(): Promise<void> {
  const answer = `Answer ${word()}.`;
  const draft = emptyDraft({ question_en: `What is ${word()}?`, answer_en: answer });
  const outcome = await faq.desk.add({ draft, actor: PEOPLE.kaisa, isSure: true });
  if (outcome.kind === "saved") acknowledge({ kind: "faq", id: outcome.id, answer, state: "live" });
}

async function changeEntry(): Promise<void> {
  const item = pick(await faq.desk.list());
  if (item === undefined) return addEntry();
  const { id, token, state } = item;
  const action = { id, token, actor: PEOPLE.erik };
  if (random() < 0.3) {
    const next = state === "live" ? "retired" : "live";
    const outcome = await (next === "live" ? faq.desk.restore(action) : faq.desk.retire(action));
    if (outcome.kind === "saved") acknowledge({ kind: "faq", id, answer: undefined, state: next });
    return;
  }
  const answer = `Answer ${word()}.`;
  const draft = emptyDraft({ question_en: `What is ${word()}?`, answer_en: answer });
  const outcome = await faq.desk.edit({ ...action, draft, isSure: true });
  if (outcome.kind === "saved") acknowledge({ kind: "faq", id, answer, state });
}

async function addTicket(): Promise<void> {
  const conversationId = `web-chat:${word()}`;
  const question = `Why ${word()}?`;
  const key = await askers.show({ question, turns: [], language: "en" }, conversationId);
  const asker = { conversationId, actor: { ...PEOPLE.visitor, id: "asker" }, isShared: false };
  const result = await askers.send(key, { sent: { question, turns: [], language: "en" }, asker });
  if (result.kind === "sent") {
    acknowledge({ kind: "ticket", id: result.ticket.id, revision: result.ticket.revision });
  }
}

async function changeTicket(): Promise<void> {
  const ticket = pick(await tickets.list({ limit: 20 }));
  if (ticket === undefined) return addTicket();
  const step = { id: ticket.id, revision: ticket.revision, actor: PEOPLE.kaisa };
  const results = {
    open: () => tickets.assign(step),
    assigned: () => tickets.answer(step, { text: `Because ${word()}.`, sources: [], showsName: true }),
    answered: () => tickets.close(step, ""),
    closed: () => tickets.reopen(step),
  };
  const result = await results[ticket.state]();
  if (result.kind === "done")
    acknowledge({ kind: "ticket", id: ticket.id, revision: result.ticket.revision });
}

async function build(): Promise<void> {
  const { buildIndex } = await import("../../indexer/index.ts");
  const text = `# Note\n\nThe harbour has ${word()} in store. ${"More is known of it. ".repeat(20)}\n`;
  writeFileSync(join(folder, "knowledge", `note-${Math.floor(random() * 3)}.md`), text);
  const { manifest } = await buildIndex({
    knowledgeFolder: join(folder, "knowledge"),
    indexFolder: join(folder, "index"),
  });
  acknowledge({ kind: "index", version: manifest.version });
}

function word(): string {
  return Math.floor(random() * 36 ** 8).toString(36);
}

function pick<Item>(items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Random numbers that a seed decides (mulberry32). */
function createRandom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

writeSync(1, '{"kind":"ready"}\n');
for (;;) {
  const choice = random();
  if (mode === "index") await build();
  else if (choice < 0.25) await addEntry();
  else if (choice < 0.5) await changeEntry();
  else if (choice < 0.7) await addTicket();
  else await changeTicket();
}
