import { type ConceptMatch, isFunctionWord } from "../../../indexer/index.ts";
import type { AnswerSource } from "../answer-source.ts";
import type { Evidence } from "./evidence.ts";
import { isHeld, type Name } from "./find-names.ts";
import { type Figure, hasFigure } from "./read-figures.ts";

/**
 * Tells whether a number of a sentence is told of something else than what the sentence names: the source has both, but
 * never together. Names in the heading go with all that stands below it; a row is about one thing.
 */
export function isToldOfAnother(
  told: Evidence,
  context: { names: readonly Name[]; matches: readonly ConceptMatch[]; sources: readonly AnswerSource[] },
): boolean {
  const { names, sources } = context;
  if (names.length === 0) return false;
  return told.figures.some((figure) => !sources.some((source) => tellsBoth(figure, { ...context, source })));
}

function tellsBoth(
  figure: Figure,
  context: { names: readonly Name[]; matches: readonly ConceptMatch[]; source: AnswerSource },
): boolean {
  const { names, matches, source } = context;
  const { passage, body, heading, sentences } = source;
  if (!hasFigure(figure, body.figures)) return false;
  const isNamedIn = (evidence: Evidence) =>
    names.some((name) => isHeld(name, { matches, evidence: [evidence] }));
  if (passage.kind === "row" || isNamedIn(heading)) return true;
  const holders = sentences.flatMap(({ evidence }, at) => (hasFigure(figure, evidence.figures) ? [at] : []));
  // The year of the citation stands in no sentence.
  if (holders.length === 0) return true;
  return holders.some((at) => {
    const here = sentences[at]?.evidence;
    const before = sentences[at - 1]?.evidence;
    if (here !== undefined && isNamedIn(here)) return true;
    // "It makes 22 000 t": who "it" is stands in the sentence before.
    return here !== undefined && before !== undefined && !namesAnything(here) && isNamedIn(before);
  });
}

/** Whether a sentence is about something it names itself: it begins with no pronoun or the like, or names more. */
function namesAnything({ text, words, language }: Evidence): boolean {
  return !isFunctionWord(words[0] ?? "", language) || /(?<=\S\s)\p{Lu}/u.test(text);
}
