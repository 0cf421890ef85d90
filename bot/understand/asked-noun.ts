import { isFunctionWord, splitWords, type Word } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { Span } from "./question-spans.ts";

/** Question words that stand right before what they ask for ("which bus line"). */
const BEFORE_NOUN: Record<Language, RegExp> = {
  en: /(?<![\p{L}'])(?:what|which|how many|how much)\s+(?!(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|about|of|if|happens?|happened|makes?|made|pushed|drives?|led|leads|to|the|it|kinds?|sorts?|types?|parts?|way|else|share|range)(?!\p{L}))/iu,
  fi: /(?<!\p{L})(?:mikä|mitkä|minkä|millä|kuka(?= henkilö)|montako|kuinka monta|miten monta|paljonko|(?:kuinka|miten) paljon)\s+(?!(?:on|ovat|oli|olivat|niistä|heistä|näistä|muu|kaikki|kaikkia)(?!\p{L}))/iu,
  sv: /(?<!\p{L})(?:vilken|vilket|vilka|hur många|hur mycket)\s+(?!(?:är|av|som|andra|slags|sorts|typ|typer|sitter|har|hör|ingår|kan|får)(?!\p{L}))/iu,
};

/** Questions for what something is, by its name ("what is the pH of …", "vem är ordförande för …"). */
const WHAT_IS: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:what|who|how (?:long|high|deep|hot|wide|tall)) (?:is|are|was|were)(?: the)?\s+(?=[\p{L}\d-]+(?: [\p{L}\d-]+){0,2} (?:of|for|in|at)(?!\p{L}))/iu,
  fi: /^\W*(?:mikä|kuka|ketkä|mitkä|(?:kuinka|miten) (?:pitkä|korkea|syvä|kuuma|leveä)) (?:on|oli|ovat|olivat)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:vad|vem|hur (?:lång|långt|hög|högt|djup|djupt|varm|varmt|bred|brett)) (?:är|var)\s+(?=\p{L}+ (?:för|i|hos|på|till|av|från|vid)(?!\p{L}))/iu,
};

/**
 * Finds the noun that says what is asked for: "Vilken busslinje går till Salo?" asks for a bus line. In English two
 * words, since the first may describe the second ("greenhouse growers"), as may a Finnish word that agrees in case and
 * a Swedish one in the plural.
 *
 * @returns The place of the noun; nothing when the question asks in another way.
 *
 * @example
 * ```ts
 * findAskedNoun("Vilken busslinje går till Salo?", "sv"); // [7, 16]
 * ```
 */
export function findAskedNoun(text: string, language: Language): Span | undefined {
  const words = splitWords(text);
  const wordsFrom = (start: number) => words.filter((word) => word.start >= start);
  const before = BEFORE_NOUN[language].exec(text);
  if (before !== null && asksBefore(text.slice(0, before.index), language)) return undefined;
  if (before !== null) return nounOf(wordsFrom(before.index + before[0].length), language);
  const lastOf = language === "sv" ? SWEDISH_WHICH_IS.exec(text) : null;
  if (lastOf !== null) return nounAtEnd(words, text);
  const is = WHAT_IS[language].exec(text);
  if (is === null) return undefined;
  const following = wordsFrom(is.index + is[0].length);
  if (language !== "fi") return nounOf(following, language);
  // Finnish puts what is asked for last, but for where and in what unit: "Mikä on väylän syvyys metreinä Kokkolassa?"
  const noun = following.findLast((word) => !word.isCapital && !LOCATION_OR_UNIT.test(word.lower));
  return noun === undefined || isFunctionWord(noun.lower, "fi") ? undefined : [noun.start, noun.end];
}

/** Finnish endings of where something is and of what as ("metreinä"). */
const LOCATION_OR_UNIT = /(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|in[aä]|vuon?na)$/;

/** Words that begin a question; what stands before them in the sentence does not ask. */
const QUESTION_WORDS: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:what|which|who|whom|whose|when|where|why|how)(?!\p{L})|(?<!\p{L})(?:to|of|on) $/iu,
  fi: /(?<!\p{L})(?:mikä|mitkä|mitä|kuka|ketkä|missä|mistä|mihin|milloin|miksi|miten|paljonko|montako)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:vad|vilken|vilket|vilka|vem|vems|var|vart|när|varför|hur)(?!\p{L})/iu,
};

/** "Who owns it, and with what shares?" asks for the owners first. */
function asksBefore(text: string, language: Language): boolean {
  const sentence = text.slice(
    Math.max(text.lastIndexOf("."), text.lastIndexOf("?"), text.lastIndexOf("!")) + 1,
  );
  return QUESTION_WORDS[language].test(sentence);
}

/** "Vilken är Finlands högsta fjälltopp?" ends in what it asks for. */
const SWEDISH_WHICH_IS = /^\W*vilken (?:är|var)(?!\p{L})[^?.]*\?\s*$/iu;

function nounAtEnd(words: readonly Word[], text: string): Span | undefined {
  const last = words.at(-1);
  if (last === undefined || last.isCapital || /\d/.test(text.slice(last.start, last.end))) return undefined;
  return [last.start, last.end];
}

const AND = /^(?:and|ja|och|sekä|samt)$/;

/** Swedish adjectives before a noun in the plural ("stora metallföretag"). */
const SWEDISH_PLURAL = /(?:a|små)$/;

function nounOf([first, second, , fourth]: readonly Word[], language: Language): Span | undefined {
  if (first === undefined || isFunctionWord(first.lower, language)) return undefined;
  // "Hur många små och medelstora företag" counts companies.
  if (second !== undefined && fourth !== undefined && AND.test(second.lower))
    return [first.start, fourth.end];
  if (second === undefined || isFunctionWord(second.lower, language) || second.isCapital)
    return [first.start, first.end];
  const describes =
    language === "en" ||
    (language === "fi" && first.lower.slice(-2) === second.lower.slice(-2)) ||
    (language === "sv" && SWEDISH_PLURAL.test(first.lower));
  return [first.start, describes ? second.end : first.end];
}

/**
 * What is asked for may go without saying: a town is told by its name, a topic by speaking of it. Ids of
 * `knowledge/words.csv`.
 */
const UNSAID = new Set(
  `municipality town region country area site place location place-of-location state district
  company organisation actor association authority person people party institution
  topic matter task role reason cause method procedure way factor aspect example kind part number year day date
  name value thing step goal aim object two three four five six seven eight nine ten contact-details`
    .split(/\s+/)
    .map((id) => `word:${id}`),
).add("trade:contact-person");

/** Tells whether an answer may leave a concept unsaid though it is what is asked for. */
export function mayGoUnsaid(id: string): boolean {
  return UNSAID.has(id);
}
