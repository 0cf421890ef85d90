import { averageMeasures, measureRanking, type RankMeasures } from "./rank-measures.ts";
import type { Collection } from "./read-collection.ts";
import type { BuildRetriever, SearchPassages } from "./retrievers.ts";

/** How well and how fast a retriever answers a collection's questions. */
export interface RetrieverFigures extends RankMeasures {
  /** Mean time of a question, in milliseconds. */
  readonly msPerQuery: number;
  /** Half of the questions take at most this long, in milliseconds. */
  readonly msPerQueryP50: number;
  /** Time to build the index; the median when it was built several times. */
  readonly buildSeconds: number;
  /** How many questions were asked. */
  readonly queries: number;
}

const WARM_UP = { passages: 300, questions: 100, ms: 1000 };
/** Indexes are built until building took so long, and at most so many. */
const BUILDING = { ms: 1000, most: 20 };

/**
 * Measures a retriever on a collection.
 *
 * The index of a small collection is built several times, until the times mean something, and each of these answers
 * every question once: nothing remembered from earlier questions helps. A slice of the work comes first, unmeasured,
 * so that the compiler of the machine has seen the code, and all building before all asking, so that questions are
 * not charged for the memory that a build leaves to be freed.
 */
export async function measureRetriever(
  build: BuildRetriever,
  collection: Collection,
): Promise<RetrieverFigures> {
  const { questions } = collection;
  await warmUp(build, collection);
  const { indexes, buildTimes } = await buildAll(build, collection);
  const times: number[] = [];
  let rankings: number[][] = [];
  for (const search of indexes) {
    const answered = await askAll(search, questions);
    times.push(...answered.times);
    rankings = answered.rankings;
  }
  return {
    ...averageMeasures(
      questions.map(({ relevances }, index) => measureRanking(rankings[index] ?? [], relevances)),
    ),
    msPerQuery: times.reduce((sum, time) => sum + time, 0) / times.length,
    msPerQueryP50: median(times),
    buildSeconds: median(buildTimes) / 1000,
    queries: questions.length,
  };
}

/** Builds the index afresh, over and over. */
async function buildAll(
  build: BuildRetriever,
  { passages }: Collection,
): Promise<{ indexes: SearchPassages[]; buildTimes: number[] }> {
  const indexes: SearchPassages[] = [];
  const buildTimes: number[] = [];
  let spent = 0;
  while (indexes.length === 0 || (spent < BUILDING.ms && indexes.length < BUILDING.most)) {
    const start = performance.now();
    indexes.push(await build(passages));
    const time = performance.now() - start;
    buildTimes.push(time);
    spent += time;
  }
  return { indexes, buildTimes };
}

/** Does a slice of the work over and over, for a second. */
async function warmUp(build: BuildRetriever, { passages, questions }: Collection): Promise<void> {
  const start = performance.now();
  do {
    const search = await build(passages.slice(0, WARM_UP.passages));
    await askAll(search, questions.slice(0, WARM_UP.questions));
  } while (performance.now() - start < WARM_UP.ms);
}

async function askAll(
  search: SearchPassages,
  questions: Collection["questions"],
): Promise<{ times: number[]; rankings: number[][] }> {
  const times: number[] = [];
  const rankings: number[][] = [];
  for (const { text, language } of questions) {
    const start = performance.now();
    const found = search(text, language);
    const ranking = found instanceof Promise ? await found : found;
    times.push(performance.now() - start);
    rankings.push(ranking);
  }
  return { times, rankings };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
