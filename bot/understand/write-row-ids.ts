import type { Language, Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Memory } from "./memory.ts";

/** Words behind an ordinal that make it one of the rows shown; "the first step" is another thing. */
const ROW: Record<Language, string> = {
  en: "(?: (?:one|row|stream|side stream|on the list|in the list|in the table|of (?:them|these|those)))",
  fi: "(?: (?:niistä|näistä|listalla|listan|taulukossa|rivi\\p{L}*|virta\\p{L}*|virra\\p{L}*|sivuvir\\p{L}+))",
  sv: "(?: (?:av (?:dem|dessa)|i (?:listan|tabellen)|raden|strömmen|sidoströmmen))",
};
/** What else may follow: the end, or a verb. */
const END = "(?=\\W*$|[,.?!]| (?:voisi|voi|kelpa|sopi|olisi|kan|kunde|passar|could|can|suit|be|go))";
const ORDINALS: Record<Language, readonly string[]> = {
  en: ["the first", "the second", "the third", "the fourth", "the fifth"],
  fi: [
    "ensimmäi\\p{L}+",
    "toi(?:nen|se\\p{L}+|sta)",
    "kolma(?:s|nne\\p{L}*|tta)",
    "neljä(?:s|nne\\p{L}*|ttä)",
    "viide(?:s|nne\\p{L}*|ttä)",
  ],
  sv: [
    "(?:den|det) första",
    "(?:den|det) andra",
    "(?:den|det) tredje",
    "(?:den|det) fjärde",
    "(?:den|det) femte",
  ],
};
/** The row itself, where only one was shown. */
const PRONOUN: Record<Language, string> = {
  en: "(?:it|this(?: (?:one|stream|row))?|that(?: (?:one|stream|row))?)",
  fi: "(?:se|sen|sitä|sille|siitä|sillä|tämä|tämän|tätä|tälle|tästä)",
  sv: "(?:den|det|denna|detta|den här|det här)",
};
const MOST_WORDS = 9;
/** As many as a page shows; an ordinal counts on the page last seen. */
const PAGE = 10;

/**
 * Writes the id of a row for the words that point to it: "who could use the first one?" after a list, "kuka voisi
 * ottaa sitä?" after a single row.
 *
 * @returns The text as it was where no rows were shown or nothing points to one.
 *
 * @example
 * ```ts
 * writeRowIds("Who could use the first one?", { language: "en", memory, view, reader }); // "Who could use SS007?"
 * ```
 */
export function writeRowIds(
  text: string,
  context: { language: Language; memory: Memory; view: KnowledgeView; reader: Reader },
): string {
  const { language, memory, view, reader } = context;
  const last = memory.streams;
  if (last === undefined || last.query.groupBy !== undefined) return text;
  if (text.split(" ").length > MOST_WORDS || !POINTS_ON.test(text)) return text;
  const { rows } = view.streams.run(last.query, reader);
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return text.replace(wordOf(PRONOUN[language]), only.id);
  const start = Math.floor(Math.max(0, last.shown - 1) / PAGE) * PAGE;
  for (const [at, ordinal] of ORDINALS[language].entries()) {
    const row = rows[start + at];
    const pattern = wordOf(`${ordinal}(?:${ROW[language]}+|${END})`);
    if (row !== undefined && pattern.test(text)) return text.replace(pattern, row.id);
  }
  return text;
}

/** What people ask of a row: who takes it, or more about it. "Where is it?" is asked of what was spoken of last. */
const POINTS_ON =
  /(?<!\p{L})(?:use|take|utili[sz]e|buy|accept|need|receive|suit|partners?|takers?|more|about|details?|käyttä\p{L}*|otta\p{L}*|hyödyntä\p{L}*|osta\p{L}*|kelpa\p{L}*|sopi\p{L}*|kumppan\p{L}*|lisää|kerro|tarkemmin|använda|ta|utnyttja|köpa|passa|partners?|mottagare|mer|berätta|om)(?!\p{L})/iu;

function wordOf(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, "iu");
}
