import { type ChildProcess, fork } from "node:child_process";
import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BenchConversation, benchAgent, openConversation } from "../channel/bench-client.ts";
import { type BenchQuestion, readBenchQuestions } from "../channel/read-bench-questions.ts";
import { type BenchFigure, quantile } from "../figure.ts";
import { forkOnce } from "../fork-once.ts";
import { changeKnowledge, generateKnowledge } from "../index/generate-knowledge.ts";
import type { BuiltReport } from "../index/index-main.ts";
import { ensureIndex } from "../index/run-index.ts";
import type { Blocks } from "./block-watch.ts";

/** What a bot's event loop and its conversation went through. */
export interface BlockFigures {
  passages: number;
  /** While it only answered. */
  quiet: Phase;
  /** While an index was built beside it, opened and taken over. */
  rebuilding: Phase;
}

/** A time in which one conversation asked steadily. */
interface Phase extends Blocks {
  turns: number;
  turnP99Ms: number;
  longestTurnMs: number;
}

export interface BlockOptions {
  /** Folder in which knowledge and indexes are made. */
  folder: string;
  /** Folder of the product's own knowledge. @default {"knowledge"} */
  knowledge?: string;
  /** Passages of the generated collection beside the product's own. @default {10_000} */
  size?: number;
}

const QUIET_IN_MS = 2000;
/** After the new index has taken over, its first turns are watched too. */
const AFTER_IN_MS = 1500;
const REPLACED_LIMIT_IN_MS = 90_000;

/** Rebuilds the index of a serving bot: of the product's own knowledge, and of a larger, generated one. */
export async function runBlocks(options: BlockOptions): Promise<BlockFigures[]> {
  const { folder, knowledge = "knowledge", size = 10_000 } = options;
  const own = { source: join(folder, "knowledge-own"), index: join(folder, "index-own") };
  cpSync(knowledge, own.source, { recursive: true, filter: (path) => !path.endsWith(".ts") });
  const changeOwn = () =>
    appendFileSync(join(own.source, "guides/en/eco3.md"), `- Checked again at ${Date.now()}.\n`);
  const figures = [await measure({ ...own, change: changeOwn })];

  const large = { source: join(folder, `knowledge-${size}`), index: "" };
  large.index = await ensureIndex({ ...options, size });
  const generated = await generateKnowledge(large.source, { passages: size, knowledge });
  const change = () => void changeKnowledge(large.source, generated, 0.01);
  figures.push(await measure({ ...large, change }));
  for (const source of [own.source, large.source]) rmSync(source, { recursive: true, force: true });
  benchAgent.destroy();
  return figures;
}

/** No block may be longer than 50 ms; what answering alone costs stands beside. */
export function blockFigures(measured: readonly BlockFigures[]): BenchFigure[] {
  return measured.flatMap(({ passages, quiet, rebuilding }) => {
    const figure = (
      name: string,
      value: number,
      unit: string,
      target?: BenchFigure["target"],
    ): BenchFigure => ({
      section: "blocks",
      name: `${passages} passages: ${name}`,
      value,
      unit,
      ...(target && { target }),
    });
    return [
      figure("longest block while an index is built and taken over", rebuilding.longestMs, "ms", {
        most: 50,
      }),
      figure("of it work of the thread itself", rebuilding.longestWorkMs, "ms", { most: 50 }),
      figure("p99 of the blocks then", rebuilding.p99Ms, "ms"),
      figure("blocks of more than 50 ms then", rebuilding.over50, ""),
      figure("of these with as much work of the thread", rebuilding.workOver50, ""),
      figure("longest turn then", rebuilding.longestTurnMs, "ms"),
      figure("longest block while it only answers", quiet.longestMs, "ms"),
      figure("of it work of the thread itself, while it only answers", quiet.longestWorkMs, "ms"),
      figure("longest turn while it only answers", quiet.longestTurnMs, "ms"),
    ];
  });
}

async function measure(work: { source: string; index: string; change: () => void }): Promise<BlockFigures> {
  const { passages } = await build(work);
  const bot = await startBot(work.index);
  const asking = await startAsking(bot.url);
  try {
    // The first turns meet code that nothing has compiled yet.
    await pause(QUIET_IN_MS);
    await bot.endPhase();
    asking.endPhase();
    await pause(QUIET_IN_MS);
    const quiet = { ...(await bot.endPhase()), ...asking.endPhase() };
    work.change();
    const replaced = bot.nextVersion();
    await build(work);
    await replaced;
    await pause(AFTER_IN_MS);
    const rebuilding = { ...(await bot.endPhase()), ...asking.endPhase() };
    return { passages, quiet, rebuilding };
  } finally {
    await asking.stop();
    bot.stop();
  }
}

function build({ source, index }: { source: string; index: string }): Promise<BuiltReport> {
  const main = join(import.meta.dirname, "../index/index-main.ts");
  return forkOnce<BuiltReport>(main, { arguments: ["build", source, index] });
}

/** A conversation that asks one question after the other until it is stopped. */
async function startAsking(url: string) {
  const questions = readBenchQuestions();
  const conversation = await openConversation(url);
  let times: number[] = [];
  let isAsking = true;
  const asked = askSteadily({
    conversation,
    questions,
    isAsking: () => isAsking,
    note: (ms) => times.push(ms),
  });
  return {
    endPhase: () => {
      const told = {
        turns: times.length,
        turnP99Ms: quantile(times, 0.99),
        longestTurnMs: Math.max(...times),
      };
      times = [];
      return told;
    },
    stop: async () => {
      isAsking = false;
      await asked;
      conversation.close();
    },
  };
}

async function askSteadily(options: {
  conversation: BenchConversation;
  questions: readonly BenchQuestion[];
  isAsking: () => boolean;
  note: (ms: number) => void;
}): Promise<void> {
  const { conversation, questions, isAsking, note } = options;
  for (let asked = 0; isAsking(); asked++) {
    const { ms } = await conversation.turn(questions[asked % questions.length] as BenchQuestion);
    note(ms);
    await pause(10);
  }
}

interface Told {
  url?: string;
  blocks?: Blocks;
  replaced?: string;
}

async function startBot(index: string) {
  const child = fork(join(import.meta.dirname, "bot-main.ts"), [index], {
    execArgv: ["--max-semi-space-size=8"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const { url = "" } = await nextOf(child, ({ url }) => url !== undefined);
  return {
    url,
    endPhase: async (): Promise<Blocks> => {
      const told = nextOf(child, ({ blocks }) => blocks !== undefined);
      child.send("phase");
      const { blocks } = await told;
      if (blocks === undefined) throw new Error("Cannot measure: the bot tells no blocks");
      return blocks;
    },
    nextVersion: () => nextOf(child, ({ replaced }) => replaced !== undefined),
    stop: () => child.disconnect(),
  };
}

/** The next message of a kind. @throws {Error} When the process ends or stays silent. */
function nextOf(child: ChildProcess, isWanted: (told: Told) => boolean): Promise<Told> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onExit);
      end();
    };
    const onMessage = (told: Told) => isWanted(told) && finish(() => resolve(told));
    const onExit = (code: number | null) =>
      finish(() => reject(new Error(`Cannot measure: the bot ended with ${code ?? "a signal"}`)));
    const onSilence = () => finish(() => reject(new Error("Cannot measure: the bot tells nothing")));
    const timer = setTimeout(onSilence, REPLACED_LIMIT_IN_MS);
    child.on("message", onMessage).once("exit", onExit);
  });
}
