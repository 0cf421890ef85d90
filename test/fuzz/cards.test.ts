import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCardForm } from "../../bot/channels/card-form.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import { LANGUAGES, READERS } from "../../knowledge/languages.ts";
import { type GuardedDesk, startGuardedDesk } from "../support/guarded-desk.ts";
import { openOwnKnowledge } from "../support/own-index.ts";
import { cardValues } from "./arbitraries/cards.ts";
import { expectPlainWords, expectRenders } from "./check-rendered.ts";
import { countCases } from "./count-cases.ts";
import { watchProcess } from "./watch-process.ts";

const cases = countCases("cards");
const watched = watchProcess();
let desk: GuardedDesk;
let forms = 0;

beforeAll(async () => {
  desk = await startGuardedDesk(await openOwnKnowledge());
}, cases.patienceInMs);
afterAll(async () => {
  await desk.close();
  watched.close();
});

function expectWhole(reply: Reply, said: string): void {
  expect(LANGUAGES).toContain(reply.language);
  expect(reply.text.trim()).not.toBe("");
  expectPlainWords(reply, said);
  expectRenders(reply);
}

describe("what comes back from a card", () => {
  it(
    "is read as a form of ours or as none, and every form gets an answer that both channels show",
    () =>
      cases.run(
        fc.record({
          value: cardValues,
          reader: fc.constantFrom(...READERS),
          preferredLanguage: fc.constantFrom(...LANGUAGES),
          who: fc.nat({ max: 400 }),
          isShared: fc.boolean(),
        }),
        {
          share: 1,
          check: async ({ value, reader, preferredLanguage, who, isShared }) => {
            const form = readCardForm(value);
            if (form === undefined) return;
            forms += 1;
            for (const field of Object.values(form.fields)) expect(field.isWellFormed()).toBe(true);
            const person = { id: `teams:t/${who}`, name: `P${who}` };
            const speaker = { reader, preferredLanguage, isShared, person, conversationId: `msteams:${who}` };
            expectWhole(await desk.say("", { ...speaker, text: "", form }), JSON.stringify(form));
          },
        },
      ),
    cases.patienceInMs,
  );

  it("left the desk whole: no failure in its log, no page of it broken", async () => {
    console.info(`Forms of ours: ${forms} of ${cases.count}`);
    expect(forms).toBeGreaterThan(cases.wanted / 4);
    for (const page of [
      "",
      "/tickets",
      "/queue",
      "/faq",
      "/streams",
      "/introductions",
      "/figures",
      "/audit",
    ]) {
      expect([page, (await desk.open(`/desk${page}`)).status]).toEqual([page, 200]);
    }
    const lines = desk.lines.filter((line) => line.includes('"level":"error"'));
    expect(lines).toEqual([]);
    expect(watched.failures()).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
  });
});
