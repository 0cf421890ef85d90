import { doAtOnce, mapInSteps, type Steps } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { SearchWord } from "./search-word.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Words that a record is found by. */
export interface IndexedRecord {
  id: string;
  titles: Readonly<Partial<Record<Language, string>>>;
  /** Other names, such as the producer's. */
  names?: readonly string[];
  codes?: readonly string[];
  places?: readonly string[];
  /** Category or line of business. */
  kinds?: readonly string[];
  texts?: readonly string[];
  /** Concepts of the vocabulary that its name holds as a whole. */
  concepts?: Iterable<string>;
}

/** A title and its first word have a field for each language, in the order of `LANGUAGES`. */
const BITS_OF_FIELD = 4;
/** Where the titles of the languages begin, then their first words, then the other fields. */
const TITLES = 0;
const HEADS = 3;
/** What a word is worth in each field. */
const WEIGHTS: readonly number[] = [9, 9, 9, 9, 9, 9, 7, 9, 5, 5, 2];
/** In the reader's own language a title is worth more, and its first word most: "ssab" is called so, "Merox (SSAB)" is not. */
const OWN_TITLE = 10;
const OWN_HEAD = 11.5;
/** What a concept of the name is worth: less than its very word. */
const CONCEPT_WEIGHT = 7;
/** What goes to titles of few words, shared among their words. */
const SHORT_TITLE = 2;

/** What a search says of each entry. */
export interface TextScores {
  /** By entry; 0 where nothing is met. */
  scores: Float32Array;
  /** By entry, how many of the required words are met. */
  met: Uint8Array;
}

/** The words of some records, and where each stands. */
export interface IndexedTexts {
  vocabulary: Vocabulary;
  /** By word, its postings: entry and field in one number. */
  postings: readonly Uint32Array[];
  concepts: ReadonlyMap<string, readonly number[]>;
  titleLengths: Readonly<Record<Language, Uint8Array>>;
}

/** Reads the words of all entries: two seconds of work for a hundred thousand. */
export function* indexTexts(entries: readonly IndexedRecord[]): Steps<IndexedTexts> {
  const vocabulary = new Vocabulary();
  const concepts = new Map<string, number[]>();
  const postings: number[][] = [];
  const createLengths = () => new Uint8Array(entries.length);
  const titleLengths = { fi: createLengths(), sv: createLengths(), en: createLengths() };
  yield* mapInSteps(entries, (entry, at) => {
    textsOf(entry).forEach((texts, field) => {
      for (const text of texts) {
        for (const word of vocabulary.add(text)) addPosting(postings, word, (at << BITS_OF_FIELD) | field);
      }
    });
    for (const language of LANGUAGES) {
      const words = vocabulary.add(entry.titles[language] ?? "").length;
      titleLengths[language][at] = Math.min(words, 255);
    }
    for (const concept of entry.concepts ?? []) {
      const list = concepts.get(concept);
      if (list === undefined) concepts.set(concept, [at]);
      else list.push(at);
    }
  });
  yield* vocabulary.finish();
  const packed = yield* mapInSteps(postings, (list) => Uint32Array.from(list), 1024);
  return { vocabulary, postings: packed, concepts, titleLengths };
}

/**
 * Finds records by words as they are typed: whole, begun, inflected, inside compounds, misspelt, or named in another
 * language. Entries keep the order they are given in.
 */
export class TextIndex {
  readonly #vocabulary: Vocabulary;
  readonly #postings: IndexedTexts["postings"];
  readonly #concepts: IndexedTexts["concepts"];
  readonly #titleLengths: IndexedTexts["titleLengths"];
  /** How many entries there are. */
  readonly size: number;

  /** @param texts What {@link indexTexts} gives for the same, where it was made in steps. */
  constructor(entries: readonly IndexedRecord[], texts: IndexedTexts = doAtOnce(indexTexts(entries))) {
    this.size = entries.length;
    this.#vocabulary = texts.vocabulary;
    this.#postings = texts.postings;
    this.#concepts = texts.concepts;
    this.#titleLengths = texts.titleLengths;
  }

  /** Scores every entry by the best field and form in which it has each word. */
  score(words: readonly SearchWord[], language: Language): TextScores {
    const scores = new Float32Array(this.size);
    const met = new Uint8Array(this.size);
    const weights = WEIGHTS.with(TITLES + LANGUAGES.indexOf(language), OWN_TITLE).with(
      HEADS + LANGUAGES.indexOf(language),
      OWN_HEAD,
    );
    for (const word of words) {
      const best = this.#scoreWord(word, weights);
      for (let at = 0; at < best.length; at++) {
        const value = best[at] ?? 0;
        if (value === 0) continue;
        scores[at] = (scores[at] ?? 0) + value;
        if (word.isRequired) met[at] = (met[at] ?? 0) + 1;
      }
    }
    const lengths = this.#titleLengths[language];
    for (let at = 0; at < scores.length; at++) {
      if (scores[at] !== 0) scores[at] = (scores[at] ?? 0) + SHORT_TITLE / Math.max(1, lengths[at] ?? 1);
    }
    return { scores, met };
  }

  #scoreWord(word: SearchWord, weights: readonly number[]): Float32Array {
    const best = new Float32Array(this.size);
    const fieldMask = (1 << BITS_OF_FIELD) - 1;
    for (const [id, quality] of this.#vocabulary.find(word)) {
      for (const posting of this.#postings[id] ?? []) {
        const at = posting >>> BITS_OF_FIELD;
        const value = (weights[posting & fieldMask] ?? 0) * quality;
        if (value > (best[at] ?? 0)) best[at] = value;
      }
    }
    for (const concept of word.concepts) {
      for (const at of this.#concepts.get(concept) ?? []) {
        if ((best[at] ?? 0) < CONCEPT_WEIGHT) best[at] = CONCEPT_WEIGHT;
      }
    }
    return best;
  }
}

/** Texts of an entry by field. */
function textsOf({ titles, names = [], codes = [], places = [], kinds = [], texts = [] }: IndexedRecord) {
  const inLanguages = LANGUAGES.map((language) => [titles[language] ?? ""]);
  const heads = inLanguages.map(([title = ""]) => [/^[^\s,(/]*/.exec(title)?.[0] ?? ""]);
  return [...inLanguages, ...heads, names, codes, places, kinds, texts];
}

function addPosting(postings: number[][], word: number, posting: number): void {
  const list = postings[word];
  if (list === undefined) postings[word] = [posting];
  else if (list.at(-1) !== posting) list.push(posting);
}
