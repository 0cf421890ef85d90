import { beforeAll, describe, expect, it } from "vitest";
import { claimsOf, expectGrounded } from "../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("contacts", () => {
  it.each([
    ["Who is the contact person of ECO3?", "Sakari Ermala", "+358 50 583 4233"],
    ["Mistä numerosta tavoitan Envi Grow Parkin yhteyshenkilön?", "Riikka Riihimäki", "+358 50 464 1333"],
    ["Vem är kontaktperson för Kemijärvi biopark?", "Jari Polvi", "+358 40 734 4152"],
    ["Mikä on Sakari Ermalan puhelinnumero?", "Sakari Ermala", "+358 50 583 4233"],
  ])("tell name, number and year: %s", async (question, name, phone) => {
    const reply = await asker.ask(question);
    expect(reply).toMatchObject({ intent: "contact", refused: false });
    expect(reply.text).toContain(`**${name}**`);
    expect(reply.text).toContain(phone);
    expect(reply.text).toContain("(2021)");
    expectGrounded(reply);
  });

  it.each([
    ["Who is the contact person of Pori-Harjavalta?", "different contact persons"],
    ["Kuka on Pori-Harjavallan yhteyshenkilö?", "eri yhteyshenkilöt"],
    ["Vem är kontaktperson för Björneborg-Harjavalta?", "olika kontaktpersoner"],
  ])("of sources that disagree stand side by side, and the answer says so: %s", async (question, frame) => {
    const reply = await asker.ask(question);
    expect(reply.text).toContain(frame);
    // The network's page names the one, the founding guide the other: neither may be chosen silently.
    const [first, second] = claimsOf(reply);
    expect(first).toContain("Jarkko Vuorela");
    expect(second).toContain("Tuula Raukola");
    expect(reply.citations.map(({ title }) => title)).toHaveLength(2);
    expect(new Set(reply.citations.map(({ title }) => title)).size).toBe(2);
    expectGrounded(reply);
  });
});

describe("figures of a park", () => {
  it.each([
    ["How many members does the KIP Association have?", "**22**"],
    ["Montako jäsenyritystä KIP-yhdistyksellä on?", "**22**"],
    ["Hur många medlemsföretag har KIP-föreningen?", "**22**"],
  ])("are told with their year: %s", async (question, value) => {
    const reply = await asker.ask(question);
    expect(reply.text).toContain(value);
    expect(reply.text).toContain("(2022)");
    expectGrounded(reply);
  });

  it.each([
    ["How many production companies are there in Kokkola Industrial Park?", "different figures"],
    ["Montako tuotantoyritystä Kokkolan suurteollisuusalueella on?", "eri lukuja"],
    ["Hur många produktionsföretag finns det i Karleby storindustriområde?", "olika siffror"],
  ])("that differ by source are all told, newest first: %s", async (question, frame) => {
    const reply = await asker.ask(question);
    expect(reply.text).toContain(frame);
    const values = claimsOf(reply).map((line) => ({
      value: /\*\*(\d+)\*\*/.exec(line)?.[1],
      year: Number(/\((\d{4})[^)]*\)\. \[/.exec(line)?.[1]),
    }));
    expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining(["16", "17", "19", "15"]));
    expect(values.map(({ year }) => year)).toEqual(values.map(({ year }) => year).sort((a, b) => b - a));
    expectGrounded(reply);
  });
});

describe("side streams", () => {
  it.each([
    ["Which side streams arise in Kemi-Tornio?", "Ferrochrome slag"],
    ["Mitä sivuvirtoja Kemi-Torniossa syntyy?", "Ferrokromikuona"],
    ["Vilka sidoströmmar uppstår i Kemi-Torneå?", "Ferrokromslagg"],
  ])("of a park are all its rows, summed by unit: %s", async (question, name) => {
    const reply = await asker.ask(question);
    const rows = (asker.view.index.tables.streams ?? []).filter((row) => row.park === "kemi-tornio");
    expect(reply.intent).toBe("streams");
    expect(reply.text).toContain(name);
    expect(reply.streams?.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    // Totals, stocks and plans are listed, but adding them would count tonnes twice or too early.
    const flows = rows.filter((row) => row.kind === "flow" && row.quantity !== undefined && row.unit === "t");
    const quantity = flows.reduce((sum, row) => sum + (row.quantity ?? 0), 0);
    expect(rows.some((row) => row.kind !== "flow")).toBe(true);
    expect(reply.totals).toContainEqual({ unit: "t", quantity, rows: flows.length });
    expectGrounded(reply);
  });

  it.each([
    ["How much fly ash arises in Kemi-Tornio?", "22,000 t"],
    ["Paljonko lentotuhkaa syntyy Kemi-Torniossa?", "22 000 t"],
    ["Hur mycket flygaska uppstår i Kemi-Torneå?", "22 000 t"],
  ])("of a material are its rows alone: %s", async (question, amount) => {
    const reply = await asker.ask(question);
    expect(reply.streams).toMatchObject([{ quantity: 22_000, unit: "t", year: 2018 }]);
    expect(reply.text.replaceAll("\u00A0", " ")).toContain(amount);
    expect(reply.text).toContain("(2018)");
    expectGrounded(reply);
  });

  it("end with a sum that cites what it adds up", async () => {
    const { text, citations, totals } = await asker.ask("Which side streams arise in Kemi-Tornio?");
    const [total] = totals ?? [];
    const mark = /In all \*\*([\d,]+) t\*\* a year .*\[(\d+)\]/.exec(text);
    expect(mark?.[1]?.replaceAll(",", "")).toBe(String(total?.quantity));
    const cited = citations.find(({ n }) => n === Number(mark?.[2]));
    expect(cited?.source).toBe("side-streams.csv");
    const [, sum = ""] = /with a quantity\)\. (.*) = /.exec(cited?.passage ?? "") ?? [];
    const addends = sum.split(" + ").map((addend) => Number(addend.replaceAll(",", "").split(" ").at(-1)));
    expect(addends.length).toBe(total?.rows);
    expect(addends.reduce((all, addend) => all + addend, 0)).toBe(total?.quantity);
  });

  it("of a material hold no row of another", async () => {
    const { streams = [] } = await asker.ask("Which slags arise in Kemi-Tornio?");
    expect(streams.length).toBeGreaterThan(1);
    for (const { name } of streams) expect(name).toMatch(/slag/i);
  });
});

describe("companies and parks", () => {
  it.each([
    ["en", "Which companies operate in Plänet B?"],
    ["fi", "Mitkä yritykset toimivat Plänet B:ssä?"],
    ["sv", "Vilka företag finns i Plänet B?"],
  ] as const)("the companies of a park are those of the table (%s): %s", async (language, question) => {
    const reply = await asker.ask(question);
    const wanted = (asker.view.index.tables.companies ?? []).filter((row) => row.parks.includes("planet-b"));
    expect(wanted.length).toBeGreaterThan(5);
    for (const row of wanted) expect(reply.text).toContain(`**${row[`name_${language}`]}**`);
    expectGrounded(reply);
  });

  it.each([
    ["Which parks are there in Lapland?", "parks"],
    ["Vilka parker finns i Lappland?", "parks"],
    ["Mitkä puistot ovat Pohjois-Karjalassa?", "parks"],
  ])("the parks of a region are those of the table: %s", async (question, intent) => {
    const reply = await asker.ask(question);
    const region = /Karjala/.test(question) ? "North Karelia" : "Lapland";
    const wanted = (asker.view.index.tables.parks ?? []).filter(
      (row) => row.kind === "park" && row.region === region,
    );
    const names = wanted.map((row) => row[`name_${reply.language}`]);
    expect(reply.intent).toBe(intent);
    expect(reply.parks?.map(({ name }) => name).sort()).toEqual(names.sort());
    expectGrounded(reply);
  });

  it("a region that nobody knows has no parks, rather than all", async () => {
    const { parks } = await asker.ask("Which parks are there in Atlantis?");
    expect(parks).toBeUndefined();
  });
});
