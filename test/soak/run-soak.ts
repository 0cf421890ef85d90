import { setTimeout as wait } from "node:timers/promises";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { createRandom } from "../indexer/lexical/random.ts";
import { type ProcessSample, startMeasuredBot } from "./measured-bot.ts";
import { readSoakQuestions } from "./read-soak-questions.ts";
import { findSlope, percentile, type Slope } from "./slope.ts";
import { SoakTalk, type SoakTally } from "./soak-talk.ts";

/** How long and hard the bot is used. */
export interface SoakOptions {
  minutes: number;
  conversations: number;
  /** Folder of the index that is used, and file of the state. */
  indexDir: string;
  stateFile: string;
  /** Pause of a person between turns on average, in milliseconds. @default {600} */
  thinkInMs?: number;
  /** Pause between looks at the memory, in milliseconds. @default {5000} */
  sampleEveryInMs?: number;
  /** Every so many looks garbage is collected first. @default {3} */
  collectEvery?: number;
  /** More files that the bot loads first, for tests. @default none */
  preloads?: readonly string[];
  /** Told how far it is. @default nobody is told */
  onSample?: (line: string) => void;
}

/** What came of it. */
export interface SoakResult {
  seconds: number;
  turns: number;
  turnsPerSecond: number;
  /** Milliseconds until the whole answer was there. */
  turnInMs: { p50: number; p95: number; p99: number };
  counts: Omit<SoakTally, "turns" | "faults">;
  /** Faults as those who talked saw them, errors that the bot logged, and its exit code if it is not 0. */
  faults: string[];
  /** After the first third: until then caches fill. In MB a minute. */
  heap: Slope & { firstInMb: number; lastInMb: number };
  /** Growth of the heap by turns and not by minutes, in KB a turn: a busy machine has fewer of them. */
  heapByTurn: Slope;
  resident: Slope & { firstInMb: number; lastInMb: number };
  eventLoop: { p99InMs: number; longestInMs: number };
  /** Time of processors a turn, in milliseconds; a busy machine does not change it as it changes waiting. */
  cpuInMsPerTurn: number;
}

/** Random numbers are whole; a share is one of so many parts. */
const PARTS = 2 ** 24;

type TimedSample = ProcessSample & { minute: number; turns: number };

/** Uses the real bot as many people do at once, and looks what becomes of its memory. @throws {Error} If it does not start. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const bot = await startMeasuredBot(
    {
      PORT: "0",
      INDEX_DIR: options.indexDir,
      STATE_FILE: options.stateFile,
      PROXY_HOPS: "1",
      MESSAGES_PER_MINUTE: "600",
      LOG_LEVEL: "warn",
    },
    options.preloads,
  );
  const tally: SoakTally = {
    turns: [],
    conversations: 0,
    reconnects: 0,
    erasures: 0,
    ratings: 0,
    forms: 0,
    faults: [],
  };
  const begun = performance.now();
  const signal = AbortSignal.timeout(options.minutes * 60_000);
  const talks = await createTalks(options, { url: bot.url, tally });
  const talking = Promise.all(talks.map((talk) => talk.run(signal)));
  const samples: TimedSample[] = [];
  while (!signal.aborted) {
    await wait(options.sampleEveryInMs ?? 5000, undefined, { signal }).catch(() => undefined);
    const collects = (samples.length + 1) % (options.collectEvery ?? 3) === 0;
    const minute = (performance.now() - begun) / 60_000;
    samples.push({ ...(await bot.sample({ collects })), minute, turns: tally.turns.length });
    options.onSample?.(presentSample(samples.at(-1) as TimedSample, tally));
  }
  await talking;
  const seconds = (performance.now() - begun) / 1000;
  const faults = [...tally.faults, ...bot.logged("error")];
  const exitCode = await bot.stop();
  if (exitCode !== 0) faults.push(`The bot ended with ${exitCode}`);
  return summarise({ samples, tally, seconds, faults });
}

async function createTalks(
  options: SoakOptions,
  { url, tally }: { url: string; tally: SoakTally },
): Promise<SoakTalk[]> {
  const questions = await readSoakQuestions();
  return Array.from({ length: options.conversations }, (_, at) => {
    const language = LANGUAGES[at % LANGUAGES.length] ?? "en";
    const locale = { fi: "fi-FI", sv: "sv-FI", en: "en-US" }[language];
    const person = { url, address: `198.51.100.${at}`, locale, polls: at % 8 === 7 };
    const draw = createRandom((at + 1) * 7919);
    const random = () => draw(PARTS) / PARTS;
    return new SoakTalk({ person, language, questions, random, thinkInMs: options.thinkInMs ?? 600, tally });
  });
}

function summarise(parts: {
  samples: readonly TimedSample[];
  tally: SoakTally;
  seconds: number;
  faults: string[];
}): SoakResult {
  const { samples, seconds, faults } = parts;
  const { turns, faults: _faults, ...counts } = parts.tally;
  const warm = samples.slice(Math.floor(samples.length / 3));
  const turnAt = (share: number) => percentile(turns, share) ?? Number.NaN;
  return {
    seconds,
    turns: turns.length,
    turnsPerSecond: turns.length / seconds,
    turnInMs: { p50: turnAt(0.5), p95: turnAt(0.95), p99: turnAt(0.99) },
    counts,
    faults,
    heap: growthOf(warm, ({ heapInMb }) => heapInMb),
    heapByTurn: findSlope(
      warm.flatMap(({ turns: done, heapInMb }) =>
        heapInMb === undefined ? [] : [{ at: done, value: heapInMb * 1024 }],
      ),
    ),
    resident: growthOf(warm, ({ residentInMb }) => residentInMb),
    eventLoop: {
      // The median of the looks: one look with a stall is told by the longest.
      p99InMs:
        percentile(
          warm.map(({ p99InMs }) => p99InMs),
          0.5,
        ) ?? Number.NaN,
      longestInMs: Math.max(...warm.map(({ longestInMs }) => longestInMs)),
    },
    cpuInMsPerTurn: cpuPerTurn(warm),
  };
}

function cpuPerTurn(samples: readonly TimedSample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  return (last.cpuInMs - first.cpuInMs) / (last.turns - first.turns);
}

function growthOf(
  samples: readonly TimedSample[],
  read: (sample: TimedSample) => number | undefined,
): SoakResult["heap"] {
  const points = samples.flatMap((sample) => {
    const value = read(sample);
    return value === undefined ? [] : [{ at: sample.minute, value }];
  });
  return { ...findSlope(points), firstInMb: points[0]?.value ?? 0, lastInMb: points.at(-1)?.value ?? 0 };
}

function presentSample({ minute, residentInMb, heapInMb, p99InMs }: TimedSample, tally: SoakTally): string {
  const heap = heapInMb === undefined ? "" : `, heap ${heapInMb.toFixed(1)} MB`;
  const memory = `${residentInMb.toFixed(0)} MB${heap}`;
  return `${minute.toFixed(2)} min: ${tally.turns.length} turns, ${memory}, loop p99 ${p99InMs.toFixed(1)} ms, ${tally.faults.length} faults`;
}
