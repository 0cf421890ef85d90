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

/** Companies with the pattern of their names, read once for a table. */
const NAME_PATTERNS = new WeakMap<readonly CompanyRecord[], readonly (readonly [CompanyRecord, RegExp])[]>();

/** A company of the table that the words name, by its whole name or the part before a comma or bracket. */
export function findCompany(
  text: string,
  context: { view: KnowledgeView; reader: Reader },
): CompanyRecord | undefined {
  const { view, reader } = context;
  const companies = view.index.tables.companies ?? [];
  let patterns = NAME_PATTERNS.get(companies);
  if (patterns === undefined) {
    patterns = companies.flatMap((row) => namePatterns(row, view).map((pattern) => [row, pattern] as const));
    NAME_PATTERNS.set(companies, patterns);
  }
  return patterns.find(([row, pattern]) => mayRead(reader, row.visibility) && pattern.test(text))?.[0];
}

/** Endings of names; a longer rest makes another word: "nestemäistä" is no Neste. */
const NAME_ENDINGS =
  "(?::?[ei]?(?:n|en|in|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|han|hen|hin|s)|['’]s?)?";

/** Names that are words as well must have their capital: Neste is "liquid". */
function namePatterns(row: CompanyRecord, { index }: KnowledgeView): RegExp[] {
  const bare = [row.name_en, row.name_fi, row.name_sv].map((name) =>
    name
      .replace(/[,(/].*$/, "")
      .replace(/\s+(?:Oyj|Oy|Abp|Ab|Ltd)\b/g, "")
      .trim(),
  );
  const names = [...new Set(bare)].filter((name) => name.length > 3);
  const isWord = (name: string) =>
    LANGUAGES.some((language) =>
      index.lexicon
        .match(name.toLowerCase(), language)
        .some(({ share, concept }) => share === 1 && !PLACES.has(concept.kind)),
    );
  return names.map(
    (name) =>
      new RegExp(
        `(?<!\\p{L})${escapeRegExp(name)}${NAME_ENDINGS}(?!\\p{L})`,
        !name.includes(" ") && isWord(name) ? "u" : "iu",
      ),
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
