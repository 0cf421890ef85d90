import { beforeAll, describe, expect, it } from "vitest";
import { readLexicon } from "../../../indexer/default-lexicon.ts";
import { buildLexicon } from "../../../indexer/lexicon/build-lexicon.ts";
import { Lexicon, type LexiconData } from "../../../indexer/lexicon/lexicon.ts";
import type { Language } from "../../../knowledge/languages.ts";

let data: LexiconData;
let lexicon: Lexicon;
beforeAll(async () => {
  data = await readLexicon({});
  lexicon = new Lexicon(data);
});

const idsOf = (text: string, language: Language) =>
  lexicon.match(text, language).map(({ concept }) => concept.id);

describe("the product's vocabulary", () => {
  it.each([
    ["fi", "Kokkolan suurteollisuusalueella", "park:kokkola-industrial-park"],
    ["sv", "Karleby storindustriområde", "park:kokkola-industrial-park"],
    // A Finnish name in an English question is met as well.
    ["en", "Who works in Kokkolan suurteollisuusalue?", "park:kokkola-industrial-park"],
    ["fi", "Paljonko lentotuhkaa syntyy?", "trade:fly-ash"],
    ["sv", "Flygaskan från pannan", "trade:fly-ash"],
    ["en", "fly ashes", "trade:fly-ash"],
    ["sv", "bottenaskan", "trade:bottom-ash"],
    ["sv", "det kommunala slammet", "trade:sludge"],
    ["fi", "hukkalämpöä tarjolla", "trade:waste-heat"],
    ["sv", "avfallet i hamnen", "trade:waste"],
    ["fi", "teollisuuspuistoissa", "trade:industrial-park"],
    ["sv", "industriområdet", "trade:industrial-park"],
  ] as const)("in %s, %j names %s", (language, text, id) => {
    expect(idsOf(text, language)).toContain(id);
  });

  it.each([
    ["fi", "Mitä kokkolalaiset saavat?", "place:kokkola"],
    ["sv", "Vad får Karlebyborna?", "place:kokkola"],
    ["fi", "Milloin yhdistystä alettiin perustaa?", "word:start"],
    ["fi", "Ketkä suunnittelivat alueen?", "word:plan"],
  ] as const)("in %s, %j speaks of %s", (language, text, id) => {
    expect(idsOf(text, language)).toContain(id);
  });

  it("knows which general words are close in meaning", () => {
    const job = data.concepts.find(({ id }) => id === "word:job");
    const employ = data.concepts.find(({ id }) => id === "word:employ");
    expect(job?.near).toContain("word:employ");
    expect(employ?.near).toContain("word:job");
  });

  it("sees the member and the company in medlemsföretagen", () => {
    const ids = idsOf("medlemsföretagen", "sv").join(" ");
    expect(ids).toMatch(/member/);
    expect(ids).toMatch(/company/);
  });

  it("gives parts of a longer name half the share", () => {
    const shares = new Map(
      lexicon.match("Karleby storindustriområde", "sv").map((m) => [m.concept.id, m.share]),
    );
    expect(shares.get("park:kokkola-industrial-park")).toBe(1);
    expect(shares.get("place:kokkola")).toBe(0.5);
  });

  it("finds the same after it was written to JSON and read again", () => {
    const again = new Lexicon(JSON.parse(JSON.stringify(data)) as LexiconData);
    expect(again.version).toBe(lexicon.version);
    const pieces = data.concepts.flatMap(({ labels }) => [labels.fi, labels.sv, labels.en]);
    for (let at = 0; at + 3 < pieces.length; at += 97) {
      const text = pieces.slice(at, at + 3).join(" ja ");
      for (const language of ["fi", "sv", "en"] as const) {
        expect(again.match(text, language)).toEqual(lexicon.match(text, language));
      }
    }
  });
});

describe("Lexicon.matchTopics()", () => {
  it("finds whole names and trade words of the question's language, inflected and in phrases", () => {
    const ids = (text: string, language: Language) =>
      lexicon.matchTopics(text, language).map(({ concept }) => concept.id);
    expect(ids("Missä Kokkolan suurteollisuusalueella on lentotuhkaa?", "fi")).toEqual(
      expect.arrayContaining(["park:kokkola-industrial-park", "trade:fly-ash"]),
    );
    expect(ids("Where is the fly ash?", "en")).toContain("trade:fly-ash");
    expect(ids("Minkä takia?", "fi")).toEqual([]);
    expect(ids("", "sv")).toEqual([]);
  });
});

describe("Lexicon", () => {
  const record = { kind: "material" as const, waste_code_prefixes: [], typical_uses: undefined };
  const small = (concepts: { id: string; en: string; fi: string; sv: string }[]) =>
    buildLexicon({
      concepts: concepts.map(({ id, ...names }) => ({
        ...record,
        ...names,
        concept_id: id,
        synonyms_en: [],
        synonyms_fi: [],
        synonyms_sv: [],
      })),
      words: [],
      places: [],
      parks: [],
    });

  it("tells where in the text a phrase stands", () => {
    const own = new Lexicon(small([{ id: "red-mud", en: "red mud", fi: "punalieju", sv: "rödslam" }]));
    const text = "Where is red mud stored?";
    expect(
      own
        .match(text, "en")
        .map(({ start, end, firstWord, wordCount }) => [text.slice(start, end), firstWord, wordCount]),
    ).toEqual([["red mud", 2, 2]]);
    expect(own.match("Missä punaliejua on?", "en")).toHaveLength(1);
    expect(own.match("", "fi")).toEqual([]);
  });

  it("has another version when a word changes, and the same when none does", () => {
    const one = small([{ id: "a", en: "ash", fi: "tuhka", sv: "aska" }]);
    expect(small([{ id: "a", en: "ash", fi: "tuhka", sv: "aska" }]).version).toBe(one.version);
    expect(small([{ id: "a", en: "ash", fi: "tuhka", sv: "askor" }]).version).not.toBe(one.version);
  });

  it("knows the languages of a word, inflected or not", () => {
    const own = new Lexicon(small([{ id: "a", en: "ash", fi: "tuhka", sv: "aska" }]));
    expect(own.knownLanguages("tuhkan")).toEqual(["fi"]);
    expect(own.knownLanguages("askan")).toEqual(["sv"]);
    expect(own.knownLanguages("ashes")).toEqual(["en"]);
    expect(own.knownLanguages("stone")).toEqual([]);
  });
});
