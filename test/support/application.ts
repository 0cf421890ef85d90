import { afterEach } from "vitest";
import { type BotConfig, loadConfig } from "../../bot/config.ts";
import {
  type Application,
  type ApplicationOptions,
  createApplication,
} from "../../bot/create-application.ts";
import { createLog } from "../../bot/log.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { AnswerTurn } from "../../bot/turn.ts";
import type { Language } from "../../knowledge/languages.ts";

/** A running bot and what it logged. */
export interface TestApplication {
  url: string;
  application: Application;
  lines: string[];
  close(): Promise<void>;
}

/** Makes a reply with the fields most tests do not look at. */
export function replyOf(text: string, language: Language = "en"): Reply {
  return { language, intent: "answer", refused: false, text, citations: [], suggestions: [], ms: 1 };
}

/** Answers "Heard: …" and nothing else. */
export const echoTurn: AnswerTurn = async (turn) => replyOf(`Heard: ${turn.text}`, turn.preferredLanguage);

/** What a test changes of the usual application. */
export type Changes = Partial<Omit<ApplicationOptions, "config">> & { config?: Partial<BotConfig> };

/** Starts the real server on a free port with its state in memory, and a fake `answerTurn`. */
export async function startApplication(changes: Changes = {}): Promise<TestApplication> {
  const lines: string[] = [];
  const { config, ...rest } = changes;
  const application = await createApplication({
    answerTurn: echoTurn,
    welcome: (language) => replyOf(`Welcome (${language})`, language),
    renderers: {
      webChat: (reply) => ({ type: "message", text: reply.text }),
      teams: (reply) => ({ type: "message", text: `Teams: ${reply.text}` }),
    },
    mountPages: () => undefined,
    isReady: () => ({ ready: true }),
    log: createLog({ level: "debug", write: (line) => lines.push(line) }),
    ...rest,
    config: { ...loadConfig({ PORT: "0", STATE_FILE: ":memory:" }), ...config },
  });
  const { url } = await application.listen();
  return { url, application, lines, close: () => application.close() };
}

/** The application of the test that runs; closed after each test. */
export interface ApplicationOfTest {
  /** Starts it, closing one that runs, and gives the address of `path` on it. */
  start(changes?: Changes): Promise<string>;
  /** The application that was started last. */
  readonly running: TestApplication;
  close(): Promise<void>;
}

/**
 * Gives each test of a file an application of its own.
 *
 * @param path What the addresses end in, for example "/api/messages". @default {""}
 */
export function applicationOfTest(path = ""): ApplicationOfTest {
  let application: TestApplication | undefined;
  const close = async () => {
    await application?.close();
    application = undefined;
  };
  afterEach(close);
  return {
    start: async (changes) => {
      await close();
      application = await startApplication(changes);
      return `${application.url}${path}`;
    },
    get running() {
      if (application === undefined) throw new Error("No application runs: start one first");
      return application;
    },
    close,
  };
}

/** An answer of the server: status, headers and the parsed body (`undefined` when it is no JSON). */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Record<string, unknown> & { error?: { code: string; message: string } };
}

/** Sends JSON (or a body as it is) and reads the answer. */
export async function send(url: string, options: SendOptions = {}): Promise<Answer> {
  const { json, token, headers, ...init } = options;
  const answer = await fetch(url, {
    method: json === undefined && init.body === undefined ? "GET" : "POST",
    ...init,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    headers: {
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") && text !== "";
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
}

/** What `send` sends. */
export interface SendOptions extends Omit<RequestInit, "headers"> {
  json?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

/** Waits until `check` gives something, at most `timeoutInMs`. */
export async function waitFor<Value>(
  check: () => Value | undefined | false | Promise<Value | undefined | false>,
  timeoutInMs = 5000,
): Promise<Value> {
  const end = Date.now() + timeoutInMs;
  while (Date.now() < end) {
    const value = await check();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited ${timeoutInMs} ms in vain`);
}
