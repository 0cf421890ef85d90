import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Reply } from "../../../bot/reply/reply.ts";
import { MODEL_KNOWLEDGE } from "../../support/model-knowledge.ts";
import { type Asker, askFiles } from "../../support/own-index.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";
import { scriptSteps, speakWith } from "../../support/spoken-knowledge.ts";

let asker: Asker;
let plain: Reply;
let model: ScriptedModel;
const QUESTION = "What is the steam network used for?";
beforeAll(async () => {
  asker = await askFiles(MODEL_KNOWLEDGE);
  plain = await asker.ask(QUESTION);
  model = await startScriptedModel();
});
afterAll(() => model.close());

/** Sentences that hold, and what must never be seen. */
const TRUE = [
  "The network sells 22 000 MWh of steam a year to three companies [1].",
  "Northwood dries 5 000 t of bark with the steam [1].",
  "Steam may not be sold outside the park [1].",
];
const NEVER = [
  "The network sells 99 000 MWh of steam a year [1].",
  "Qvarnbolag dries 5 000 t of bark with the steam [1].",
  "Steam may be sold outside the park, says Qvarnbolag [1].",
  "See https://evil.example/pay for the steam network [1].",
  "![steam](https://evil.example/x.png) The steam network [1].",
  "<script>evil()</script> The steam network [1].",
  "Höyryverkko on evilisti loppuunmyyty [1].",
];
const NOISE = [
  "\n",
  "- ",
  "[1]",
  "[99]",
  "<think>",
  "</think>",
  "\u0000",
  "💧",
  "…",
  "| a | b |",
  "```",
  "NO ANSWER?",
];

it("whatever a model writes, nothing is shown that no source bears out", async () => {
  const parts = fc.oneof(
    fc.constantFrom(...TRUE),
    fc.constantFrom(...NEVER),
    fc.constantFrom(...NOISE),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  const anyReply = fc.record({
    words: fc.array(parts, { maxLength: 12 }),
    pieceChars: fc.integer({ min: 3, max: 200 }),
    cut: fc.option(fc.integer({ min: 0, max: 400 })),
  });
  let spokenTurns = 0;
  await fc.assert(
    fc.asyncProperty(anyReply, async ({ words, pieceChars, cut }) => {
      const text = words.join(" ");
      scriptSteps(model, {
        write: () => ({ text, pieceChars, ...(cut !== null && cut < text.length && { cutAfterChars: cut }) }),
      });
      const spoken = speakWith(asker.view, model);
      const reply = await spoken.ask(QUESTION);
      if (reply.text !== plain.text) spokenTurns++;
      for (const shown of [...spoken.shown, reply.text]) expect(shown).not.toMatch(/evil|99 000|Qvarn|<|!\[/);
      const marks = [...reply.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
      expect([...new Set(marks)].sort()).toEqual(reply.citations.map(({ n }) => n));
      expect(spoken.log.filter(({ event }) => event === "model.fault")).toEqual([]);
    }),
    { numRuns: 300 },
  );
  // The property is about something only where the model is heard at all.
  expect(spokenTurns).toBeGreaterThan(10);
}, 60_000);
