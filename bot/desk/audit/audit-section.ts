import type { Language } from "../../../knowledge/languages.ts";
import { runInBackground } from "../../background/run-in-background.ts";
import type { ExportSheet } from "../../exports/export-sheet.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { DeskAnswer, DeskExchange, DeskSection } from "../web/desk-section.ts";
import { AuditChoices } from "./audit-choices.ts";
import type { AuditQuery, KeptAuditEntry } from "./audit-log.ts";
import { type AuditFilter, auditMain } from "./audit-page.ts";
import { presentEntry } from "./present-entry.ts";
import { AUDIT_TEXTS } from "./texts.ts";

/** What the pages of the audit log need. */
export interface AuditSectionOptions extends Pick<DeskBase, "database" | "audit"> {
  /** Days after which entries are deleted. */
  retentionDays: number;
}

/** Entries on one page. */
const PAGE_SIZE = 50;
/** Entries in one file; a spreadsheet takes about a million. */
const MOST_IN_FILE = 100_000;
const MOST_FILTER_CHARS = 200;
const COLUMNS = ["at", "who", "rank", "via", "action", "subject", "detail"] as const;

/**
 * The pages at `/desk/audit`: who changed what and who read what is confidential, newest first, with filters and as a
 * CSV file. Looking at the list is no entry; taking the file home is one.
 */
export function createAuditSection(options: AuditSectionOptions): DeskSection {
  const { fi, sv, en } = AUDIT_TEXTS;
  const choices = new AuditChoices(options.database);
  return {
    path: "audit",
    title: { fi: fi.title, sv: sv.title, en: en.title },
    about: { fi: fi.about, sv: sv.about, en: en.about },
    routes: [
      { method: "get", path: "", handle: (exchange) => listEntries(exchange, { ...options, choices }) },
      { method: "get", path: "/download", handle: (exchange) => downloadEntries(exchange, options) },
    ],
  };
}

async function listEntries(
  { language, query }: DeskExchange,
  { audit, choices, retentionDays }: AuditSectionOptions & { choices: AuditChoices },
): Promise<DeskAnswer> {
  const filter = readFilter(query);
  const before = readId(query.get("before"));
  // One more than is shown tells whether there is another page.
  const things = await choices.things();
  const found = await audit.list({ ...queryOf(filter, things), before, limit: PAGE_SIZE + 1 });
  const entries = found.slice(0, PAGE_SIZE);
  const main = auditMain({
    language,
    retentionDays,
    filter,
    actors: await choices.actors(),
    things,
    entries,
    isLater: before !== undefined,
    next: found.length > PAGE_SIZE ? entries.at(-1)?.id : undefined,
  });
  return { kind: "page", title: AUDIT_TEXTS[language].title, main };
}

async function downloadEntries(
  { actor, language, query }: DeskExchange,
  options: AuditSectionOptions,
): Promise<DeskAnswer> {
  const { audit, database } = options;
  const filter = readFilter(query);
  const things = await new AuditChoices(database).things();
  const entries = await audit.list({ ...queryOf(filter, things), limit: MOST_IN_FILE });
  const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
  await audit.add({
    actor,
    action: "export.audit",
    subject: "audit",
    detail: { rows: entries.length, ...set },
  });
  const sheet = sheetOf(entries, language);
  return {
    kind: "file",
    name: `${sheet.name}.csv`,
    contentType: "text/csv; charset=utf-8; header=present",
    body: await runInBackground("writeCsv", [sheet, language]),
  };
}

function sheetOf(entries: readonly KeptAuditEntry[], language: Language): ExportSheet {
  const { title, columns } = AUDIT_TEXTS[language];
  return {
    name: `Sivuvirta ${title.toLowerCase()}`,
    columns: [{ title: "id" }, ...COLUMNS.map((column) => ({ title: columns[column] })), { title: "code" }],
    rows: entries.map((entry) => {
      const presented = presentEntry(entry, language);
      const at = new Date(entry.at).toISOString();
      return [entry.id, ...COLUMNS.map((column) => (column === "at" ? at : presented[column])), entry.action];
    }),
  };
}

function readFilter(query: URLSearchParams): AuditFilter {
  const read = (name: string) => (query.get(name) ?? "").trim().slice(0, MOST_FILTER_CHARS);
  return { action: read("action"), actor: read("actor"), subject: read("subject") };
}

/** `faq` means all that is done to FAQ entries, and nothing of `faqs`. */
function queryOf({ action, actor, subject }: AuditFilter, things: readonly string[]): AuditQuery {
  return { action: things.includes(action) ? `${action}.` : action, actor, subject };
}

function readId(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
