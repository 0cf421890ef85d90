import type { ParkQuery } from "../query/park-query.ts";
import { asksForecast, namesYearToCome } from "./asks-future.ts";
import { NUMBER_WORD, readNumberWord } from "./number-words.ts";
import { PARK_GENERIC } from "./park-words.ts";
import type { Question } from "./question.ts";
import { COURTESY } from "./stream-request-words.ts";
import { takePlaces, topicSpans } from "./topic-spans.ts";
import { UnreadText } from "./unread-text.ts";

/** By what parks can be put in order: measures that the tables give for some of them. */
export type ParkMeasure = "area" | "companies" | "employees" | "founded";

/** A question for the first or last of the parks by a measure. */
export interface ParkRanking {
  /** By which measures, each for itself: "the largest park" may be so by any of three. */
  measures: readonly ParkMeasure[];
  /** `true` for the smallest, and for the oldest. */
  isLeast: boolean;
  /** How many are asked for; absent where no number is told. */
  limit?: number;
  places?: ParkQuery["places"];
}

const SUPERLATIVES: readonly (readonly [RegExp, Pick<ParkRanking, "measures" | "isLeast">])[] = [
  [
    /(?<!\p{L})(?:(?:most|(?:highest|largest|greatest|biggest) (?:number|amount) of) (?:companies|firms|businesses|enterprises)|eniten (?:yrityksiä|yhtiöitä|firmoja|toimijoita)|(?:flest|störst antal) (?:företag|bolag|aktörer))(?!\p{L})/iu,
    { measures: ["companies"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:(?:most|(?:highest|largest|greatest|biggest) (?:number|amount) of) (?:employees|workers|jobs|people|staff)(?: working)?|employs? (?:the )?most(?: people| workers)?|(?:largest|biggest) employers?|eniten (?:työntekijöitä|työpaikkoja|väkeä|ihmisiä|henkilöstöä)(?: töissä)?|työllistää eniten(?: väkeä| ihmisiä)?|suurin työllistäjä|(?:flest|störst antal) (?:anställda|arbetsplatser|jobb|människor|arbetare)|sysselsätter flest(?: människor| personer)?|största? arbetsgivare(?:n)?)(?!\p{L})/iu,
    { measures: ["employees"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:(?:largest|biggest|greatest) (?:land |surface )?area|suurin pinta-?ala|störst(?:a)? (?:areal|yta|ytan))(?!\p{L})/iu,
    { measures: ["area"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:oldest|vanhin|vanhimmat|vanhinta|äldsta?)(?!\p{L})/iu,
    { measures: ["founded"], isLeast: true },
  ],
  [
    /(?<!\p{L})(?:newest|youngest|uusin|uusimmat|nuorin|nyaste?|yngsta?)(?!\p{L})/iu,
    { measures: ["founded"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:largest|biggest|suurin|suurimmat|suurinta|isoin|isoimmat|isointa|störst|största)(?!\p{L})/iu,
    { measures: ["area", "employees", "companies"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:laajin|laajimmat|laajinta|vidsträcktaste)(?!\p{L})/iu,
    { measures: ["area"], isLeast: false },
  ],
  [
    /(?<!\p{L})(?:smallest|pienin|pienimmät|pienintä|minst|minsta)(?!\p{L})/iu,
    { measures: ["area", "employees", "companies"], isLeast: true },
  ],
];

/** By what a size is meant: "by area", "työntekijämäärältään". */
const MEASURES: readonly (readonly [RegExp, ParkMeasure])[] = [
  [
    /(?<!\p{L})(?:(?:by|in|in terms of|measured (?:by|in)) (?:the )?(?:total |land |surface )?(?:area|hectares|surface)|pinta-?alaltaan|pinta-?alan mukaan|hehtaareissa|hehtaareina|till (?:ytan|arealen)|(?:i|efter) (?:areal|hektar|yta)|ytmässigt)(?!\p{L})/iu,
    "area",
  ],
  [
    /(?<!\p{L})(?:(?:by|in|in terms of) (?:the )?number of (?:companies|firms|businesses)|yritysmäärältään|yritys(?:ten|määrän) (?:määrän )?mukaan|(?:i|efter) antal(?:et)? (?:företag|bolag))(?!\p{L})/iu,
    "companies",
  ],
  [
    /(?<!\p{L})(?:(?:by|in|in terms of) (?:the )?(?:number of )?(?:employees|workers|jobs|people employed|employment)|(?:työntekijä|henkilöstö|työpaikka)määrältään|(?:työntekijöiden|työpaikkojen|henkilöstön)(?: määrän)? mukaan|(?:i|efter) antal(?:et)? (?:anställda|arbetsplatser|jobb))(?!\p{L})/iu,
    "employees",
  ],
];

/** A park in general: "the largest park", "suurin ekoteollisuuspuisto". */
const PARK =
  /(?<!\p{L})(?:(?:(?:eco-?)?industrial |eco-?|circular economy )?parks?|\p{L}*puisto(?:t|ja|jen|a|ssa|ista|issa|on)?|\p{L}*park(?:en|er|erna)?)(?!\p{L})/iu;

const MOST_TOLD = 12;
const COUNT = new RegExp(`(?<!\\p{L})(?:top )?(\\d{1,2}|${NUMBER_WORD})(?!\\p{L})`, "iu");

/** Words that point at the parks that were listed, and others that narrow nothing. */
const POINTING =
  /^(?:and|how|about|entä|entäs|och|hur|of|them|these|those|which|what|ones?|niistä|näistä|noista|mikä|mitkä|missä|eniten|dem|dessa|av|vilken|vilka|the|has|have|whole|country|world|koko|maan|maassa|hela|landet|eip|kunta)$/iu;

/**
 * Reads a question as one for the largest, oldest and so on of the parks.
 *
 * @param context.isFollowUp `true` where parks were just listed, so that they need not be named.
 * @returns Nothing when it is none, or not understood to the last word.
 *
 * @example
 * ```ts
 * readParkRanking(question("Which park has the most companies?")); // { measures: ["companies"], isLeast: false }
 * ```
 */
export function readParkRanking(
  question: Question,
  { isFollowUp = false }: { isFollowUp?: boolean } = {},
): ParkRanking | undefined {
  if (question.parks.length > 0 || question.answerType === "reason" || question.asksContact) return undefined;
  if (asksForecast(question.text) || namesYearToCome(question.text)) return undefined;
  const text = new UnreadText(question.text);
  text.read(COURTESY);
  const superlative = readSuperlative(text);
  if (superlative === undefined) return undefined;
  const namesParks = text.read(PARK) !== undefined;
  if (!namesParks && !isFollowUp) return undefined;
  const places = takePlaces(text, topicSpans(question));
  const count = text.readFirst(COUNT)?.[1];
  const limit = count === undefined ? undefined : Number(/\d/.test(count) ? count : readNumberWord(count));
  const left = text
    .leftWords(question.language)
    .filter((word) => !PARK_GENERIC.test(word) && !POINTING.test(word));
  if (left.length > 0) return undefined;
  return {
    ...superlative,
    // "Which one is the largest?" asks for no shorter answer than "which is the largest?".
    ...(limit !== undefined && limit >= 2 ? { limit: Math.min(MOST_TOLD, Math.floor(limit)) } : {}),
    ...(places.length === 0 ? {} : { places }),
  };
}

function readSuperlative(text: UnreadText): Pick<ParkRanking, "measures" | "isLeast"> | undefined {
  for (const [pattern, superlative] of SUPERLATIVES) {
    if (text.readFirst(pattern) === undefined) continue;
    const measure = MEASURES.find(([by]) => text.readFirst(by) !== undefined)?.[1];
    return measure === undefined ? superlative : { ...superlative, measures: [measure] };
  }
  return undefined;
}
