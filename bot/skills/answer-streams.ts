import { recordName } from "../../indexer/index.ts";
import type { Language, Reader } from "../../knowledge/languages.ts";
import type { ParkRecord, StreamRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Question } from "../understand/question.ts";
import type { Term } from "../understand/term.ts";
import type { ReplyDraft } from "./compose-reply.ts";
import { listStreams } from "./list-rows.ts";

/** Words that ask for rows of the table rather than for a text about them. */
const ASKS_ROWS: Record<Language, RegExp> = {
  en: /\b(?:which|what|how much|how many|list|show|quantit\w+|amounts?|tonn?es?)\b/i,
  fi: /(?<!\p{L})(?:mitkä|mitä|millaisia|paljonko|kuinka (?:paljon|monta)|monta\p{L}*|listaa|luettele|näytä|määrä\p{L}*|tonni\p{L}*)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:vilka|vilket|vad för|hur (?:mycket|många|stor\p{L}*)|lista|visa|mängd\p{L}*|ton)(?!\p{L})/iu,
};

/** Words of such questions that narrow nothing. */
const GENERIC =
  /^(?:\d+|tonn?e?s?|ton|tonni\p{L}*|t|year|years?|vuo\p{L}+|år\p{L}*|annual\p{L}*|available|table|taulukko\p{L}*|tabell\p{L}*|side|streams?|sidoström\p{L}*|sivuvir\p{L}*|by|products?|biprodukt\p{L}*|sivutuot\p{L}*|waste|jäte\p{L}*|avfall\p{L}*|aris\p{L}*|uppst\p{L}*|uppkom\p{L}*|synty\p{L}*|produc\p{L}*|generat\p{L}*|tuot\p{L}*|quantit\p{L}*|amounts?|määrä\p{L}*|mängd\p{L}*|kind\p{L}*|sort\p{L}*|typ\p{L}*|area|alue\p{L}*|område\p{L}*|park\p{L}*|puisto\p{L}*|region\p{L}*|seudu\p{L}*|come|comes|form\p{L}*|made|falls?)$/u;

const MOST_LEFTOVER = 0.4;

/**
 * Lists the streams of a material in named parks: "Paljonko lentotuhkaa syntyy Kemi-Torniossa?".
 *
 * @returns Nothing when no material is named, no row is of it, or the question asks for more than rows.
 */
export function answerMaterial(
  question: Question,
  context: { view: KnowledgeView; reader: Reader; parks: readonly ParkRecord[] },
): ReplyDraft | undefined {
  const { view, parks } = context;
  if (question.answerType === "date" || question.answerType === "person") return undefined;
  if (parks.length === 0 || !ASKS_ROWS[question.language].test(question.text)) return undefined;
  // "Side streams" name no material, though a row of totals bears them in its name.
  const materials = question.terms.filter((term) => !GENERIC.test(term.word) && isMaterial(term, view));
  if (materials.length === 0 || leftover(question, materials) > MOST_LEFTOVER) return undefined;
  const ids = new Set(parks.map((park) => park.id));
  const streams = (view.index.tables.streams ?? []).filter(
    (stream) => ids.has(stream.park) && materials.every((term) => isOf(stream, { term, view })),
  );
  const language = question.replyLanguage;
  const where = parks.map((park) => recordName(park, language)).join(", ");
  return listStreams(streams, { ...context, language, where });
}

/** A word is a material when the name of some stream has it as a concept of the trade. */
function isMaterial(term: Term, view: KnowledgeView): boolean {
  const wanted = materialConcepts(term);
  return (
    wanted.length > 0 && (view.index.tables.streams ?? []).some((stream) => isOf(stream, { term, view }))
  );
}

function materialConcepts(term: Term): string[] {
  return [...term.concepts].filter(([id, share]) => id.startsWith("trade:") && share === 1).map(([id]) => id);
}

/** A stream is of a material when one of its names holds the concept, or its category is the material. */
function isOf(stream: StreamRecord, context: { term: Term; view: KnowledgeView }): boolean {
  const wanted = materialConcepts(context.term);
  if (wanted.includes(`trade:${stream.category}`)) return true;
  const concepts = context.view.streamConcepts(stream);
  return wanted.some((id) => concepts.get(id) === 1);
}

function leftover(question: Question, materials: readonly Term[]): number {
  return question.terms
    .filter((term) => !materials.includes(term) && !term.isName && !GENERIC.test(term.word))
    .reduce((sum, term) => sum + term.weight, 0);
}
