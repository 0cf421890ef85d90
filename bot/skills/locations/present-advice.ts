import { recordName } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { ParkRecord } from "../../../knowledge/schema.ts";
import type { ParkRow, ReplyTable, Suggestion } from "../../reply/reply.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import { isEqual } from "./break-ties.ts";
import { locationCard, scoreText } from "./location-card.ts";
import { locationMap } from "./location-map.ts";
import type { NeedMatch } from "./match-need.ts";
import { missingFacts } from "./missing-facts.ts";
import type { PresentContext } from "./present-context.ts";
import { presentQuestion } from "./present-question.ts";
import type { RankedPark } from "./rank-parks.ts";
import { contactLines, offerLines } from "./surroundings.ts";
import { tellMatch } from "./tell-match.ts";
import { bestRegions, type TellingNeed } from "./telling-need.ts";
import { LOCATION_TEXTS } from "./texts.ts";

/** Parks that an answer tells of in full, and those that a table and the reply's rows hold. */
const TOLD = 3;
const IN_TABLE = 5;

/** Presents ranked parks: the best three with reasons, what is not known, what is around, whom to ask, and a question. */
export function presentAdvice(
  ranked: readonly RankedPark[],
  context: PresentContext & { telling: TellingNeed | undefined; parks: readonly ParkRecord[] },
): ReplyDraft {
  const { language, labels, parks, view, match, telling, request } = context;
  const texts = LOCATION_TEXTS[language];
  const best = ranked.filter(({ score }) => score > 0).slice(0, TOLD);
  const question =
    telling === undefined
      ? undefined
      : presentQuestion(telling.need, { language, view, regions: bestRegions(ranked, match) });
  const lines: AnswerLine[] = [
    { frame: texts.found(parks.length, labels.join(", ")) },
    ...best.flatMap((each, at) => parkLines(each, { ...context, at, above: best[at - 1] })),
    { frame: texts.next(nextNames(ranked, { language, from: best.length })) },
    ...offerLines(best, context),
    ...contactLines(best[0], context),
    { frame: `${texts.nextStep} ${texts.prices}` },
    ...(question === undefined ? [] : [{ frame: `**${question.text}**` }]),
  ];
  const suggestions: Suggestion[] = question?.suggestions ?? [];
  const draft = composeReply({ language, intent: "parks", lines, suggestions });
  const [first, second] = best;
  const parkNames = [first, second].map((each) =>
    each === undefined ? "" : recordName(each.park, language),
  );
  const compare =
    second === undefined
      ? []
      : [{ title: texts.compareBest, text: texts.comparePhrase(parkNames[0] ?? "", parkNames[1] ?? "") }];
  const subtitle = labels.join(", ");
  return {
    ...draft,
    parks: parkRows(ranked, context),
    table: adviceTable(ranked, context),
    cards: [
      locationCard(
        { title: texts.cardTitle, subtitle, ranked: best, labels, actions: [...suggestions, ...compare] },
        language,
      ),
    ],
    pictures: locationMap(
      best.map(({ park }) => park),
      { all: parks, language },
    ),
    locationRequest: { ...request, ...(telling === undefined ? {} : { asked: telling.need }) },
  };
}

function nextNames(
  ranked: readonly RankedPark[],
  { language, from }: { language: Language; from: number },
): string {
  return ranked
    .slice(from, IN_TABLE)
    .map(({ park }) => recordName(park, language))
    .join(", ");
}

/** A heading, a line for each need that is met, and what is not known. */
function parkLines(
  each: RankedPark,
  context: PresentContext & { at: number; above: RankedPark | undefined },
): AnswerLine[] {
  const { language, names, at, above } = context;
  const texts = LOCATION_TEXTS[language];
  const count = (status: NeedMatch["status"]) =>
    each.matches.filter((match) => match.status === status && !isSilentTrade(match)).length;
  const counts = texts.counts({
    met: count("met"),
    partly: count("partly"),
    unknown: count("unknown"),
    absent: count("absent"),
  });
  const score = `${texts.score} ${scoreText(each.score, language)}`;
  const heading = `**${at + 1}. ${recordName(each.park, language)}** – ${counts}. ${score}.${above !== undefined && isEqual(above, each) ? ` ${texts.tied}` : ""}`;
  const told = each.matches.flatMap((match, row): AnswerLine[] => {
    const claim = tellMatch(match, { ...context, park: each.park });
    if (claim === undefined) return [];
    return [{ prefix: `- **${names[row]}**${statusMark(match, language)}: `, claim }];
  });
  const missing = missingFacts(each, context);
  return [
    { frame: heading },
    ...told,
    ...(missing.length === 0 ? [] : [{ frame: `- *${texts.notKnown}:* ${missing.join("; ")}.` }]),
  ];
}

/** Says that a need is not met as told, where the words after it do not. */
function statusMark({ need, status }: NeedMatch, language: Language): string {
  const texts = LOCATION_TEXTS[language];
  if (status === "partly") return ` (${texts.partly})`;
  if (status === "unknown") return ` (${texts.status.unknown})`;
  // "Northern Finland: Porvoo" would read as if Porvoo were there.
  return status === "absent" && need.kind === "place" ? ` (${texts.status.absent})` : "";
}

/** Others of the trade are welcome, but nobody needs them. */
function isSilentTrade({ need, status }: NeedMatch): boolean {
  return need.kind === "industry" && status === "unknown";
}

/** Every ranked park as data, best first. */
export function parkRows(ranked: readonly RankedPark[], context: PresentContext): ParkRow[] {
  const { language, names } = context;
  return ranked.map((each) => ({
    id: each.park.id,
    name: recordName(each.park, language),
    score: Math.round(each.score * 100) / 100,
    reasons: each.matches.flatMap((match, row) => {
      const claim =
        match.status === "unknown" ? undefined : tellMatch(match, { ...context, park: each.park });
      return claim === undefined || match.strength === 0 ? [] : [`${names[row]}: ${claim.text}`];
    }),
    missing: missingFacts(each, context),
  }));
}

function adviceTable(ranked: readonly RankedPark[], context: PresentContext): ReplyTable {
  const { language, labels } = context;
  const texts = LOCATION_TEXTS[language];
  return {
    title: texts.cardTitle,
    columns: [
      { title: texts.park },
      ...labels.map((title) => ({ title })),
      { title: texts.score, isNumber: true },
    ],
    rows: ranked
      .slice(0, IN_TABLE)
      .map(({ park, matches, score }) => [
        recordName(park, language),
        ...matches.map(({ status }) => texts.status[status]),
        scoreText(score, language),
      ]),
  };
}
