import { isFunctionWord, type Lexicon, type Sentence, splitWords } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AnswerSource } from "../answer-source.ts";
import { type Bearer, bearsOut } from "./bears-out.ts";
import { type Evidence, readEvidence } from "./evidence.ts";

/** Where a sentence may go on to say something else. */
const JOINT =
  /[;:–—]\s+|,\s+(?:(?:and|but|while|which|so|ja|sekä|mutta|kun taas|joka|jonka|joten|och|samt|men|medan|som)\s)?|\s(?:and|but|while|ja|sekä|mutta|och|samt|men|medan)\s/giu;
/** Content words that a part must have to say something of its own; less is an item of a list. */
const LEAST_WORDS = 3;
const MOST_PARTS = 3;
/** A sentence with as many commas is a list. */
const LEAST_COMMAS = 2;

/**
 * Tells whether single sentences of the sources bear a sentence out: one of them all of it, or one for each part of it that
 * could stand alone. A sentence put together of words that stand here and there in a source says something else.
 *
 * A row, and a sentence that leans on the one before it, count with what they belong to.
 */
export function isBorneOut(
  text: string,
  context: { sources: readonly AnswerSource[]; language: Language; view: KnowledgeView },
): boolean {
  const bearers = context.sources.flatMap((source) => bearersOf(source, context.view.index.lexicon));
  const isList = (text.match(/,\s/gu) ?? []).length >= LEAST_COMMAS;
  const bodies = context.sources.map(({ body }) => body);
  return holdsParts(text, { ...context, bearers, bodies, names: "", isList, parts: MOST_PARTS });
}

function holdsParts(
  text: string,
  context: {
    bearers: readonly Bearer[];
    bodies: readonly Evidence[];
    language: Language;
    view: KnowledgeView;
    /** What was named before this part. */
    names: string;
    isList: boolean;
    parts: number;
  },
): boolean {
  const { bearers, parts, language } = context;
  if (bearers.some((bearer) => bearsOut(text, { ...context, bearer }))) return true;
  if (parts === 1) return false;
  return [...text.matchAll(JOINT)].some((joint) => {
    const left = text.slice(0, joint.index);
    const right = text.slice(joint.index + joint[0].length);
    if (countWords(left, language) < LEAST_WORDS || countWords(right, language) < LEAST_WORDS) return false;
    if (!bearers.some((bearer) => bearsOut(left, { ...context, bearer }))) return false;
    return holdsParts(right, { ...context, names: left, parts: parts - 1 });
  });
}

function countWords(text: string, language: Language): number {
  return splitWords(text).filter(({ lower }) => !isFunctionWord(lower, language) && !/^\d+$/.test(lower))
    .length;
}

function bearersOf(source: AnswerSource, lexicon: Lexicon): Bearer[] {
  const { passage, sentences, heading, body } = source;
  if (passage.kind === "row")
    return [{ evidence: body, about: [body, heading], years: yearsOf(source), isRow: true }];
  const park = onlyParkOf(body, lexicon);
  return sentences.map(({ sentence, evidence }, at) => {
    const before = sentences[at - 1]?.evidence;
    const leans = before !== undefined && isFunctionWord(evidence.words[0] ?? "", evidence.language);
    return {
      evidence,
      about: [evidence, heading, ...park, ...(leans ? [before] : [])],
      years: yearsOf(source, sentence),
    };
  });
}

/** Where a passage names one park alone, all its sentences are about that one. */
function onlyParkOf({ text, language }: Evidence, lexicon: Lexicon): Evidence[] {
  const parks = lexicon
    .match(text, language)
    .filter(({ concept, share }) => share === 1 && concept.kind === "park");
  const [first] = parks;
  if (first === undefined || parks.some(({ concept }) => concept.id !== first.concept.id)) return [];
  return [readEvidence(text.slice(first.start, first.end), { language, lexicon })];
}

/** Years of what a sentence rests on, which a sentence of the model may give. */
function yearsOf({ passage }: AnswerSource, sentence?: Sentence): number[] {
  const sources =
    sentence === undefined ? passage.sources : sentence.sources.map((at) => passage.sources[at]);
  return sources.flatMap((source) => source?.year ?? []).map(Number);
}
