import type { ConceptMatch, Lexicon } from "../../indexer/index.ts";
import { splitWords } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { MaterialKnowledge } from "./material-knowledge.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** A material or property that a description names. */
export interface Stuff {
  /** Bare id of the vocabulary. */
  id: string;
  /** How much it says about the stuff described, 0 to 1. */
  weight: number;
  /** Place of its words in the text. */
  start: number;
  end: number;
  /** `true` when only some of its name's words stand in the text. */
  isNear?: boolean;
}

/** Words that open what a thing holds. */
const CONTENT =
  /^(?:with|containing|contains|contain|including|rich|jossa|joka|joissa|sisältää|sisältävä|sisältäen|sisältävää|med|som|innehåller|innehållande|containing)$/u;
/** Words that open where a thing comes from or what is done with it. */
const ORIGIN =
  /^(?:from|of|off|after|in|at|for|during|by|out|via|för|från|av|ur|efter|i|vid|hos|till|to|jälkeen|using|used)$/u;
/** Finnish cases that tell where a thing comes from ("terästehtaalta", "purkamisesta"); "jäännöstä" is the thing itself. */
const FROM_CASE = /(?<!nno|nnö)(?:sta|stä)$|(?:lta|ltä)$/u;

type Zone = "head" | "content" | "origin";

/**
 * Reads which materials and properties a description names, and how much each says about it.
 *
 * @param text Free text in any of the three languages: "spent filter sand with iron oxide".
 * @returns Each concept once with its best weight; empty when nothing is known.
 */
export function readStuff(
  text: string,
  context: { language: Language; lexicon: Pick<Lexicon, "match">; materials: MaterialKnowledge },
): Stuff[] {
  const { language, lexicon, materials } = context;
  const matches = lexicon
    .match(text, language)
    .filter(({ concept }) => concept.kind === "trade" && materials.knows(bareId(concept.id)));
  const zones = zonesOf(text, { language, matches });
  const heads = lastOfZones(matches, { zones, text });
  // "Stillage water" is stillage rather than water: a head that names many things says less than what stands before it.
  const hasVagueHead = matches.some(
    ({ concept, end }) => heads.has(end) && materials.isGeneral(bareId(concept.id)),
  );
  const found = new Map<string, Stuff>();
  for (const match of matches) {
    const { evidence } = PARTNER_WEIGHTS;
    const zone = zones(match.end - 1);
    const id = bareId(match.concept.id);
    const isLast = heads.has(match.end);
    const isAlone = matches.length === 1;
    const place =
      zone === "head" ? weightInHead(id, { isLast, isAlone, hasVagueHead, materials }) : evidence[zone];
    const weight = place * (match.share === 1 ? 1 : evidence.part);
    if ((found.get(id)?.weight ?? 0) < weight)
      found.set(id, { id, weight, start: match.start, end: match.end });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

function weightInHead(
  id: string,
  context: { isLast: boolean; isAlone: boolean; hasVagueHead: boolean; materials: MaterialKnowledge },
): number {
  const { evidence } = PARTNER_WEIGHTS;
  const { isLast, isAlone, hasVagueHead, materials } = context;
  if (!isLast) return hasVagueHead ? evidence.modifierOfGeneral : evidence.modifier;
  return materials.isGeneral(id) && !isAlone ? evidence.generalHead : evidence.head;
}

/** Id without the kind before it. */
export function bareId(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Tells for a place of the text whether it names the thing, what it holds, or where it comes from. */
function zonesOf(
  text: string,
  context: { language: Language; matches: readonly ConceptMatch[] },
): (at: number) => Zone {
  const { language, matches } = context;
  // "4000 t of grain": before anything is named, nothing comes from it.
  const first = Math.min(...matches.map(({ end }) => end));
  const turns: { start: number; zone: Zone }[] = [];
  const words = splitWords(text);
  for (const [at, { lower, start, end }] of words.entries()) {
    // "Päästä eroon lietteestä": out of nothing.
    if (words[at - 1]?.lower === "eroon") continue;
    if (start < first && !(language === "fi" && FROM_CASE.test(lower))) continue;
    if (CONTENT.test(lower)) turns.push({ start, zone: "content" });
    else if (ORIGIN.test(lower) && start > 0 && text[start - 1] !== "-")
      turns.push({ start, zone: "origin" });
    else if (language === "fi" && FROM_CASE.test(lower)) {
      turns.push({ start, zone: "origin" }, { start: end, zone: "head" });
    }
  }
  for (const match of text.matchAll(SEPARATOR)) {
    turns.push({ start: match.index, zone: "head" });
  }
  turns.sort((a, b) => a.start - b.start);
  return (at) => turns.findLast(({ start }) => start <= at)?.zone ?? "head";
}

/** A comma or "and" begins another thing. */
const SEPARATOR = /[,;/]|(?<!\p{L})(?:and|ja|sekä|och|samt|or|tai|eller)(?!\p{L})/giu;

/** Ends of the matches that close a phrase: only they are what it names. */
function lastOfZones(
  matches: readonly ConceptMatch[],
  context: { zones: (at: number) => Zone; text: string },
): Set<number> {
  const { zones, text } = context;
  const heads = new Set<number>();
  let last: ConceptMatch | undefined;
  for (const match of matches) {
    const isHead = zones(match.end - 1) === "head";
    const isApart = last !== undefined && text.slice(last.end, match.start).search(SEPARATOR) >= 0;
    if (last !== undefined && (!isHead || isApart)) heads.add(last.end);
    if (!isHead) last = undefined;
    else if (last === undefined || isApart || match.end > last.end) last = match;
  }
  if (last !== undefined) heads.add(last.end);
  return heads;
}
