import { listMarks } from "../knowledge/source-marks.ts";

/** Pieces of a paragraph with the source marks that stand behind each. */
export function splitMarked(text: string): { words: string; marks: string[] }[] {
  const pieces: { words: string; marks: string[] }[] = [];
  const pattern = /(?:\s*\[\^[^\]\s]+\])+/g;
  let start = 0;
  for (const match of text.matchAll(pattern)) {
    const words = text.slice(start, match.index).trim();
    start = match.index + match[0].length;
    // A mark before the full stop belongs to the sentence that the stop ends.
    const stop = /^[.!?:;,]/.exec(text.slice(start))?.[0] ?? "";
    start += stop.length;
    if (words !== "") pieces.push({ words: words + stop, marks: listMarks(match[0]) });
    else pieces.at(-1)?.marks.push(...listMarks(match[0]));
  }
  const rest = text.slice(start).trim();
  if (rest !== "") pieces.push({ words: rest, marks: pieces.at(-1)?.marks ?? [] });
  return pieces;
}
