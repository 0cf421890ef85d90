import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../bot/reply/reply.ts";
import { TEXTS } from "../../../bot/texts.ts";
import { type Passage, passageText } from "../../../indexer/index.ts";
import { claimsOf, expectGrounded } from "../../support/check-reply.ts";
import { type Asker, askFiles, askOwnKnowledge } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

/** Words without marks, bold and line breaks. */
const plain = (text: string) => text.replace(/\s?\[\d+\]|\*\*|^- /gm, "").replace(/\s+/g, " ");

describe("an answer of the FAQ", () => {
  it("is given whole wherever it is given", async () => {
    const entries = asker.view.index.passages.filter(({ kind }) => kind === "faq");
    const given: [Passage, Reply][] = [];
    for (const entry of entries) {
      const reply = await asker.ask(entry.headings.at(-1) ?? "");
      const first = reply.citations[0];
      if (!reply.refused && first?.passage === passageText(entry)) given.push([entry, reply]);
    }
    expect(given.length).toBeGreaterThan(entries.length / 2);
    for (const [entry, reply] of given) {
      for (const { text } of entry.sentences) expect(plain(reply.text)).toContain(plain(text));
      expect(reply.language).toBe(entry.language);
      expectGrounded(reply);
    }
  });
});

describe("an answer from passages", () => {
  it.each([
    // Asked for in its very words, the curated answer goes before a sentence with "is".
    ["What is FISS?", /^FISS \(Finnish Industrial Symbiosis System\) /],
    ["Mikä on FISS?", /^FISS \(Finnish Industrial Symbiosis System\) /],
    ["Vad är FISS?", /^FISS \(Finnish Industrial Symbiosis System\) /],
    ["What is Materiaalitori?", /^Materiaalitori .*\bis\b/],
    ["Mikä on Materiaalitori?", /^Materiaalitori .*\bon\b/],
    ["Vad är Materiaalitori?", /^Materiaalitori .* är /],
    ["What is an eco-industrial park?", /^An eco-industrial park is\b/],
  ])("begins with the definition when one is asked for: %s", async (question, opening) => {
    const reply = await asker.ask(question);
    expect(claimsOf(reply)[0]).toMatch(opening);
    expectGrounded(reply);
  });

  it("is quoted, and marked as foreign, when the source speaks another language", async () => {
    const { ask } = await askFiles({
      "a.md": "# Harbour Park\n\nThe harbour crane lifts gypsum from the barges.\n",
    });
    for (const language of ["fi", "sv"] as const) {
      const wish = { fi: "vastaa suomeksi", sv: "svara på svenska" }[language];
      const reply = await ask(["What does the harbour crane lift?", wish]);
      expect(reply.language).toBe(language);
      expect(reply.text).toContain(TEXTS[language].quotedIn.en);
      expect(reply.text).toContain("”The harbour crane lifts gypsum from the barges.”");
      expectGrounded(reply);
    }
  });

  it("does not quote another language where the same text exists in the asker's", async () => {
    const reply = await asker.ask(["What is FISS?", "vastaa suomeksi"]);
    expect(reply.language).toBe("fi");
    expect(reply.citations.map(({ language }) => language)).not.toContain("en");
    expectGrounded(reply);
  });
});
