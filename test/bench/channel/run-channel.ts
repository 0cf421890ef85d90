import { fork } from "node:child_process";
import { join } from "node:path";
import { type BenchFigure, quantile } from "../figure.ts";
import { benchAgent, openConversation } from "./bench-client.ts";
import { type BenchQuestion, readBenchQuestions } from "./read-bench-questions.ts";

/** Speed of one server with a number of conversations at once. */
export interface ChannelSpeed {
  turnsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  /** Share of the turns whose reply names a source, 0 to 1. */
  cited: number;
}

/** One line of the comparison. */
export interface ChannelFigures {
  conversations: number;
  ours: ChannelSpeed;
  bare: ChannelSpeed;
  /** Turns of ours for one of the bare bot. */
  ratio: number;
  /** Milliseconds by which half of our turns take longer than half of the bare bot's. */
  addedP50Ms: number;
}

/** How long and how often is measured. */
export interface ChannelOptions {
  /** Folder of the index that the bot answers from; built when there is none. @default {"data/index"} */
  index?: string;
  /**
   * What stands beside the bare bot: the whole bot, the whole bot when it makes every answer anew, or an echo in its
   * channel. @default {"whole"}
   */
  kind?: "whole" | "fresh" | "echo";
  /** Conversations at once, one line each. @default {[1, 16, 64]} */
  levels?: readonly number[];
  /** Rounds that count, of each server. @default {4} */
  rounds?: number;
  /** Length of a round, in milliseconds. @default {1000} */
  roundInMs?: number;
}

interface Round {
  turnsPerSecond: number;
  times: number[];
  cited: number;
}

/**
 * Compares our Direct Line with a bare echo bot on the same stack: each server in a process of its own, the clients in
 * this one, rounds by turns (ABBA) after one to warm up.
 *
 * @returns One line per level; speeds and ratio are medians over the rounds, so that one that was disturbed does not count.
 * @throws {Error} When a server does not start or a reply does not come.
 */
export async function runChannel(options: ChannelOptions = {}): Promise<ChannelFigures[]> {
  const { levels = [1, 16, 64], kind = "whole", index = "data/index" } = options;
  const questions = readBenchQuestions();
  const ours = await startServer([kind, index]);
  const bare = await startServer(["bare"]);
  try {
    if (kind !== "echo") await askAll(ours.url, questions);
    const figures: ChannelFigures[] = [];
    for (const conversations of levels) {
      figures.push(await compare({ ...options, conversations, questions, ours: ours.url, bare: bare.url }));
    }
    return figures;
  } finally {
    ours.stop();
    bare.stop();
    benchAgent.destroy();
  }
}

/** What is asked of the channel: 0.7 of the echo bot's turns, and 3 ms more for one who asks alone. */
export function channelFigures(
  measured: readonly ChannelFigures[],
  { isFresh = false }: { isFresh?: boolean } = {},
): BenchFigure[] {
  return measured.flatMap(({ conversations, ours, bare, ratio, addedP50Ms }) => {
    const many = conversations === 1 ? "1 conversation" : `${conversations} conversations`;
    const who = isFresh ? `${many}, every answer made anew` : many;
    const figure = (name: string, value: number, unit: string, target?: BenchFigure["target"]) => ({
      section: "channel" as const,
      name: `${who}: ${name}`,
      value,
      unit,
      ...(target && { target }),
    });
    return [
      figure("turns of ours for one of the echo bot", ratio, "", { least: 0.7 }),
      figure("added p50", addedP50Ms, "ms", conversations === 1 ? { most: 3 } : undefined),
      figure("ours", ours.turnsPerSecond, "turns/s"),
      figure("echo bot", bare.turnsPerSecond, "turns/s"),
      figure("ours p95", ours.p95Ms, "ms"),
      figure("replies that cite", 100 * ours.cited, "%"),
    ];
  });
}

async function compare(
  options: ChannelOptions & {
    conversations: number;
    questions: readonly BenchQuestion[];
    ours: string;
    bare: string;
  },
): Promise<ChannelFigures> {
  const { conversations, rounds = 4, questions } = options;
  const measured: { ours: Round[]; bare: Round[] } = { ours: [], bare: [] };
  for (let round = -WARM_UPS; round < rounds; round++) {
    // Who goes first changes, so that what slows the machine down for a while hits both.
    const order = round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);
    for (const name of order) {
      const roundInMs = round < 0 ? WARM_UP_IN_MS : (options.roundInMs ?? 1000);
      const result = await measure(options[name], { conversations, roundInMs, questions });
      if (round >= 0) measured[name].push(result);
    }
  }
  const [ours, bare] = [summarise(measured.ours), summarise(measured.bare)];
  const pairs = measured.ours.map((round, at) => ({ round, other: measured.bare[at] as Round }));
  const ratios = pairs.map(({ round, other }) => round.turnsPerSecond / other.turnsPerSecond);
  const added = pairs.map(({ round, other }) => quantile(round.times, 0.5) - quantile(other.times, 0.5));
  return { conversations, ours, bare, ratio: quantile(ratios, 0.5), addedP50Ms: quantile(added, 0.5) };
}

/** Asks every question once, so that none of what counts is asked for the first time in the life of a process. */
async function askAll(url: string, questions: readonly BenchQuestion[]): Promise<void> {
  const conversation = await openConversation(url, addressOf(conversationsSoFar++));
  for (const question of questions) await conversation.turn(question);
  conversation.close();
}

const WARM_UPS = 1;
const WARM_UP_IN_MS = 700;
/** Which question a conversation begins with, so that not all ask the same. */
const STRIDE = 37;
let conversationsSoFar = 0;

async function measure(
  url: string,
  options: { conversations: number; roundInMs: number; questions: readonly BenchQuestion[] },
): Promise<Round> {
  const { conversations, roundInMs, questions } = options;
  const opened = await Promise.all(
    Array.from({ length: conversations }, () => openConversation(url, addressOf(conversationsSoFar++))),
  );
  const begun = performance.now();
  const end = begun + roundInMs;
  const times: number[] = [];
  let cited = 0;
  await Promise.all(
    opened.map(async (conversation, at) => {
      for (let asked = at * STRIDE; performance.now() < end; asked++) {
        const turn = await conversation.turn(questions[asked % questions.length] as BenchQuestion);
        times.push(turn.ms);
        if (turn.isCited) cited += 1;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const conversation of opened) conversation.close();
  return { turnsPerSecond: times.length / seconds, times, cited: cited / times.length };
}

/** An address of the block for measuring (198.18.0.0/15). */
function addressOf(person: number): string {
  return `198.18.${Math.floor(person / 250) % 250}.${person % 250}`;
}

function summarise(rounds: readonly Round[]): ChannelSpeed {
  const median = (read: (round: Round) => number) => quantile(rounds.map(read), 0.5);
  return {
    turnsPerSecond: median(({ turnsPerSecond }) => turnsPerSecond),
    p50Ms: median(({ times }) => quantile(times, 0.5)),
    p95Ms: median(({ times }) => quantile(times, 0.95)),
    cited: median(({ cited }) => cited),
  };
}

async function startServer(arguments_: readonly string[]): Promise<{ url: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, "server-main.ts"), arguments_, {
    // As `npm start` runs it; the log is written, to nobody.
    execArgv: ["--max-semi-space-size=8"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message: { url: string }) => resolve(message.url));
    child.once("exit", (code) =>
      reject(new Error(`Cannot measure: the server "${arguments_[0]}" ended with ${code}`)),
    );
  });
  return { url, stop: () => child.disconnect() };
}
