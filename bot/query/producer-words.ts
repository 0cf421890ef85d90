import { LANGUAGES, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";

/** Words that stand in producers' names and name nobody. */
const NO_NAME =
  /^(?:all|various|former|old|large|regional|municipalit\p{L}*|finnish|planned|project|works|mill|plant|of|and|the|oy|oyj|ab|finland|suomi|group|treated|processed|used|by|recovery|gas|from|companies)$/iu;

/**
 * Collects the words by which people name producers: the capitalised words outside brackets.
 *
 * @returns Words in lower case.
 *
 * @example
 * ```ts
 * producerWords([{ producer_en: "Metsä Fibre (Kemi bioproduct mill)", … }]); // Set { "metsä", "fibre" }
 * ```
 */
export function producerWords(streams: readonly StreamRecord[]): Set<string> {
  const words = new Set<string>();
  for (const stream of streams) {
    for (const language of LANGUAGES) {
      const name = (stream[`producer_${language}`] ?? "").replace(/\([^)]*\)/g, " ");
      // "Metsä Fibre" is another than "Metsä Board": names of several words count as wholes too.
      for (const [phrase] of name.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]+(?: \p{Lu}[\p{L}&]+)+/gu)) {
        words.add(phrase.toLowerCase());
      }
      for (const [word] of name.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]{2,}/gu)) {
        if (!NO_NAME.test(word)) words.add(word.toLowerCase());
      }
    }
  }
  return words;
}

/** The words of those producers whose rows a reader may see: a guessed name must not be known by its being understood. */
export function producerWordsFor(reader: Reader, streams: readonly StreamRecord[]): ReadonlySet<string> {
  return producerWords(streams.filter((row) => mayRead(reader, row.visibility)));
}
