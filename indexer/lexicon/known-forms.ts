import { closestMatch } from "leven";
import { LRUCache } from "lru-cache";
import type { Language } from "../../knowledge/languages.ts";
import { doAtOnce, mapInSteps, type Steps } from "../pace.ts";
import { stemWord } from "../text/stem.ts";
import { finnishInfinitives } from "./finnish-infinitives.ts";
import { WordStarts } from "./word-starts.ts";

const EMPTY: readonly number[] = [];

/** Shorter words have neighbours that are words in their own right ("osaajia" is not "ostajia"), and so has one with two slips. */
const SHORTEST_MISSPELT = 8;

/** Words kept with what they were taken for. */
const MOST_NEAREST = 2000;

/** Key of a form as it is written, apart from the keys of stems. */
export function exactKey(word: string): string {
  return `=${word}`;
}

/** Forms with what is left of their concepts when some are hidden. */
interface HiddenForms {
  written: ReadonlyMap<string, readonly number[]>;
  stemmed: ReadonlyMap<string, readonly number[]>;
}
const NOTHING_HIDDEN: HiddenForms = { written: new Map(), stemmed: new Map() };

/** A form whose concepts are all hidden is none. */
function known(positions: readonly number[] | undefined): readonly number[] | undefined {
  return positions?.length === 0 ? undefined : positions;
}

/** Words for the people of a place, with the place in front. */
const TOWNSPEOPLE: Partial<Record<Language, RegExp>> = {
  fi: /^(\p{L}{3,})l(?:ai|äi)(?:nen|s\p{L}*)$/u,
  sv: /^(\p{L}{3,}?)s?bo(?:r|rna|rnas|n|ns|s)?$/u,
};

/** The words and phrases a vocabulary knows in one language, with the positions of their concepts. */
export class KnownForms {
  readonly #language: Language;
  /** By a word as it is written. */
  readonly #written: Map<string, readonly number[]>;
  /** By a stem, or the stems of a phrase. */
  readonly #stemmed: Map<string, readonly number[]>;
  /** Forms of which some concepts are hidden, or all: then the form is not known. */
  readonly #hidden: HiddenForms;
  /** By the stem a phrase begins with, the stems that may come next and the words of the longest such phrase. */
  readonly #phrases: Map<string, { next: Set<string>; length: number }>;
  #byLetter: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #starts: WordStarts;
  readonly #topicStarts: WordStarts;
  /** What words were taken for: looking through all that is known is dear. */
  readonly #nearest = new LRUCache<string, { found: string | undefined }>({ max: MOST_NEAREST });

  constructor(language: Language, hiding?: { base: KnownForms; hidden: HiddenForms }) {
    const { base } = hiding ?? {};
    this.#language = language;
    this.#written = base === undefined ? new Map() : base.#written;
    this.#stemmed = base === undefined ? new Map() : base.#stemmed;
    this.#phrases = base === undefined ? new Map() : base.#phrases;
    this.#starts = base === undefined ? new WordStarts() : base.#starts;
    this.#topicStarts = base === undefined ? new WordStarts() : base.#topicStarts;
    this.#hidden = hiding?.hidden ?? NOTHING_HIDDEN;
  }

  /** The same forms without some concepts, given by their positions; the words are shared. */
  hiding(positions: ReadonlySet<number>): KnownForms {
    const without = (forms: ReadonlyMap<string, readonly number[]>) => {
      const changed = new Map<string, readonly number[]>();
      for (const [form, own] of forms) {
        if (own.some((at) => positions.has(at)))
          changed.set(
            form,
            own.filter((at) => !positions.has(at)),
          );
      }
      return changed;
    };
    const hidden = { written: without(this.#written), stemmed: without(this.#stemmed) };
    return new KnownForms(this.#language, { base: this, hidden });
  }

  #writtenAs(word: string): readonly number[] | undefined {
    return known(this.#hidden.written.get(word) ?? this.#written.get(word));
  }

  #stemmedAs(stems: string): readonly number[] | undefined {
    return known(this.#hidden.stemmed.get(stems) ?? this.#stemmed.get(stems));
  }

  /** Whether a word is known for hidden concepts only. */
  isHidden(word: string): boolean {
    if (this.#hidden.written.size + this.#hidden.stemmed.size === 0) return false;
    const forms = [this.#hidden.written.get(word), this.#hidden.stemmed.get(stemWord(word, this.#language))];
    return forms.some((positions) => positions?.length === 0) && this.ofWord(word).length === 0;
  }

  /**
   * @param form A stem, the stems of a phrase, or an {@link exactKey}.
   * @param options.isTopic Whether any of its concepts is more than a general word.
   */
  add(form: string, { positions, isTopic }: { positions: readonly number[]; isTopic: boolean }): void {
    const isWritten = form.startsWith("=");
    const key = isWritten ? form.slice(1) : form;
    (isWritten ? this.#written : this.#stemmed).set(key, positions);
    this.#starts.add(key);
    if (isTopic) this.#topicStarts.add(key);
    if (form.includes(" ")) this.#addPhrase(form.split(" "));
  }

  #addPhrase([head = "", next = "", ...rest]: readonly string[]): void {
    const known = this.#phrases.get(head) ?? { next: new Set(), length: 2 };
    known.next.add(next);
    known.length = Math.max(known.length, 2 + rest.length);
    this.#phrases.set(head, known);
  }

  hasStem(stem: string): boolean {
    return this.#stemmedAs(stem) !== undefined;
  }

  /** Concepts of a phrase, given by its stems with spaces between. */
  ofPhrase(stems: string): readonly number[] {
    return this.#stemmedAs(stems) ?? EMPTY;
  }

  /** Concepts of a word: a form that stands in the vocabulary as written is that word, its stem may be another's too. */
  ofWord(word: string): readonly number[] {
    const own = this.#writtenAs(word) ?? this.#stemmedAs(stemWord(word, this.#language));
    if (own !== undefined) return own;
    for (const base of this.#basesOf(word)) {
      const positions = this.#writtenAs(base);
      if (positions !== undefined) return positions;
    }
    return EMPTY;
  }

  /** What an unknown word may be derived from: the infinitive of a verb, the town that "Karlebyborna" live in. */
  #basesOf(word: string): string[] {
    const town = TOWNSPEOPLE[this.#language]?.exec(word)?.[1];
    const bases = town === undefined ? [] : [town];
    return this.#language === "fi" ? [...bases, ...finnishInfinitives(word)] : bases;
  }

  /** How many words the longest phrase has that begins with a stem; 1 when none does. */
  longestPhrase(head: string): number {
    return this.#phrases.get(head)?.length ?? 1;
  }

  /** Whether any phrase begins with two stems; for most pairs of words this spares looking phrases up. */
  beginsPhrase(head: string, next: string): boolean {
    return this.#phrases.get(head)?.next.has(next) === true;
  }

  /**
   * The known word that a misspelt one most likely is: two letters swapped, or one letter wrong, missing or too many.
   * The first letter is taken to be right.
   *
   * @returns A word or stem that {@link ofWord} knows; `undefined` when none is near enough.
   */
  nearest(word: string): string | undefined {
    if (word.length < SHORTEST_MISSPELT) return undefined;
    const kept = this.#nearest.get(word) ?? { found: this.#findNearest(word) };
    this.#nearest.set(word, kept);
    return kept.found;
  }

  #findNearest(word: string): string | undefined {
    for (let at = 1; at < word.length - 1; at++) {
      const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      if (this.#writtenAs(swapped) !== undefined || this.#stemmedAs(swapped) !== undefined) return swapped;
    }
    const candidates = this.#wordsByLetter().get(word.charAt(0)) ?? [];
    const near = [word, stemWord(word, this.#language)]
      .filter((form) => form.length >= SHORTEST_MISSPELT)
      .map((form) => closestMatch(form, candidates, { maxDistance: 1 }));
    return near.find((found) => found !== undefined && this.ofWord(found).length > 0);
  }

  /** Sorts out now what the first misspelt word would wait for: some tens of milliseconds. */
  *sortByLetter(): Steps<void> {
    if (this.#byLetter !== undefined) return;
    const byLetter = new Map<string, string[]>();
    const all = [...new Set([...this.#written.keys(), ...this.#stemmed.keys()])];
    yield* mapInSteps(
      all,
      (form) => {
        if (!this.#mayBeMeant(form)) return;
        const list = byLetter.get(form.charAt(0));
        if (list === undefined) byLetter.set(form.charAt(0), [form]);
        else list.push(form);
      },
      1024,
    );
    this.#byLetter ??= byLetter;
  }

  /** Single words and stems long enough to be told apart, by their first letter; sorted out when first needed. */
  #wordsByLetter(): ReadonlyMap<string, readonly string[]> {
    if (this.#byLetter === undefined) doAtOnce(this.sortByLetter());
    return this.#byLetter ?? new Map();
  }

  /** Whether a form is a single word, long enough to be told from others, that is known. */
  #mayBeMeant(form: string): boolean {
    return (
      form.length >= SHORTEST_MISSPELT - 1 &&
      !form.includes(" ") &&
      (this.#writtenAs(form) ?? this.#stemmedAs(form)) !== undefined
    );
  }

  /** Whether a word may be known: a quick no for most words that are not, since stemming is dear. */
  mayKnow(word: string): boolean {
    return this.#starts.mayHold(word);
  }

  /** Whether a word may name a topic, or begin a phrase that does. */
  mayBeTopic(word: string): boolean {
    return this.#topicStarts.mayHold(word);
  }
}
