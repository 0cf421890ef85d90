import type { Language } from "../../knowledge/languages.ts";
import { stemWord } from "../text/stem.ts";
import { WordStarts } from "./word-starts.ts";

const EMPTY: readonly number[] = [];

/** Key of a form as it is written, apart from the keys of stems. */
export function exactKey(word: string): string {
  return `=${word}`;
}

/** The words and phrases a vocabulary knows in one language, with the positions of their concepts. */
export class KnownForms {
  readonly #language: Language;
  /** By a word as it is written. */
  readonly #written = new Map<string, readonly number[]>();
  /** By a stem, or the stems of a phrase. */
  readonly #stemmed = new Map<string, readonly number[]>();
  /** By the stem a phrase begins with, the stems that may come next and the words of the longest such phrase. */
  readonly #phrases = new Map<string, { next: Set<string>; length: number }>();
  readonly #starts = new WordStarts();
  readonly #topicStarts = new WordStarts();

  constructor(language: Language) {
    this.#language = language;
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
    return this.#stemmed.has(stem);
  }

  /** Concepts of a phrase, given by its stems with spaces between. */
  ofPhrase(stems: string): readonly number[] {
    return this.#stemmed.get(stems) ?? EMPTY;
  }

  /** Concepts of a word: a form that stands in the vocabulary as written is that word, its stem may be another's too. */
  ofWord(word: string): readonly number[] {
    return this.#written.get(word) ?? this.#stemmed.get(stemWord(word, this.#language)) ?? EMPTY;
  }

  /** How many words the longest phrase has that begins with a stem; 1 when none does. */
  longestPhrase(head: string): number {
    return this.#phrases.get(head)?.length ?? 1;
  }

  /** Whether any phrase begins with two stems; for most pairs of words this spares looking phrases up. */
  beginsPhrase(head: string, next: string): boolean {
    return this.#phrases.get(head)?.next.has(next) === true;
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
