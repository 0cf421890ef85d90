import { beforeAll, describe, expect, it } from "vitest";
import { PARK_RANKING_TEXTS } from "../../../../bot/skills/parks/ranking-texts.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import type { ParkFactRecord } from "../../../../knowledge/schema.ts";
import { claimsOf, expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
let facts: readonly ParkFactRecord[];
beforeAll(async () => {
  asker = await askOwnKnowledge();
  facts = asker.view.index.tables.parkFacts ?? [];
});

/** The newest figure of each park, greatest first: told apart from the code that is tested. */
function newestFigures(attribute: ParkFactRecord["attribute"]): { park: string; value: number }[] {
  const newest = new Map<string, { year: number; value: number }>();
  const parks = asker.view.index.tables.parks?.filter(({ kind }) => kind === "park").map(({ id }) => id);
  for (const { park, attribute: of, value, year = 0 } of facts) {
    const known = newest.get(park);
    const isNewer =
      known === undefined || year > known.year || (year === known.year && Number(value) > known.value);
    if (of === attribute && isNewer && parks?.includes(park))
      newest.set(park, { year, value: Number(value) });
  }
  return [...newest].map(([park, { value }]) => ({ park, value })).sort((a, b) => b.value - a.value);
}

describe("answerParkRanking()", () => {
  it.each<[Language, string, ParkFactRecord["attribute"]]>([
    ["en", "Which park is the largest by area?", "total-area"],
    ["fi", "Mikä puisto on suurin pinta-alaltaan?", "total-area"],
    ["sv", "Vilken park har störst areal?", "total-area"],
    ["en", "Which park has the most companies?", "companies"],
    ["fi", "Missä puistossa on eniten yrityksiä?", "companies"],
    ["sv", "Vilken park har flest företag?", "companies"],
    ["en", "Which park employs the most people?", "employees"],
    ["fi", "Missä puistossa on eniten työntekijöitä?", "employees"],
    ["sv", "Vilken park har flest anställda?", "employees"],
  ])("ranks parks by their newest figures, in %s: %s", async (language, question, attribute) => {
    const reply = await asker.ask(question);
    expect(reply).toMatchObject({ intent: "parks", refused: false, language });
    const wanted = newestFigures(attribute);
    const values = (reply.parks ?? []).map(({ id }) => wanted.find(({ park }) => park === id)?.value);
    expect(values).toEqual(wanted.slice(0, 5).map(({ value }) => value));
    expect(reply.text).toContain(PARK_RANKING_TEXTS[language].caution);
    expectGrounded(reply);
  });

  it("tells figures that sources give beside the newest below it", async () => {
    const reply = await asker.ask("Which is the largest park by area?");
    const lines = claimsOf(reply).filter((line) => line.includes("Pori-Harjavalta"));
    expect(lines.map((line) => /\*\*(\d+) hectares/.exec(line)?.[1])).toEqual(["760", "300"]);
  });

  it.each<[Language, string, string]>([
    ["en", "What are the three largest parks?", "By area, largest first"],
    ["fi", "Mikä on Suomen suurin ekoteollisuuspuisto?", "Pinta-alan mukaan, suurin ensin"],
    ["sv", "Vilken park är störst?", "Efter areal, störst först"],
  ])("tells by each measure where none is named, in %s: %s", async (language, question, first) => {
    const { text } = await asker.ask(question);
    const { most } = PARK_RANKING_TEXTS[language];
    expect(text).toContain(first);
    for (const measure of ["employees", "companies"] as const) expect(text).toContain(most[measure]);
  });

  it.each<[Language, string]>([
    ["en", "Which is the oldest eco-industrial park in Finland?"],
    ["fi", "Mikä on Suomen vanhin ekoteollisuuspuisto?"],
    ["sv", "Vilken är den äldsta ekoindustriparken?"],
  ])("begins with the earliest beginning, in %s: %s", async (_, question) => {
    const reply = await asker.ask(question);
    expect(reply.parks?.map(({ id }) => id)).toEqual(["kokkola-industrial-park", "smart-chemistry-park"]);
    expect(reply.text).toContain("**1945** – ");
    expectGrounded(reply);
  });

  it('takes a number for how many are asked for, but not that of "which one"', async () => {
    const countOf = async (question: string) => (await asker.ask(question)).parks?.length;
    expect(await countOf("What are the two largest parks by area?")).toBe(2);
    expect(await countOf("Which one is the largest park by area?")).toBe(5);
  });

  it("begins with the least where that is asked for", async () => {
    const reply = await asker.ask("Which is the smallest park by area?");
    expect(reply.parks?.map(({ id }) => id)).toEqual(
      newestFigures("total-area")
        .toReversed()
        .slice(0, 5)
        .map(({ park }) => park),
    );
  });

  it("ranks the parks of a place, and says so where none of them has a figure", async () => {
    const inLapland = await asker.ask("Which is the largest park in Lapland by area?");
    expect(inLapland.parks?.map(({ id }) => id)).toEqual(["arctio"]);
    expect(inLapland.text).toContain("1 of 3 parks");
    const oldest = await asker.ask("Mikä on Lapin vanhin puisto?");
    expect(oldest.text).toBe(PARK_RANKING_TEXTS.fi.none("Vanhin ensin", 3));
  });

  it.each([
    "What is the largest company in Kokkola Industrial Park?",
    "Which park has the largest steel mill?",
    "Why is Kokkola the largest park?",
    "Which will be the largest park in 2040?",
    "What are the largest side streams?",
    "which is the largest?",
  ])("leaves other superlatives alone: %s", async (question) => {
    expect((await asker.ask(question)).text).not.toMatch(/largest first/);
  });

  it.each([
    ["en", "Which park has the most free land?"],
    ["fi", "Missä puistossa on eniten vapaata maata?"],
    ["sv", "Vilken park har mest ledig mark?"],
  ])("does not answer with a list of all what asks for one, in %s: %s", async (_, question) => {
    const reply = await asker.ask(question);
    expect(reply.parks ?? []).toEqual([]);
    expect(reply.text).toContain("EcoSairila");
  });
});

describe("answerParkRankingFollowUp()", () => {
  it.each<[Language, string, string, string]>([
    ["en", "Which parks are there in Finland?", "which is the largest?", "7 of 21 parks"],
    ["en", "Which parks have a port?", "which of them is the largest?", "3 of 7 parks"],
    ["fi", "Mitä puistoja on Lapissa?", "mikä niistä on suurin?", "puistoja on kaikkiaan 3"],
    ["sv", "Vilka parker finns i Lappland?", "vilken av dem är störst?", "1 av 3 parker"],
    ["en", "Where should a small company go?", "which of these has the most companies?", "9 of 21 parks"],
  ])("ranks the parks that were listed, in %s: %s – %s", async (_, first, second, known) => {
    const reply = await asker.ask([first, second]);
    expect(reply.intent).toBe("parks");
    expect(reply.text).toContain(known);
    expectGrounded(reply);
  });

  it("goes on from one order to the next", async () => {
    const reply = await asker.ask(["Mitä puistoja on Lapissa?", "mikä niistä on suurin?", "entä vanhin?"]);
    expect(reply.text).toBe(PARK_RANKING_TEXTS.fi.none("Vanhin ensin", 3));
  });
});

describe("PARK_RANKING_TEXTS", () => {
  it("speak of one park in the singular, in each language", () => {
    for (const language of LANGUAGES) {
      const { head, none } = PARK_RANKING_TEXTS[language];
      expect(new Set([head("x", 1, 1), head("x", 1, 3), head("x", 2, 3), head("x", 3, 3)]).size).toBe(4);
      expect(none("x", 1)).not.toMatch(/\d/);
      expect(none("x", 2)).toContain("2");
    }
  });
});
