import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { stemWord } from "../text/stem.ts";
import { splitWords, type Word } from "../text/words.ts";
import { splitCompound } from "./split-compound.ts";

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

/** A lexicon as plain data, for the index on disk. */
export interface LexiconData {
  /** Hash of all words and concepts: vectors made with another lexicon are not compared. */
  version: string;
  concepts: Concept[];
  /** Language, stemmed form and the positions of its concepts. */
  forms: [Language, string, number[]][];
  /** Inflected surface forms that may be the first parts of compounds, per language. */
  parts: Record<Language, string[]>;
}

const PART_SHARE = 0.5;
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
  readonly #forms: Record<Language, Map<string, number[]>>;
  readonly #parts: Record<Language, ReadonlySet<string>>;

  constructor(data: LexiconData) {
    this.version = data.version;
    this.concepts = data.concepts;
    this.#forms = { fi: new Map(), sv: new Map(), en: new Map() };
    for (const [language, form, positions] of data.forms) this.#forms[language].set(form, positions);
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
    const order = [language, ...LANGUAGES.filter((other) => other !== language)];
    const matches: ConceptMatch[] = [];
    for (let first = 0; first < words.length; first++) {
      const isFunction = isFunctionWord((words[first] as Word).lower, language);
      for (const tried of isFunction ? [language] : order) {
        const all = this.#matchAt(words, first, tried);
        // A word of another language is taken for a name or a trade word only: "is" is not Swedish ice.
        const found = tried === language ? all : all.filter(({ concept }) => concept.kind !== "word");
        if (found.length === 0) continue;
        matches.push(...found);
        break;
      }
    }
    return markParts(matches);
  }

  #matchAt(words: readonly Word[], first: number, language: Language): ConceptMatch[] {
    const word = words[first];
    if (word === undefined) return [];
    // A function word means nothing alone, but may begin a phrase ("in charge of").
    const isFunction = isFunctionWord(word.lower, language);
    const found: ConceptMatch[] = [];
    let key = "";
    for (let count = 1; count <= LONGEST_PHRASE && first + count <= words.length; count++) {
      const last = words[first + count - 1] as Word;
      key = count === 1 ? stemWord(last.lower, language) : `${key} ${stemWord(last.lower, language)}`;
      if (count === 1 && isFunction) continue;
      // A form that stands in the vocabulary as written is that word; its stem may be another's too.
      const exact = count === 1 ? this.#forms[language].get(exactKey(last.lower)) : undefined;
      for (const position of exact ?? this.#forms[language].get(key) ?? []) {
        found.push(
          this.#toMatch(position, { first: word, last, firstWord: first, wordCount: count, share: 1 }),
        );
      }
    }
    if (isFunction) return found;
    // A known compound still names its parts: an eco-industrial park is a park.
    const isName = found.some(({ concept, share }) => share === 1 && NAMES.has(concept.kind));
    return isName ? found : [...found, ...this.#matchCompound(word, first, language)];
  }

  #matchCompound(word: Word, firstWord: number, language: Language): ConceptMatch[] {
    if (language === "en") return [];
    const parts = splitCompound(word.lower, {
      language,
      isPart: (part) => this.#parts[language].has(part),
      isHead: (part) => this.#partPositions(part, language).length > 0,
    });
    const share = parts.length > 1 ? PART_SHARE : HEAD_SHARE;
    return parts.flatMap((part) =>
      this.#partPositions(part, language).map((position) =>
        this.#toMatch(position, { first: word, last: word, firstWord, wordCount: 1, share }),
      ),
    );
  }

  /** Concepts of a part of a compound; names are none ("kemiindustri" has nothing to do with Kemi). */
  #partPositions(part: string, language: Language): number[] {
    const positions =
      this.#forms[language].get(exactKey(part)) ?? this.#forms[language].get(stemWord(part, language)) ?? [];
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

/** Key of a form as it is written, apart from the keys of stems. */
export function exactKey(word: string): string {
  return `=${word}`;
}

/** Halves the share of matches that lie inside a longer match of another concept. */
function markParts(matches: ConceptMatch[]): ConceptMatch[] {
  return matches.map((match) => {
    const isInside = matches.some(
      (other) =>
        other.wordCount > match.wordCount &&
        other.firstWord <= match.firstWord &&
        other.firstWord + other.wordCount >= match.firstWord + match.wordCount,
    );
    return isInside ? { ...match, share: Math.min(match.share, PART_SHARE) } : match;
  });
}
