import { LANGUAGES } from "../../../knowledge/languages.ts";
import { draftOf } from "./faq-draft.ts";
import type { FaqContent } from "./faq-entry.ts";

/** Fields whose change makes every answer one of today: what it rests on and how long it holds. */
const SHARED = ["sources", "validUntil", "year"] as const;

/**
 * Gives each answer its day: today where its words or what it rests on changed, else the day it had. New tags or a new
 * question leave the day as it is, for nobody has looked at the answer then.
 *
 * @param options.before The entry as it was. @default it is new
 * @param options.today Date as `2026-03-01`.
 */
export function dateAnswers(
  content: FaqContent,
  { before, today }: { before?: FaqContent | undefined; today: string },
): FaqContent {
  const [was, is] = [before && draftOf(before), draftOf(content)];
  const isAllNew = SHARED.some((field) => was?.[field] !== is[field]);
  const texts = LANGUAGES.map((language) => {
    const { answered: _, ...text } = content.texts[language];
    const isNew = isAllNew || text.answer !== before?.texts[language].answer;
    const answered = isNew ? today : before?.texts[language].answered;
    return [language, text.answer === "" || answered === undefined ? text : { ...text, answered }];
  });
  return { ...content, texts: Object.fromEntries(texts) as FaqContent["texts"] };
}
