import { splitSentences } from "../../indexer/index.ts";
import { restoreBrackets } from "./delimit-data.ts";

/** A sentence of the model with the numbers of the sources it cites. */
export interface CitedSentence {
  /** Words without marks and emphasis. */
  text: string;
  marks: readonly number[];
  isListItem: boolean;
}

const MARKS = /(?:\s*\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\])+/g;
const NUMBER = /\d{1,3}/g;
/** What may still belong to the sentence before: its marks, or the beginning of one. */
const MAY_BE_MARK = /^\s*(?:\[[\d\s,;]*\]?\s*)*$/;
const THOUGHTS = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi;

/**
 * Cuts the words of a model into sentences while they come: a sentence is given as soon as it is sure that it has ended,
 * marks behind its full stop included.
 *
 * @example
 * ```ts
 * const cutter = new SentenceCutter();
 * cutter.add("Steam is sold. [1] It co"); // [{ text: "Steam is sold.", marks: [1], isListItem: false }]
 * cutter.end(); // [{ text: "It co", … }]
 * ```
 */
export class SentenceCutter {
  #text = "";
  #given = 0;

  /** @returns The sentences that have become whole. */
  add(piece: string): CitedSentence[] {
    this.#text += piece;
    const whole = wholeSentences(this.#text, false);
    return this.#take(whole);
  }

  /** @returns What is left, whole or not. */
  end(): CitedSentence[] {
    return this.#take(wholeSentences(this.#text, true));
  }

  #take(sentences: readonly string[]): CitedSentence[] {
    const fresh = sentences.slice(this.#given);
    this.#given = Math.max(this.#given, sentences.length);
    // A model may be cut in the middle of a character.
    return fresh.map((sentence) => toCited(sentence.toWellFormed()));
  }
}

/** All sentences so far; the last one only at the end, since more may come. */
function wholeSentences(text: string, isEnd: boolean): string[] {
  const said = text.replace(THOUGHTS, "");
  // "<thi" may become the beginning of thoughts.
  if (!isEnd && /<\/?[a-z]*$/i.test(said)) return wholeSentences(said.replace(/<\/?[a-z]*$/i, ""), false);
  const lines = said.split("\n");
  return lines.flatMap((line, at) => {
    const isOpen = !isEnd && at === lines.length - 1;
    const sentences = splitLine(line);
    if (!isOpen) return sentences;
    const last = sentences.at(-1);
    return last === undefined || sentences.length === 0 ? [] : sentences.slice(0, -1);
  });
}

/** Marks go before the full stop, so that the split does not lose them to the next sentence. */
function splitLine(line: string): string[] {
  const bullet = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/.exec(line)?.[0] ?? "";
  const moved = line
    .slice(bullet.length)
    .replace(/([.!?…]+["”»')]*)((?:\s*\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\])+)/g, "$2$1")
    // A mark may be under way: "sold. [1".
    .replace(/([.!?…]+["”»')]*)(\s*\[[\d\s,;]*)$/, "$1");
  // A mark and a stop end a sentence whatever comes behind them: nothing rides along with what is true.
  return moved
    .split(/(?<=\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\][.!?…]+["”»')]*)\s+/)
    .flatMap(splitSentences)
    .filter((sentence) => !MAY_BE_MARK.test(sentence))
    .map((sentence, at) => (bullet !== "" && at === 0 ? `- ${sentence}` : sentence));
}

function toCited(sentence: string): CitedSentence {
  const isListItem = sentence.startsWith("- ");
  const words = isListItem ? sentence.slice(2) : sentence;
  const marks = [...words.matchAll(MARKS)].flatMap(([mark]) => (mark.match(NUMBER) ?? []).map(Number));
  const text = restoreBrackets(words.replace(MARKS, ""))
    .replace(/\*\*|__/g, "")
    .replace(/\s+([.,;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return { text, marks: [...new Set(marks)], isListItem };
}
