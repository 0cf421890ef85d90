import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { toAmount } from "../../query/amount.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import { changesMeaning } from "../../understand/asks-streams.ts";
import { correctSpelling } from "../../understand/correct-spelling.ts";
import { partCompounds } from "../../understand/part-compounds.ts";
import { analyseQuestion } from "../../understand/question.ts";
import { readNumber } from "../../understand/read-number.ts";
import { readStreamQuery } from "../../understand/read-stream-query.ts";
import { watchedQuery } from "./alert.ts";

/** What is to be watched, or the words that were not understood (empty: nothing was told). */
export type ReadWatched = { query: StreamQuery } | { left: string };

interface ReadContext {
  language: Language;
  view: KnowledgeView;
  reader: Reader;
}

/**
 * Reads what is to be watched in the way a question to the side-stream table is read, so that an alert watches what an
 * answer would list. Half-understood words watch nothing.
 *
 * @param words "ash streams over 1,000 t in Lapland".
 */
export function readWatched(words: string, context: ReadContext): ReadWatched {
  const { language, view } = context;
  const plain = words.replace(ELATIVE, "virtoja");
  const { text, unknown } = partCompounds(correctSpelling(plain, { language, view }), context);
  if (unknown.length > 0) return { left: unknown.join(" ") };
  const question = analyseQuestion(text, { language, view });
  const read = readStreamQuery(question, context);
  const query = watchedQuery(read.query);
  if (read.left.length > 0) return { left: read.left.filter((word) => word !== "…").join(" ") || words };
  if (changesMeaning(read.unread)) return { left: read.unread.replace(/\s+/g, " ").trim() };
  if (Object.keys(query).length > 0 || read.namesStreams) return { query };
  return { left: "" };
}

/** "Uusista tuhkavirroista": of what a wish speaks, in the case that questions to the table do not use. */
const ELATIVE = /(?<=\p{L}{3})vir(?:roista|rasta)(?!\p{L})/giu;

/** Fields of the form by their ids. */
export type AlertFields = Partial<Record<"what" | "place" | "amount" | "unit", string>>;

/** Reads a filled-in form of `alert-form.ts`. */
export function readAlertForm(fields: Readonly<Record<string, string>>, context: ReadContext): ReadWatched {
  const { what = "", place = "", amount } = fields as AlertFields;
  const read = what === "" ? { query: {} } : readWatched(what, context);
  if ("left" in read) return { left: read.left || what };
  const query: StreamQuery = { ...read.query };
  if (place !== "") {
    const found = readPlaces(place, context);
    if (found === undefined) return { left: place };
    Object.assign(query, found);
  }
  if (amount !== undefined) {
    const least = toAmount(readNumber(amount, ""), fields.unit ?? "t");
    if (least === undefined || least.value < 0) return { left: amount };
    query.quantity = { dimension: least.dimension, min: least.value };
  }
  // "All side streams" is a wish of its own; an empty form is none.
  return Object.keys(query).length === 0 && what === "" ? { left: "" } : { query };
}

/** Parks and places; nothing when some word names neither. */
function readPlaces(
  text: string,
  { language, view, reader }: ReadContext,
): Pick<StreamQuery, "parks" | "places"> | undefined {
  const question = analyseQuestion(text, { language, view });
  const { query, left } = readStreamQuery(question, { view, reader });
  const { parks, places } = query;
  if (left.length > 0 || (parks ?? places) === undefined) return undefined;
  return { ...(parks === undefined ? {} : { parks }), ...(places === undefined ? {} : { places }) };
}
