import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { readWritten, sendSentence } from "./send-sentences.ts";

const LIES = readWritten<{ kind: string }>("lies.jsonl");
const TRUTHS = readWritten<{ source: Language }>("truths.jsonl");
/** Most of each kind that may get through, of all; kinds that are not named here let nothing through. */
const MOST: Readonly<Record<string, number>> = {
  negation: 10,
  thing: 9,
  merge: 5,
  role: 5,
  long: 3,
  modality: 2,
  half: 1,
  invented: 1,
  name: 1,
  number: 1,
};

let view: KnowledgeView;
beforeAll(async () => {
  view = (await openOwnKnowledge()).forReader("public");
});

describe("a model that lies about the own knowledge", () => {
  let through: typeof LIES;
  beforeAll(() => {
    through = LIES.filter((lie) => sendSentence(lie, { view, source: lie.language }) === undefined);
  });

  it.each([...new Set(LIES.map(({ kind }) => kind))])("gets few or none through: %s", (kind) => {
    const texts = through.filter((lie) => lie.kind === kind).map(({ text }) => text);
    expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(MOST[kind] ?? 0);
  });

  it("gets less than a tenth of all through", () => {
    expect(LIES.length).toBeGreaterThan(300);
    expect(through.length / LIES.length).toBeLessThan(0.1);
  });
});

describe("a model that tells the truth in other words", () => {
  it("gets nearly all of its sentences through, also from a source in another language", () => {
    const stopped = TRUTHS.filter(
      (truth) => sendSentence(truth, { view, source: truth.source }) !== undefined,
    );
    expect(TRUTHS.length).toBeGreaterThan(100);
    expect(stopped.length, stopped.map(({ text }) => text).join("\n")).toBeLessThanOrEqual(7);
    const foreign = stopped.filter(({ language, source }) => language !== source);
    expect(foreign.map(({ text }) => text)).toEqual([]);
  });
});
