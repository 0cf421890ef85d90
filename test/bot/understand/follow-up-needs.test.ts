import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { LocationRequest } from "../../../bot/query/location-need.ts";
import { followUpNeeds } from "../../../bot/understand/follow-up-needs.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const LAST: LocationRequest = {
  needs: [{ kind: "feature", feature: "steam" }],
  parks: [],
  skipped: [],
  asked: { kind: "feature", feature: "port" },
};

const follow = (language: Language, text: string, needs: LocationRequest | undefined = LAST) =>
  followUpNeeds(questionOf(text, { language, view }), { memory: needs === undefined ? {} : { needs }, view });

const featuresOf = (request: LocationRequest | undefined) =>
  request?.needs.map((need) => (need.kind === "feature" ? need.feature : need.kind));

describe("followUpNeeds()", () => {
  it.each<[Language, string]>([
    ["en", "yes"],
    ["en", "Yes, a port"],
    ["en", "We need a port"],
    ["fi", "joo"],
    ["fi", "kyllä, sataman"],
    ["fi", "entä satama?"],
    ["sv", "ja"],
    ["sv", "ja, en hamn"],
  ])("adds what is said in %s: %s", (language, text) => {
    expect(featuresOf(follow(language, text))).toEqual(["steam", "port"]);
  });

  it.each<[Language, string]>([
    ["en", "no"],
    ["en", "Skip the question"],
    ["fi", "Ohita kysymys"],
    ["fi", "emme tarvitse"],
    ["sv", "hoppa över frågan"],
    ["sv", "nej tack"],
  ])("leaves the asked need open in %s: %s", (language, text) => {
    const request = follow(language, text);
    expect(featuresOf(request)).toEqual(["steam"]);
    expect(request?.skipped).toEqual(["feature:port"]);
  });

  it("reads hectares and places", () => {
    expect(follow("en", "5 ha")?.needs.at(-1)).toEqual({
      kind: "feature",
      feature: "land",
      amount: 5,
      unit: "ha",
    });
    expect(follow("fi", "Lapissa")?.needs.at(-1)).toEqual({ kind: "place", place: "lapland" });
  });

  it("does not take yes for an amount", () => {
    const asked = { kind: "feature", feature: "land", amount: 10, unit: "ha" } as const;
    expect(follow("en", "yes", { ...LAST, asked })).toBeUndefined();
  });

  it("forgets the place when it is all the same", () => {
    const needs: LocationRequest["needs"] = [...LAST.needs, { kind: "place", place: "lapland" }];
    expect(featuresOf(follow("en", "Anywhere will do", { ...LAST, needs }))).toEqual(["steam"]);
  });

  it.each<[Language, string]>([
    ["en", "How many employees does the port of Kokkola have?"],
    ["en", "Which companies take ash?"],
    ["en", "Who needs steam?"],
    ["fi", "Mitkä puistot ovat Lapissa?"],
    ["sv", "Vem är kontaktperson för Kilpilax?"],
  ])("leaves a question of its own alone in %s: %s", (language, text) => {
    expect(follow(language, text)).toBeUndefined();
  });

  it("follows nothing where nothing was advised", () => {
    const question = questionOf("5 ha", { language: "en", view });
    expect(followUpNeeds(question, { memory: {}, view })).toBeUndefined();
  });
});
