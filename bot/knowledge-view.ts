import type { Language } from "../knowledge/languages.ts";
import { type KnowledgeIndex, type Passage, isFunctionWord, splitWords, stemWord } from "../indexer/index.ts";

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
}

/**
 * An opened index as answering sees it: how rare words and concepts are, and the analysis of each passage,
 * made when it is first needed.
 */
export class KnowledgeView {
  readonly index: KnowledgeIndex;
  readonly #analysed = new Map<number, AnalysedPassage>();
  #stemCounts: Map<string, number> | undefined;
  #conceptCounts = new Map<string, number>();

  constructor(index: KnowledgeIndex) {
    this.index = index;
  }

  /** Analyses a passage's sentences and headings; kept for the next time. */
  analyse(entry: number): AnalysedPassage {
    const known = this.#analysed.get(entry);
    if (known !== undefined) return known;
    const passage = this.index.passages[entry] as Passage;
    const headings = [passage.title, ...passage.headings, ...(passage.faq?.variants ?? [])];
    const analysed = {
      sentences: passage.sentences.map((sentence) => this.analyseText(sentence.text, passage.language)),
      headings: this.analyseText(headings.join(". "), passage.language, passage.park),
    };
    this.#analysed.set(entry, analysed);
    return analysed;
  }

  /** Analyses any text of a known language; `park` adds the park's concept. */
  analyseText(text: string, language: Language, park?: string): AnalysedText {
    const words = splitWords(text).map((word) => word.lower);
    const concepts = new Map<string, number>();
    for (const { concept, share } of this.index.lexicon.match(text, language)) {
      concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
    }
    if (park !== undefined) concepts.set(`park:${park}`, 1);
    const content = words.filter((word) => !isFunctionWord(word, language));
    return { stems: new Set(content.map((word) => stemWord(word, language))), words: new Set(words), concepts };
  }

  /** Number of passages that hold a stem, in whatever language. */
  stemCount(stem: string): number {
    return this.#counts().get(stem) ?? 0;
  }

  /** Number of passages that name a concept. */
  conceptCount(id: string): number {
    this.#counts();
    return this.#conceptCounts.get(id) ?? 0;
  }

  #counts(): Map<string, number> {
    if (this.#stemCounts !== undefined) return this.#stemCounts;
    const counts = new Map<string, number>();
    this.index.passages.forEach((_passage, entry) => {
      const { sentences, headings } = this.analyse(entry);
      const stems = new Set([...headings.stems, ...sentences.flatMap((sentence) => [...sentence.stems])]);
      for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      const concepts = new Set([
        ...headings.concepts.keys(),
        ...sentences.flatMap((sentence) => [...sentence.concepts.keys()]),
      ]);
      for (const id of concepts) this.#conceptCounts.set(id, (this.#conceptCounts.get(id) ?? 0) + 1);
    });
    this.#stemCounts = counts;
    return counts;
  }
}
