import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readLexicon } from "../../indexer/default-lexicon.ts";
import { buildIndex, conceptWeights, openIndex } from "../../indexer/index.ts";
import { Lexicon } from "../../indexer/lexicon/lexicon.ts";
import { conceptCoverage } from "../../indexer/question-concepts.ts";
import { guide } from "../support/knowledge.ts";
import { makeFolder } from "../support/temporary-folder.ts";
import { describeRetriever } from "./retriever-contract.ts";

describeRetriever("of an index on disk", openIndex);

describe("a guide whose front matter cannot be used", () => {
  it.each(["visibility: members only", "visibility: member\nyear: long ago", "visibility: [member"])(
    "is named and kept out, not made public, when it says %j",
    async (line) => {
      const folder = await makeFolder({
        "a.txt": "Open words.",
        "secret.md": guide("secret", `${line}\n`, "Hidden words."),
      });
      const { faults } = await buildIndex({ knowledgeFolder: folder, indexFolder: join(folder, ".index") });
      expect(faults.map(({ file }) => file)).toContain("secret.md");
      const { passages } = await openIndex(join(folder, ".index"));
      expect(passages.map(({ file }) => file)).toEqual(["a.txt"]);
    },
  );

  it("of a site generator is passed over and the text read", async () => {
    const folder = await makeFolder({
      "post.md": "---\nlayout: post\ndate: 2024-01-01\n---\n\n# Harbour\n\nOpen words.\n",
    });
    const { faults } = await buildIndex({ knowledgeFolder: folder, indexFolder: join(folder, ".index") });
    expect(faults).toEqual([]);
    expect((await openIndex(join(folder, ".index"))).passages[0]).toMatchObject({
      title: "Harbour",
      visibility: "public",
    });
  });
});

const lexicon = new Lexicon(await readLexicon({}));

it("conceptWeights() keeps the largest share of each concept", () => {
  const matches = lexicon.match("fly ash and ash", "en");
  const weights = conceptWeights(matches);
  expect(weights.get("trade:fly-ash")).toBe(1);
  expect(weights.get("trade:ash")).toBe(1);
});

it("conceptCoverage() is the share of content words that the vocabulary knows", () => {
  const coverageOf = (question: string) =>
    conceptCoverage(question, { language: "en", matches: lexicon.match(question, "en") });
  expect(coverageOf("Where is the fly ash?")).toBe(1);
  expect(coverageOf("fly ash xyzzy")).toBeCloseTo(2 / 3);
  expect(coverageOf("where is it")).toBe(0);
});
