import { fork } from "node:child_process";
import { join } from "node:path";
import { benchAgent, openConversation } from "./bench-client.ts";

/** Speed of one server with a number of conversations at once. */
export interface ChannelSpeed {
  turnsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
}

/** One line of the comparison. */
export interface ChannelFigures {
  conversations: number;
  ours: ChannelSpeed;
  bare: ChannelSpeed;
  /** Turns of ours for one of the bare bot; the target is 0.8 or more. */
  ratio: number;
}

/** How long and how often is measured. */
export interface ChannelOptions {
  /** Conversations at once, one line each. @default {[1, 16, 64]} */
  levels?: readonly number[];
  /** Rounds that count, of each server. @default {7} */
  rounds?: number;
  /** Length of a round, in milliseconds. @default {1500} */
  roundInMs?: number;
}

interface Round {
  turnsPerSecond: number;
  times: number[];
}

/**
 * Compares our Direct Line with a bare echo bot on the same stack: each server in a process of its own, the clients in
 * this one, rounds by turns after one round to warm up.
 *
 * @returns One line per level; speeds and ratio are medians over the rounds, so that one that was disturbed does not count.
 * @throws {Error} When a server does not start or a reply does not come.
 */
export async function runChannel(options: ChannelOptions = {}): Promise<ChannelFigures[]> {
  const { levels = [1, 16, 64] } = options;
  const ours = await startServer("ours");
  const bare = await startServer("bare");
  try {
    const figures: ChannelFigures[] = [];
    for (const conversations of levels) {
      figures.push(await compare({ ...options, conversations, ours: ours.url, bare: bare.url }));
    }
    return figures;
  } finally {
    ours.stop();
    bare.stop();
    benchAgent.destroy();
  }
}

/** The figures as lines for people. */
export function presentChannel(figures: readonly ChannelFigures[]): string {
  const speed = ({ turnsPerSecond, p50Ms, p95Ms }: ChannelSpeed) =>
    `${String(turnsPerSecond).padStart(5)} turns/s  p50 ${p50Ms.toFixed(2)} ms  p95 ${p95Ms.toFixed(2)} ms`;
  return figures
    .map(
      ({ conversations, ours, bare, ratio }) =>
        `${String(conversations).padStart(2)} conversations:  ours ${speed(ours)}  |  bare ${speed(bare)}  |  ratio ${ratio.toFixed(2)}`,
    )
    .join("\n");
}

async function compare(
  options: ChannelOptions & { conversations: number; ours: string; bare: string },
): Promise<ChannelFigures> {
  const { conversations, rounds = 7, roundInMs = 1500 } = options;
  const measured: { ours: Round[]; bare: Round[] } = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round++) {
    // Who goes first changes, so that what slows the machine down for a while hits both.
    const order = round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const);
    for (const name of order) {
      const result = await measure(options[name], { conversations, roundInMs });
      if (round > 0) measured[name].push(result);
    }
  }
  const [ours, bare] = [summarise(measured.ours), summarise(measured.bare)];
  const ratios = measured.ours.map((round, index) => {
    const other = measured.bare[index];
    return other ? round.turnsPerSecond / other.turnsPerSecond : Number.NaN;
  });
  return { conversations, ours, bare, ratio: Math.round(quantile(ratios, 0.5) * 1000) / 1000 };
}

async function measure(url: string, options: { conversations: number; roundInMs: number }): Promise<Round> {
  const { conversations, roundInMs } = options;
  const opened = await Promise.all(Array.from({ length: conversations }, () => openConversation(url)));
  const begun = performance.now();
  const end = begun + roundInMs;
  const times: number[] = [];
  await Promise.all(
    opened.map(async (conversation) => {
      while (performance.now() < end) times.push(await conversation.turn());
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const conversation of opened) conversation.close();
  return { turnsPerSecond: times.length / seconds, times };
}

function summarise(rounds: readonly Round[]): ChannelSpeed {
  const median = (share: number) =>
    quantile(
      rounds.map(({ times }) => quantile(times, share)),
      0.5,
    );
  return {
    turnsPerSecond: Math.round(
      quantile(
        rounds.map(({ turnsPerSecond }) => turnsPerSecond),
        0.5,
      ),
    ),
    p50Ms: Math.round(median(0.5) * 1000) / 1000,
    p95Ms: Math.round(median(0.95) * 1000) / 1000,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}

async function startServer(kind: "ours" | "bare"): Promise<{ url: string; stop(): void }> {
  const child = fork(join(import.meta.dirname, "server-main.ts"), [kind], {
    // As `npm start` runs it.
    execArgv: ["--max-semi-space-size=4"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message: { url: string }) => resolve(message.url));
    child.once("exit", (code) =>
      reject(new Error(`Cannot measure: the server "${kind}" ended with ${code}`)),
    );
  });
  return { url, stop: () => child.disconnect() };
}
