import { recordName } from "../../../indexer/index.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { ParkFactRecord, ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { ParkQuery } from "../../query/park-query.ts";
import { detectAttributes } from "../../understand/attributes.ts";
import type { Memory } from "../../understand/memory.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { type ParkMeasure, type ParkRanking, readParkRanking } from "../../understand/read-park-ranking.ts";
import { EVERYWHERE } from "../../understand/topic-spans.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { factClaim, findFacts, groupFacts, newestOf } from "../park-attributes.ts";
import { withheldLines } from "../withheld-lines.ts";
import { understandParks } from "./answer-park-list.ts";
import { PARK_RANKING_TEXTS } from "./ranking-texts.ts";

interface RankingContext {
  view: KnowledgeView;
  reader: Reader;
}

const FACTS: Record<ParkMeasure, ParkFactRecord["attribute"]> = {
  area: "total-area",
  companies: "companies",
  employees: "employees",
  founded: "founded",
};

/** Parks told by one measure, and by each of several. */
const MOST_TOLD = 5;
const MOST_TOLD_OF_EACH = 3;

/** A park with what sources tell of one measure, that by which it is ranked first. */
interface RankedPark {
  park: ParkRecord;
  figure: number;
  claims: readonly Claim[];
}

/**
 * Answers a question for the largest, oldest and so on of the parks: each with its figure, year and source, where the tables
 * hold one.
 *
 * A park is ranked by the newest figure, since the areas and years that sources speak of differ; older and other figures
 * stand below it.
 *
 * @returns Nothing when the question is none, or no park is where it asks for one.
 */
export function answerParkRanking(question: Question, context: RankingContext): ReplyDraft | undefined {
  const ranking = readParkRanking(question);
  if (ranking === undefined) return undefined;
  const query = placesQuery(ranking.places);
  return tellRanking(ranking, { ...context, language: question.replyLanguage, query });
}

/**
 * Answers such a question about the parks that were listed last: "which of them is the largest?".
 *
 * @returns The answer and its question; nothing when the message is no such follow-up.
 */
export function answerParkRankingFollowUp(
  asked: Question,
  context: RankingContext & { memory: Memory },
): { question: Question; draft: ReplyDraft } | undefined {
  const { view, memory } = context;
  const ranking = readParkRanking(asked, { isFollowUp: true });
  if (ranking === undefined || memory.question === undefined) return undefined;
  const { text, language } = memory.question;
  const last = analyseQuestion(text, { language, replyLanguage: asked.replyLanguage, view });
  const { places } = ranking;
  const query = lastQuery(last, context);
  if (query === undefined) return undefined;
  const options = { ...context, language: asked.replyLanguage };
  const draft = tellRanking(ranking, {
    ...options,
    query: places === undefined ? query : placesQuery(places),
  });
  return draft && { question: last, draft };
}

/** What the last answer listed or compared parks by; nothing where it did neither. */
function lastQuery(last: Question, context: RankingContext & { memory: Memory }): ParkQuery | undefined {
  const query = understandParks(last, context);
  if (query !== undefined) return query;
  const ranked = readParkRanking(last);
  if (ranked !== undefined) return placesQuery(ranked.places);
  const isList =
    context.memory.needs !== undefined ||
    detectAttributes(last.text, last.language).some(({ attribute }) => attribute === "parks");
  return isList ? placesQuery(last.places.filter((id) => id !== EVERYWHERE)) : undefined;
}

/** The parks of some places; of no place, all. */
function placesQuery(places: readonly string[] = []): ParkQuery {
  return places.length === 0 ? {} : { places: [...places] };
}

function tellRanking(
  ranking: ParkRanking,
  context: RankingContext & { language: Language; query: ParkQuery },
): ReplyDraft | undefined {
  const { view, reader, language, query } = context;
  const { measures } = ranking;
  const parks = view.parks.run(query, reader).rows.map(({ park }) => park);
  const parts = measures
    .map((measure) => ({ measure, ranked: rankParks(parks, { ...context, measure, ranking }) }))
    .filter(({ ranked }) => ranked.length > 0);
  const texts = PARK_RANKING_TEXTS[language];
  const order = texts[ranking.isLeast ? "least" : "most"];
  const [first] = parts;
  if (first === undefined) {
    const [measure = "area"] = measures;
    if (parks.length === 0) return undefined;
    const lines = [{ frame: texts.none(order[measure], parks.length) }];
    return { ...composeReply({ language, intent: "parks", lines }), parks: [] };
  }
  const isOne = parts.length === 1;
  const most = ranking.limit ?? (isOne ? MOST_TOLD : MOST_TOLD_OF_EACH);
  const lines = parts.flatMap(({ measure, ranked }): AnswerLine[] => [
    { frame: texts.head(order[measure], ranked.length, parks.length) },
    ...ranked.slice(0, most).flatMap(({ claims }) => toLines(isOne ? claims : claims.slice(0, 1))),
  ]);
  lines.push({ frame: texts.caution }, ...withheldLines(["parks", "parkFacts"], context));
  const draft = composeReply({ language, intent: "parks", lines });
  const told = first.ranked.slice(0, most);
  return {
    ...draft,
    parks: told.map(({ park, claims }) => ({
      id: park.id,
      name: recordName(park, language),
      reasons: claims.map(({ text }) => text.replaceAll("**", "")),
      missing: [],
    })),
  };
}

/** The parks that have a figure, the asked end first; of equal figures in the order of the table. */
function rankParks(
  parks: readonly ParkRecord[],
  context: RankingContext & { language: Language; measure: ParkMeasure; ranking: ParkRanking },
): RankedPark[] {
  const { measure, ranking } = context;
  const ranked = parks.flatMap((park): RankedPark[] => {
    const rows = findFacts([FACTS[measure]], { ...context, park }).filter(
      ({ value, unit }) => Number.isFinite(Number(value)) && (measure !== "area" || unit === "ha"),
    );
    const values = groupFacts(rows).sort((a, b) =>
      measure === "founded"
        ? figureOf(a) - figureOf(b)
        : newestOf(b) - newestOf(a) || figureOf(b) - figureOf(a),
    );
    const [first] = values;
    const claims = values.map((group) => factClaim(group, { ...context, park }));
    return first === undefined ? [] : [{ park, figure: figureOf(first), claims }];
  });
  const sign = ranking.isLeast ? 1 : -1;
  return ranked.sort((a, b) => sign * (a.figure - b.figure));
}

function figureOf([fact]: readonly ParkFactRecord[]): number {
  return Number(fact?.value);
}

/** A park's figure by which it is ranked, and what else sources say of it below. */
function toLines(claims: readonly Claim[]): AnswerLine[] {
  return claims.map((claim, at) => ({ prefix: at === 0 ? "- " : "  - ", claim }));
}
