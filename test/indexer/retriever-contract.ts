import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildIndex,
  extendIndex,
  type KnowledgeIndex,
  NO_EXTENSION,
  restrictIndex,
} from "../../indexer/index.ts";
import { READERS } from "../../knowledge/languages.ts";
import type { FaqEntry } from "../../knowledge/parse-faq.ts";
import { guide } from "../support/knowledge.ts";
import { writeFiles } from "../support/temporary-folder.ts";

const RANKS = { public: 0, member: 1, coordinator: 2 };

const PRICE: FaqEntry = {
  id: "ash-price",
  language: "en",
  question: "What does fly ash cost?",
  variants: [],
  visibility: "public",
  sources: [],
  answer: "Ask the harbour.",
  answerWithMarks: "Ask the harbour.",
  file: "faq/en.md",
  line: 1,
};

/** Hidden passages fit the questions best, so leaving them out after ranking would show. */
function contractFiles(): Record<string, string> {
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
  return files;
}

/**
 * What holds of every retriever, wherever its index is kept.
 *
 * @param open Opens the index that was built in a folder; where it is kept elsewhere it is brought there first.
 */
export function describeRetriever(
  name: string,
  open: (indexFolder: string) => Promise<KnowledgeIndex>,
): void {
  describe(`retrieve() ${name}`, () => {
    let index: KnowledgeIndex;

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), "sivuvirta-test-"));
      await writeFiles(folder, contractFiles());
      await buildIndex({ knowledgeFolder: folder, indexFolder: join(folder, ".index") });
      index = await open(join(folder, ".index"));
      return () => rm(folder, { recursive: true, force: true });
    });

    const questions = ["fly ash", "fly ash at the quay", "flygaska", "lentotuhka", "Who sells ash or slag?"];

    it.each(READERS)("leaves out before ranking what a %s may not see", async (reader) => {
      for (const question of questions) {
        for (const topK of [1, 10, 200]) {
          const found = await index.retriever.retrieve(question, { language: "en", reader, topK });
          expect(found.length).toBeGreaterThan(0);
          for (const { passage } of found)
            expect(RANKS[passage.visibility]).toBeLessThanOrEqual(RANKS[reader]);
        }
      }
    });

    it("takes whoever does not say who they are for the public", async () => {
      const hits = await index.retriever.retrieve("fly ash", { language: "en", topK: 200 });
      const ranks = hits.map((hit) => hit.passage.visibility);
      expect(new Set(ranks)).toEqual(new Set(["public"]));
    });

    it("shows the public a passage of another language that hidden ones outrank", async () => {
      // 80 hidden passages name fly ash, more than either leg looks at; the open one only says ash, in Finnish.
      const [first] = await index.retriever.retrieve("ash", { language: "en" });
      expect(first?.passage.file).toBe("guides/fi/open.md");
      const [seen] = await index.retriever.retrieve("fly ash", { language: "en", reader: "coordinator" });
      expect(seen?.passage.visibility).not.toBe("public");
    });

    it("keeps rows of any table from those whom its column visibility shuts out", async () => {
      const isAllowed = ({ file }: { file: string }) => file === "flows.csv";
      const ranksFor = async (reader: (typeof READERS)[number]) => {
        const options = { language: "en", reader, topK: 200, isAllowed } as const;
        return (await index.retriever.retrieve("fly ash", options)).map(({ passage }) => passage.visibility);
      };
      expect(await ranksFor("public")).not.toContain("member");
      expect(await ranksFor("member")).toContain("member");
    });

    it("asks a further condition before ranking", async () => {
      const isAllowed = ({ file }: { file: string }) => file.endsWith("-78.md");
      const found = await index.retriever.retrieve("fly ash", {
        language: "en",
        reader: "coordinator",
        isAllowed,
      });
      expect(found.map(({ passage }) => passage.file)).toEqual(["guides/en/member-78.md"]);
    });

    it("finds nothing for words that are nowhere, and refuses a topK out of range", async () => {
      expect(await index.retriever.retrieve("xyzzy", { language: "en" })).toEqual([]);
      expect(await index.retriever.retrieve("", { language: "en" })).toEqual([]);
      for (const topK of [0, 1.5, 201]) {
        await expect(index.retriever.retrieve("ash", { language: "en", topK })).rejects.toThrow(RangeError);
      }
    });

    it("gives entries that point to the passages, no more than wanted, by falling score", async () => {
      for (const topK of [1, 3, 60]) {
        const found = await index.retriever.retrieve("fly ash", {
          language: "en",
          reader: "coordinator",
          topK,
        });
        expect(found).toHaveLength(topK);
        for (const { passage, entry } of found) expect(index.passages[entry]).toBe(passage);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((one, other) => other - one));
        expect(new Set(found.map(({ entry }) => entry)).size).toBe(topK);
      }
    });

    it("finds by meaning what is said in another language", async () => {
      const found = await index.retriever.retrieve("Vem säljer aska?", { language: "sv" });
      expect(found[0]?.passage.file).toBe("guides/fi/open.md");
    });

    it("finds the few that a condition lets through, however far behind they are", async () => {
      const isAllowed = ({ file }: { file: string }) =>
        file === "guides/fi/open.md" || file.endsWith("-79.md");
      const found = await index.retriever.retrieve("fly ash", {
        language: "en",
        reader: "coordinator",
        isAllowed,
      });
      expect(new Set(found.map(({ passage }) => passage.file))).toEqual(
        new Set(["guides/fi/open.md", "guides/en/coordinator-79.md"]),
      );
    });

    it.each(READERS)(
      "narrowed to a %s shows what that rank may see, whatever rank is named",
      async (reader) => {
        const narrowed = restrictIndex(index, reader);
        const found = await narrowed.retriever.retrieve("fly ash", {
          language: "en",
          reader: "coordinator",
          topK: 200,
        });
        expect(found.length).toBeGreaterThan(0);
        for (const { passage, entry } of found) {
          expect(RANKS[passage.visibility]).toBeLessThanOrEqual(RANKS[reader]);
          expect(narrowed.passages[entry]).toBe(passage);
        }
      },
    );

    it("extended by the desk finds what was added and not what was taken away", async () => {
      const extended = extendIndex(index, { ...NO_EXTENSION, faq: [PRICE] });
      const [first] = await extended.retriever.retrieve("What does fly ash cost?", { language: "en" });
      expect(first?.passage.faq?.id).toBe("ash-price");
      expect(extended.passages[first?.entry ?? -1]).toBe(first?.passage);
    });
  });
}
