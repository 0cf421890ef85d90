import { splitSentences } from "../../indexer/index.ts";

/** A stretch of a question: its first character and the one behind its last. */
export type Span = [start: number, end: number];

/** Tells whether a word lies wholly in one of the stretches. */
export function isWithin(word: { start: number; end: number }, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => word.start >= start && word.end <= end);
}

/** The words after "how many": a noun, or adjectives and their noun. */
const COUNTED =
  /(?<!\p{L})(?:how many|montako|kuinka monta|miten monta|hur många)\s+(\p{L}[\p{L}-]*(?:\s+(?:and|ja|och)\s+\p{L}[\p{L}-]*)?(?:\s+\p{L}[\p{L}-]*)?)/giu;

/**
 * Finds what a question counts.
 *
 * @example
 * ```ts
 * findCounted("How many trains a day?"); // [[9, 17]], "trains a"
 * ```
 */
export function findCounted(text: string): Span[] {
  return [...text.matchAll(COUNTED)].map((match): Span => {
    const end = match.index + match[0].length;
    return [end - (match[1] ?? "").length, end];
  });
}

/** Sentences beside the one that asks ("I keep seeing different figures."): they colour the question, no more. */
export function findAsides(text: string): Span[] {
  const amounts = OWN.test(text) ? [...text.matchAll(AMOUNT)] : [];
  const ownAmounts = amounts.map((match): Span => [match.index, match.index + match[0].length]);
  return [...ownAmounts, ...asideSentences(text), ...leadIn(text)];
}

/** An amount of the asker's own ("our fly ash, 22 000 t") stands in no source. */
const AMOUNT =
  /\d[\d\s.,]*(?:t|tn|tons?|tonn\p{L}*|kilo\p{L}*|kg|m3|m³|kuutio\p{L}*|kubik\p{L}*)(?!\p{L})(?:\s?\/\s?(?:v|a|år|vuosi|year)(?!\p{L}))?/giu;
const OWN = /(?<!\p{L})(?:our|we|i have|my|meillä|meidän|meiltä|minulla|vår|vårt|våra|vi|jag har)(?!\p{L})/iu;

/** "Our CFO wants specifics: which costs go down?" asks behind the colon. */
const LEAD_IN = /^[^?:]{3,120}:\s+(?=.*\?)/u;

function leadIn(text: string): Span[] {
  const found = LEAD_IN.exec(text);
  return found === null ? [] : [[0, found[0].length]];
}

function asideSentences(text: string): Span[] {
  const sentences = splitSentences(text);
  const asks = (sentence: string) => sentence.trimEnd().endsWith("?");
  if (sentences.length < 2 || !sentences.some(asks)) return [];
  let from = 0;
  return sentences.flatMap((sentence): Span[] => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return asks(sentence) ? [] : [[start, from]];
  });
}
