import type { ConceptMatch } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { ParkFeature } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { NEED_VERB, TAKERS } from "./location-words.ts";
import { clauseAround, needVerbAt } from "./need-zones.ts";
import type { Question } from "./question.ts";
import { MULTIPLIER, NUMBER, readNumber } from "./read-number.ts";

/** Id of a concept without its kind. */
export function bare(match: ConceptMatch): string {
  return match.concept.id.slice(match.concept.id.indexOf(":") + 1);
}

/** How much of a class's name a product must share to be made there, and by how much it must lead. */
const LEAST_CLASS = 0.5;
const CLEAR_LEAD = 0.2;

/** The industry that a product is made by; none where its words fit several. */
export function classesOf(
  words: string,
  { language, view }: { language: Language; view: KnowledgeView },
): string[] {
  const [best, second] = view.partners.receivers.find(words, language);
  if (best === undefined || best.weight < LEAST_CLASS) return [];
  return second !== undefined && best.weight - second.weight < CLEAR_LEAD ? [] : [best.receiverClass];
}

/** Words before what a thing becomes: "turn offal *into* feed", "vi *gör* gödsel". */
const MAKES =
  /(?<!\p{L})(?:into|(?:we |i )?(?:make|makes|making|produce|produces|producing|manufacture|mould|develop|are developing)|for|teemme|kehitämme|tekee|valmistamme|valmistaa|tuotamme|till|gör|tillverkar|producerar|framställer|utvecklar|för)\s+(?:\p{L}+[\s-]){0,2}$/iu;
const FROM = /(?<!\p{L})(?:from|out of|of|av|från|ur)\s+(?:\p{L}+[\s-]){0,2}$/iu;
const TONNES = new RegExp(
  `(${NUMBER})(${MULTIPLIER})\\s*(?:t|tn|tonnes?|tons?|tonnia|ton)(?!\\p{L})[^.,;]{0,25}$`,
  "iu",
);

/** "Formic acid user wants to move in": the asker takes it. */
const USER_ITSELF = /^\p{L}*[\s-]+(?:users?|käyttäj\p{L}*|buyer|ostaja\p{L}*|köpare|användare)(?!\p{L})/iu;

/** "A plant for methanol" makes it. */
const OF_PLANT =
  /(?:plants?|factory|facility|anläggning|fabrik|tehdas|laitos)\p{L}*\s+(?:for|för|till)\s+(?:\p{L}+\s+)?$/iu;

/** Names of what nobody sets out to make: who "produces" it looks for a taker. */
const LEFT_OVER =
  /(?<!\p{L})(?:spent|waste|residues?|residual|sludge|ash|ashes|slag|dregs|offcuts?|rejects?|dust|bark|sawdust|shavings|whey|manure|scrap|stillage|effluent|leachate|offal|peels?|pomace|husks?|bran|by-products?|tailings|digestate)(?!\p{L})/iu;

/** Materials of the vocabulary that a park offers as a utility. */
const UTILITY_OF: readonly [RegExp, ParkFeature][] = [
  [
    /^(?:heat|waste-heat|low-temperature-heat|low-temperature-waste-heat|process-heat|district-heat)$/,
    "heat",
  ],
  [/^(?:steam|process-steam)$/, "steam"],
  [/^(?:biogas|biomethane)$/, "biogas"],
  [/^(?:natural-gas|lng)$/, "natural-gas"],
  [/^(?:water|process-water)$/, "water"],
];

/** What a named material is to the company: raw material, product, or something it must place. */
export function materialNeed(
  match: ConceptMatch,
  context: { question: Question; matches: readonly ConceptMatch[]; view: KnowledgeView },
): LocationNeed {
  const { text, language } = context.question;
  const { start, end } = match;
  const before = text.slice(0, start);
  const clause = clauseAround(text, start);
  const words = text.slice(start, end);
  const isOwn = start < needVerbAt(text);
  const isLeftOver = LEFT_OVER.test(context.view.conceptLabel(match.concept.id, "en"));
  const isProduct =
    !FROM.test(before) && !isLeftOver && (MAKES.test(before) || (language === "fi" && /ksi$/iu.test(words)));
  const utility = UTILITY_OF.find(([ids]) => ids.test(bare(match)));
  if (utility !== undefined && !isProduct)
    return { kind: "feature", feature: utility[1], concepts: [match.concept.id] };
  if (isProduct && (isOwn || text.search(NEED_VERB) < 0 || OF_PLANT.test(before))) {
    const concepts = context.matches.filter(({ share }) => share === 1).map(({ concept }) => concept.id);
    return { kind: "industry", words, concepts, classes: classesOf(words, { language, view: context.view }) };
  }
  const amount = amountBefore(before);
  const isPlaced = TAKERS.test(clause) || (isLeftOver && MAKES.test(before));
  return {
    kind: isPlaced && !USER_ITSELF.test(text.slice(end)) ? "output" : "input",
    material: bare(match),
    ...(isOwn ? { isOwn } : {}),
    ...(amount === undefined ? {} : { amount, unit: "t" }),
  };
}

function amountBefore(before: string): number | undefined {
  const found = TONNES.exec(before);
  const amount = found === null ? undefined : readNumber(found[1] ?? "", found[2] ?? "");
  return amount !== undefined && amount > 0 ? amount : undefined;
}
