import { PARK_FEATURES, type ParkFeature } from "../../knowledge/schema.ts";
import { FEATURE_WORDS } from "../query/feature-words.ts";
import type { FeatureNeed } from "../query/location-need.ts";
import type { Question } from "./question.ts";
import { MULTIPLIER, NUMBER, readNumber } from "./read-number.ts";

/** A stretch of the question with what it stands for. */
export interface NeedSpan<Need> {
  start: number;
  end: number;
  need: Need;
}

const HECTARES = new RegExp(
  `(${NUMBER})(${MULTIPLIER})\\s*(?:ha|hectares?|hehtaari\\p{L}*|hektar)(?!\\p{L})`,
  "giu",
);
const MEGAWATTS = new RegExp(
  `(${NUMBER})(${MULTIPLIER})\\s*(?:MW|megawatt\\p{L}*|megawati\\p{L}*)(?!\\p{L})`,
  "giu",
);
/** "Hundreds of megawatts": at least one hundred. */
const HUNDREDS =
  /(?<!\p{L})(?:hundreds of|several hundred|satoja|satojen|useita satoja|hundratals|flera hundra)\s+(?:MW|megawatt\p{L}*|megawat\p{L}*)/giu;
const HUNDRED = 100;
/** Characters between an amount and what it is an amount of. */
const NEAR_AMOUNT = 45;
const WITH_POWER: ReadonlySet<ParkFeature> = new Set(["steam", "heat", "cooling", "electricity"]);
const NEGATED =
  /(?<!\p{L})(?:no|not|without|don't need|do not need|ei|ei tarvita|emme tarvitse|ilman|inte|ingen|inget|utan)\s+(?:an?\s+|the\s+|en\s+|ett\s+)?$/iu;
const NEGATED_BEHIND =
  /^\s+(?:ei\s+(?:ole\s+)?(?:tarvit\p{L}*|tarvits\p{L}*|välttämätö\p{L}*|pakko)|emme\s+tarvits\p{L}*|behövs\s+(?:det\s+)?inte|behöver\s+vi\s+inte|inte\s+behövs|är\s+inte\s+nödvändig\p{L}*|(?:is|are)(?:n['’]t|\s+not)\s+(?:needed|necessary|required))(?!\p{L})/iu;

/** What a question asks a park to offer, and where it speaks of things that are not needed. */
export interface FeatureReading {
  needed: NeedSpan<FeatureNeed>[];
  denied: NeedSpan<FeatureNeed>[];
}

/** Finds what a question asks a park to offer, with amounts and with the words that say which. */
export function readFeatureSpans(question: Question): FeatureReading {
  const { text } = question;
  const all = PARK_FEATURES.flatMap((feature) =>
    [...text.matchAll(FEATURE_WORDS[feature])].map(
      (match): NeedSpan<FeatureNeed> => ({
        start: match.index,
        end: match.index + match[0].length,
        need: { kind: "feature", feature },
      }),
    ),
  ).filter((span) => !isPartOfMaterial(span, question));
  const kept = all.filter(
    (span) =>
      !all.some((other) => isLonger(other, span) && span.start >= other.start && span.end <= other.end),
  );
  const isDenied = ({ start, end }: { start: number; end: number }) =>
    NEGATED.test(text.slice(0, start)) || NEGATED_BEHIND.test(text.slice(end));
  const needed = addAmounts(
    kept.filter((span) => !isDenied(span)),
    text,
  );
  return { needed: needed.map((span) => addConcepts(span, question)), denied: kept.filter(isDenied) };
}

function isLonger(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.end - a.start > b.end - b.start;
}

/** "Water" of "water glass" and "biogas" of "biogas digestate" are no utilities. */
function isPartOfMaterial(span: NeedSpan<FeatureNeed>, question: Question): boolean {
  return question.matches.some(
    ({ concept, share, start, end }) =>
      share === 1 &&
      concept.kind === "trade" &&
      start <= span.start &&
      end >= span.end &&
      end - start > span.end - span.start + 2 &&
      !FEATURE_CONCEPT.test(concept.id),
  );
}

/** Concepts that are a feature themselves, or a kind of it. */
const FEATURE_CONCEPT =
  /^trade:(?:plot|waste-heat|low-temperature|heat|district-heating|waste-water-treatment|waste-water|environmental|lng|port|pilot|office|laboratory|steam|process|disposal)/u;

function addAmounts(spans: NeedSpan<FeatureNeed>[], text: string): NeedSpan<FeatureNeed>[] {
  const result = spans.map((span) => ({ ...span, need: { ...span.need } }));
  for (const match of text.matchAll(HECTARES)) {
    const amount = readNumber(match[1] ?? "", match[2] ?? "");
    if (amount === undefined || amount <= 0) continue;
    const end = match.index + match[0].length;
    result.push({ start: match.index, end, need: { kind: "feature", feature: "land", amount, unit: "ha" } });
  }
  const powers = [
    ...[...text.matchAll(HUNDREDS)].map((match) => ({ match, amount: HUNDRED })),
    ...[...text.matchAll(MEGAWATTS)].map((match) => ({
      match,
      amount: readNumber(match[1] ?? "", match[2] ?? ""),
    })),
  ];
  for (const { match, amount } of powers) {
    const at = match.index + match[0].length / 2;
    const [nearest] = result
      .filter(({ need }) => WITH_POWER.has(need.feature))
      .sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at));
    if (amount === undefined || amount <= 0 || nearest === undefined) continue;
    if (Math.abs(nearest.start - at) > NEAR_AMOUNT) continue;
    nearest.need.amount = amount;
    nearest.need.unit = "MW";
  }
  return result;
}

/** Words of the phrase that say which: "electrified", "deep-water", "low-temperature". */
function addConcepts(span: NeedSpan<FeatureNeed>, question: Question): NeedSpan<FeatureNeed> {
  const own = question.matches.filter(
    ({ concept, share, start, end }) =>
      share >= 0.5 &&
      (concept.kind === "trade" || concept.kind === "word") &&
      ((start >= span.start && end <= span.end) || (end < span.start && span.start - end <= 1)),
  );
  const concepts = [...new Set(own.map(({ concept }) => concept.id))].filter((id) => !NO_SPECIFIC.test(id));
  return concepts.length === 0 ? span : { ...span, need: { ...span.need, concepts } };
}

const NO_SPECIFIC =
  /^word:(?:hectare|surface-area|need|good|close|access|and|own|large|connection|one|joke|find|locate|suitable|be-worthwhile|plan|want|cheap|site|area|land|win|ready|free|zoned|country|rent|process|industry|page|flow|quantity|treat|railway|road|permit|environment|waste|pilot|leftover|residue|leave|source|modern|plant|factory|lot|spillage|trial|office-premises|cost|low|same|space|earth-construction|passage)$|^trade:(?:steam|heat|port|water|electricity|biogas|laboratory|lng|plot|waste|waste-water|waste-water-treatment|water-treatment|iron|side-stream|disposal|environmental-permit)$|^word:wastewater-treatment-plant$/u;

/** One need a feature; the largest amount and all words that say which are kept. */
export function mergeFeatures(spans: readonly NeedSpan<FeatureNeed>[]): FeatureNeed[] {
  const merged = new Map<ParkFeature, FeatureNeed>();
  for (const { need } of spans) {
    const known = merged.get(need.feature);
    const amount = need.amount ?? known?.amount;
    const unit = need.unit ?? known?.unit;
    const concepts = [...new Set([...(known?.concepts ?? []), ...(need.concepts ?? [])])];
    merged.set(need.feature, {
      kind: "feature",
      feature: need.feature,
      ...(amount === undefined ? {} : { amount }),
      ...(unit === undefined ? {} : { unit }),
      ...(concepts.length === 0 ? {} : { concepts }),
    });
  }
  return [...merged.values()];
}
