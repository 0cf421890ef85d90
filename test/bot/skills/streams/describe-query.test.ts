import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { STREAM_FILTERS, type StreamQuery } from "../../../../bot/query/stream-query.ts";
import { describeQuery } from "../../../../bot/skills/streams/describe-query.ts";
import { STREAM_TEXTS, type StreamTexts } from "../../../../bot/skills/streams/texts.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const describeIn = (query: StreamQuery, language: Language = "en") =>
  describeQuery(query, { language, view });

describe("describeQuery()", () => {
  it("says nothing of a query without filters", () => {
    expect(describeIn({ sort: "largest", limit: 3, groupBy: "park", measure: "sum" })).toEqual([]);
  });

  const EACH: Record<(typeof STREAM_FILTERS)[number], StreamQuery> = {
    materials: { materials: ["trade:fly-ash"] },
    categories: { categories: ["slag"] },
    isBothStuffs: { materials: ["trade:zinc"], categories: ["slag"], isBothStuffs: true },
    except: { except: { materials: ["trade:fly-ash"] } },
    ids: { ids: ["SS001"] },
    parks: { parks: ["kokkola-industrial-park"] },
    places: { places: ["oulu"] },
    producers: { producers: ["boliden"] },
    quantity: { quantity: { dimension: "mass", min: 10_000, isMinExcluded: true } },
    dimensions: { dimensions: ["energy"] },
    hasQuantity: { hasQuantity: false },
    forms: { forms: ["sludge"] },
    hazardous: { hazardous: "yes" },
    statuses: { statuses: ["landfilled"] },
    notStatuses: { notStatuses: ["sold"] },
    kinds: { kinds: ["flow"] },
    wasteCode: { wasteCode: "030310" },
    hasWasteCode: { hasWasteCode: true },
    years: { years: { from: 2020 } },
  };

  it.each(STREAM_FILTERS)("puts %s into words, one for each language", (filter) => {
    const words = LANGUAGES.map((language) => describeIn(EACH[filter], language));
    for (const parts of words) {
      expect(parts).toHaveLength(1);
      expect(parts[0]).not.toMatch(/undefined|trade:|\[object/);
    }
    // Ids and units are written alike everywhere.
    const isName = filter === "ids" || filter === "dimensions";
    expect(new Set(words.flat()).size).toBeGreaterThan(isName ? 0 : 1);
  });

  it.each<[Language, StreamQuery, string[]]>([
    [
      "en",
      { parks: ["kemi-tornio"], places: ["kemi-tornio"], categories: ["lime"] },
      ["Kemi-Tornio", "lime"],
    ],
    ["fi", { places: ["oulu", "kokkola"] }, ["Oulu, Kokkola"]],
    ["sv", { places: ["oulu", "kokkola"] }, ["Uleåborg, Karleby"]],
    ["en", { wasteCode: "030310" }, ["waste code 03 03 10"]],
    ["en", { years: { from: 2018, to: 2020 } }, ["2018–2020"]],
    ["en", { years: { from: 2018, to: 2018 } }, ["2018"]],
    ["fi", { quantity: { dimension: "mass", min: 10_000, isMinExcluded: true } }, ["yli 10 000 t"]],
    ["sv", { quantity: { dimension: "energy", max: 5000 } }, ["högst 5000 MWh"]],
    ["en", { quantity: { dimension: "mass", min: 5, max: 20 } }, ["5–20 t"]],
    ["en", { quantity: { dimension: "mass", min: 5, max: 5 } }, ["exactly 5 t"]],
    [
      "en",
      { quantity: { dimension: "mass", min: 5, isMinExcluded: true, max: 20 } },
      ["over 5 t, at most 20 t"],
    ],
    [
      "en",
      { quantity: { dimension: "volume", min: 5, max: 20, isMaxExcluded: true } },
      ["at least 5 m3, under 20 m3"],
    ],
  ])("writes in %s: %o", (language, query, parts) => {
    expect(describeIn(query, language)).toEqual(parts);
  });
});

function ranked(texts: StreamTexts, count: number, found: number): string {
  return texts.ranked({ count, found, where: "x", isLargest: true, unit: "t" });
}

describe("STREAM_TEXTS", () => {
  it("speak of one row in the singular, in each language", () => {
    for (const language of LANGUAGES) {
      const texts = STREAM_TEXTS[language];
      const pairs = [
        [texts.found(1, "x"), texts.found(2, "x")],
        [ranked(texts, 1, 1), ranked(texts, 1, 2), ranked(texts, 2, 3)],
        [texts.hazardOpen(1), texts.hazardOpen(2)],
        [texts.codeOpen(1), texts.codeOpen(2)],
        [texts.noMore(1, "x"), texts.noMore(2, "x")],
        [texts.totalOfMany("5 t", 1), texts.totalOfMany("5 t", 2)],
        [texts.average("5 t", 1), texts.average("5 t", 2)],
        [texts.notAdded("x", 1), texts.notAdded("x", 2)],
        [texts.unmeasured("x", 1), texts.unmeasured("x", 2)],
      ];
      for (const [one = "", ...more] of pairs) {
        expect(one.replace("5 t", "")).not.toMatch(/\d/);
        expect(new Set([one, ...more]).size).toBe(more.length + 1);
      }
    }
  });
});
