import type { KnowledgeView } from "../knowledge-view.ts";
import type { LocationNeed } from "../query/location-need.ts";
import type { NeedSpan } from "./need-spans.ts";
import { isInside, isTelling, stemsOf } from "./need-stems.ts";
import { isNeighbour } from "./need-zones.ts";
import type { Question } from "./question.ts";
import { bare } from "./read-need-material.ts";

/** The class of whatever has no other: ports and laboratories in it are no kin of each other. */
const RESIDUAL = "other services";

/** Trades with a class of their own: "greenhouse", "steel mill". */
export function readTrades(
  question: Question,
  context: { view: KnowledgeView; taken: readonly { start: number; end: number }[] },
): NeedSpan<LocationNeed>[] {
  const { view, taken } = context;
  const { receivers, materials } = view.partners;
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
      .filter(({ share }) => share === 1 || !isOneConcept({ start, end }, question))
      .map(({ concept }) => concept.id);
    const kind = isNeighbour(question.text, start, end) ? "neighbour" : "industry";
    const need: LocationNeed = {
      kind,
      words: question.text.slice(start, end),
      concepts: [...new Set(concepts)],
      classes: [...new Set(group.map(({ receiverClass }) => receiverClass))].filter(
        (name) => name !== RESIDUAL,
      ),
      ...(kind === "industry" && isOneConcept({ start, end }, question)
        ? {}
        : stemsOf({ start, end }, { question, view })),
    };
    return [{ start, end, need }];
  });
}

/** "Data centre" is one thing: neither its data nor its centre is one of its own. */
function isOneConcept({ start, end }: { start: number; end: number }, question: Question): boolean {
  return question.matches.some(
    (match) => match.share === 1 && match.wordCount > 1 && match.start <= start && match.end >= end,
  );
}
