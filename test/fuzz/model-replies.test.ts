import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUngrounded } from "../../bot/check-grounding.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import { LANGUAGES, type Language, READERS } from "../../knowledge/languages.ts";
import { MODEL_KNOWLEDGE } from "../support/model-knowledge.ts";
import { type Asker, askFiles } from "../support/own-index.ts";
import {
  type ChatAnswer,
  type ModelRequest,
  type ScriptedModel,
  startScriptedModel,
} from "../support/scripted-model.ts";
import { CHAT_KEY, speakWith, stepOf } from "../support/spoken-knowledge.ts";
import { chatAnswers, goodTexts } from "./arbitraries/model-answers.ts";
import { expectRenders } from "./check-rendered.ts";
import { countCases } from "./count-cases.ts";
import { watchProcess } from "./watch-process.ts";

/** What a model is given to answer; its answer comes within it, or that of the rules soon after. */
const TIMEOUT_IN_S = 3;
const MOST_MS = 20_000;
/** They wait for pauses and timeouts together. */
const TALKS_AT_ONCE = 20;
const cases = countCases("model-replies");
const watched = watchProcess();
let asker: Asker;
let model: ScriptedModel;
const scripts = new Map<string, (request: ModelRequest) => ChatAnswer>();
let written = 0;

beforeAll(async () => {
  asker = await askFiles(MODEL_KNOWLEDGE);
  model = await startScriptedModel({
    chat: (request) =>
      scripts.get(/^\/talk\d+\//.exec(request.path)?.[0] ?? "")?.(request) ?? { status: 500 },
  });
}, cases.patienceInMs);
afterAll(async () => {
  await model.close();
  watched.close();
});

const QUESTIONS: Record<Language, readonly string[]> = {
  en: [
    "What is the steam network used for?",
    "Is there a second boiler?",
    "Who washes overalls?",
    "And where does it end up?",
    "Tell me about zebras",
    "Which plants could be built next to the steam network, and why?",
  ],
  fi: ["Mihin höyryverkon höyryä käytetään?", "Kuka pesee haalareita?", "Entä mitä se maksaa?"],
  sv: ["Vad används ångan till?", "Vem tvättar overaller?", "Och vad kostar det?"],
};

/** A conversation and what the model makes of it. */
const talks = fc.constantFrom(...LANGUAGES).chain((language) =>
  fc.record({
    turns: fc.array(fc.constantFrom(...QUESTIONS[language]), { minLength: 1, maxLength: 2 }),
    answers: fc.array(chatAnswers, { minLength: 1, maxLength: 5 }),
    // Some come to the writing for certain, some of them with words that hold.
    chooses: fc.constantFrom("passages", "passages", "anything"),
    writes: fc.option(
      goodTexts[language].map((text) => ({ text })),
      { nil: undefined },
    ),
    reader: fc.constantFrom(...READERS),
  }),
);
type Talk = typeof talks extends fc.Arbitrary<infer Value> ? Value : never;

/** The model of one talk, under an address of its own. */
function scriptOf({ answers, chooses, writes }: Talk): (request: ModelRequest) => ChatAnswer {
  let next = 0;
  return (request) => {
    const step = stepOf(request);
    if (step === "choose" && chooses === "passages")
      return { toolCalls: [{ name: "search_passages", arguments: {} }] };
    if (step === "write" && writes !== undefined) return writes;
    return answers[next++ % answers.length] as ChatAnswer;
  };
}

/**
 * As `expectGrounded`, sentence by sentence: the capital letter of a first word makes no name of it and the next one
 * ("En Seaside …").
 */
function expectBorneOut(reply: Reply): void {
  const used = [...new Set([...reply.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))];
  expect(used.sort((a, b) => a - b)).toEqual(reply.citations.map(({ n }) => n));
  for (const [, sentence = "", marks = ""] of reply.text.matchAll(/([^\n[\]]+?)((?:\s?\[\d+\])+)/g)) {
    const cited = [...marks.matchAll(/\d+/g)].map(([n]) => reply.citations[Number(n) - 1]?.passage ?? "");
    const words = sentence.trim();
    const missing = findUngrounded(words, cited).filter(
      (name) => !words.startsWith(name) || !cited.join(" ").includes(name.replace(/^\S+\s/, "")),
    );
    expect(missing, words).toEqual([]);
  }
}

/** Asks with such a model, and looks at what comes of it. */
async function talk(said: Talk, at: number): Promise<void> {
  const { turns, reader } = said;
  scripts.set(`/talk${at}/`, scriptOf(said));
  const url = model.url.replace("/v1", `/talk${at}/v1`);
  const spoken = speakWith(asker.view, { url }, { timeoutInSeconds: TIMEOUT_IN_S });
  const started = performance.now();
  const reply = await spoken.ask(turns, { reader });
  expect(performance.now() - started).toBeLessThan(MOST_MS * turns.length);
  written += spoken.log.filter((line) => Number(line.written) > 0).length;
  expect(LANGUAGES).toContain(reply.language);
  expect(reply.text.trim()).not.toBe("");
  expectBorneOut(reply);
  expectRenders(reply);
  if (reader === "public") expect(JSON.stringify([reply, spoken.shown])).not.toMatch(/zephyr/i);
  expect(reply.text).not.toMatch(/evil\.example/);
  expect(spoken.lines.join("\n")).not.toContain(CHAT_KEY);
  expect(spoken.log.filter(({ level }) => level === "error")).toEqual([]);
}

describe("whatever a chat model answers", () => {
  it(
    "the reply is grounded, shown by both channels, in time, and tells nothing that is not for the reader",
    () =>
      cases.run(fc.array(talks, { minLength: TALKS_AT_ONCE, maxLength: TALKS_AT_ONCE }), {
        share: 1,
        casesPerValue: TALKS_AT_ONCE,
        check: async (batch) => {
          scripts.clear();
          await Promise.all(batch.map(talk));
        },
      }),
    cases.patienceInMs,
  );

  it("the process is whole in the end", () => {
    console.info(
      `Requests to the model: ${model.requests.length}, answers with words of the model: ${written}`,
    );
    expect(model.requests.length).toBeGreaterThan(cases.wanted);
    expect(written).toBeGreaterThan(cases.wanted / 50);
    expect(watched.failures()).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
  });
});
