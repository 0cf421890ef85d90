import { writeCsv } from "../../exports/write-csv.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Database } from "../../state/database/database.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { DeskAnswer, DeskExchange, DeskSection } from "../web/desk-section.ts";
import { buildFigures } from "./build-figures.ts";
import { toOneSheet, toSheet } from "./figure-sheets.ts";
import { readCounts } from "./figure-store.ts";
import type { FigureTable } from "./figure-table.ts";
import { presentFigures } from "./present-figures.ts";
import { readPeriod } from "./read-period.ts";
import { QUESTION_TEXTS } from "./texts.ts";

/** What the page of figures works on. */
export interface FiguresSectionParts {
  database: Database;
  audit: AuditLog;
  currentView: () => KnowledgeView;
  now: () => number;
  /** Writes what still waits, so that the figures hold it. */
  flush: () => Promise<void>;
}

/** The page of figures and its files. */
export function createFiguresSection(parts: FiguresSectionParts): DeskSection {
  const say = (key: "title" | "about") => ({
    fi: QUESTION_TEXTS.fi.figures[key],
    sv: QUESTION_TEXTS.sv.figures[key],
    en: QUESTION_TEXTS.en.figures[key],
  });
  return {
    path: "figures",
    title: say("title"),
    about: say("about"),
    routes: [
      { method: "get", path: "", handle: (exchange) => showFigures(exchange, parts) },
      { method: "get", path: "/csv/:table", handle: (exchange) => sendCsv(exchange, parts) },
    ],
  };
}

async function showFigures(exchange: DeskExchange, parts: FiguresSectionParts): Promise<DeskAnswer> {
  const { language, query } = exchange;
  const choice = readPeriod(query, parts.now());
  const { title } = QUESTION_TEXTS[language].figures;
  const tables = await tablesOf(exchange, parts);
  return {
    kind: "page",
    title,
    main: presentFigures(tables, { ...choice, language }),
    ...(choice.isWrong ? { status: 400 } : {}),
  };
}

async function sendCsv(exchange: DeskExchange, parts: FiguresSectionParts): Promise<DeskAnswer> {
  const { language, query, params, actor } = exchange;
  const { period, isWrong } = readPeriod(query, parts.now());
  const tables = await tablesOf(exchange, parts);
  const table = tables.find(({ id }) => id === params.table);
  if (isWrong || (table === undefined && params.table !== "all")) return { kind: "missing" };
  const sheet =
    table === undefined ? toOneSheet(tables, { period, language }) : toSheet(table, { period, language });
  const detail = { ...period };
  await parts.audit.add({ actor, action: "figures.export", subject: `figures:${params.table}`, detail });
  return {
    kind: "file",
    name: `${sheet.name}.csv`,
    contentType: "text/csv; charset=utf-8",
    body: writeCsv(sheet, language),
  };
}

async function tablesOf(
  { language, query }: DeskExchange,
  parts: FiguresSectionParts,
): Promise<FigureTable[]> {
  const { period } = readPeriod(query, parts.now());
  await parts.flush();
  const counts = await readCounts(parts.database, period);
  return buildFigures(counts, { period, language, view: parts.currentView() });
}
