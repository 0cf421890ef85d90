import type { Passage } from "../passage.ts";
import { Background, dot, standOut } from "./background.ts";

/** Pairs of each kind that are looked at. */
const PAIRS = 200;
/** Fewer prove nothing: then half is believed. */
const FEWEST_PAIRS = 8;
const UNPROVEN = 0.5;
/** Deviations by which what belongs together must stand out on average for full trust. */
const FULL_TRUST = 1;

/**
 * Measures how far a model's vectors bring together what belongs together in this collection: the same row or FAQ entry
 * in two languages, and neighbours in a document. Vectors that say nothing get 0, whatever model they come from, and then
 * take no part in the search.
 *
 * @param vectors Vectors of length 1 end to end, one for each passage.
 * @returns 0 to 1.
 */
export function measureTrust(passages: readonly Passage[], vectors: Float32Array): number {
  const dimensions = vectors.length / passages.length;
  const vectorOf = (entry: number) => vectors.subarray(entry * dimensions, (entry + 1) * dimensions);
  const background = new Background(vectors, passages.map(toBackground));
  const found: number[] = [];
  for (const [one, other] of [...pick(translations(passages)), ...pick(neighbours(passages))]) {
    const { language } = passages[other] as Passage;
    const nearness = background.nearnessTo(vectorOf(one), language);
    if (nearness !== undefined) found.push(standOut(dot(vectorOf(one), vectorOf(other)), nearness));
  }
  if (found.length < FEWEST_PAIRS) return UNPROVEN;
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  // Two standard errors are taken off: what chance alone can give is no proof.
  const proven = mean - 2 / Math.sqrt(found.length);
  return Math.min(1, Math.max(0, proven / FULL_TRUST));
}

/** A passage as the background sees it. */
export function toBackground({ language, visibility, audience }: Passage) {
  return { language, isPublic: visibility === "public" && (audience?.includes("public") ?? true) };
}

type Pair = readonly [one: number, other: number];

/** The same row or FAQ entry in another language. */
function translations(passages: readonly Passage[]): Pair[] {
  const first = new Map<string, number>();
  return [...passages.entries()].flatMap(([entry, { record, faq, language }]): Pair[] => {
    const id = record ?? (faq === undefined ? undefined : `faq:${faq.id}`);
    if (id === undefined) return [];
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, entry);
      return [];
    }
    return passages[other]?.language === language ? [] : [[entry, other]];
  });
}

/** Passages that follow each other in a document. */
function neighbours(passages: readonly Passage[]): Pair[] {
  return [...passages.entries()].flatMap(([entry, { file, kind, language }]): Pair[] => {
    const next = passages[entry + 1];
    const isNext = next?.file === file && next.language === language && next.kind === "text";
    return kind === "text" && isNext ? [[entry, entry + 1]] : [];
  });
}

/** Evenly spread over all. */
function pick(pairs: readonly Pair[]): Pair[] {
  const count = Math.min(PAIRS, pairs.length);
  return Array.from({ length: count }, (_, at) => pairs[Math.floor((at * pairs.length) / count)] as Pair);
}
