import type { ConceptMatch } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { parkKnowledge } from "../query/park-knowledge.ts";
import { addKin } from "./add-kin.ts";
import { NEIGHBOUR } from "./location-words.ts";
import { mergeFeatures, readFeatureSpans } from "./need-spans.ts";
import { isInside, isTelling, stemsOf } from "./need-stems.ts";
import { around, needVerbAt } from "./need-zones.ts";
import type { Question } from "./question.ts";
import { readGasSpans } from "./read-gases.ts";
import { bare, classesOf, materialNeed } from "./read-need-material.ts";
import { readPlaceSpans } from "./read-need-places.ts";
import { readTrades } from "./read-need-trades.ts";

/** At most so many wishes beside the needs of a kind; the most telling are kept. */
const MOST_WISHES = 6;

/**
 * Reads what a company asks of a place: what the park must offer, where, what goes in and out, which trade, which
 * neighbours, and whatever else is said that the tables speak of.
 */
export function readNeeds(question: Question, view: KnowledgeView): LocationNeed[] {
  const { needed: features, denied } = readFeatureSpans(question);
  const places = readPlaceSpans(question, view);
  const taken: { start: number; end: number }[] = [...features, ...denied, ...places, ...parkSpans(question)];
  const trades = readTrades(question, { view, taken });
  taken.push(...trades);
  const gases = readGasSpans(question.text, (span) =>
    isInside(span, [...taken, ...materialSpans(question, view)]),
  );
  taken.push(...gases);
  const phrases = readPhrases(question, { view, taken });
  const wishes = phrases.filter(({ kind }) => kind === "wish");
  const told = (need: LocationNeed) =>
    need.kind === "wish"
      ? need.concepts.reduce((sum, id) => sum + parkKnowledge(view).tellingness(id), 0) / need.concepts.length
      : 1;
  const best = wishes.sort((a, b) => told(b) - told(a)).slice(0, MOST_WISHES);
  const all: LocationNeed[] = [
    ...mergeFeatures(features),
    ...places
      .filter(({ need }) => need.isDenied !== true)
      .slice(0, 2)
      .map(({ need }) => need),
    ...places.filter(({ need }) => need.isDenied === true).map(({ need }) => need),
    ...trades.map(({ need }) => need),
    ...gases.map(({ need }) => need),
    ...phrases.filter(({ kind }) => kind !== "wish"),
    ...best,
  ];
  return withoutRepeats(addKin(all));
}

/** Materials that the vocabulary names. */
function materialSpans(question: Question, view: KnowledgeView): { start: number; end: number }[] {
  const { materials } = view.partners;
  return question.matches.filter((match) => match.share === 1 && materials.knows(bare(match)));
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

/** Everything else that is named: materials in and out, the company's own product, wishes. */
function readPhrases(
  question: Question,
  context: { view: KnowledgeView; taken: readonly { start: number; end: number }[] },
): LocationNeed[] {
  const { view, taken } = context;
  const { materials } = view.partners;
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
  const stems = stemsOf(first, context);
  const isTrade = telling.some(({ concept }) => concept.kind === "trade");
  if (isTrade && NEIGHBOUR.test(around(question.text, first.start, first.end)))
    return [{ kind: "neighbour", words, concepts, classes: [], ...stems }];
  const isOwn = first.start < needVerbAt(question.text);
  if (!isTrade || !isOwn) return [{ kind: "wish", words, concepts, ...stems }];
  const classes = classesOf(words, { language: question.language, view });
  return [{ kind: "industry", words, concepts, classes, ...stems }];
}
