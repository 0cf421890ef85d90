import fc from "fast-check";
import type { Language } from "../../../knowledge/languages.ts";
import { PLANTED, STEAM } from "../../support/model-knowledge.ts";
import type { ChatAnswer } from "../../support/scripted-model.ts";
import { brokenJson } from "./json.ts";
import { changedText, longTexts, texts } from "./texts.ts";

/** Tool calls as a good model makes them, and some that no tool of ours answers. */
const CALLS: readonly { name: string; arguments: unknown }[] = [
  {
    name: "search_streams",
    arguments: { materials: ["ash"], quantity: { min: 100, unit: "t" }, measure: "sum" },
  },
  { name: "search_companies", arguments: { takes: ["ash"], parks: ["harbour-park"] } },
  { name: "list_parks", arguments: { offers: ["steam"], measure: "count" } },
  {
    name: "find_partners",
    arguments: { direction: "give", material: "fly ash", amount: { value: 22_000, unit: "t" } },
  },
  { name: "advise_location", arguments: { features: ["steam"], inputs: ["bark"] } },
  { name: "search_passages", arguments: {} },
  { name: "hand_over", arguments: {} },
  { name: "refuse", arguments: {} },
  { name: "constructor", arguments: {} },
  { name: "__proto__", arguments: { schema: {} } },
];

const SENTENCES = [...Object.values(STEAM).flat(), ...Object.values(PLANTED)];
const marks = fc.constantFrom(
  " [1].",
  " [1][2].",
  ".",
  " [99].",
  " [0].",
  " [1",
  " [-1].",
  " [1e1].",
  " [1]: x",
  " 【1】.",
  " [١].",
);

/** What a good model would write to a question in some language, now and then with one thing changed. */
export const goodTexts: Record<Language, fc.Arbitrary<string>> = {
  en: goodText("en"),
  fi: goodText("fi"),
  sv: goodText("sv"),
};

function goodText(language: Language): fc.Arbitrary<string> {
  const whole = fc.constantFrom(...STEAM[language]).map((sentence) => sentence.replace(/\.$/, " [1]."));
  const bent = changedText(STEAM[language]).map((sentence) => sentence.replace(/\.$/, " [1]."));
  const either = fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: bent });
  return fc.array(either, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" "));
}

/** Sentences of the sources, bent in any way, with marks right and wrong. */
const sentences = fc
  .array(fc.tuple(fc.oneof(changedText(SENTENCES), fc.constantFrom(...SENTENCES), texts), marks), {
    maxLength: 6,
  })
  .map((parts) => parts.map(([words, mark]) => words.replace(/\.$/, "") + mark).join(" "));

/** What a model writes: words, thoughts, markup, an answer to another question. */
export const writtenTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: sentences },
  { weight: 1, arbitrary: sentences.map((text) => `<think>${text}</think>${text}`) },
  { weight: 1, arbitrary: sentences.map((text) => `<think>${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "NO ANSWER",
      "no answer.",
      "[1]",
      "```json\n{}\n```",
      "| a | b |\n| - | - |\n| 1 | 2 | [1]",
    ),
  },
  { weight: 1, arbitrary: longTexts },
);

/** The scripted server wants the shape of a call, whatever stands in it. */
function toCall(value: unknown): { name: string; arguments: unknown } {
  return typeof value === "object" && value !== null && "name" in value
    ? { arguments: undefined, ...value, name: value.name as string }
    : { name: JSON.stringify(value) ?? "", arguments: value };
}

/** Events of a stream, good ones and others. */
const events = fc.oneof(
  writtenTexts.map((content) => JSON.stringify({ choices: [{ index: 0, delta: { content } }] })),
  brokenJson([
    {
      id: "x",
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta: { role: "assistant", content: "Steam." } }],
    },
    {
      choices: [
        {
          index: 0,
          delta: { tool_calls: [{ index: 0, id: "c", function: { name: "refuse", arguments: "{" } }] },
        },
      ],
    },
    { choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } },
    { error: { message: "overloaded", code: 529 } },
  ]).map((value) => JSON.stringify(value)),
  fc.constantFrom("[DONE]", "{not json", "", "null", "[]"),
);
const streams = fc
  .tuple(fc.array(events, { maxLength: 5 }), fc.constantFrom("\n\n", "\r\n\r\n", "\n", "\n:\n\n"))
  .map(([list, end]) => list.map((event) => `data: ${event}${end}`).join(""));

/** One answer of a model to any request: words, calls, a body of its own, a refusal, a line that is cut. */
export const chatAnswers: fc.Arbitrary<ChatAnswer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      text: writtenTexts,
      pieceChars: fc.constantFrom(1, 7, 5000).map((chars) => Math.max(chars, 3)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...CALLS), brokenJson(CALLS)), { minLength: 1, maxLength: 3 })
      .map((calls) => ({ toolCalls: calls.map(toCall) })),
  },
  { weight: 2, arbitrary: fc.record({ text: writtenTexts, cutAfterChars: fc.nat({ max: 200 }) }) },
  { weight: 2, arbitrary: streams.map((raw) => ({ raw })) },
  {
    weight: 1,
    arbitrary: fc.record({
      raw: fc.oneof(
        texts,
        fc.jsonValue().map((value) => JSON.stringify(value)),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ status: fc.constantFrom(200, 204, 400, 401, 404, 413, 418, 500, 529) }),
  },
);
