import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { ClassSupport, ScoredClass } from "../../partners/score-classes.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { PartnerIndustry } from "../../reply/reply.ts";
import type { AnswerLine, ClaimSource } from "../compose-reply.ts";
import { classLabel, materialLabel, type PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/** Whether an industry is suggested by what the stream is rather than by its kind or composition. */
export function isFirm(industry: ScoredClass, context: PartnerContext): boolean {
  const [best] = industry.supports;
  const near = context.stuff.find(({ id }) => id === best?.named);
  return best?.relation === "same" && near?.isNear !== true && best.strength >= 0.25;
}

/** Why an industry may take the stream, strongest first. */
function industryReasons(industry: ScoredClass, context: PartnerContext): string[] {
  const { language, request } = context;
  const texts = PARTNER_TEXTS[language];
  const [best] = industry.supports;
  if (best === undefined) return [];
  return [
    useWords(best, context),
    basisWords(best, context),
    ...(best.relation === "same" ? [] : [texts.because[best.relation](relatedLabel(best, context))]),
    ...(best.hasSameCode === true && request.wasteCode !== undefined
      ? [texts.sameCode(request.wasteCode.replace(/(\d\d)(?=\d)/g, "$1 "))]
      : []),
  ];
}

function relatedLabel({ use }: ClassSupport, context: PartnerContext): string {
  return materialLabel(use.stream_type, context);
}

function useWords({ use }: ClassSupport, { language }: PartnerContext): string {
  return use[`use_${language}`];
}

function basisWords({ use }: ClassSupport, { language }: PartnerContext): string {
  const texts = PARTNER_TEXTS[language];
  return (use.cases ?? 0) > 0 ? texts.industryKnown(use.cases ?? 0) : texts.generalPractice;
}

/** What stands in the way in this industry alone; what holds for all stands apart. */
function industryObstacles(industry: ScoredClass, context: PartnerContext): string[] {
  const texts = PARTNER_TEXTS[context.language];
  const [best] = industry.supports;
  if (best === undefined) return [];
  const steps = best.use.pretreatment.map((id) => materialLabel(id, context));
  return [
    ...(steps.length === 0 ? [] : [texts.pretreatment(steps.join(", "))]),
    ...(best.isOtherForm === true ? [texts.otherForm] : []),
    ...(isFirm(industry, context) ? [] : [texts.weakReason]),
  ];
}

/** The industry as a line of the answer, which rests on the row of the table of uses. */
export function industryLine(industry: ScoredClass, context: PartnerContext): AnswerLine {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const reasons = industryReasons(industry, context);
  const obstacles = industryObstacles(industry, context);
  const label = classLabel(industry.receiverClass, context);
  const told = sentences(reasons, { obstacles, language });
  return {
    prefix: `- **${capitalised(label)}** (${texts.score} ${presentNumber(rounded(industry.score), language)}): `,
    claim: { text: told, sources: [useSource(industry, { ...context, passage: told })] },
  };
}

/** Reasons, then what stands in the way. */
export function sentences(
  reasons: readonly string[],
  context: { obstacles: readonly string[]; language: Language },
): string {
  const { obstacles, language } = context;
  const against =
    obstacles.length === 0 ? "" : ` ${PARTNER_TEXTS[language].obstacles}: ${obstacles.join("; ")}.`;
  return `${reasons.join("; ")}.${against}`;
}

/** The row of `uses.csv` an industry rests on. */
function useSource(industry: ScoredClass, context: PartnerContext & { passage: string }): ClaimSource {
  const { language, passage } = context;
  const [best] = industry.supports;
  const material = materialLabel(best?.use.stream_type ?? "", context);
  const label = classLabel(industry.receiverClass, context);
  return {
    title: PARTNER_TEXTS[language].usesTitle(material, label),
    source: best?.use.links[0] ?? "uses.csv",
    passage: `${material} → ${label}: ${passage}`,
    language,
  };
}

/** The industry as the reply's data holds it. */
export function toPartnerIndustry(
  industry: ScoredClass,
  context: PartnerContext & { common: readonly string[] },
): PartnerIndustry {
  return {
    class: industry.receiverClass,
    label: classLabel(industry.receiverClass, context),
    score: rounded(industry.score),
    reasons: industryReasons(industry, context),
    obstacles: [...industryObstacles(industry, context), ...context.common],
  };
}

/** Scores are shown with two decimals: more would claim a precision they do not have. */
export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
