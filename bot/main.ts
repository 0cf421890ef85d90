import { flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { loadConfig } from "./config.ts";
import { createBot } from "./create-bot.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { createLog, describeError, type Log } from "./log.ts";
import { createMetrics } from "./observe/create-metrics.ts";
import type { Traces } from "./observe/traces.ts";
import { warmRecordSearch } from "./records/warm-record-search.ts";
import { warmAnswers } from "./warm-answers.ts";
import { warmView } from "./warm-view.ts";
import { WEB_CHAT_FOLDER } from "./web/web-chat-folder.ts";
import { webChatInBackground } from "./web/web-chat-in-background.ts";

/** Time in which the first page can be served, in milliseconds. */
const WARM_AFTER_IN_MS = 300;

/** `npm start`: the composition root. Everything is built here and handed on; nothing else reads the environment. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLog({ level: config.logLevel, logsTexts: config.logsTexts });
  const metrics = createMetrics();
  const traces = await openTraces(config, log);
  // The SDK prints every stranger's bad token over many lines; a log line is enough.
  console.error = console.warn = (...parts: unknown[]) =>
    log.warn("library", { message: parts.map(String).join(" ") });
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const webChat = webChatInBackground({
    folder: WEB_CHAT_FOLDER,
    environment: process.env,
    log,
  });
  const bot = await createBot({ config, webChat, log, say, metrics, ...(traces && { traces }) });
  releaseLoadingMemory();
  let warming: NodeJS.Timeout | undefined;
  // Before the first turn can come: a signal that nothing waits for ends the process in the middle of one.
  stopOnSignals(log, async () => {
    clearTimeout(warming);
    await bot.close();
    await traces?.close();
  });
  const { url } = await bot.listen();
  say(`Sivuvirta is ready: open ${url}/ in a browser.`);
  // The first who asks need not wait for what can be made beforehand; who opens the page need not wait for that.
  warming = setTimeout(() => warmUp(bot.currentView(), log), WARM_AFTER_IN_MS);
}

/**
 * Stops in order at the first signal; at another one, a second or more later, at once. npm passes on the Ctrl-C of a
 * terminal that the process got itself, so two that come together are one.
 */
function stopOnSignals(log: Log, close: () => Promise<void>): void {
  let asked: number | undefined;
  const stop = async () => {
    if (asked !== undefined) {
      if (performance.now() - asked >= 1000) process.exit(1);
      return;
    }
    asked = performance.now();
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.error("server.not-stopped", describeError(error));
      process.exit(1);
    }
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** The libraries of traces are large, so they are loaded only where a setting asks for them. */
async function openTraces(
  { tracesEndpoint: endpoint }: { tracesEndpoint?: string },
  log: Log,
): Promise<Traces | undefined> {
  if (endpoint === undefined) return undefined;
  const library = await import("./observe/open-traces.ts");
  return library.openTraces({ endpoint, log });
}

/** Makes what the first questions and searches need, then gives back the memory that took. */
async function warmUp(view: KnowledgeView, log: Log): Promise<void> {
  try {
    await warmView(view);
    await warmRecordSearch(view);
    await warmAnswers(view);
  } catch (error) {
    log.error("knowledge.not-warmed", describeError(error));
  }
  flushCompileCache();
  releaseLoadingMemory();
}

/** Loading an index leaves a hundred megabytes of garbage that V8 would keep for long on a large machine. */
function releaseLoadingMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
