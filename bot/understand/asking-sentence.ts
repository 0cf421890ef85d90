import { splitSentences } from "../../indexer/index.ts";

/**
 * Takes the sentence that asks out of a message that also tells: "There are three of us. Which slags are sold?".
 *
 * @returns The asking sentences, last first, when there is more than one sentence; none otherwise.
 */
export function askingSentences(text: string): string[] {
  const sentences = splitSentences(text)
    .flatMap((sentence) => sentence.split(BEFORE_ASKING))
    .map((sentence) => sentence.trim());
  if (sentences.length < 2) return [];
  return sentences.filter((sentence) => sentence !== "").reverse();
}

/** "i'm writing an article. which parks exist?": whoever types in haste begins no sentence with a capital. */
const BEFORE_ASKING =
  /(?<=\p{L}{2}[.!])\s+(?=(?:who|which|what|where|how|is|are|do|does|can|could|list|show|kuka|ketkä|mikä|mitkä|mitä|missä|mistä|mihin|miten|onko|paljonko|montako|listaa|näytä|vem|vilken|vilket|vilka|vad|var|hur|finns|lista|visa)(?!\p{L}))/u;
