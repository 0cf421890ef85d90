import { isFunctionWord, splitWords, stemWord } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { ReceiverClassRecord } from "../../knowledge/schema.ts";

/** An industry that a text names, with the share of the text that speaks for it. */
export interface NamedClass {
  receiverClass: string;
  /** 0 to 1; the best is 1 where a name of the class stands in the text. */
  weight: number;
  start: number;
  end: number;
}

interface Name {
  receiverClass: string;
  stems: readonly string[];
}

/** Finds which receiving industry a plant, company or trade belongs to, by the words people use for it. */
export class ReceiverNames {
  /** Names by their first stem. */
  readonly #names: Record<Language, Map<string, Name[]>> = { fi: new Map(), sv: new Map(), en: new Map() };
  /** How telling a stem is: a stem of one class only tells all. */
  readonly #classesOfStem: Record<Language, Map<string, Set<string>>> = {
    fi: new Map(),
    sv: new Map(),
    en: new Map(),
  };

  constructor(classes: readonly ReceiverClassRecord[]) {
    for (const row of classes) {
      for (const language of LANGUAGES) {
        for (const form of [row[language], ...row[`synonyms_${language}`]])
          this.#add(form, { row, language });
      }
      this.#add(row.receiver_class, { row, language: "en" });
    }
  }

  #add(form: string, context: { row: ReceiverClassRecord; language: Language }): void {
    const { row, language } = context;
    const stems = stemsOf(form, language).map(({ stem }) => stem);
    const [first] = stems;
    if (first === undefined) return;
    const name = { receiverClass: row.receiver_class, stems };
    this.#names[language].set(first, [...(this.#names[language].get(first) ?? []), name]);
    for (const stem of stems) {
      const classes = this.#classesOfStem[language].get(stem) ?? new Set();
      this.#classesOfStem[language].set(stem, classes.add(row.receiver_class));
    }
  }

  /**
   * Finds the industries that a text names.
   *
   * @returns Whole names first; where none stands in the text, classes whose names share its telling words. Empty when
   * no word is known.
   *
   * @example
   * ```ts
   * names.find("brickworks", "en"); // [{ receiverClass: "bricks, ceramics and refractories", weight: 1, … }]
   * ```
   */
  find(text: string, language: Language): NamedClass[] {
    const words = stemsOf(text, language);
    const whole = this.#findWhole(words, language);
    return whole.length > 0 ? whole : this.#findByWords(words, language);
  }

  /** Whole names only; the longest at each place. */
  findWhole(text: string, language: Language): NamedClass[] {
    return this.#findWhole(stemsOf(text, language), language);
  }

  #findWhole(words: readonly StemmedWord[], language: Language): NamedClass[] {
    const found: NamedClass[] = [];
    for (let at = 0; at < words.length; at++) {
      const names = (this.#names[language].get(words[at]?.stem ?? "") ?? []).filter((name) =>
        name.stems.every((stem, next) => words[at + next]?.stem === stem),
      );
      const longest = Math.max(0, ...names.map(({ stems }) => stems.length));
      const [first] = words.slice(at);
      const last = words[at + longest - 1];
      if (first === undefined || last === undefined) continue;
      for (const receiverClass of new Set(
        names.filter(({ stems }) => stems.length === longest).map((name) => name.receiverClass),
      )) {
        found.push({ receiverClass, weight: 1, start: first.start, end: last.end });
      }
      at += Math.max(0, longest - 1);
    }
    return found;
  }

  #findByWords(words: readonly StemmedWord[], language: Language): NamedClass[] {
    const weights = new Map<string, NamedClass>();
    for (const { stem, start, end } of words) {
      const classes = this.#classesOfStem[language].get(stem);
      if (classes === undefined) continue;
      // A word of many industries ("plant", "products") tells none.
      const weight = 0.7 / classes.size;
      for (const receiverClass of classes) {
        const known = weights.get(receiverClass);
        if (known === undefined) weights.set(receiverClass, { receiverClass, weight, start, end });
        else known.weight = Math.min(0.9, known.weight + weight);
      }
    }
    return [...weights.values()].filter(({ weight }) => weight >= 0.15).sort((a, b) => b.weight - a.weight);
  }
}

interface StemmedWord {
  stem: string;
  start: number;
  end: number;
}

function stemsOf(text: string, language: Language): StemmedWord[] {
  return splitWords(text)
    .filter(({ lower }) => !isFunctionWord(lower, language))
    .map(({ lower, start, end }) => ({ stem: stemWord(baseOf(lower, language), language), start, end }));
}

/** Forms of plants' names that no stemmer brings together: "tiilitehtaalle", "biokaasulaitokselta", "tegelbruket". */
const BASES: Partial<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  fi: [
    [/(?<=teh)ta[ai]\p{L}*$/u, "das"],
    [/(?<=lait)o(?:kse|ksi|st[ae])\p{L}*$/u, "os"],
  ],
  sv: [[/(?<=\p{L}{4})et$/u, ""]],
};

function baseOf(word: string, language: Language): string {
  return (BASES[language] ?? []).reduce((base, [ending, bare]) => base.replace(ending, bare), word);
}
