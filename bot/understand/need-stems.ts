import type { ConceptMatch } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { parkKnowledge } from "../query/park-knowledge.ts";
import { isGenericConcept } from "./need-generic.ts";
import type { Question } from "./question.ts";

/** Whether a stretch overlaps any of others. */
export function isInside(
  span: { start: number; end: number },
  spans: readonly { start: number; end: number }[],
): boolean {
  return spans.some((other) => span.start < other.end && span.end > other.start);
}

/** The words of a stretch of the question that tables or guides hold, by their stems. */
export function stemsOf(
  { start, end }: { start: number; end: number },
  { question, view }: { question: Question; view: KnowledgeView },
): { stems?: string[] } {
  const words = question.text.slice(start, end).toLowerCase();
  const { language } = question;
  const stems = question.terms
    .filter((term) => words.includes(term.word) && !term.isName)
    .flatMap((term) => parkKnowledge(view).knownStem(term.stems[language], language) ?? []);
  return stems.length === 0 ? {} : { stems };
}

/** Whether a match says something of a place: it is no word of every park. */
export function isTelling(match: ConceptMatch, view: KnowledgeView): boolean {
  const { id } = match.concept;
  return !isGenericConcept(id) && parkKnowledge(view).tellingness(id) > 0;
}
