import type { Language } from "../knowledge/languages.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Passage } from "./passage.ts";
import { isFunctionWord } from "./text/function-words.ts";
import { stemWord } from "./text/stem.ts";
import { splitWords } from "./text/words.ts";

/** Words and concepts of a sentence or heading, ready to be compared with those of a question. */
export interface AnalysedText {
  /** Stems of the content words, in the text's language. */
  stems: ReadonlySet<string>;
  /** Lower-case words as they stand. */
  words: ReadonlySet<string>;
  /** Concepts with the share by which they are named (1, or 0.5 as part of a compound or phrase). */
  concepts: ReadonlyMap<string, number>;
}

/** A passage with all its parts analysed. */
export interface AnalysedPassage {
  sentences: readonly AnalysedText[];
  /** Headings, title and, for a FAQ entry, its question and variants. */
  headings: AnalysedText;
  /** All of these together, each concept with its largest share: what is not in here is in none of them. */
  whole: AnalysedText;
}

/** An amount of money speaks of money, whatever its words. */
const MONEY = /€|\bEUR\b|\beuro/iu;

/** A park is half named when only its town is. */
const RELATED_SHARE = 0.4;

/** Analyses a text of a known language; `park` adds the concept of the park it is about. */
export function analyseText(
  text: string,
  context: { language: Language; lexicon: Lexicon; park?: string | undefined },
): AnalysedText {
  const { language, lexicon, park } = context;
  const words = splitWords(text).map((word) => word.lower);
  const concepts = new Map<string, number>();
  const matches = lexicon.match(text, language);
  for (const { concept, share } of matches) {
    concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
  }
  for (const { concept, share } of matches) {
    for (const id of concept.related ?? []) {
      concepts.set(id, Math.max(concepts.get(id) ?? 0, share * RELATED_SHARE));
    }
  }
  if (MONEY.test(text)) concepts.set("word:money", 1);
  if (park !== undefined) concepts.set(`park:${park}`, 1);
  const content = words.filter((word) => !isFunctionWord(word, language));
  return { stems: new Set(content.map((word) => stemWord(word, language))), words: new Set(words), concepts };
}

/** Analyses a passage's sentences and headings. */
export function analysePassage(passage: Passage, lexicon: Lexicon): AnalysedPassage {
  const { language, park } = passage;
  const above = [passage.title, ...passage.headings, ...passage.hidden];
  const sentences = passage.sentences.map((sentence) => analyseText(sentence.text, { language, lexicon }));
  const headings = analyseText(above.join(". "), { language, lexicon, park });
  return { sentences, headings, whole: joinTexts([headings, ...sentences]) };
}

function joinTexts(texts: readonly AnalysedText[]): AnalysedText {
  const stems = new Set<string>();
  const words = new Set<string>();
  const concepts = new Map<string, number>();
  for (const text of texts) {
    for (const stem of text.stems) stems.add(stem);
    for (const word of text.words) words.add(word);
    for (const [id, share] of text.concepts) concepts.set(id, Math.max(concepts.get(id) ?? 0, share));
  }
  return { stems, words, concepts };
}
