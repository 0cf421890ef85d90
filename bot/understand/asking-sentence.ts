import { splitSentences } from "../../indexer/index.ts";

/**
 * Takes the sentence that asks out of a message that also tells: "There are three of us. Which slags are sold?".
 *
 * @returns The asking sentences, last first, when there is more than one sentence; none otherwise.
 */
export function askingSentences(text: string): string[] {
  const sentences = splitSentences(text).map((sentence) => sentence.trim());
  if (sentences.length < 2) return [];
  return sentences.filter((sentence) => sentence !== "").reverse();
}
