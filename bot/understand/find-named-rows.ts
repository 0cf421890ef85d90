import { LANGUAGES, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, StreamRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Stuff } from "../partners/read-stuff.ts";
import type { Question } from "./question.ts";
import { STREAM_NOUN } from "./stream-request-words.ts";

/** States of a stream that nobody uses yet. */
const FREE: ReadonlySet<StreamRecord["status"]> = new Set(["available", "landfilled", "stored", "unknown"]);

/** A row of the table that is meant: by its id, or by its producer and stuff ("Boliden's jarosite"). */
export function findStream(
  question: Question,
  context: { view: KnowledgeView; reader: Reader; stuff: readonly Stuff[] },
): StreamRecord | undefined {
  const { view, reader, stuff } = context;
  const streams = (view.index.tables.streams ?? []).filter((row) => mayRead(reader, row.visibility));
  const id = /(?<![\p{L}\d])SS\d{3,}(?!\d)/u.exec(question.text)?.[0];
  if (id !== undefined) return streams.find((row) => row.id === id);
  const producers = capitalisedWords(question)
    .map((word) => view.findProducer(word, reader))
    .filter((name) => name !== undefined);
  if (producers.length === 0) return undefined;
  const wanted = new Set(
    stuff
      .filter(({ weight, isNear }) => weight >= 0.5 && isNear !== true)
      .map((thing) => `trade:${thing.id}`),
  );
  const own = context.view.streams.run({ producers }, reader).rows;
  // "Boliden's side streams" name no stuff: the first that is not used already stands for them.
  if (wanted.size === 0)
    return STREAM_NOUN.test(question.text) ? (own.find((row) => FREE.has(row.status)) ?? own[0]) : undefined;
  return own.find((row) =>
    [...view.streamConcepts(row)].some(([concept, share]) => share === 1 && wanted.has(concept)),
  );
}

/** Words that may name a producer; "Kemissä" names the town, though producers bear its name. */
function capitalisedWords({ text, matches }: Question): string[] {
  const places = matches.filter(({ share, concept }) => share === 1 && PLACES.has(concept.kind));
  return [...text.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]+/gu)]
    .filter(({ index }) => !places.some(({ start, end }) => start <= index && index < end))
    .map(([word]) => word);
}

const PLACES: ReadonlySet<string> = new Set(["place", "park"]);

/** A name that a company may be called by. */
interface CompanyName {
  row: CompanyRecord;
  name: string;
  lower: string;
  /** Made when a text first holds the letters of the name: making all takes half a millisecond each. */
  pattern?: RegExp;
}

/** Companies with their names, read once for a table. */
const NAMES = new WeakMap<readonly CompanyRecord[], readonly CompanyName[]>();

/** A company of the table that the words name, by its whole name or the part before a comma or bracket. */
export function findCompany(
  text: string,
  context: { view: KnowledgeView; reader: Reader },
): CompanyRecord | undefined {
  const { view, reader } = context;
  const companies = view.index.tables.companies ?? [];
  const names = NAMES.get(companies) ?? companies.flatMap(namesOf);
  NAMES.set(companies, names);
  const lower = text.toLowerCase();
  return names.find((name) => {
    if (!lower.includes(name.lower) || !mayRead(reader, name.row.visibility)) return false;
    name.pattern ??= namePattern(name.name, view);
    return name.pattern.test(text);
  })?.row;
}

/** Endings of names; a longer rest makes another word: "nestemäistä" is no Neste. */
const NAME_ENDINGS =
  "(?::?[ei]?(?:n|en|in|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|han|hen|hin|s)|['’]s?)?";

function namesOf(row: CompanyRecord): CompanyName[] {
  const bare = [row.name_en, row.name_fi, row.name_sv].map((name) =>
    name
      .replace(/[,(/].*$/, "")
      .replace(/\s+(?:Oyj|Oy|Abp|Ab|Ltd)\b/g, "")
      .trim(),
  );
  const names = [...new Set(bare)].filter((name) => name.length > 3);
  return names.map((name) => ({ row, name, lower: name.toLowerCase() }));
}

/** Names that are words as well must have their capital: Neste is "liquid". */
function namePattern(name: string, { index }: KnowledgeView): RegExp {
  const isWord = LANGUAGES.some((language) =>
    index.lexicon
      .match(name.toLowerCase(), language)
      .some(({ share, concept }) => share === 1 && !PLACES.has(concept.kind)),
  );
  const flags = !name.includes(" ") && isWord ? "u" : "iu";
  return new RegExp(`(?<!\\p{L})${escapeRegExp(name)}${NAME_ENDINGS}(?!\\p{L})`, flags);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
