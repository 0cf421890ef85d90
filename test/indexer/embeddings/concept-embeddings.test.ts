import { beforeAll, describe, expect, it } from "vitest";
import { readLexicon } from "../../../indexer/default-lexicon.ts";
import { ConceptEmbeddings } from "../../../indexer/embeddings/concept-embeddings.ts";
import { CONCEPT_MODEL } from "../../../indexer/embeddings/concept-model.ts";
import { Lexicon } from "../../../indexer/lexicon/lexicon.ts";

let lexicon: Lexicon;
let embeddings: ConceptEmbeddings;
beforeAll(async () => {
  lexicon = new Lexicon(await readLexicon({}));
  embeddings = new ConceptEmbeddings({ lexicon, detectLanguage: () => "en" });
});

const cosine = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);

describe("ConceptEmbeddings", () => {
  it("puts the same thing close in three languages, and other things away", () => {
    const [fi, sv, en] = [
      embeddings.embed("lentotuhkaa", "fi"),
      embeddings.embed("flygaska", "sv"),
      embeddings.embed("fly ash", "en"),
    ];
    const gypsum = embeddings.embed("gypsum", "en");
    expect(cosine(fi, sv)).toBeGreaterThan(0.7);
    expect(cosine(fi, en)).toBeGreaterThan(0.7);
    expect(cosine(fi, gypsum)).toBeLessThan(0.4);
  });

  it("gives vectors of length 1, the same each time, and zeros where no concept is named", async () => {
    const [first, nothing] = (await embeddings.embedDocuments(["fly ash and slag", "xyzzy"])) as [
      number[],
      number[],
    ];
    expect(Math.hypot(...first)).toBeCloseTo(1);
    expect(await embeddings.embedQuery("fly ash and slag")).toEqual(first);
    expect(nothing).toEqual(new Array(256).fill(0));
  });

  it("names itself by the version of its vocabulary", () => {
    expect(embeddings.modelName).toBe(`${CONCEPT_MODEL}/${lexicon.version}`);
  });

  it.each([63, 1025, 100.5])("refuses %d dimensions", (dimensions) => {
    expect(() => new ConceptEmbeddings({ lexicon, detectLanguage: () => "en", dimensions })).toThrow(
      RangeError,
    );
  });
});
