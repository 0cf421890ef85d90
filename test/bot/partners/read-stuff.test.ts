import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { MaterialKnowledge } from "../../../bot/partners/material-knowledge.ts";
import { NearestMaterials } from "../../../bot/partners/nearest-materials.ts";
import { bareId, readStuff } from "../../../bot/partners/read-stuff.ts";
import { PARTNER_WEIGHTS } from "../../../bot/partners/weights.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
let materials: MaterialKnowledge;
let nearest: NearestMaterials;
beforeAll(async () => {
  view = await openOwnKnowledge();
  materials = new MaterialKnowledge(view.index.tables);
  nearest = new NearestMaterials({ tables: view.index.tables, materials });
});

const read = (language: Language, text: string) =>
  readStuff(text, { language, lexicon: view.index.lexicon, materials });

describe("readStuff()", () => {
  it.each<[Language, string, string]>([
    ["en", "fly ash", "fly-ash"],
    ["fi", "lentotuhkaa", "fly-ash"],
    ["sv", "flygaskan", "fly-ash"],
    ["en", "green liquor dregs from the pulp mill", "green-liquor-dregs"],
    ["fi", "sahanpurua sahalta", "sawdust"],
    ["sv", "vassle från mejeriet", "whey"],
    ["en", "steel slag with vanadium", "steel-slag"],
  ])("names what it is first, in %s: %s", (language, text, id) => {
    const [first] = read(language, text);
    expect(first).toMatchObject({ id, weight: PARTNER_WEIGHTS.evidence.head });
    expect(text.slice(first?.start, first?.end)).not.toBe("");
  });

  it("says less of what a thing holds, and least of where it comes from", () => {
    const weightOf = (text: string, id: string) =>
      read("en", text).find((stuff) => stuff.id === id)?.weight ?? 0;
    const head = weightOf("sawdust", "sawdust");
    const content = weightOf("sludge with sawdust", "sawdust");
    const origin = weightOf("sludge from sawdust", "sawdust");
    expect([head, content, origin]).toEqual([
      PARTNER_WEIGHTS.evidence.head,
      PARTNER_WEIGHTS.evidence.content,
      PARTNER_WEIGHTS.evidence.origin,
    ]);
  });

  it("takes what is listed for things of their own", () => {
    const ids = read("en", "sawdust, bark and fly ash").filter(({ weight }) => weight === 1);
    expect(ids.map(({ id }) => id).sort()).toEqual(["bark", "fly-ash", "sawdust"]);
  });

  it("gives each concept once, the surest first", () => {
    const stuff = read("en", "fly ash and fly ash from peat");
    expect(new Set(stuff.map(({ id }) => id)).size).toBe(stuff.length);
    const weights = stuff.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
  });

  it.each<[Language, string]>([
    ["en", "a used helicopter"],
    ["fi", "hyvää huomenta"],
    ["sv", ""],
  ])("knows nothing of: %s %s", (language, text) => {
    expect(read(language, text)).toEqual([]);
  });
});

describe("bareId()", () => {
  it.each([
    ["trade:fly-ash", "fly-ash"],
    ["fly-ash", "fly-ash"],
    ["place:a:b", "a:b"],
  ])("of %s is %s", (id, bare) => {
    expect(bareId(id)).toBe(bare);
  });
});

describe("NearestMaterials.find()", () => {
  it.each<[Language, string]>([
    ["en", "spent foundry sands with binder"],
    ["fi", "käytettyä valimohiekkaa"],
    ["sv", "förbrukad gjuterisand"],
  ])("finds materials that share telling words, in %s: %s", (language, text) => {
    const found = nearest.find(text, language);
    expect(found.map(({ id }) => id)).toContain("foundry-sand");
    expect(found.every(({ isNear }) => isNear === true)).toBe(true);
  });

  it("gives at most a few, each surer than the next, none as sure as a whole name", () => {
    const { most, share } = PARTNER_WEIGHTS.nearest;
    for (const text of [
      "fly ash of a biomass boiler",
      "sludge of a waste water treatment plant",
      "green liquor dregs",
    ]) {
      const found = nearest.find(text, "en");
      expect(found.length).toBeLessThanOrEqual(most);
      const weights = found.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      for (const weight of weights) expect(weight).toBeLessThanOrEqual(share + 1e-9);
    }
  });

  it.each(["", "helicopter", "the of and"])("finds none near: %s", (text) => {
    expect(nearest.find(text, "en")).toEqual([]);
  });
});
