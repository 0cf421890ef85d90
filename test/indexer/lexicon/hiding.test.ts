import { describe, expect, it } from "vitest";
import { buildLexicon } from "../../../indexer/lexicon/build-lexicon.ts";
import { Lexicon } from "../../../indexer/lexicon/lexicon.ts";
import type { ConceptRecord, ParkRecord, PlaceRecord } from "../../../knowledge/schema.ts";

const park = (id: string, name: string, municipality: string) =>
  ({
    id,
    kind: "park",
    name_en: name,
    name_fi: name,
    name_sv: name,
    aliases: [],
    municipalities: [municipality],
  }) as unknown as ParkRecord;
const place = (name: string) =>
  ({ id: name.toLowerCase(), kind: "municipality", en: name, fi: name, sv: name }) as PlaceRecord;
const ash = {
  concept_id: "ash",
  en: "ash",
  fi: "tuhka",
  sv: "aska",
  synonyms_en: [],
  synonyms_fi: [],
  synonyms_sv: [],
  kind: "material",
  waste_code_prefixes: [],
} as unknown as ConceptRecord;

const whole = new Lexicon(
  buildLexicon({
    concepts: [ash],
    words: [],
    places: [place("Kemi"), place("Hanko")],
    parks: [park("hidden", "Zephyrala", "Hanko"), park("kemi-park", "Kemi", "Kemi")],
  }),
);
const seen = whole.hiding(new Set(["park:hidden"]));
const idsIn = (lexicon: Lexicon, text: string) => lexicon.match(text, "fi").map(({ concept }) => concept.id);

describe("Lexicon.hiding()", () => {
  it("finds no hidden concept, as a word, inflected, or in a compound", () => {
    for (const text of ["Zephyrala", "Zephyralassa", "zephyralatuhka"]) {
      expect(idsIn(whole, text), text).toContain("park:hidden");
      expect(idsIn(seen, text), text).not.toContain("park:hidden");
    }
  });

  it("reads a word with a hidden name in it as one with a name that nobody has", () => {
    const shares = (lexicon: Lexicon, text: string) => lexicon.match(text, "fi").map(({ share }) => share);
    expect(shares(whole, "zephyralatuhka")).not.toEqual(shares(whole, "zephyrolatuhka"));
    expect(shares(seen, "zephyralatuhka")).toEqual(shares(seen, "zephyrolatuhka"));
  });

  it("suggests no hidden name for a slip of the pen, and knows no language of it", () => {
    expect(whole.nearestWord("zephyrola", "fi")).toBeDefined();
    expect(seen.nearestWord("zephyrola", "fi")).toBeUndefined();
    expect(whole.nearestNameWord("zephyrola")).toBe("zephyrala");
    expect(seen.nearestNameWord("zephyrola")).toBeUndefined();
    expect(seen.unmarkedNameWord("zephyrala")).toBeUndefined();
    expect(whole.knownLanguages("zephyrala")).not.toEqual([]);
    expect(seen.knownLanguages("zephyrala")).toEqual([]);
  });

  it("lets no place lead to a hidden park", () => {
    const related = (lexicon: Lexicon) => lexicon.match("Hanko", "fi")[0]?.concept.related ?? [];
    expect(related(whole)).toEqual(["park:hidden"]);
    expect(related(seen)).toEqual([]);
  });

  it("keeps everything else, and a word that is a name of something else too", () => {
    expect(idsIn(seen, "tuhka")).toEqual(["trade:ash"]);
    const withoutPark = whole.hiding(new Set(["park:kemi-park"]));
    expect(idsIn(withoutPark, "Kemissä")).toEqual(["place:kemi"]);
    expect(seen.concepts.map(({ id }) => id)).toEqual([
      "trade:ash",
      "place:kemi",
      "place:hanko",
      "park:kemi-park",
    ]);
    expect(idsIn(whole, "Zephyrala")).toEqual(["park:hidden"]);
  });

  it("is the same lexicon when there is nothing to hide", () => {
    expect(whole.hiding(new Set(["park:nobody"]))).toBe(whole);
  });
});
