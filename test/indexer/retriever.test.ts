import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildIndex, conceptWeights, type KnowledgeIndex, openIndex } from "../../indexer/index.ts";
import { conceptCoverage } from "../../indexer/retriever.ts";
import { READERS } from "../../knowledge/languages.ts";
import { guide } from "../support/knowledge.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

const RANKS = { public: 0, member: 1, coordinator: 2 };
let index: KnowledgeIndex;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-test-"));
  // Hidden passages fit the questions best, so leaving them out after ranking would show.
  const files: Record<string, string> = {
    "guides/fi/open.md": guide("open", "visibility: public\n", "Satama myy tuhkaa.").replace("en\n", "fi\n"),
    "flows.csv":
      "visibility,flow,text\nmember,Fly ash,fly ash fly ash\npublic,Slag,slag of the quay\n,Sludge,wet\n",
  };
  for (let at = 0; at < 80; at++) {
    const rank = at % 2 === 0 ? "member" : "coordinator";
    files[`guides/en/${rank}-${at}.md`] = guide(
      `${rank}-${at}`,
      `visibility: ${rank}\n`,
      `Fly ash fly ash ${at}.`,
    );
  }
  await writeFiles(folder, files);
  await buildIndex({ knowledgeFolder: folder, indexFolder: join(folder, ".index") });
  index = await openIndex(join(folder, ".index"));
  return () => rm(folder, { recursive: true, force: true });
});

describe("Retriever.retrieve()", () => {
  const questions = ["fly ash", "fly ash at the quay", "flygaska", "lentotuhka", "Who sells ash or slag?"];

  it.each(READERS)("leaves out before ranking what a %s may not see", (reader) => {
    for (const question of questions) {
      for (const topK of [1, 10, 200]) {
        const found = index.retriever.retrieve(question, { language: "en", reader, topK });
        expect(found.length).toBeGreaterThan(0);
        for (const { passage } of found) expect(RANKS[passage.visibility]).toBeLessThanOrEqual(RANKS[reader]);
      }
    }
  });

  it("takes whoever does not say who they are for the public", () => {
    const ranks = index.retriever
      .retrieve("fly ash", { language: "en", topK: 200 })
      .map((hit) => hit.passage.visibility);
    expect(new Set(ranks)).toEqual(new Set(["public"]));
  });

  it("shows the public a passage of another language that hidden ones outrank", () => {
    // 80 hidden passages name fly ash, more than either leg looks at; the open one only says ash, in Finnish.
    const [first] = index.retriever.retrieve("ash", { language: "en" });
    expect(first?.passage.file).toBe("guides/fi/open.md");
    const [seen] = index.retriever.retrieve("fly ash", { language: "en", reader: "coordinator" });
    expect(seen?.passage.visibility).not.toBe("public");
  });

  it("keeps rows of any table from those whom its column visibility shuts out", () => {
    const textsFor = (reader: (typeof READERS)[number]) =>
      index.retriever
        .retrieve("fly ash", {
          language: "en",
          reader,
          topK: 200,
          isAllowed: ({ file }) => file === "flows.csv",
        })
        .map(({ passage }) => passage.visibility);
    expect(textsFor("public")).not.toContain("member");
    expect(textsFor("member")).toContain("member");
  });

  it("asks a further condition before ranking", () => {
    const isAllowed = ({ file }: { file: string }) => file.endsWith("-78.md");
    const found = index.retriever.retrieve("fly ash", { language: "en", reader: "coordinator", isAllowed });
    expect(found.map(({ passage }) => passage.file)).toEqual(["guides/en/member-78.md"]);
  });

  it("finds nothing for words that are nowhere, and refuses a topK out of range", () => {
    expect(index.retriever.retrieve("xyzzy", { language: "en" })).toEqual([]);
    expect(index.retriever.retrieve("", { language: "en" })).toEqual([]);
    for (const topK of [0, 1.5, 201]) {
      expect(() => index.retriever.retrieve("ash", { language: "en", topK })).toThrow(RangeError);
    }
  });
});

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

it("conceptWeights() keeps the largest share of each concept", () => {
  const matches = index.lexicon.match("fly ash and ash", "en");
  const weights = conceptWeights(matches);
  expect(weights.get("trade:fly-ash")).toBe(1);
  expect(weights.get("trade:ash")).toBe(1);
});

it("conceptCoverage() is the share of content words that the vocabulary knows", () => {
  const coverageOf = (question: string) =>
    conceptCoverage(question, { language: "en", matches: index.lexicon.match(question, "en") });
  expect(coverageOf("Where is the fly ash?")).toBe(1);
  expect(coverageOf("fly ash xyzzy")).toBeCloseTo(2 / 3);
  expect(coverageOf("where is it")).toBe(0);
});
