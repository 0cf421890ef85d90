import type { StreamRecord } from "../../../knowledge/schema.ts";
import { dayOf } from "../../calendar.ts";
import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { rowValues, withoutPast } from "./current-row.ts";
import type { OfferField, OfferValues } from "./offer-fields.ts";
import { answerWithForm, sayOffer } from "./offer-replies.ts";
import type { OfferTurn } from "./offer-turn.ts";
import { SUBMISSION_NUMBER } from "./offer-words.ts";
import { findOwnOffers } from "./own-offers.ts";
import { readOffer } from "./read-offer.ts";
import { toValues } from "./stream-cells.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** A row as its member may see it: one's own whole, another as it is shown to the member. */
export interface EditableRow {
  values: OfferValues;
  name: string;
  revision: number;
}

/** Finds a row that the member may see; of live rows their own, those withdrawn included. */
export async function findEditableRow(id: string, turn: OfferTurn): Promise<EditableRow | undefined> {
  const { desk, owner, language, view } = turn;
  const own = (await desk.store.listOwnLive(owner)).find((record) => record.id === id);
  if (own !== undefined) {
    const current = await desk.currentRow({ kind: own.kind, record: id });
    return { values: rowValues(current, language), name: own.names[language], revision: own.revision };
  }
  const stream: StreamRecord | undefined = view.index.tables.streams?.find((row) => row.id === id);
  if (stream === undefined) return undefined;
  const { revision } = await desk.currentRow({ kind: "stream", record: id });
  return { values: toValues(stream, language), name: stream[`name_${language}`], revision };
}

/** Opens the form of a row by its id, with what the words change in it. */
export async function answerUpdateRow(id: string, turn: OfferTurn): Promise<ReplyDraft> {
  const { language } = turn;
  const texts = OFFER_TEXTS[language];
  const row = await findEditableRow(id, turn);
  if (row === undefined) return sayOffer([texts.noSuchRow(id)], { language });
  const values = { ...withoutPast(row.values, dayOf(turn.now)), ...toldChanges(turn) };
  const target = { record: id, recordRevision: row.revision };
  return answerWithForm(values, { ...turn, intro: texts.introUpdate(id, row.name), target });
}

/** Finds the member's own row by the stuff that the words name. */
export async function answerUpdateNamed(turn: OfferTurn): Promise<ReplyDraft> {
  const { desk, owner, language, seen, view } = turn;
  const texts = OFFER_TEXTS[language];
  const { values } = readOffer(seen.words, { language: seen.language, view });
  const own = (await desk.store.listOwnLive(owner)).filter(({ state }) => state === "live");
  const meant = await findOwnOffers(turn);
  const rows = meant.flatMap((one) => ("live" in one ? [one.live] : []));
  const likely = values.name === undefined ? own : own.filter((record) => isNamed(record, values, turn));
  const named = rows.length > 0 ? rows : likely;
  const [only] = named;
  if (only !== undefined && named.length === 1) return answerUpdateRow(only.id, turn);
  if (named.length > 1) {
    const suggestions = named.slice(0, 6).map(({ id, names }) => ({
      title: `${id}: ${names[language]}`,
      text: texts.says.update(id),
    }));
    const list = suggestions.map(({ title }) => `- ${title}`).join("\n");
    return sayOffer([texts.whichRow, list], { language, suggestions });
  }
  const open = meant.flatMap((one) => ("submission" in one ? [one.submission] : []));
  if (open[0] !== undefined && open.length === 1) return answerEditSubmission(open[0], turn);
  const intro = values.name === undefined ? texts.introUnknown : texts.noOwnRow(values.name);
  return answerWithForm(values, { ...turn, intro });
}

/** Opens the form of a submission that waits or came back, with what the words change in it. */
export function answerEditSubmission(submission: Submission, turn: OfferTurn): ReplyDraft {
  const texts = OFFER_TEXTS[turn.language];
  const { id, revision, values, record, words = "" } = submission;
  const head = `**${texts.submissionName(id)}**\n\n${texts.introUnknown}`;
  const intro = words === "" ? head : `${head}\n\n> ${words.replace(/\s+/g, " ")}`;
  const target = { submission: id, revision, ...(record === undefined ? {} : { record }) };
  return answerWithForm({ ...values, ...toldChanges(turn) }, { ...turn, intro, target });
}

/** Opens the form of a row that the words correct; nothing where the member has published no such stuff. */
export async function answerCorrection(turn: OfferTurn): Promise<ReplyDraft | undefined> {
  return (await findOwnOffers(turn)).length === 0 ? undefined : answerUpdateNamed(turn);
}

function isNamed(record: LiveRecord, { name = "" }: OfferValues, { view, seen }: OfferTurn): boolean {
  const concepts = (text: string, language = seen.language) =>
    view.index.lexicon
      .match(text, language)
      .filter(({ share, concept }) => share === 1 && concept.kind === "trade")
      .map(({ concept }) => concept.id);
  const wanted = new Set(concepts(name));
  const own = Object.entries(record.names) as [typeof seen.language, string][];
  return (
    own.some(([, words]) => words.toLowerCase().includes(name.toLowerCase())) ||
    own.some(([language, words]) => concepts(words, language).some((id) => wanted.has(id)))
  );
}

/** Fields that words change in a row; what only follows from its name is no change. */
const CHANGEABLE: readonly OfferField[] = [
  "amount",
  "unit",
  "period",
  "from",
  "until",
  "wasteCode",
  "hazardous",
  "status",
  "uses",
  "composition",
  "price",
  "contact",
  "visibility",
  "identityFor",
  "quantityFor",
  "priceFor",
  "compositionFor",
  "contactFor",
  "validUntil",
];

function toldChanges({ seen, view }: OfferTurn): OfferValues {
  const words = seen.words
    .replace(/(?<![\p{L}\d])(?:SS\d{3,}|need-\d+)(?![\p{L}\d])/iu, " ")
    .replace(SUBMISSION_NUMBER, " ");
  const { values } = readOffer(words, { language: seen.language, view });
  return Object.fromEntries(
    CHANGEABLE.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  );
}
