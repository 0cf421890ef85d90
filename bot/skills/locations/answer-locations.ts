import { type Language, mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { ParkFeature, ParkRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { LocationNeed, LocationRequest } from "../../query/location-need.ts";
import { parkKnowledge } from "../../query/park-knowledge.ts";
import { asksLocation, mayAskLocation } from "../../understand/asks-location.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { readNeeds } from "../../understand/read-needs.ts";
import { composeReply, type ReplyDraft } from "../compose-reply.ts";
import { breakTies } from "./break-ties.ts";
import { findNamedParks } from "./compared-parks.ts";
import { needLabel } from "./need-label.ts";
import { presentAdvice } from "./present-advice.ts";
import { presentComparison } from "./present-comparison.ts";
import { matchAll, matchContext, rankMatches } from "./rank-parks.ts";
import { findTellingNeed } from "./telling-need.ts";
import { LOCATION_TEXTS } from "./texts.ts";
import { LOCATION_WEIGHTS } from "./weights.ts";

interface LocationContext {
  view: KnowledgeView;
  reader: Reader;
}

/** What parks are compared by when nothing else is asked. */
const MAIN_FEATURES: readonly ParkFeature[] = [
  "land",
  "steam",
  "heat",
  "water",
  "waste-water-treatment",
  "port",
  "rail",
  "natural-gas",
  "biogas",
  "laboratory",
  "pilot-space",
];

/**
 * Advises where to settle: ranks the parks by what a company needs, or puts named parks side by side.
 *
 * @returns Nothing when the question is none for a place, or the tables tell of nothing that is needed.
 */
export function answerLocations(asked: Question, context: LocationContext): ReplyDraft | undefined {
  const { view, reader } = context;
  const question = inOwnLanguage(asked, view);
  const parks = view.index.tables.parks ?? [];
  if (!parks.some((park) => park.kind === "park" && mayRead(reader, park.visibility))) return undefined;
  if (!mayAskLocation(question.text)) return undefined;
  const named = findNamedParks(question, context);
  const needs = readNeeds(question, view);
  const ask = asksLocation(question, { needs, parks: named.map(({ id }) => id) });
  const language = question.replyLanguage;
  if (ask === undefined) return undefined;
  if (ask === "bare") return askForNeeds(language);
  const isComparison = ask === "comparison";
  const request: LocationRequest = {
    // Named parks are compared wherever they are.
    needs: isComparison ? needs.filter(({ kind }) => kind !== "place") : needs,
    parks: isComparison ? named.map(({ id }) => id) : [],
    skipped: [],
  };
  return answerLocationRequest(request, { ...context, language });
}

/** "Vertaa EcoSairilaa ja ECO3:a" is names but for one word: that word tells the language. */
function inOwnLanguage(question: Question, view: KnowledgeView): Question {
  const own = (["fi", "sv"] as const).find((language) => COMPARES_IN[language].test(question.text));
  if (own === undefined || own === question.language) return question;
  return analyseQuestion(question.text, { language: own, replyLanguage: own, view });
}

const COMPARES_IN = { fi: /(?<!\p{L})(?:vertaa|vertaile)/iu, sv: /(?<!\p{L})jämför/iu };

/**
 * Answers a request as a conversation remembers it.
 *
 * @returns Nothing when no park is known to meet any of the needs.
 */
export function answerLocationRequest(
  request: LocationRequest,
  context: LocationContext & { language: Language },
): ReplyDraft | undefined {
  const { view, reader } = context;
  const all = parkKnowledge(view).placesFor(reader, "park");
  const named = request.parks.flatMap((id) =>
    parkKnowledge(view)
      .placesFor(reader)
      .filter((park) => park.id === id),
  );
  return named.length > 1
    ? compare(named, { ...context, request, all })
    : advise(all, { ...context, request });
}

type RequestContext = LocationContext & { language: Language; request: LocationRequest };

function advise(all: readonly ParkRecord[], context: RequestContext): ReplyDraft | undefined {
  const { view, reader, language, request } = context;
  const match = matchContext(view, reader);
  const denied = request.needs.filter((need) => need.kind === "place" && need.isDenied === true);
  const parks = parksOutside(denied, { parks: all, match });
  const told = matchAll(
    request.needs.filter((need) => !denied.includes(need)),
    { parks, context: match },
  );
  // What no park's rows speak of in any way stays a need; a mere word that none of them meets was none.
  const rows = told.filter(
    (row) =>
      row[0]?.need.kind !== "wish" || row.some(({ status }) => status === "met" || status === "partly"),
  );
  const needs = rows.flatMap((row): LocationNeed[] => (row[0] === undefined ? [] : [row[0].need]));
  const ranked = breakTies(rankMatches(rows, parks), { needs, match });
  if ((ranked[0]?.score ?? 0) < LOCATION_WEIGHTS.partly) return undefined;
  const labels = needs.map((need) => needLabel(need, { language, view }));
  const names = needs.map((need) => needLabel(need, { language, view, isBare: true }));
  const { skipped } = request;
  const telling = findTellingNeed(ranked, { rows, parks, told: needs, skipped, match });
  const kept = { needs: [...needs, ...denied], parks: [], skipped };
  const left = denied.map((need) => needLabel(need, { language, view }));
  return presentAdvice(ranked, {
    language,
    view,
    reader,
    match,
    request: kept,
    labels: [...labels, ...left],
    names,
    telling,
    parks,
  });
}

/** Parks that lie in none of the places that are not wanted. */
function parksOutside(
  denied: readonly LocationNeed[],
  { parks, match }: { parks: readonly ParkRecord[]; match: ReturnType<typeof matchContext> },
): readonly ParkRecord[] {
  const rows = matchAll(denied, { parks, context: match });
  return parks.filter((_, at) => rows.every((row) => row[at]?.status !== "met"));
}

function compare(
  named: readonly ParkRecord[],
  context: RequestContext & { all: readonly ParkRecord[] },
): ReplyDraft {
  const { view, reader, language, request, all } = context;
  const match = matchContext(view, reader);
  const isPlain = request.needs.length === 0;
  const needs = isPlain
    ? MAIN_FEATURES.map((feature): LocationNeed => ({ kind: "feature", feature }))
    : request.needs;
  const ranked = rankMatches(matchAll(needs, { parks: named, context: match }), named);
  const labels = needs.map((need) => needLabel(need, { language, view }));
  const names = needs.map((need) => needLabel(need, { language, view, isBare: true }));
  return presentComparison(ranked, { ...context, match, labels, names, named, all, isPlain });
}

/** "Where should we locate?" names no need: nothing is advised before one is told. */
function askForNeeds(language: Language): ReplyDraft {
  const texts = LOCATION_TEXTS[language];
  const draft = composeReply({
    language,
    intent: "parks",
    lines: [{ frame: texts.bare }],
    suggestions: texts.bareExamples.map((text) => ({ title: text, text })),
  });
  return { ...draft, parks: [], locationRequest: { needs: [], parks: [], skipped: [] } };
}
