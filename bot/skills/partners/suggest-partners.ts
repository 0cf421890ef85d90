import { type Language, mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { ScoredCompany } from "../../partners/company-receivers.ts";
import type { PartnerRequest } from "../../partners/partner-request.ts";
import type { ScoredClass } from "../../partners/score-classes.ts";
import type { Question } from "../../understand/question.ts";
import { type PartnerSureness, readPartnerRequest } from "../../understand/read-partner-request.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { understandStreams } from "../streams/answer-streams.ts";
import { essentialsToAsk, questionFrame, questionSuggestions } from "./ask-essentials.ts";
import { closestExchange } from "./closest-exchange.ts";
import { commonObstacles } from "./common-obstacles.ts";
import { legalLines } from "./legal-lines.ts";
import { nextStep } from "./next-step.ts";
import { partnerCard, partnerForm } from "./partner-card.ts";
import { describeRequest, isEnergy, type PartnerContext, placeOfRequest } from "./partner-context.ts";
import { partnerPicture } from "./partner-picture.ts";
import { companyLine, companyWeights, toPartnerCompany } from "./present-company.ts";
import { industryLine, isFirm, toPartnerIndustry } from "./present-industry.ts";
import { suggestSources } from "./suggest-sources.ts";
import { PARTNER_TEXTS } from "./texts.ts";

interface SkillContext {
  view: KnowledgeView;
  reader: Reader;
}

const MOST_INDUSTRIES = 5;
const MOST_COMPANIES = 5;
/** Industries with less are noise. */
const LEAST_SCORE = 0.08;

/**
 * Suggests partners for a stream that is offered, or streams for a need, with reasons, obstacles and the next step.
 *
 * @param context.sureness Which messages are meant: those that ask for a partner, or those that only tell of a stream.
 * @returns Nothing when the message looks for none.
 */
export function suggestPartners(
  question: Question,
  context: SkillContext & { sureness: PartnerSureness },
): ReplyDraft | undefined {
  if (context.view.index.tables.uses === undefined) return undefined;
  // What the table was asked is no offer, even where it holds no such row.
  if (context.sureness === "told" && understandStreams(question, context) !== undefined) return undefined;
  const read = readPartnerRequest(question, context);
  if (read === undefined || read.sureness !== context.sureness) return undefined;
  const { language, replyLanguage } = question;
  return answerPartnerRequest(read.request, { ...context, language, replyLanguage });
}

/**
 * Answers a search for a partner.
 *
 * @param context.language Language of the request's words, where the request does not tell it.
 * @param context.replyLanguage Language of the answer.
 */
export function answerPartnerRequest(
  searched: PartnerRequest,
  context: SkillContext & { language: Language; replyLanguage: Language },
): ReplyDraft {
  const { view, reader, replyLanguage } = context;
  const { language = context.language } = searched;
  const request = { ...searched, language };
  const stream = (view.index.tables.streams ?? []).find(
    (row) => row.id === request.stream && mayRead(reader, row.visibility),
  );
  const told = view.partners.readStuff(request.description, language);
  const stuff = stream === undefined ? told : view.partners.stuffOf(stream);
  const place = placeOfRequest(request, { view, reader });
  const partnerContext: PartnerContext = {
    view,
    reader,
    language: replyLanguage,
    request,
    stuff,
    stream,
    place,
  };
  return request.direction === "give" ? suggestTakers(partnerContext) : suggestSources(partnerContext);
}

function suggestTakers(context: PartnerContext): ReplyDraft {
  const { view, reader, language, request, stuff, stream, place } = context;
  const texts = PARTNER_TEXTS[language];
  const takers = view.partners.findTakers({
    stuff,
    reader,
    place,
    isHeat: isEnergy(context),
    isHazardous: request.hazardous === "yes",
    wasteCode: request.wasteCode,
    form: request.form ?? stream?.form,
    owner: stream?.producer_en?.replace(/\s*\(.*$/, "").toLowerCase(),
  });
  const industries = takers.industries.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST_INDUSTRIES);
  const what = describeRequest(context, texts.yourStream);
  const essentials = essentialsToAsk(context);
  const asked = [...(request.asked ?? []), ...essentials];
  if (industries.length === 0) return composeUnknown(what, { ...context, essentials });
  // Heat goes no farther than a pipe: who is out of reach is named only where nobody is within it.
  const reachable = takers.companies.filter(({ isBeyondReach }) => isBeyondReach !== true);
  const companies = (reachable.length > 0 ? reachable : takers.companies).slice(0, MOST_COMPANIES);
  const common = commonObstacles(context);
  const lines = takerLines(what, { ...context, industries, companies, common, essentials });
  const suggestions = questionSuggestions(essentials, context);
  const partners = {
    industries: industries.map((industry) => toPartnerIndustry(industry, { ...context, common })),
    companies: companies.map((company) => toPartnerCompany(company, { ...context, common })),
  };
  const picture = partnerPicture(partners, { ...context, title: what });
  return {
    ...composeReply({ language, intent: "partners", lines, suggestions }),
    partners,
    ...(picture === undefined ? {} : { pictures: [picture] }),
    cards: [
      partnerCard(partners, { ...context, title: what, common }),
      ...(essentials.length === 0 ? [] : [partnerForm(context)]),
    ],
    partnerRequest: { ...request, asked },
  };
}

/** The answer's lines: industries, companies, what to check, an example, the law and the next step. */
function takerLines(
  what: string,
  context: PartnerContext & {
    industries: readonly ScoredClass[];
    companies: readonly ScoredCompany[];
    common: readonly string[];
    essentials: ReturnType<typeof essentialsToAsk>;
  },
): AnswerLine[] {
  const { language, industries, companies, common, essentials } = context;
  const texts = PARTNER_TEXTS[language];
  const classes = industries.map(({ receiverClass }) => receiverClass);
  const [best] = industries;
  const exchange = closestExchange({ ...context, classes });
  const legal = legalLines({ ...context, classes });
  return [
    { frame: texts.takers(what) },
    ...industries.map((industry) => industryLine(industry, context)),
    ...(best !== undefined && isFirm(best, context) ? [] : [{ frame: texts.weak }]),
    { frame: companies.length === 0 ? texts.noCompanies : texts.companies },
    ...companies.map((company) => companyLine(company, context)),
    ...(companies.length === 0 ? [] : [{ frame: companyWeights(language) }]),
    { frame: `**${texts.common}** ${common.join("; ")}.` },
    ...(exchange === undefined ? [] : [{ frame: `**${texts.closest}**` }, exchange]),
    ...(legal.length === 0 ? [] : [{ frame: `**${texts.law}**` }, ...legal]),
    ...nextStep({ ...context, park: companies[0]?.park?.id }),
    ...(essentials.length === 0 ? [] : [{ frame: questionFrame(essentials, context) }]),
  ];
}

/** Nothing is known of what was named: the answer asks rather than guesses. */
function composeUnknown(
  what: string,
  context: PartnerContext & { essentials: ReturnType<typeof essentialsToAsk> },
): ReplyDraft {
  const { language, request, essentials } = context;
  const texts = PARTNER_TEXTS[language];
  const asks = essentials.includes("what");
  const draft = composeReply({
    language,
    intent: "partners",
    lines: [{ frame: asks ? texts.ask.what : texts.noTakers(what) }],
    suggestions: texts.whatExamples.map((text) => ({ title: text, text })),
  });
  return {
    ...draft,
    partners: { industries: [], companies: [] },
    cards: [partnerForm(context)],
    partnerRequest: { ...request, asked: [...new Set([...(request.asked ?? []), "what" as const])] },
  };
}
