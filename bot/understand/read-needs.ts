import type { ConceptMatch } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { ParkFeature } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { MaterialKnowledge } from "../partners/material-knowledge.ts";
import { ReceiverNames } from "../partners/read-receiver.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { parkKnowledge } from "../query/park-knowledge.ts";
import { NEED_VERB, NEIGHBOUR, TAKERS } from "./location-words.ts";
import { isGenericConcept } from "./need-generic.ts";
import { mergeFeatures, type NeedSpan, readFeatureSpans } from "./need-spans.ts";
import type { Question } from "./question.ts";
import { readPlaceSpans } from "./read-need-places.ts";
import { MULTIPLIER, NUMBER, readNumber } from "./read-number.ts";

interface Names {
  materials: MaterialKnowledge;
  receivers: ReceiverNames;
}

const NAMES = new WeakMap<KnowledgeView, Names>();

/** Materials and receiving industries of a view; made when first asked for. */
export function namesOf(view: KnowledgeView): Names {
  const known = NAMES.get(view);
  if (known !== undefined) return known;
  const names = {
    materials: new MaterialKnowledge(view.index.tables),
    receivers: new ReceiverNames(view.index.tables.receiverClasses ?? []),
  };
  NAMES.set(view, names);
  return names;
}

/** At most so many wishes beside the needs of a kind; the most telling are kept. */
const MOST_WISHES = 6;

/**
 * Reads what a company asks of a place: what the park must offer, where, what goes in and out, which trade, which
 * neighbours, and whatever else is said that the tables speak of.
 */
export function readNeeds(question: Question, view: KnowledgeView): LocationNeed[] {
  const features = readFeatureSpans(question);
  const places = readPlaceSpans(question, view);
  const taken: { start: number; end: number }[] = [...features, ...places, ...parkSpans(question)];
  const trades = readTrades(question, { view, taken });
  taken.push(...trades);
  const phrases = readPhrases(question, { view, taken });
  const wishes = phrases.filter(({ kind }) => kind === "wish");
  const told = (need: LocationNeed) =>
    need.kind === "wish"
      ? need.concepts.reduce((sum, id) => sum + parkKnowledge(view).tellingness(id), 0) / need.concepts.length
      : 1;
  const best = wishes.sort((a, b) => told(b) - told(a)).slice(0, MOST_WISHES);
  const all: LocationNeed[] = [
    ...mergeFeatures(features),
    ...places.slice(0, 2).map(({ need }) => need),
    ...trades.map(({ need }) => need),
    ...phrases.filter(({ kind }) => kind !== "wish"),
    ...best,
  ];
  return withoutRepeats(all);
}

function parkSpans(question: Question): { start: number; end: number }[] {
  return question.matches.filter(({ concept, share }) => concept.kind === "park" && share === 1);
}

function withoutRepeats(needs: readonly LocationNeed[]): LocationNeed[] {
  const seen = new Set<string>();
  return needs.filter((need) => {
    const key =
      need.kind === "input" || need.kind === "output" ? `material:${need.material}` : JSON.stringify(need);
    return !seen.has(key) && seen.add(key);
  });
}

function isInside(
  span: { start: number; end: number },
  spans: readonly { start: number; end: number }[],
): boolean {
  return spans.some((other) => span.start < other.end && span.end > other.start);
}

/** Trades with a class of their own: "greenhouse", "steel mill". */
function readTrades(
  question: Question,
  context: { view: KnowledgeView; taken: readonly { start: number; end: number }[] },
): NeedSpan<LocationNeed>[] {
  const { view, taken } = context;
  const { receivers, materials } = namesOf(view);
  const isMaterial = (start: number, end: number) =>
    question.matches.some(
      (match) =>
        match.start <= start && match.end >= end && match.share === 1 && materials.knows(bare(match)),
    );
  const named = receivers
    .findWhole(question.text, question.language)
    .filter((found) => !isInside(found, taken) && !isMaterial(found.start, found.end));
  return [...Map.groupBy(named, ({ start, end }) => `${start}-${end}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { start, end } = first;
    const concepts = question.matches
      .filter(
        (match) => match.start < end && match.end > start && match.share >= 0.5 && isTelling(match, view),
      )
      .map(({ concept }) => concept.id);
    const kind = isNeighbour(question.text, start, end) ? "neighbour" : "industry";
    const need: LocationNeed = {
      kind,
      words: question.text.slice(start, end),
      concepts: [...new Set(concepts)],
      classes: [...new Set(group.map(({ receiverClass }) => receiverClass))],
    };
    return [{ start, end, need }];
  });
}

/** Everything else that is named: materials in and out, the company's own product, wishes. */
function readPhrases(
  question: Question,
  context: { view: KnowledgeView; taken: readonly { start: number; end: number }[] },
): LocationNeed[] {
  const { view, taken } = context;
  const { materials } = namesOf(view);
  const free = question.matches.filter((match) => {
    const { kind } = match.concept;
    return (kind === "trade" || kind === "word") && match.share >= 0.5 && !isInside(match, taken);
  });
  const whole = free.filter(({ share }) => share === 1);
  // Parts speak where no concept holds the whole word.
  const parts = free.filter((match) => match.share < 1 && !isInside(match, whole));
  const unknown = unknownWords(question, context);
  const groups = [...Map.groupBy([...whole, ...parts], ({ start, end }) => `${start}-${end}`).values()];
  const named = groups.flatMap((matches): LocationNeed[] => {
    const material = matches.find((match) => match.share === 1 && materials.knows(bare(match)));
    if (material !== undefined) return [materialNeed(material, { question, matches, view })];
    return wishOf(matches, { question, view });
  });
  return [...named, ...unknown];
}

/** Words that no vocabulary knows but the tables hold. */
function unknownWords(
  question: Question,
  context: { view: KnowledgeView; taken: readonly { start: number; end: number }[] },
): LocationNeed[] {
  const { text, language } = question;
  const knowledge = parkKnowledge(context.view);
  return question.terms
    .filter((term) => term.isUnknown && !term.isName)
    .flatMap((term): LocationNeed[] => {
      const start = text.toLowerCase().indexOf(term.word);
      if (start < 0 || isInside({ start, end: start + term.word.length }, context.taken)) return [];
      const concepts = knowledge.wordsLike(term.stems[language], language);
      return concepts.length === 0 ? [] : [{ kind: "wish", words: term.word, concepts }];
    });
}

function wishOf(
  matches: readonly ConceptMatch[],
  context: { question: Question; view: KnowledgeView },
): LocationNeed[] {
  const { question, view } = context;
  const telling = matches.filter((match) => isTelling(match, view));
  const [first] = matches;
  if (first === undefined || telling.length === 0) return [];
  const words = question.text.slice(first.start, first.end);
  const concepts = [...new Set(telling.map(({ concept }) => concept.id))];
  const isTrade = telling.some(({ concept }) => concept.kind === "trade");
  if (isTrade && NEIGHBOUR.test(around(question.text, first.start, first.end)))
    return [{ kind: "neighbour", words, concepts, classes: [] }];
  const isOwn = first.start < needVerbAt(question.text);
  if (!isTrade || !isOwn) return [{ kind: "wish", words, concepts }];
  return [
    { kind: "industry", words, concepts, classes: classesOf(words, { language: question.language, view }) },
  ];
}

/** How much of a class's name a product must share to be made there. */
const LEAST_CLASS = 0.3;

/** The industries that a product is made by. */
function classesOf(words: string, { language, view }: { language: Language; view: KnowledgeView }): string[] {
  return namesOf(view)
    .receivers.find(words, language)
    .filter(({ weight }) => weight >= LEAST_CLASS)
    .slice(0, 2)
    .map(({ receiverClass }) => receiverClass);
}

function isTelling(match: ConceptMatch, view: KnowledgeView): boolean {
  const { id } = match.concept;
  return !isGenericConcept(id) && parkKnowledge(view).tellingness(id) > 0;
}

function bare(match: ConceptMatch): string {
  return match.concept.id.slice(match.concept.id.indexOf(":") + 1);
}

function needVerbAt(text: string): number {
  const at = text.search(NEED_VERB);
  if (at >= 0) return at;
  const colon = text.indexOf(":");
  return colon > 0 && colon < text.length / 2 ? colon : 0;
}

/** Words before what a thing becomes: "turn offal *into* feed", "vi *gör* gödsel". */
const MAKES =
  /(?<!\p{L})(?:into|(?:we |i )?(?:make|makes|making|produce|produces|producing|manufacture|mould|develop|are developing)|for|teemme|kehitämme|tekee|valmistamme|valmistaa|tuotamme|till|gör|tillverkar|producerar|framställer|utvecklar|för)\s+(?:\p{L}+[\s-]){0,2}$/iu;
const FROM = /(?<!\p{L})(?:from|out of|of|av|från|ur)\s+(?:\p{L}+[\s-]){0,2}$/iu;
const TONNES = new RegExp(
  `(${NUMBER})(${MULTIPLIER})\\s*(?:t|tn|tonnes?|tons?|tonnia|ton)(?!\\p{L})[^.,;]{0,25}$`,
  "iu",
);

/** "A plant for methanol" makes it. */
const OF_PLANT =
  /(?:plants?|factory|facility|anläggning|fabrik|tehdas|laitos)\p{L}*\s+(?:for|för|till)\s+(?:\p{L}+\s+)?$/iu;

/** Materials of the vocabulary that a park offers as a utility. */
const UTILITY_OF: readonly [RegExp, ParkFeature][] = [
  [/^(?:heat|waste-heat|low-temperature-heat|process-heat|district-heat)$/, "heat"],
  [/^(?:steam|process-steam)$/, "steam"],
  [/^(?:biogas|biomethane)$/, "biogas"],
  [/^(?:natural-gas|lng)$/, "natural-gas"],
  [/^(?:water|process-water)$/, "water"],
];

/** What a named material is to the company: raw material, product, or something it must place. */
function materialNeed(
  match: ConceptMatch,
  context: { question: Question; matches: readonly ConceptMatch[]; view: KnowledgeView },
): LocationNeed {
  const { text, language } = context.question;
  const { start, end } = match;
  const before = text.slice(0, start);
  const clause = clauseAround(text, start);
  const words = text.slice(start, end);
  const isOwn = start < needVerbAt(text);
  const isProduct = !FROM.test(before) && (MAKES.test(before) || (language === "fi" && /ksi$/iu.test(words)));
  const utility = UTILITY_OF.find(([ids]) => ids.test(bare(match)));
  if (utility !== undefined && !isProduct)
    return { kind: "feature", feature: utility[1], concepts: [match.concept.id] };
  if (isProduct && (isOwn || text.search(NEED_VERB) < 0 || OF_PLANT.test(before))) {
    const concepts = context.matches.filter(({ share }) => share === 1).map(({ concept }) => concept.id);
    return { kind: "industry", words, concepts, classes: classesOf(words, { language, view: context.view }) };
  }
  const amount = amountBefore(before);
  return {
    kind: TAKERS.test(clause) ? "output" : "input",
    material: bare(match),
    ...(amount === undefined ? {} : { amount, unit: "t" }),
  };
}

function amountBefore(before: string): number | undefined {
  const found = TONNES.exec(before);
  const amount = found === null ? undefined : readNumber(found[1] ?? "", found[2] ?? "");
  return amount !== undefined && amount > 0 ? amount : undefined;
}

/** The stretch between commas and the like that a place of the text lies in. */
function clauseAround(text: string, at: number): string {
  const start = Math.max(...[",", ";", ".", ":", "?"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const ends = [",", ";", ".", ":", "?"].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return text.slice(start, Math.min(text.length, ...ends));
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 30), start)} ${text.slice(end, end + 22)}`;
}

/** What stands before the asker's own plant: "for a …", "build an …". */
const OWN_BEFORE =
  /(?<!\p{L})(?:for|of|build|set up|open|start|run|för|bygga|starta|driva|rakentaa|perustaa)\s+(?:an?\s+|en\s+|ett\s+)?(?:\p{L}+\s+)?$/iu;

/** Whether a trade is wished for next door, by the words around it or since it is what is needed. */
function isNeighbour(text: string, start: number, end: number): boolean {
  if (NEIGHBOUR.test(around(text, start, end))) return true;
  const at = needVerbAt(text);
  return at > 0 && start >= at && !OWN_BEFORE.test(text.slice(0, start));
}
