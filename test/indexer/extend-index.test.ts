import { beforeAll, describe, expect, test } from "vitest";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import { extendIndex, type KnowledgeIndex, NO_EXTENSION, openIndex } from "../../indexer/index.ts";
import type { FaqEntry } from "../../knowledge/parse-faq.ts";
import { createAsker, ownIndexFolder } from "../support/own-index.ts";

let base: KnowledgeIndex;
beforeAll(async () => {
  base = await openIndex(await ownIndexFolder());
});

const entry = (changes: Partial<FaqEntry>): FaqEntry => ({
  id: "sauna-hours",
  language: "fi",
  question: "Milloin Kalliorannan sauna on auki?",
  variants: ["Kalliorannan saunan aukioloajat"],
  visibility: "public",
  sources: [],
  answer: "Kalliorannan sauna on auki torstaisin kello 17–20.",
  answerWithMarks: "Kalliorannan sauna on auki torstaisin kello 17–20. [^park-network]",
  file: "faq/fi.md",
  line: 0,
  ...changes,
});

describe("extendIndex()", () => {
  test("gives the same index back when nothing is added", () => {
    expect(extendIndex(base, NO_EXTENSION)).toBe(base);
  });

  test("an added entry answers the next question, and the index below stays as it was", async () => {
    const index = extendIndex(base, { ...NO_EXTENSION, faq: [entry({})] });
    const question = "Milloin Kalliorannan sauna on auki?";
    const reply = await createAsker(new KnowledgeView(index)).ask(question);
    expect(reply.text).toContain("torstaisin kello 17–20");
    expect(base.passages.some(({ faq }) => faq?.id === "sauna-hours")).toBe(false);
    expect((await createAsker(new KnowledgeView(base)).ask(question)).text).not.toContain("torstaisin");
  });

  test("an entry takes the place of the one with its id in every language", () => {
    const id = base.passages.find(({ faq }) => faq !== undefined)?.faq?.id as string;
    const index = extendIndex(base, { ...NO_EXTENSION, faq: [entry({ id })] });
    const passages = index.passages.filter(({ faq }) => faq?.id === id);
    expect(passages.map(({ language, faq }) => [language, faq?.question])).toEqual([
      ["fi", "Milloin Kalliorannan sauna on auki?"],
    ]);
  });

  test("what is hidden is found no more, whatever is asked", async () => {
    const target = base.passages.find(({ faq }) => faq !== undefined);
    const { id, question } = target?.faq ?? { id: "", question: "" };
    const language = target?.language ?? "fi";
    const find = async (index: KnowledgeIndex) =>
      (await index.retriever.retrieve(question, { language, topK: 50 })).map(
        ({ passage }) => passage.faq?.id,
      );
    expect(await find(base)).toContain(id);
    expect(await find(extendIndex(base, { ...NO_EXTENSION, hiddenFaq: [id] }))).not.toContain(id);
  });

  test("every hit's entry is the position of its passage", async () => {
    const index = extendIndex(base, {
      ...NO_EXTENSION,
      faq: [entry({})],
      hiddenFaq: base.passages.flatMap(({ faq }) => faq?.id ?? []).slice(0, 5),
    });
    const question = "Milloin sauna on auki Kokkolassa?";
    const hits = await index.retriever.retrieve(question, { language: "fi", topK: 60 });
    expect(hits.length).toBeGreaterThan(20);
    for (const { passage, entry: at } of hits) expect(index.passages[at]).toBe(passage);
    expect(hits.map(({ passage }) => passage.faq?.id)).toContain("sauna-hours");
  });

  test("a stream takes the place of its row, in table and passages; a removed one is gone", () => {
    const [first, second] = base.tables.streams ?? [];
    if (first === undefined || second === undefined) throw new Error("The knowledge has no streams");
    const index = extendIndex(base, {
      ...NO_EXTENSION,
      streams: [{ ...first, quantity: 123_456 }],
      removedStreams: [second.id],
    });
    const { streams = [] } = index.tables;
    expect(streams[0]).toMatchObject({ id: first.id, quantity: 123_456 });
    expect(streams).toHaveLength((base.tables.streams?.length ?? 0) - 1);
    expect(index.tables.companies).toBe(base.tables.companies);
    const texts = index.passages
      .filter(({ record }) => record === `streams:${first.id}`)
      .map(({ sentences }) => sentences.map(({ text }) => text).join(" "));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toMatch(/123.456/);
    expect(index.passages.some(({ record }) => record === `streams:${second.id}`)).toBe(false);
  });

  test("what is written for coordinators alone is unknown to the public: entry, row and words", async () => {
    const secret = entry({
      visibility: "coordinator",
      answerWithMarks: "Zephyrinpato on Kalliorannan salaisuus. [^park-network]",
    });
    const [first] = base.tables.streams ?? [];
    if (first === undefined) throw new Error("The knowledge has no streams");
    const names = { name_en: "Quaggastuff", name_fi: "Quagga-aines", name_sv: "Quaggastoff" };
    const row = { ...first, ...names, id: "SS9001", visibility: "coordinator" as const };
    const view = new KnowledgeView(extendIndex(base, { ...NO_EXTENSION, faq: [secret], streams: [row] }));
    const [open, whole] = [view.forReader("public"), view.forReader("coordinator")];
    const known = (of: KnowledgeView) =>
      JSON.stringify([of.index.passages, of.index.tables.streams]).match(/zephyrinpato|quagga/gi) ?? [];
    expect(known(whole).length).toBeGreaterThan(3);
    expect(known(open)).toEqual([]);
    expect([...open.index.counts.stems.keys()].filter((stem) => /zephyrinp|quagga/.test(stem))).toEqual([]);
    expect([...whole.index.counts.stems.keys()].filter((stem) => /zephyrinp|quagga/.test(stem))).not.toEqual(
      [],
    );
  });

  test("keeps the tables it made before while the rows are the same", () => {
    const [first] = base.tables.streams ?? [];
    if (first === undefined) throw new Error("The knowledge has no streams");
    const extension = () => ({ ...NO_EXTENSION, streams: [{ ...first, quantity: 5 }] });
    const before = { extension: extension(), index: extendIndex(base, extension()) };
    const same = extendIndex(base, { ...extension(), faq: [entry({})] }, before);
    expect(same.tables).toBe(before.index.tables);
    expect(same.passages.some(({ faq }) => faq?.id === "sauna-hours")).toBe(true);
    const other = extendIndex(base, { ...NO_EXTENSION, streams: [{ ...first, quantity: 6 }] }, before);
    expect(other.tables.streams?.[0]?.quantity).toBe(6);
  });

  test("takes milliseconds for two hundred entries", () => {
    const faq = Array.from({ length: 200 }, (_, at) =>
      entry({ id: `entry-${at}`, question: `Milloin sauna ${at} on auki?` }),
    );
    const started = performance.now();
    extendIndex(base, { ...NO_EXTENSION, faq });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
