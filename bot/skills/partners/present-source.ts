import { isQuantityWithheld, recordName, renderStream } from "../../../indexer/index.ts";
import { type Language, mayRead } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { ScoredSource } from "../../partners/score-sources.ts";
import { PARTNER_WEIGHTS } from "../../partners/weights.ts";
import type { PartnerCompany } from "../../reply/reply.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import { freshnessMark } from "../streams/freshness-mark.ts";
import { amountOf, parkNameOf, placeOf } from "../streams/present-cells.ts";
import { materialLabel, type PartnerContext } from "./partner-context.ts";
import { rounded, sentences } from "./present-industry.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/** What speaks for a stream. */
function reasonsOf(source: ScoredSource, context: PartnerContext): string[] {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const { support, distanceInKm, coverage } = source;
  return [
    ...(support === undefined ? [materialLabel(source.concept, context)] : [support.use[`use_${language}`]]),
    ...(support === undefined
      ? []
      : [(support.use.cases ?? 0) > 0 ? texts.industryKnown(support.use.cases ?? 0) : texts.generalPractice]),
    ...(distanceInKm === undefined
      ? []
      : [distanceInKm < 1 ? texts.sameArea : texts.distance(String(distanceInKm))]),
    ...(coverage === undefined || coverage < 1 ? [] : [texts.enough]),
  ];
}

/** What stands in the way of a stream. */
function obstaclesOf({ stream, support, coverage }: ScoredSource, context: PartnerContext): string[] {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const steps = (support?.use.pretreatment ?? []).map((id) => materialLabel(id, context));
  const freshness = freshnessMark(stream, { language });
  return [
    ...(stream.hazardous === "yes" ? [texts.hazardousYes] : []),
    ...(stream.status === "sold" ? [texts.soldNow] : []),
    ...(stream.status === "used on site" ? [texts.usedNow] : []),
    ...(stream.status === "unknown" ? [texts.statusUnknown] : []),
    ...(stream.kind === "planned" ? [texts.planned] : []),
    ...(stream.quantity === undefined && !isQuantityWithheld(stream) ? [texts.amountUnknown] : []),
    ...(coverage === undefined || coverage >= 1 ? [] : [texts.notEnough(percent(coverage, language))]),
    ...(steps.length === 0 ? [] : [texts.pretreatment(steps.join(", "))]),
    ...(freshness === "" ? [] : [freshness]),
    ...(stream.year !== undefined && new Date().getFullYear() - stream.year > 5
      ? [texts.stale(stream.year)]
      : []),
  ];
}

/** "40" of 0.4; less than one percent is written as such. */
function percent(share: number, language: Language): string {
  return share < 0.01 ? "< 1" : presentNumber(Math.floor(share * 100), language);
}

/** The stream as a line of the answer, which rests on its row. */
export function sourceLine(source: ScoredSource, context: PartnerContext): AnswerLine {
  const { language, view } = context;
  const texts = PARTNER_TEXTS[language];
  const { stream, parts, score } = source;
  const producer = stream[`producer_${language}`];
  const facts = [producer, placeOf(stream, context), amountOf(stream, language), stream.year]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  const told = sentences(reasonsOf(source, context), { obstacles: obstaclesOf(source, context), language });
  const text = `**${recordName(stream, language)}** (${facts}): ${told}`;
  const row = renderStream(stream, { language, park: parkNameOf(stream.park, context) }).join(" ");
  const sources = rowSources(stream, {
    view,
    language,
    passage: `${row} ${text.replaceAll("**", "")}`,
    file: "side-streams.csv",
  });
  return {
    prefix: "- ",
    claim: { text, sources: sources.slice(0, 1) },
    suffix: ` (${texts.score} ${presentNumber(rounded(score), language)}: ${partWords(parts, context)})`,
  };
}

function partWords(parts: ScoredSource["parts"], { language }: PartnerContext): string {
  const names = PARTNER_TEXTS[language].parts;
  return SOURCE_PARTS.map((part) => `${names[part]} ${presentNumber(rounded(parts[part]), language)}`).join(
    " · ",
  );
}

const SOURCE_PARTS = ["fit", "availability", "distance", "freshness"] as const;

/** How much each part of a stream's score counts, in words. */
export function sourceWeights(language: Language): string {
  const { parts: names, scoreParts } = PARTNER_TEXTS[language];
  const weights = PARTNER_WEIGHTS.source;
  return scoreParts(
    SOURCE_PARTS.map((part) => `${names[part]} × ${presentNumber(weights[part], language)}`).join(" + "),
  );
}

/** The producers of the streams, each once with its best stream. */
export function producersOf(
  sources: readonly ScoredSource[],
  context: PartnerContext & { common: readonly string[] },
): PartnerCompany[] {
  const { language, view, reader, common } = context;
  const companies = (view.index.tables.companies ?? []).filter((row) => mayRead(reader, row.visibility));
  const seen = new Set<string>();
  return sources.flatMap((source): PartnerCompany[] => {
    const { stream } = source;
    const name = stream[`producer_${language}`];
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    const bare = name.replace(/\s*\(.*$/, "");
    const company = companies.find((row) => recordName(row, language).startsWith(bare));
    return [
      {
        name,
        park: parkNameOf(stream.park, context),
        class: company?.receiver_classes[0] ?? "",
        score: rounded(source.score),
        ...(source.distanceInKm === undefined ? {} : { distanceKm: source.distanceInKm }),
        reasons: [recordName(stream, language), ...reasonsOf(source, context)],
        obstacles: [...obstaclesOf(source, context), ...common],
      },
    ];
  });
}
