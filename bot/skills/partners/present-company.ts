import { recordName, renderCompany } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { ScoredCompany } from "../../partners/company-receivers.ts";
import { PARTNER_WEIGHTS } from "../../partners/weights.ts";
import type { PartnerCompany } from "../../reply/reply.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import { classLabel, materialLabel, type PartnerContext } from "./partner-context.ts";
import type { PartnerTexts } from "./partner-texts.ts";
import { rounded, sentences } from "./present-industry.ts";
import { PARTNER_TEXTS } from "./texts.ts";

const FAR_IN_KM = 150;
const OLD_IN_YEARS = 5;

/** Whether the reader may know which company it is. */
function isNamed({ company }: ScoredCompany): boolean {
  return company.withheld?.includes("identity") !== true;
}

/** Name of a company, or that it is one in a park where the reader may not know which. */
function companyName(scored: ScoredCompany, context: PartnerContext): string {
  const texts = PARTNER_TEXTS[context.language];
  if (isNamed(scored)) return recordName(scored.company, context.language);
  return scored.park === undefined
    ? texts.somewhere
    : texts.hiddenCompany(recordName(scored.park, context.language));
}

/** What speaks for a company. */
function companyReasons(scored: ScoredCompany, context: PartnerContext): string[] {
  const texts = PARTNER_TEXTS[context.language];
  const { needs, distanceInKm, industry } = scored;
  return [
    texts.inIndustry(classLabel(industry.receiverClass, context)),
    ...(needs === undefined ? [] : [texts.takes(materialLabel(needs, context))]),
    ...(distanceInKm === undefined || distanceInKm > FAR_IN_KM || scored.isBeyondReach === true
      ? []
      : [distanceInKm < 1 ? texts.sameArea : texts.distance(String(distanceInKm))]),
  ];
}

/** What stands in the way at a company. */
function companyObstacles(scored: ScoredCompany, context: PartnerContext): string[] {
  const texts = PARTNER_TEXTS[context.language];
  const { company } = scored;
  const distance = distanceObstacle(scored, texts);
  const age = company.year === undefined ? undefined : new Date().getFullYear() - company.year;
  return [
    ...distance,
    ...(company.status === "planned" ? [texts.planned] : []),
    ...(company.status === "unknown" ? [texts.statusUnknown] : []),
    ...(company.year !== undefined && age !== undefined && age > OLD_IN_YEARS
      ? [texts.stale(company.year)]
      : []),
  ];
}

function distanceObstacle({ distanceInKm, isBeyondReach }: ScoredCompany, texts: PartnerTexts): string[] {
  if (distanceInKm === undefined) return [];
  if (isBeyondReach === true) return [texts.beyondReach(String(distanceInKm))];
  return distanceInKm > FAR_IN_KM ? [texts.far(String(distanceInKm))] : [];
}

/** The company as a line of the answer; what the reader may not know of it is in none of its words. */
export function companyLine(scored: ScoredCompany, context: PartnerContext): AnswerLine {
  const { language, view } = context;
  const texts = PARTNER_TEXTS[language];
  const park = scored.park === undefined ? undefined : recordName(scored.park, language);
  const score = `${texts.score} ${presentNumber(rounded(scored.score), language)}`;
  const told = sentences(companyReasons(scored, context), {
    obstacles: companyObstacles(scored, context),
    language,
  });
  const parts = `(${partWords(scored, context)})`;
  const head = `- **${companyName(scored, context)}** (${[park, score].filter((part) => part !== undefined).join("; ")}): `;
  const row = renderCompany(scored.company, { language, parks: park === undefined ? [] : [park] }).join(" ");
  const sources = rowSources(scored.company, {
    view,
    language,
    passage: `${row} ${told}`,
    file: "companies.csv",
  });
  return { prefix: head, claim: { text: told, sources: sources.slice(0, 1) }, suffix: ` ${parts}` };
}

/** The parts of a score: "industry 0.8 · input need 0 · …". */
function partWords(scored: ScoredCompany, context: PartnerContext): string {
  const { language } = context;
  const names = PARTNER_TEXTS[language].parts;
  return COMPANY_PARTS.map(
    (part) => `${names[part]} ${presentNumber(rounded(scored.parts[part]), language)}`,
  ).join(" · ");
}

const COMPANY_PARTS = ["industry", "needs", "distance", "freshness"] as const;

/** How much each part of a company's score counts, in words. */
export function companyWeights(language: Language): string {
  const { parts: names, scoreParts } = PARTNER_TEXTS[language];
  const weights = PARTNER_WEIGHTS.company;
  return scoreParts(
    COMPANY_PARTS.map((part) => `${names[part]} × ${presentNumber(weights[part], language)}`).join(" + "),
  );
}

/** The company as the reply's data holds it. */
export function toPartnerCompany(
  scored: ScoredCompany,
  context: PartnerContext & { common: readonly string[] },
): PartnerCompany {
  const { language, common } = context;
  return {
    name: companyName(scored, context),
    ...(scored.park === undefined ? {} : { park: recordName(scored.park, language) }),
    class: scored.industry.receiverClass,
    score: rounded(scored.score),
    ...(scored.distanceInKm === undefined ? {} : { distanceKm: scored.distanceInKm }),
    reasons: companyReasons(scored, context),
    obstacles: [...companyObstacles(scored, context), ...common],
  };
}
