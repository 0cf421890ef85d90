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

const WARM_UP = { passages: 300, questions: 100, ms: 500 };
const MIN_MEASURED_MS = 1500;
const MAX_ROUNDS = 10;

/**
 * Measures a retriever on a collection.
 *
 * A round builds the index afresh, so nothing remembered from earlier questions helps, and asks every question once.
 * A slice of the work comes first, unmeasured, so that the compiler of the machine has seen the code; a small
 * collection is measured for several rounds, until the times mean something.
 */
export async function measureRetriever(
  build: BuildRetriever,
  collection: Collection,
): Promise<RetrieverFigures> {
  const { passages, questions } = collection;
  await warmUp(build, collection);
  const buildTimes: number[] = [];
  const times: number[] = [];
  let rankings: number[][] = [];
  const start = performance.now();
  for (
    let round = 0;
    round < MAX_ROUNDS && (round === 0 || performance.now() - start < MIN_MEASURED_MS);
    round++
  ) {
    const buildStart = performance.now();
    const search = await build(passages);
    buildTimes.push(performance.now() - buildStart);
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

/** Does a slice of the work over and over, for half a second. */
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
