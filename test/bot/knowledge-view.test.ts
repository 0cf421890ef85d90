import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { parkKnowledge } from "../../bot/query/park-knowledge.ts";
import { READERS, type Reader } from "../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE } from "../support/guarded-knowledge.ts";
import { leakKnowledge } from "../support/leak-knowledge.ts";
import { type Asker, askFiles } from "../support/own-index.ts";

let leaky: Asker;
let guarded: Asker;
/** Nothing is hidden but one entry of the FAQ. */
let faqOnly: Asker;
let open: Asker;
beforeAll(async () => {
  leaky = await askFiles(leakKnowledge());
  guarded = await askFiles(GUARDED_KNOWLEDGE);
  const files = Object.entries(GUARDED_KNOWLEDGE).map(([file, content]) => [
    file,
    content
      .replace(/,(?:member|coordinator)(?=,|\n)/g, ",public")
      .replace(/visibility: \w+/g, "visibility: public"),
  ]);
  const publicFiles: Record<string, string> = Object.fromEntries(files);
  open = await askFiles(publicFiles);
  faqOnly = await askFiles({
    ...publicFiles,
    "faq/en.md": "## What is secret?\n- id: secret\n- visibility: coordinator\n\nA secret is kept. [^book]\n",
  });
}, 240_000);

/** A question that words of hidden passages fit. */
async function found(view: KnowledgeView, text: string, reader?: Reader): Promise<string[]> {
  const options = { language: "en" as const, ...(reader === undefined ? {} : { reader }) };
  const hits = await view.index.retriever.retrieve(text, options);
  return hits.map(({ passage, entry }) => {
    expect(view.index.passages[entry]).toBe(passage);
    return JSON.stringify(passage);
  });
}

describe("KnowledgeView.forReader()", () => {
  it("is the same view where nothing is hidden", () => {
    for (const reader of READERS) expect(open.view.forReader(reader)).toBe(open.view);
    expect(guarded.view.forReader("coordinator")).toBe(guarded.view);
    expect(open.view.withholds("streams")).toBe(false);
  });

  it("is made once for a rank, and once for ranks that see the same", () => {
    const view = guarded.view.forReader("public");
    expect(guarded.view.forReader("public")).toBe(view);
    expect(guarded.view.forReader("member")).not.toBe(view);
    expect(faqOnly.view.forReader("member")).toBe(faqOnly.view.forReader("public"));
  });

  it("never opens again, and closes further", () => {
    const member = guarded.view.forReader("member");
    expect(member.forReader("coordinator")).toBe(member);
    expect(member.forReader("public")).toBe(guarded.view.forReader("public"));
  });

  it("shares what is made of tables without anything hidden, so that large ones are not kept twice", () => {
    const view = faqOnly.view.forReader("public");
    expect(view).not.toBe(faqOnly.view);
    expect(view.index.tables).toBe(faqOnly.view.index.tables);
    expect(view.streams).toBe(faqOnly.view.streams);
    expect(view.companies).toBe(faqOnly.view.companies);
    expect(view.parks).toBe(faqOnly.view.parks);
    expect(view.partners).toBe(faqOnly.view.partners);
    expect(view.index.lexicon).toBe(faqOnly.view.index.lexicon);
    expect(parkKnowledge(view)).toBe(parkKnowledge(faqOnly.view));
    expect(view.withholds("streams")).toBe(false);
  });

  it("holds no secret in tables, passages or words", () => {
    for (const reader of ["public", "member"] as const) {
      const { tables, passages, lexicon, counts } = guarded.view.forReader(reader).index;
      const all = JSON.stringify([tables, passages, lexicon.concepts, [...counts.stems.keys()]]);
      expect(all).not.toMatch(/quagga|kaisa kivi|9771/i);
      if (reader === "public") expect(all).not.toMatch(/zephyr|veera vuori|7771/i);
      expect(guarded.view.forReader(reader).withholds("streams")).toBe(true);
    }
    expect(guarded.view.stemCount("quagga")).toBeGreaterThan(0);
    expect(guarded.view.forReader("member").stemCount("quagga")).toBe(0);
    expect(guarded.view.forReader("member").conceptCount("park:quagga-park")).toBe(0);
  });

  it("finds passages of its rank, whatever rank the caller names", async () => {
    const view = guarded.view.forReader("public");
    for (const reader of [undefined, ...READERS]) {
      for (const passage of await found(view, "zephyr quagga boiler steam", reader))
        expect(passage).not.toMatch(/zephyr|quagga/i);
    }
    expect((await found(guarded.view, "quagga boiler", "coordinator")).join()).toMatch(/quagga/);
    const ofMember = await found(guarded.view.forReader("member"), "zephyr boiler", "public");
    expect(ofMember.join()).not.toMatch(/zephyr/);
  });

  it("has one version of a row for each rank", () => {
    const version = (reader: Reader) => {
      const { passages } = leaky.view.forReader(reader).index;
      return passages.filter(({ record, language }) => record === "streams:SS910" && language === "en");
    };
    const [open, member, coordinator] = READERS.map((reader) => {
      const own = version(reader);
      expect(own, reader).toHaveLength(1);
      return JSON.stringify(own[0]?.sentences);
    });
    expect(open).toContain("Quantity: confidential");
    expect(open).not.toMatch(/48,317|73\.46|Veera/);
    expect(member).toMatch(/48,317.*Veera Vuori/);
    expect(member).not.toContain("73.46");
    expect(coordinator).toMatch(/48,317.*73\.46/);
  });

  it("gives a reader one version of a row even without it", async () => {
    for (const reader of READERS) {
      const hits = await leaky.view.index.retriever.retrieve("fly ash of the power plant", {
        language: "en",
        reader,
        topK: 50,
      });
      const own = hits.filter(
        ({ passage }) => passage.record === "streams:SS910" && passage.language === "en",
      );
      expect(own, reader).toHaveLength(1);
    }
  });
});
