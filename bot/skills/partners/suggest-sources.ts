import { recordName, renderStream } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { ScoredSource } from "../../partners/score-sources.ts";
import { PARTNER_WEIGHTS } from "../../partners/weights.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { PartnerCompany, PartnerIndustry } from "../../reply/reply.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import { amountOf, parkNameOf, placeOf, toStreamRow } from "../streams/present-cells.ts";
import { essentialsToAsk, questionFrame, questionSuggestions } from "./ask-essentials.ts";
import { closestExchange } from "./closest-exchange.ts";
import { commonObstacles } from "./common-obstacles.ts";
import { legalLines } from "./legal-lines.ts";
import { nextStep } from "./next-step.ts";
import { partnerCard, partnerForm } from "./partner-card.ts";
import { classLabel, describeRequest, materialLabel, type PartnerContext } from "./partner-context.ts";
import { rounded, sentences } from "./present-industry.ts";
import { PARTNER_TEXTS } from "./texts.ts";

const MOST_SOURCES = 8;
const MOST_TAKEN = 10;
const MOST_GUESSED = 3;

/** Suggests streams of the table for a need: what an industry takes, or what is wanted by name. */
export function suggestSources(context: PartnerContext): ReplyDraft {
  const { view, reader, language, request, stuff, place } = context;
  const texts = PARTNER_TEXTS[language];
  const classes = request.classes ?? usualTakers(context);
  const wanted = stuff.filter(({ weight, isNear }) => weight >= (isNear === true ? 0.45 : 0.3));
  const sources = view.partners.findSources({ classes, stuff: wanted, place }, reader).slice(0, MOST_SOURCES);
  const what = describeRequest(context, texts.yourStream);
  const essentials = essentialsToAsk(context);
  const common = commonObstacles(context);
  const industries = classes.map((name) => takingIndustry(name, context));
  const exchange = closestExchange({ ...context, classes });
  const legal = legalLines({ ...context, classes });
  const lines: AnswerLine[] = [
    { frame: sources.length === 0 ? texts.noSources(what) : texts.sources(what) },
    ...sources.map((source) => sourceLine(source, context)),
    ...(sources.length === 0 ? [] : [{ frame: sourceWeights(language) }]),
    ...(request.classes === undefined ? [] : industries)
      .filter(({ reasons }) => reasons.length > 0)
      .map((industry) => takenLine(industry, context)),
    ...(common.length === 0 ? [] : [{ frame: `**${texts.common}** ${common.join("; ")}.` }]),
    ...(exchange === undefined ? [] : [{ frame: `**${texts.closest}**` }, exchange]),
    ...(legal.length === 0 ? [] : [{ frame: `**${texts.law}**` }, ...legal]),
    ...nextStep({ ...context, park: sources[0]?.stream.park }),
    ...(essentials.length === 0 ? [] : [{ frame: questionFrame(essentials, context) }]),
  ];
  const partners = { industries, companies: producersOf(sources, { ...context, common }) };
  return {
    ...composeReply({
      language,
      intent: "partners",
      lines,
      suggestions: questionSuggestions(essentials, context),
    }),
    partners,
    streams: sources.map(({ stream }) => toStreamRow(stream, context)),
    cards: [
      partnerCard(partners, { ...context, title: what, common }),
      ...(essentials.length === 0 ? [] : [partnerForm(context)]),
    ],
    partnerRequest: { ...request, asked: [...(request.asked ?? []), ...essentials] },
  };
}

/** Who does not say what it makes is taken for the industries that usually take such stuff. */
function usualTakers({ view, stuff }: PartnerContext): string[] {
  const industries = view.partners.rankIndustries({ stuff });
  return industries.slice(0, MOST_GUESSED).map(({ receiverClass }) => receiverClass);
}

/** What an industry usually takes, commonest first. */
function takingIndustry(receiverClass: string, context: PartnerContext): PartnerIndustry {
  const { view, request } = context;
  const uses = [...view.partners.materials.usesBy(receiverClass)].sort(
    (a, b) => view.partners.materials.firmness(b) - view.partners.materials.firmness(a),
  );
  const label = classLabel(receiverClass, context);
  const materials = uses.map(({ use }) => materialLabel(use.stream_type, context));
  const rank = Math.max(0, (request.classes ?? []).indexOf(receiverClass));
  return {
    class: receiverClass,
    label,
    score: rounded(0.9 ** rank),
    reasons: [...new Set(materials)].slice(0, MOST_TAKEN),
    obstacles: [],
  };
}

function takenLine(industry: PartnerIndustry, context: PartnerContext): AnswerLine {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const text = texts.taken(capitalised(industry.label), industry.reasons.join(", "));
  const passage = text.replaceAll("**", "");
  return {
    claim: {
      text,
      sources: [{ title: texts.usesTitle("…", industry.label), source: "uses.csv", passage, language }],
    },
  };
}

function reasonsOf(source: ScoredSource, context: PartnerContext): string[] {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const { support, distanceInKm } = source;
  return [
    ...(support === undefined ? [materialLabel(source.concept, context)] : [support.use[`use_${language}`]]),
    ...(support === undefined
      ? []
      : [(support.use.cases ?? 0) > 0 ? texts.industryKnown(support.use.cases ?? 0) : texts.generalPractice]),
    ...(distanceInKm === undefined
      ? []
      : [distanceInKm < 1 ? texts.sameArea : texts.distance(String(distanceInKm))]),
  ];
}

function obstaclesOf({ stream, support }: ScoredSource, context: PartnerContext): string[] {
  const { language } = context;
  const texts = PARTNER_TEXTS[language];
  const steps = (support?.use.pretreatment ?? []).map((id) => materialLabel(id, context));
  return [
    ...(stream.hazardous === "yes" ? [texts.hazardousYes] : []),
    ...(stream.status === "sold" ? [texts.soldNow] : []),
    ...(stream.status === "used on site" ? [texts.usedNow] : []),
    ...(stream.status === "unknown" ? [texts.statusUnknown] : []),
    ...(stream.kind === "planned" ? [texts.planned] : []),
    ...(stream.quantity === undefined ? [texts.amountUnknown] : []),
    ...(steps.length === 0 ? [] : [texts.pretreatment(steps.join(", "))]),
    ...(stream.year !== undefined && new Date().getFullYear() - stream.year > 5
      ? [texts.stale(stream.year)]
      : []),
  ];
}

function sourceLine(source: ScoredSource, context: PartnerContext): AnswerLine {
  const { language, view } = context;
  const texts = PARTNER_TEXTS[language];
  const { stream, parts, score } = source;
  const producer = stream[`producer_${language}`];
  const facts = [producer, placeOf(stream, context), amountOf(stream, language), stream.year]
    .filter((part) => part !== undefined)
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
function sourceWeights(language: Language): string {
  const { parts: names, scoreParts } = PARTNER_TEXTS[language];
  const weights = PARTNER_WEIGHTS.source;
  return scoreParts(
    SOURCE_PARTS.map((part) => `${names[part]} × ${presentNumber(weights[part], language)}`).join(" + "),
  );
}

/** The producers of the streams, each once with its best stream. */
function producersOf(
  sources: readonly ScoredSource[],
  context: PartnerContext & { common: readonly string[] },
): PartnerCompany[] {
  const { language, view, common } = context;
  const companies = view.index.tables.companies ?? [];
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
