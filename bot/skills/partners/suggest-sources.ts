import { mayRead } from "../../../knowledge/languages.ts";
import { capitalised } from "../../reply/capitalised.ts";
import type { PartnerIndustry } from "../../reply/reply.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { toStreamRow } from "../streams/present-cells.ts";
import { essentialsToAsk, questionFrame, questionSuggestions } from "./ask-essentials.ts";
import { closestExchange } from "./closest-exchange.ts";
import { commonObstacles } from "./common-obstacles.ts";
import { legalLines } from "./legal-lines.ts";
import { nextStep } from "./next-step.ts";
import { partnerCard, partnerForm } from "./partner-card.ts";
import { classLabel, describeRequest, materialLabel, type PartnerContext } from "./partner-context.ts";
import { rounded } from "./present-industry.ts";
import { producersOf, sourceLine, sourceWeights } from "./present-source.ts";
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
  const sources = view.partners
    .findSources({ classes, stuff: wanted, place, amount: request.amount }, reader)
    .slice(0, MOST_SOURCES);
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
function usualTakers({ view, stuff, reader }: PartnerContext): string[] {
  const industries = view.partners.rankIndustries({ stuff, reader });
  return industries.slice(0, MOST_GUESSED).map(({ receiverClass }) => receiverClass);
}

/** What an industry usually takes, commonest first. */
function takingIndustry(receiverClass: string, context: PartnerContext): PartnerIndustry {
  const { view, reader, request } = context;
  const { materials: known } = view.partners;
  const uses = known
    .usesBy(receiverClass)
    .filter(({ use }) => mayRead(reader, use.visibility))
    .sort((a, b) => known.firmness(b) - known.firmness(a));
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
