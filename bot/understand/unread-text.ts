import { isFunctionWord, splitWords } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { Span } from "./question-spans.ts";

/**
 * A question of which parts are read one after another. What has been read is blanked, so that no word is
 * understood twice, and what is left in the end shows whether the question was understood at all.
 */
export class UnreadText {
  readonly original: string;
  readonly #gap: string;
  #rest: string;

  /** @param options.gap One sign in front of the blanks, which keeps the words on both sides apart. @default {" "} */
  constructor(text: string, { gap = " " }: { gap?: string } = {}) {
    this.original = text;
    this.#gap = gap;
    this.#rest = text;
  }

  /** The text with blanks where it has been read; places are those of the original. */
  get rest(): string {
    return this.#rest;
  }

  /** Takes a stretch out. */
  take([start, end]: Span): void {
    if (end <= start) return;
    const blank = this.#gap + " ".repeat(end - start - 1);
    this.#rest = `${this.#rest.slice(0, start)}${blank}${this.#rest.slice(end)}`;
  }

  /**
   * Takes out every match of a pattern.
   *
   * @param pattern Without the `g` flag.
   * @returns The first match; nothing when there is none.
   */
  read(pattern: RegExp): RegExpExecArray | undefined {
    let first: RegExpExecArray | undefined;
    for (let match = pattern.exec(this.#rest); match !== null; match = pattern.exec(this.#rest)) {
      first ??= match;
      if (match[0] === "") break;
      this.take([match.index, match.index + match[0].length]);
    }
    return first;
  }

  /**
   * Takes out the first match of a pattern alone: a second year or order is left, and shows that the question says more.
   *
   * @param pattern Without the `g` flag.
   */
  readFirst(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.#rest);
    if (match === null) return undefined;
    this.take([match.index, match.index + match[0].length]);
    return match;
  }

  /** Words not read yet that say something: no function words, no single letters. */
  leftWords(language: Language): string[] {
    return splitWords(this.#rest)
      .filter(
        ({ lower, start }) =>
          !isFunctionWord(lower, language) && lower.length > 1 && this.#rest[start - 1] !== ":",
      )
      .map(({ lower }) => lower);
  }
}
