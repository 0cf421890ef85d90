import type { Language } from "../../knowledge/languages.ts";
import { stemWord } from "../text/stem.ts";

/** Letters that stemming leaves as they are. */
const START_LENGTH = 3;
const EMPTY: readonly number[] = [];

/** Key of a form as it is written, apart from the keys of stems. */
export function exactKey(word: string): string {
  return `=${word}`;
}

/** The words and phrases a vocabulary knows in one language, with the positions of their concepts. */
export class KnownForms {
  readonly #language: Language;
  readonly #positions = new Map<string, readonly number[]>();
  /** By the stem a phrase begins with, how many words the longest such phrase has. */
  readonly #phraseLengths = new Map<string, number>();
  readonly #starts = new Set<string>();

  constructor(language: Language) {
    this.#language = language;
  }

  /** @param form A stem, the stems of a phrase, or an {@link exactKey}. */
  add(form: string, positions: readonly number[]): void {
    this.#positions.set(form, positions);
    this.#starts.add((form.startsWith("=") ? form.slice(1) : form).slice(0, START_LENGTH));
    const end = form.indexOf(" ");
    if (end < 0) return;
    const head = form.slice(0, end);
    const length = form.split(" ").length;
    if (length > this.longestPhrase(head)) this.#phraseLengths.set(head, length);
  }

  has(form: string): boolean {
    return this.#positions.has(form);
  }

  /** Concepts of a phrase, given by its stems with spaces between. */
  ofPhrase(stems: string): readonly number[] {
    return this.#positions.get(stems) ?? EMPTY;
  }

  /** Concepts of a word: a form that stands in the vocabulary as written is that word, its stem may be another's too. */
  ofWord(word: string): readonly number[] {
    return (
      this.#positions.get(exactKey(word)) ?? this.#positions.get(stemWord(word, this.#language)) ?? EMPTY
    );
  }

  /** How many words the longest phrase has that begins with a stem; 1 when none does. */
  longestPhrase(stem: string): number {
    return this.#phraseLengths.get(stem) ?? 1;
  }

  /**
   * Whether a word may be known by its first letters: tells it for most words without stemming them, which is dear.
   * Stemming changes these letters only where the second is doubled.
   */
  mayKnow(word: string): boolean {
    return (
      word[1] === word[2] ||
      this.#starts.has(word.slice(0, START_LENGTH)) ||
      this.#starts.has(word.slice(0, START_LENGTH - 1))
    );
  }
}
