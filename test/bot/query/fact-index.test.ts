import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { takesKey } from "../../../bot/query/fact-index.ts";
import { guideFacts } from "../../../bot/query/guide-facts.ts";
import { parkKnowledge } from "../../../bot/query/park-knowledge.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

describe("FactIndex", () => {
  it("finds the facts that a full look finds, by concept, intake and industry", () => {
    const knowledge = parkKnowledge(view);
    const all = knowledge.factsOf("kirkkokallio", "coordinator");
    const index = knowledge.indexOf("kirkkokallio");
    expect(new Set(index.under(["trade:biogas"]))).toEqual(
      new Set(all.filter(({ givesConcepts }) => givesConcepts.has("trade:biogas"))),
    );
    const taken = index.under([takesKey("trade:animal-by-products")]);
    expect(taken.map(({ words }) => words.en).join()).toContain("Honkajoki Oy");
    expect(index.under(["class:biogas"]).every(({ classes }) => classes.includes("biogas"))).toBe(true);
    expect(index.ofFeature("waste-water-treatment").length).toBeGreaterThan(0);
    expect(index.under([])).toEqual([]);
  });
});

describe("guideFacts()", () => {
  it("pairs the sentences of the three languages and leaves out what is not known", () => {
    const facts = guideFacts(view.index.passages).get("lounapuisto") ?? [];
    const wells = facts.find(({ words }) => words.en.includes("deep heat wells"));
    expect(wells?.words.sv).toMatch(/djupa/);
    expect(wells?.references?.("fi").length).toBeGreaterThan(0);
    expect(facts.filter(({ words }) => /^Not known/i.test(words.en))).toEqual([]);
  });

  it("tells nothing of a guide whose versions differ", () => {
    const own = view.index.passages.filter(
      ({ park, language }) => park === "lounapuisto" && language !== "fi",
    );
    expect(guideFacts(own).get("lounapuisto")).toBeUndefined();
  });
});
