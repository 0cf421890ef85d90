import { closestMatch } from "leven";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { doInSteps, type Rest } from "../pace.ts";
import { isFunctionWord } from "../text/function-words.ts";
import { stemWord } from "../text/stem.ts";
import { splitWords, type Word } from "../text/words.ts";
import type { Concept, ConceptKind, ConceptMatch, LexiconData } from "./concept.ts";
import type { KnownForms } from "./known-forms.ts";
import { markParts, PART_SHARE } from "./mark-parts.ts";
import { readForms, readFormsInSteps } from "./read-forms.ts";
import { splitCompound } from "./split-compound.ts";
import { FUNCTION_WORD, NO_PARTS, ReadingCache, UNKNOWN_WORD, type WordReading } from "./word-reading.ts";

export type { Concept, ConceptKind, ConceptMatch, LexiconData, LexiconForm } from "./concept.ts";
export { exactKey } from "./known-forms.ts";

/** A compound whose first part is unknown still says what kind of thing it names. */
const HEAD_SHARE = 0.35;
const NAMES: ReadonlySet<ConceptKind> = new Set(["place", "park"]);
/** Shorter names begin other words too. */
export const SHORTEST_NAME_PART = 6;
const LONGEST_PHRASE = 6;
const NO_POSITIONS: readonly number[] = [];
/** By the language of a text, the languages in which its words are looked up, in order. */
const ORDERS: Record<Language, readonly Language[]> = {
  fi: ["fi", "sv", "en"],
  sv: ["sv", "fi", "en"],
  en: ["en", "fi", "sv"],
};

/** What a lexicon that hides concepts shares with the whole one. */
interface HidingLexicon {
  version: string;
  concepts: readonly Concept[];
  hidden: ReadonlySet<number>;
  forms: Record<Language, KnownForms>;
  parts: Record<Language, ReadonlySet<string>>;
}

/**
 * Finds the concepts of the vocabulary in texts of three languages, inflected and in compounds: the bridge
 * by which a Swedish question meets a Finnish passage.
 */
export class Lexicon {
  readonly version: string;
  readonly concepts: readonly Concept[];
  /** By position, those that are hidden included. */
  readonly #all: readonly Concept[];
  readonly #hidden: ReadonlySet<number>;
  readonly #forms: Record<Language, KnownForms>;
  readonly #parts: Record<Language, ReadonlySet<string>>;
  #nameWords: readonly string[] | undefined;
  #unmarked: ReadonlyMap<string, string> | undefined;
  /** What words have been found to mean, since texts repeat their words. */
  readonly #readings = new ReadingCache((word, language) => this.#readWord(word, language));

  constructor(data: LexiconData | HidingLexicon) {
    this.version = data.version;
    this.#all = data.concepts;
    this.#hidden = "hidden" in data ? data.hidden : new Set();
    this.concepts = this.#hidden.size === 0 ? this.#all : this.#all.filter((_, at) => !this.#hidden.has(at));
    this.#forms = "hidden" in data ? data.forms : readForms(data);
    this.#parts =
      "hidden" in data
        ? data.parts
        : { fi: new Set(data.parts.fi), sv: new Set(data.parts.sv), en: new Set(data.parts.en) };
  }

  /** Reads a lexicon as the constructor does, with rests between. */
  static async inSteps(data: LexiconData, rest: Rest): Promise<Lexicon> {
    const { version, concepts } = data;
    const forms = await readFormsInSteps(data, rest);
    const parts = { fi: new Set(data.parts.fi), sv: new Set(data.parts.sv), en: new Set(data.parts.en) };
    const lexicon = new Lexicon({ version, concepts, hidden: new Set(), forms, parts });
    await lexicon.sortInSteps(rest);
    return lexicon;
  }

  /** Makes what the first misspelt word of each language would wait for, with rests between. */
  async sortInSteps(rest: Rest): Promise<void> {
    for (const language of LANGUAGES) await doInSteps(this.#forms[language].sortByLetter(), rest);
  }

  /**
   * The same lexicon for somebody who may not know of some concepts: it neither finds nor suggests them, and no other
   * concept leads to them. It shares its words with this one.
   *
   * @param ids Ids of concepts, such as `park:eco3`; those that are not there are passed over.
   */
  hiding(ids: ReadonlySet<string>): Lexicon {
    const hidden = new Set([
      ...this.#hidden,
      ...[...this.#all.keys()].filter((at) => ids.has(this.#conceptAt(at).id)),
    ]);
    if (hidden.size === this.#hidden.size) return this;
    const concepts = this.#all.map((concept) => {
      const related = concept.related?.filter((id) => !ids.has(id));
      return related?.length === concept.related?.length ? concept : { ...concept, related: related ?? [] };
    });
    const forms = {
      fi: this.#forms.fi.hiding(hidden),
      sv: this.#forms.sv.hiding(hidden),
      en: this.#forms.en.hiding(hidden),
    };
    return new Lexicon({ version: this.version, concepts, hidden, forms, parts: this.#parts });
  }

  /** Languages in which a single word is known, inflected or not. */
  readonly knownLanguages = (word: string): Language[] =>
    LANGUAGES.filter((language) => this.#forms[language].hasStem(stemWord(word, language)));

  /**
   * The known word that an unknown one may be a slip of the pen for.
   *
   * @param word One lower-case word.
   * @param language The language it is written in; no other is tried.
   * @returns A word that {@link match} knows; `undefined` when none is near enough.
   */
  nearestWord(word: string, language: Language): string | undefined {
    return this.#forms[language].nearest(word);
  }

  /**
   * The word of a park's or place's name that a word is without its dots and rings ("kemijarvi").
   *
   * @param word One lower-case word.
   */
  unmarkedNameWord(word: string): string | undefined {
    this.#unmarked ??= new Map(this.#readNameWords().map((name) => [withoutMarks(name), name]));
    return this.#unmarked.get(withoutMarks(word));
  }

  /**
   * The word of a park's or place's name that an unknown capitalised word may be a slip for ("Chemisty").
   *
   * @param word One lower-case word, not inflected.
   * @returns A word of six letters or more; `undefined` when none is one letter away.
   */
  nearestNameWord(word: string): string | undefined {
    return word.length < SHORTEST_NAME_PART
      ? undefined
      : closestMatch(word, this.#readNameWords(), { maxDistance: 1 });
  }

  #readNameWords(): readonly string[] {
    this.#nameWords ??= [
      ...new Set(
        this.concepts
          .filter(({ kind }) => NAMES.has(kind))
          .flatMap(({ labels }) => LANGUAGES.flatMap((language) => splitWords(labels[language])))
          .map(({ lower }) => lower)
          .filter((lower) => lower.length >= SHORTEST_NAME_PART),
      ),
    ];
    return this.#nameWords;
  }

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
      const { lower } = words[first] as Word;
      for (const tried of ORDERS[language]) {
        const reading = this.#readings.read(lower, tried);
        const before = matches.length;
        // A word of another language is taken for a name or a trade word only: "is" is not Swedish ice.
        if (reading.isKnown)
          this.#addMatches({ words, first, reading, isTopic: tried !== language }, matches);
        if (matches.length > before || (tried === language && reading.isFunctionWord)) break;
      }
    }
    return markParts(matches);
  }

  /**
   * Finds the topics, names included, that a question's words and phrases name as a whole in its own language: all
   * that passages of that language cannot be met by through letters alone. Much quicker than {@link match}.
   */
  matchTopics(question: string, language: Language): ConceptMatch[] {
    const words = splitWords(question);
    const forms = this.#forms[language];
    const matches: ConceptMatch[] = [];
    words.forEach(({ lower }, first) => {
      if (!forms.mayBeTopic(lower) || isFunctionWord(lower, language)) return;
      const positions = forms.ofWord(lower);
      const stem = stemWord(lower, language);
      const longestPhrase = forms.longestPhrase(stem);
      if (positions.length === 0 && longestPhrase === 1) return;
      const whole = { isKnown: true, isFunctionWord: false, language, stem, positions, ...NO_PARTS };
      this.#addMatches({ words, first, reading: { ...whole, longestPhrase }, isTopic: true }, matches);
    });
    return markParts(matches);
  }

  #readWord(word: string, language: Language): WordReading {
    const isFunction = isFunctionWord(word, language);
    const stem = stemWord(word, language);
    const longestPhrase = Math.min(LONGEST_PHRASE, this.#forms[language].longestPhrase(stem));
    // A function word means nothing alone, but may begin a phrase ("in charge of").
    const positions = isFunction ? NO_POSITIONS : this.#forms[language].ofWord(word);
    const compound = isFunction ? NO_PARTS : this.#readCompound(word, language);
    const isKnown = positions.length > 0 || compound.parts.length > 0 || longestPhrase > 1;
    if (!isKnown) return isFunction ? FUNCTION_WORD : UNKNOWN_WORD;
    return { isKnown, isFunctionWord: isFunction, language, stem, positions, ...compound, longestPhrase };
  }

  #addMatches(
    at: { words: readonly Word[]; first: number; reading: WordReading; isTopic: boolean },
    matches: ConceptMatch[],
  ): void {
    const { words, first, isTopic } = at;
    const { language, positions, parts, partShare, longestPhrase } = at.reading;
    const word = words[first] as Word;
    let isName = false;
    const add = (position: number, place: { last: Word; wordCount: number; share: number }) => {
      const match = this.#toMatch(position, { first: word, firstWord: first, ...place });
      if (NAMES.has(match.concept.kind)) isName = true;
      if (!isTopic || match.concept.kind !== "word") matches.push(match);
    };
    for (const position of positions) add(position, { last: word, wordCount: 1, share: 1 });
    let key = at.reading.stem;
    for (let count = 2; count <= longestPhrase && first + count <= words.length; count++) {
      const last = words[first + count - 1] as Word;
      const stem = stemWord(last.lower, language);
      if (count === 2 && !this.#forms[language].beginsPhrase(key, stem)) break;
      key += ` ${stem}`;
      for (const position of this.#forms[language].ofPhrase(key)) {
        add(position, { last, wordCount: count, share: 1 });
      }
    }
    // A known compound still names its parts: an eco-industrial park is a park.
    if (isName) return;
    for (const position of parts) add(position, { last: word, wordCount: 1, share: partShare });
  }

  #readCompound(word: string, language: Language): Pick<WordReading, "parts" | "partShare"> {
    if (language === "en") return NO_PARTS;
    const parts = splitCompound(word, {
      language,
      isPart: (part) => this.#parts[language].has(part) && !this.#forms[language].isHidden(part),
      isHead: (part) => this.#forms[language].mayKnow(part) && this.#partPositions(part, language).length > 0,
    });
    return {
      // A town may be the first part of a compound ("Karlebyprojektet"), but "Nykarleby" is another town.
      parts: parts.flatMap((part, at) =>
        at < parts.length - 1 && part.length >= SHORTEST_NAME_PART
          ? this.#forms[language].ofWord(part)
          : this.#partPositions(part, language),
      ),
      partShare: parts.length > 1 ? PART_SHARE : HEAD_SHARE,
    };
  }

  /** Concepts of a part of a compound that is no name ("kemiindustri" has nothing to do with Kemi). */
  #partPositions(part: string, language: Language): number[] {
    const positions = this.#forms[language].ofWord(part);
    return positions.filter((position) => !NAMES.has(this.#conceptAt(position).kind));
  }

  #conceptAt(position: number): Concept {
    return this.#all[position] as Concept;
  }

  #toMatch(
    position: number,
    place: { first: Word; last: Word; firstWord: number; wordCount: number; share: number },
  ): ConceptMatch {
    return {
      concept: this.#conceptAt(position),
      start: place.first.start,
      end: place.last.end,
      firstWord: place.firstWord,
      wordCount: place.wordCount,
      share: place.share,
    };
  }
}

function withoutMarks(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}
