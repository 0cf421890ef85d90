import { beforeAll, expect, test } from "vitest";
import { type Asker, askOwnKnowledge } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

test.each([
  "What percentage of chromium is left in the stainless steel slag from Tornio?",
  "Vi har krossat tegel från en rivning i Björneborg. Hur stora får bitarna vara enligt MARA-förordningen?",
])("an answer whose passage leaves much of the question unmet is weak: %s", async (question) => {
  const reply = await asker.ask(question);
  expect(reply).toMatchObject({ refused: false, isWeak: true });
});

test.each([
  "What is industrial symbiosis?",
  "Mikä on Materiaalitori?",
  "Who won the ice hockey world championship?",
  "Which side streams are there in Kemi-Tornio?",
])("an answer that meets the question, comes from a table or refuses is not: %s", async (question) => {
  expect(await asker.ask(question)).not.toHaveProperty("isWeak");
});
