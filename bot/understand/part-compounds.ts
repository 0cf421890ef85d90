import { splitWords } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { PLAIN_NOUN } from "./stream-request-words.ts";

/** The last part of "askströmmar", "kipsivirtoja", "betongavfall". */
const STREAM_END =
  /^(\p{L}{3,}?)(ström(?:men|mar\p{L}*)?|flöde\p{L}*|avfall\p{L}*|vir[rt]a\p{L}*|virto\p{L}*|virro\p{L}*|jäte|jätettä|jätteitä|jätteen)$/iu;

/** Endings that a first part may have lost: "askströmmar" is "aska". */
const LOST_ENDINGS = ["", "a", "e"] as const;

/** A text whose compounds can be read, and the compounds of which nobody knows the first part. */
export interface PartedText {
  text: string;
  unknown: string[];
}

/**
 * Parts words such as "askströmmar" where the vocabulary does not see a material in them, so that nobody is answered with
 * all streams of a place instead of those of a material.
 *
 * @example
 * ```ts
 * partCompounds("askströmmar i Lappland", { language: "sv", view }).text; // "aska strömmar i Lappland"
 * ```
 */
export function partCompounds(
  text: string,
  { language, view }: { language: Language; view: KnowledgeView },
): PartedText {
  const { lexicon } = view.index;
  const names = (words: string, whole: boolean) =>
    lexicon
      .match(words, language)
      .some(({ concept, share }) => concept.kind === "trade" && (whole ? share === 1 : share >= 0.5));
  const unknown: string[] = [];
  let parted = "";
  let done = 0;
  for (const { start, end, lower } of splitWords(text)) {
    const [, first, last] = STREAM_END.exec(lower) ?? [];
    if (first === undefined || last === undefined || isPlain(lower) || names(lower, false)) continue;
    const material = LOST_ENDINGS.map((ending) => first + ending).find((word) => names(word, true));
    if (material === undefined) unknown.push(lower);
    else {
      parted += `${text.slice(done, start)}${material} ${last}`;
      done = end;
    }
  }
  return { text: parted + text.slice(done), unknown };
}

/** "Sivuvirtoja", "sidoströmmar": no material stands in the word. */
function isPlain(word: string): boolean {
  return PLAIN_NOUN.exec(word)?.[0] === word || PLAIN_FIRST.test(word);
}

const PLAIN_FIRST =
  /^(?:sivu|jäte|materiaali|vuosi|massa|sido|avfalls?|rest|material|års|mass|teollisuus|teollisuuden|industri)(?:ström|flöde|avfall|vir[rt]|virro|jät)/iu;
