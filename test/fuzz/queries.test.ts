import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Reply } from "../../bot/reply/reply.ts";
import { LANGUAGES, READERS, type Reader } from "../../knowledge/languages.ts";
import { expectGrounded } from "../support/check-reply.ts";
import { askOwnKnowledge } from "../support/own-index.ts";
import { conversations, questions } from "./arbitraries/questions.ts";
import { longTexts } from "./arbitraries/texts.ts";
import { expectPlainWords, expectRenders } from "./check-rendered.ts";
import { countCases } from "./count-cases.ts";
import { measureThread } from "./measure-thread.ts";
import { watchProcess } from "./watch-process.ts";

/** What one question may cost of the processor; a pattern that explodes costs seconds. */
const MOST_CPU_IN_MS = 500;
const INTENTS = ["answer", "streams", "partners", "parks", "contact", "smalltalk", "handoff", "none"];
const asker = await askOwnKnowledge();
// The first questions compile what the others use.
for (const text of ["Mitä tuhkaa syntyy Kemissä?", "Who could use fly ash?", "Var finns det ånga?"])
  await asker.ask(text);
const cases = countCases("queries");
const watched = watchProcess();
afterAll(() => watched.close());
let slowest = { ms: 0, text: "" };

/** Questions that failed once. */
const KNOWN: [string, Reader][] = [
  [`${"ﬁ".repeat(2000)}!`, "public"],
  ["L".repeat(2000), "public"],
  [`${",".repeat(1980)} x`, "public"],
  ["Vacant mill halls up north, port and rail, for a log house factory", "public"],
  ["Our office caterer throws out about 120 tons of used coffee grounds a year. Any takers?", "public"],
  ["9".repeat(2000), "public"],
  [`Which ash streams over ${"9".repeat(300)} million tonnes arise in Kemi?`, "member"],
];

/** Asks, measured. */
async function ask(turns: string[], changes: Parameters<typeof asker.ask>[1] = {}): Promise<Reply> {
  const most = MOST_CPU_IN_MS * turns.length;
  const { value: reply, cpuInMs: first } = await measureThread(() => asker.ask(turns, changes));
  // Patterns may have been made ready and garbage collected meanwhile; one that explodes does so each time. Other words, for
  // what was read in a text is remembered.
  const cpuInMs = first < most ? first : Math.min(first, await costOf(turns.map((turn) => `? ${turn}`)));
  if (cpuInMs > slowest.ms) slowest = { ms: cpuInMs, text: turns.join(" / ") };
  expect(cpuInMs, `milliseconds of ${turns.length} turns`).toBeLessThan(most);
  return reply;
}

async function costOf(turns: string[]): Promise<number> {
  return (await measureThread(() => asker.ask(turns))).cpuInMs;
}

/** What holds for every reply, whatever was asked. */
function expectWhole(reply: Reply, said: readonly string[]): void {
  expect(LANGUAGES).toContain(reply.language);
  expect(INTENTS).toContain(reply.intent);
  expect(reply.text.trim()).not.toBe("");
  expectPlainWords(reply, said.join(" "));
  expectGrounded(reply);
  expectRenders(reply);
}

describe("any question", () => {
  it(
    "gets a whole, grounded reply that both channels show",
    () =>
      cases.run(fc.tuple(questions, fc.constantFrom(...READERS)), {
        share: 0.6,
        known: KNOWN,
        check: async ([text, reader]) => expectWhole(await ask([text], { reader }), [text]),
      }),
    cases.patienceInMs,
  );

  it(
    "that comes after others gets one too",
    () =>
      cases.run(conversations, {
        share: 0.4,
        casesPerValue: 3,
        check: async (turns) => {
          expectWhole(await ask(turns), turns);
        },
      }),
    cases.patienceInMs,
  );

  it(
    "of long, repeated pieces is answered as fast as others",
    () =>
      cases.run(longTexts, {
        share: 0.1,
        check: async (text) => expectWhole(await ask([text]), [text]),
      }),
    cases.patienceInMs,
  );

  it("left the process whole, and as many were asked as are promised", () => {
    console.info(
      `Slowest question: ${Math.round(slowest.ms)} ms of the processor, ${JSON.stringify(slowest.text.slice(0, 300))}`,
    );
    expect(watched.failures()).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
  });
});
