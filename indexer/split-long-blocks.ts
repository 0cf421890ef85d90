import type { Block } from "./read/source-document.ts";
import { splitMarked } from "./split-marked.ts";
import { splitSentences } from "./text/split-sentences.ts";

/** Texts longer than this many times the wanted length are cut; somewhat longer paragraphs stay whole. */
const TOLERANCE = 2;
/** Characters after which even a text without full stops is cut, at a space. */
const LONGEST_SENTENCE = 1000;

/**
 * Cuts paragraphs and list items that are too long for one passage (text without empty lines, as some files have
 * it) behind sentences. Source marks are written behind every sentence they cover.
 *
 * @param blocks Blocks in reading order.
 * @param targetChars Wanted length of a passage.
 */
export function splitLongBlocks(blocks: readonly Block[], targetChars: number): Block[] {
  return blocks.flatMap((block) => {
    const isText = block.kind === "paragraph" || block.kind === "list-item";
    if (!isText || block.text.length <= targetChars * TOLERANCE) return [block];
    return joinUpTo(targetChars, markedSentences(block.text)).map((text) => ({ kind: "paragraph", text }));
  });
}

function markedSentences(text: string): string[] {
  return splitMarked(text).flatMap(({ words, marks }) =>
    splitSentences(words)
      .flatMap(cutAtSpaces)
      .map((sentence) => sentence + marks.map((mark) => `[^${mark}]`).join("")),
  );
}

function cutAtSpaces(sentence: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (sentence.length - start > LONGEST_SENTENCE) {
    const space = sentence.lastIndexOf(" ", start + LONGEST_SENTENCE);
    const end = space > start ? space : wholeCharacters(sentence, start + LONGEST_SENTENCE);
    pieces.push(sentence.slice(start, end).trim());
    start = end;
  }
  return [...pieces, sentence.slice(start).trim()].filter((piece) => piece !== "");
}

/** The place itself, or the one before where it lies within a character. */
function wholeCharacters(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function joinUpTo(targetChars: number, sentences: readonly string[]): string[] {
  const texts: string[] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const sentence of sentences) {
    if (length + sentence.length > targetChars) {
      texts.push(sentence);
      length = 0;
    } else texts[texts.length - 1] += ` ${sentence}`;
    length += sentence.length + 1;
  }
  return texts;
}
