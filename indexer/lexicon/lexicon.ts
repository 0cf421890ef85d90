import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { stemWord } from "../text/stem.ts";
import { splitWords, type Word } from "../text/words.ts";
import { KnownForms } from "./known-forms.ts";
import { markParts, PART_SHARE } from "./mark-parts.ts";
import { splitCompound } from "./split-compound.ts";
import { NO_PARTS, ReadingCache, type WordReading } from "./word-reading.ts";

export { exactKey } from "./known-forms.ts";

/** What sort of thing a concept is; names weigh more than general words when a question is read. */
export type ConceptKind = "trade" | "word" | "place" | "park";

/** One meaning with its words in the three languages. */
export interface Concept {
  /** Unique over all kinds, for example `trade:fly-ash`, `place:kokkola`, `park:eco3`. */
  id: string;
  kind: ConceptKind;
  /** How much the concept says about a topic, 0 to 1: 1 for trade concepts and names, less for general words. */
  weight: number;
  /** Preferred name per language. */
  labels: Record<Language, string>;
  /** Concepts that come along: the parks of a place. */
  related?: string[];
}

/** A concept met in a text. */
export interface ConceptMatch {
  concept: Concept;
  /** Place in the text, first character and behind the last. */
  start: number;
  end: number;
  /** Position of the first word and number of words. */
  firstWord: number;
  wordCount: number;
  /** 1 for a whole word or phrase, 0.5 for a part of a longer match or of a compound. */
  share: number;
}

/** A form and the positions of its concepts. */
export type LexiconForm = [form: string, ...positions: number[]];

/** A lexicon as plain data, for the index on disk. */
export interface LexiconData {
  /** Hash of all words and concepts: vectors made with another lexicon are not compared. */
  version: string;
  concepts: Concept[];
  /** Per language, forms (stemmed, or as written) and the positions of their concepts. */
  forms: Record<Language, LexiconForm[]>;
  /** Inflected surface forms that may be the first parts of compounds, per language. */
  parts: Record<Language, string[]>;
}

/** A compound whose first part is unknown still says what kind of thing it names. */
const HEAD_SHARE = 0.35;
const NAMES: ReadonlySet<ConceptKind> = new Set(["place", "park"]);
const LONGEST_PHRASE = 6;
/**
 * Finds the concepts of the vocabulary in texts of three languages, inflected and in compounds: the bridge
 * by which a Swedish question meets a Finnish passage.
 */
export class Lexicon {
  readonly version: string;
  readonly concepts: readonly Concept[];
  readonly #forms: Record<Language, KnownForms>;
  readonly #parts: Record<Language, ReadonlySet<string>>;
  /** What words have been found to mean, since texts repeat their words. */
  readonly #readings = new ReadingCache((word, language) => this.#readWord(word, language));

  constructor(data: LexiconData) {
    this.version = data.version;
    this.concepts = data.concepts;
    this.#forms = { fi: new KnownForms("fi"), sv: new KnownForms("sv"), en: new KnownForms("en") };
    for (const language of LANGUAGES) {
      for (const [form, ...positions] of data.forms[language]) this.#forms[language].add(form, positions);
    }
    this.#parts = {
      fi: new Set(data.parts.fi),
      sv: new Set(data.parts.sv),
      en: new Set(data.parts.en),
    };
  }

  /** Languages in which a single word is known, inflected or not. */
  readonly knownLanguages = (word: string): Language[] =>
    LANGUAGES.filter((language) => this.#forms[language].has(stemWord(word, language)));

  /**
   * Finds concepts in a text, longest phrases first; parts of a longer match come with half the share.
   *
   * @param text A question or a passage.
   * @param language Whose inflection is tried first; the other two are tried for words unknown in it.
   * @returns Matches in order of their place; the same concept may come more than once.
   */
  match(text: string, language: Language): ConceptMatch[] {
    const words = splitWords(text);
    const matches: ConceptMatch[] = [];
    for (let first = 0; first < words.length; first++) {
      for (const reading of this.#readings.read((words[first] as Word).lower, language)) {
        const all = this.#matchAt(words, first, reading);
        // A word of another language is taken for a name or a trade word only: "is" is not Swedish ice.
        const found =
          reading.language === language ? all : all.filter(({ concept }) => concept.kind !== "word");
        if (found.length === 0) continue;
        matches.push(...found);
        break;
      }
    }
    return markParts(matches);
  }

  /** What a word may mean, by the languages in the order they are tried. */
  #readWord(word: string, language: Language): readonly WordReading[] {
    const others = isFunctionWord(word, language) ? [] : LANGUAGES.filter((other) => other !== language);
    return [language, ...others].flatMap((tried) => this.#readIn(tried, word));
  }

  #readIn(language: Language, word: string): WordReading[] {
    const stem = stemWord(word, language);
    const longestPhrase = Math.min(LONGEST_PHRASE, this.#forms[language].longestPhrase(stem));
    // A function word means nothing alone, but may begin a phrase ("in charge of").
    if (isFunctionWord(word, language)) {
      return longestPhrase === 1 ? [] : [{ language, stem, positions: [], ...NO_PARTS, longestPhrase }];
    }
    const positions = this.#forms[language].ofWord(word);
    const compound = this.#readCompound(word, language);
    if (positions.length === 0 && compound.parts.length === 0 && longestPhrase === 1) return [];
    return [{ language, stem, positions, ...compound, longestPhrase }];
  }

  #matchAt(words: readonly Word[], first: number, reading: WordReading): ConceptMatch[] {
    const { language, positions, parts, partShare, longestPhrase } = reading;
    const word = words[first] as Word;
    const place = { first: word, last: word, firstWord: first, wordCount: 1, share: 1 };
    const found = positions.map((position) => this.#toMatch(position, place));
    let key = reading.stem;
    for (let count = 2; count <= longestPhrase && first + count <= words.length; count++) {
      const last = words[first + count - 1] as Word;
      key += ` ${stemWord(last.lower, language)}`;
      for (const position of this.#forms[language].ofPhrase(key)) {
        found.push(this.#toMatch(position, { ...place, last, wordCount: count }));
      }
    }
    // A known compound still names its parts: an eco-industrial park is a park.
    if (parts.length === 0 || found.some(({ concept }) => NAMES.has(concept.kind))) return found;
    return [...found, ...parts.map((position) => this.#toMatch(position, { ...place, share: partShare }))];
  }

  #readCompound(word: string, language: Language): Pick<WordReading, "parts" | "partShare"> {
    if (language === "en") return NO_PARTS;
    const parts = splitCompound(word, {
      language,
      isPart: (part) => this.#parts[language].has(part),
      isHead: (part) => this.#forms[language].mayKnow(part) && this.#partPositions(part, language).length > 0,
    });
    return {
      parts: parts.flatMap((part) => this.#partPositions(part, language)),
      partShare: parts.length > 1 ? PART_SHARE : HEAD_SHARE,
    };
  }

  /** Concepts of a part of a compound; names are none ("kemiindustri" has nothing to do with Kemi). */
  #partPositions(part: string, language: Language): number[] {
    const positions = this.#forms[language].ofWord(part);
    return positions.filter((position) => !NAMES.has((this.concepts[position] as Concept).kind));
  }

  #toMatch(
    position: number,
    place: { first: Word; last: Word; firstWord: number; wordCount: number; share: number },
  ): ConceptMatch {
    return {
      concept: this.concepts[position] as Concept,
      start: place.first.start,
      end: place.last.end,
      firstWord: place.firstWord,
      wordCount: place.wordCount,
      share: place.share,
    };
  }
}
