import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { StreamQuery } from "../../../bot/query/stream-query.ts";
import { followUpStreams } from "../../../bot/understand/follow-up-streams.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const SLAGS: StreamQuery = { categories: ["slag"], parks: ["raahe"], places: ["raahe"] };

function follow(language: Language, text: string, query: StreamQuery = SLAGS) {
  const memory = { streams: { query, shown: 10 } };
  return followUpStreams(questionOf(text, { language, view }), { memory, view, reader: "public" });
}

describe("followUpStreams()", () => {
  it.each<[Language, string]>([
    ["en", "show more"],
    ["en", "the rest, please"],
    ["en", "Show me the next rows"],
    ["fi", "näytä lisää"],
    ["fi", "loput"],
    ["fi", "joo, näytä muutkin"],
    ["sv", "visa fler"],
    ["sv", "resten tack"],
    ["sv", "visa de övriga"],
  ])("goes on behind the rows shown, in %s: %s", (language, text) => {
    expect(follow(language, text)).toEqual({ query: SLAGS, skip: 10 });
  });

  it.each<[Language, string, StreamQuery]>([
    ["en", "only the hazardous ones", { hazardous: "yes" }],
    ["fi", "vain vaaralliset", { hazardous: "yes" }],
    ["sv", "bara de farliga", { hazardous: "yes" }],
    ["en", "largest first", { sort: "largest" }],
    ["fi", "suurin ensin", { sort: "largest" }],
    ["sv", "störst först", { sort: "largest" }],
    ["en", "per park", { groupBy: "park" }],
    ["fi", "puistoittain", { groupBy: "park" }],
    ["sv", "per park", { groupBy: "park" }],
    ["en", "and over 10 kt?", { quantity: { dimension: "mass", min: 10_000, isMinExcluded: true } }],
    ["fi", "niistä myytävät", { statuses: ["sold"] }],
    ["sv", "av dem, sedan 2020", { years: { from: 2020 } }],
    ["en", "how much in total?", { measure: "sum" }],
  ])("adds to the query, in %s: %s", (language, text, added) => {
    expect(follow(language, text)).toEqual({ query: { ...SLAGS, ...added }, skip: 0 });
  });

  it.each<[Language, string, StreamQuery]>([
    ["fi", "entä Harjavallassa?", { categories: ["slag"], places: ["harjavalta"] }],
    ["en", "what about Harjavalta?", { categories: ["slag"], places: ["harjavalta"] }],
    ["sv", "och i Harjavalta?", { categories: ["slag"], places: ["harjavalta"] }],
    ["en", "and sludges?", { ...SLAGS, categories: ["sludge"] }],
    ["fi", "entä lentotuhka?", { parks: ["raahe"], places: ["raahe"], materials: ["trade:fly-ash"] }],
  ])("puts a new place or stuff in the old one's stead, in %s: %s", (language, text, query) => {
    expect(follow(language, text)?.query).toEqual(query);
  });

  it("drops the grouping when rows are ranked, and the limit when they are sorted anew", () => {
    expect(follow("en", "largest first", { ...SLAGS, groupBy: "park" })?.query).toEqual({
      ...SLAGS,
      sort: "largest",
    });
    const three: StreamQuery = { ...SLAGS, sort: "largest", limit: 3 };
    expect(follow("en", "smallest first", three)?.query).toEqual({ ...SLAGS, sort: "smallest" });
    expect(follow("en", "only the hazardous ones", three)?.query).toEqual({ ...three, hazardous: "yes" });
  });

  it.each<[Language, string]>([
    ["en", "Which sludges arise in Kokkola?"],
    ["fi", "Mitä lietteitä Kokkolassa syntyy?"],
    ["sv", "Vilka slam uppstår i Karleby?"],
    ["en", "who is the contact person?"],
    ["en", "thanks"],
    ["en", "but not the hazardous ones that contain zinc"],
    ["en", "what about the weather in Kokkola on the day when the harbour was opened by the king"],
    ["fi", "entä Ruotsin helikopterit?"],
    ["en", "morel"],
  ])("leaves a question of its own alone, in %s: %s", (language, text) => {
    expect(follow(language, text)).toBeUndefined();
  });

  it("follows nothing when no rows were shown", () => {
    for (const text of ["show more", "only the hazardous ones"]) {
      expect(
        followUpStreams(questionOf(text, { language: "en", view }), { memory: {}, view, reader: "public" }),
      ).toBeUndefined();
    }
  });
});
