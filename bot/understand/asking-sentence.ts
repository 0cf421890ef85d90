import { splitSentences } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { analyseQuestion, type Question } from "./question.ts";
import { NO_TOPIC } from "./read-park-query.ts";
import { EVERYWHERE } from "./topic-spans.ts";

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

/**
 * Finds the one sentence that asks, where what is told beside it narrows nothing: "I am new here. Which parks are there?".
 *
 * @returns Nothing for a single sentence, for two that ask, and where another names a place, figure, stuff or anybody.
 */
export function findAskingSentence(question: Question, view: KnowledgeView): Question | undefined {
  const { language, replyLanguage } = question;
  const sentences = askingSentences(question.text);
  const [only, ...others] = sentences.filter((sentence) => sentence.endsWith("?"));
  if (only === undefined || others.length > 0) return undefined;
  const analyse = (text: string) => analyseQuestion(text, { language, replyLanguage, view });
  const told = sentences.filter((sentence) => sentence !== only);
  return told.every((text) => tellsNothing(analyse(text))) ? analyse(only) : undefined;
}

/** Whether a sentence holds nothing that could narrow a question: no name, place, figure, stuff or trade. */
function tellsNothing({ text, terms, parks, places, matches }: Question): boolean {
  if (/\d/.test(text) || parks.length > 0 || places.some((id) => id !== EVERYWHERE)) return false;
  if (terms.some(({ isName, concepts }) => isName && !concepts.has(`place:${EVERYWHERE}`))) return false;
  return matches.every(({ concept }) => concept.kind !== "trade" || NO_TOPIC.test(concept.id));
}
