import type { Language } from "../../../knowledge/languages.ts";
import { streamSchema } from "../../../knowledge/schema.ts";
import { dayOf } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Actor } from "../actor.ts";
import { buildCells } from "./build-cells.ts";
import type { CurrentRow } from "./current-row.ts";
import { findCompanyByName } from "./find-company-by-name.ts";
import type { OfferKind, OfferValues } from "./offer-fields.ts";
import { toCells } from "./stream-cells.ts";
import { type LiveRecord, type Names, type Submission, yearsAfter } from "./submission.ts";
import type { SubmissionStore } from "./submission-store.ts";

interface Approval {
  id: string;
  values: OfferValues;
  names: Names;
  language: Language;
  actor: Actor;
  current: CurrentRow;
  view: KnowledgeView;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Makes the live row of an approved submission. Who changes a row of somebody else does not take it over.
 *
 * @throws {ZodError} If the values make no row; they are checked before.
 */
export function toLiveRecord(submission: Submission, approval: Approval): LiveRecord {
  const { values, current, actor, language, id, now } = approval;
  const { kind } = submission;
  const today = dayOf(now);
  const expires = values.validUntil ?? yearsAfter(today, 1);
  const { cells, names, copied } = cellsOf(kind, approval);
  // A row that stood in the files is nobody's: who only changes it must not read and withdraw it as their own.
  const answers = submission.record === undefined ? submission : current.live;
  return {
    kind,
    id,
    revision: current.revision + 1,
    state: "live",
    ...(answers?.conversation ? { conversation: answers.conversation } : {}),
    ...(answers?.person === undefined ? {} : { person: answers.person }),
    expires,
    reminded: [],
    changed: now,
    changedBy: actor.id,
    language,
    values: { ...values, kind, validUntil: expires },
    names,
    copied,
    cells,
    verified: today,
  };
}

function cellsOf(kind: OfferKind, approval: Approval) {
  const { values, current, view, now } = approval;
  const company = findCompanyByName(values.company ?? "", view);
  const before = current.live?.cells ?? (current.stream && toCells(current.stream));
  const owner = company?.id ?? values.company ?? "";
  const isStream = kind === "stream";
  const made = buildCells({
    ...approval,
    today: dayOf(now),
    owner,
    ...(before === undefined || !isStream ? {} : { before }),
  });
  if (!isStream) return { ...made, cells: { company: company?.id ?? "" } };
  streamSchema.parse(made.cells);
  return made;
}

/** One above all numbers that were ever used, so that no link leads to another row. */
export async function nextId(
  kind: OfferKind,
  { store, view }: { store: SubmissionStore; view: KnowledgeView },
): Promise<string> {
  const live = (await store.listLive()).filter((record) => record.kind === kind);
  const known = kind === "stream" ? (view.index.tables.streams ?? []) : [];
  const numbers = [...live, ...known].map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const next = Math.max(0, ...numbers) + 1;
  return kind === "stream" ? `SS${String(next).padStart(3, "0")}` : `need-${next}`;
}
