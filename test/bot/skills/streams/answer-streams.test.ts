import { beforeAll, describe, expect, it } from "vitest";
import type { StreamRow } from "../../../../bot/reply/reply.ts";
import { ROWS_SHOWN } from "../../../../bot/skills/streams/present-streams.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { presentNumber } from "../../../../knowledge/present-number.ts";
import type { StreamRecord } from "../../../../knowledge/schema.ts";
import { claimsOf, expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
let table: readonly StreamRecord[];
beforeAll(async () => {
  asker = await askOwnKnowledge();
  table = asker.view.index.tables.streams ?? [];
});

const idsOf = (rows: readonly { id: string }[] | undefined) => rows?.map(({ id }) => id).sort();
const isAddable = ({ kind, quantity }: StreamRecord) => kind === "flow" && quantity !== undefined;
const tableRows = (text: string) => text.split("\n").filter((line) => /^\| (?!---)/.test(line));

describe("an answer on a waste code", () => {
  const hasNoCode = ({ waste_code }: StreamRecord) => waste_code === undefined;

  it.each<[Language, string, RegExp]>([
    ["en", "Which streams have the waste code 10 01 03?", /notes of these rows/],
    ["fi", "Millä sivuvirroilla on jätekoodi 10 01 03?", /lisätiedoissa/],
    ["sv", "Vilka sidoströmmar har avfallskoden 10 01 03?", /anmärkningarna/],
  ])("that no row bears names the notes that speak of it, in %s: %s", async (language, question, above) => {
    const reply = await asker.ask(question);
    expect(reply).toMatchObject({ intent: "streams", language, streams: [] });
    expect(reply.text).toMatch(above);
    const noted = table.filter((row) => row[`note_${language}`]?.includes("10 01 03"));
    expect(noted.length).toBeGreaterThan(0);
    for (const row of noted) expect(reply.text).toContain(`**${row[`name_${language}`]}**`);
    expect(reply.text).toContain(String(table.filter(hasNoCode).length));
    expectGrounded(reply);
  });

  it("that nothing speaks of says so, and how many rows tell no code", async () => {
    const reply = await asker.ask("Show side streams with code 19 12 07");
    expect(reply).toMatchObject({ intent: "streams", streams: [], citations: [] });
    expect(reply.text).toContain(`${table.filter(hasNoCode).length} rows have no waste code`);
  });

  it("that rows bear lists them, and how many others tell no code", async () => {
    const reply = await asker.ask("Which streams have waste code 03 03 11?");
    const coded = table.filter(({ waste_code }) => waste_code === "030311");
    expect(idsOf(reply.streams)).toEqual(idsOf(coded));
    expect(reply.text).toContain(`${table.filter(hasNoCode).length} rows have no waste code`);
  });
});

describe("an answer from the side-stream table", () => {
  it.each<[Language, string, string]>([
    ["fi", "Mitä kalkkisivuvirtoja Kemi-Torniossa syntyy yli 10 000 t vuodessa?", "Yhteensä"],
    ["sv", "Vilka kalkbiprodukter över 10 000 ton finns i Kemi-Torneå?", "Sammanlagt"],
    ["en", "Which lime by-products over 10 000 t are there in Kemi-Tornio?", "In all"],
  ])("is the exact rows with their sum, in %s: %s", async (language, question, total) => {
    const reply = await asker.ask(question);
    const wanted = table.filter(
      ({ category, park, unit, quantity = 0 }) =>
        category === "lime" && park === "kemi-tornio" && unit === "t" && quantity > 10_000,
    );
    expect(wanted.length).toBeGreaterThan(1);
    expect(reply).toMatchObject({ intent: "streams", refused: false, language });
    expect(idsOf(reply.streams)).toEqual(idsOf(wanted));
    const sum = wanted.filter(isAddable).reduce((all, { quantity = 0 }) => all + quantity, 0);
    expect(reply.totals).toEqual([{ unit: "t", quantity: sum, rows: wanted.filter(isAddable).length }]);
    expect(claimsOf(reply).find((line) => line.startsWith(total))).toContain(
      `**${presentNumber(sum, language)} t**`,
    );
    for (const row of wanted) {
      const line = tableRows(reply.text).find((each) => each.includes(`**${row[`name_${language}`]}**`));
      expect(line).toContain(`| ${presentNumber(row.quantity ?? 0, language)} t |`);
      expect(line).toContain(`| ${row.year} |`);
    }
    expectGrounded(reply);
  });

  it.each([
    "List all side streams",
    "Which sludges are there?",
    "Vilka gaser finns i Karleby?",
    "Mitkä sivuvirrat ovat vaarallisia?",
    "streams per category",
    "sivuvirrat tuottajittain",
    "sidoströmmar per kommun",
    "average size of the slags",
  ])("adds yearly flows by unit only, and names what it leaves out: %s", async (question) => {
    const { streams = [], totals = [], text } = await asker.ask(question);
    const rows = streams.map(({ id }) => table.find((row) => row.id === id) as StreamRecord);
    const units = new Set(rows.filter(isAddable).map(({ unit }) => unit));
    expect(new Set(totals.map(({ unit }) => unit))).toEqual(units);
    for (const { unit, quantity, rows: count } of totals) {
      const added = rows.filter((row) => isAddable(row) && row.unit === unit);
      expect(count).toBe(added.length);
      expect(quantity).toBeCloseTo(
        added.reduce((sum, row) => sum + (row.quantity ?? 0), 0),
        6,
      );
    }
    const isLeftOut = rows.some(({ kind }) => kind !== "flow") && totals.length > 0;
    expect(/Left out of the sum|I summan ingår inte|Summassa ei ole/.test(text)).toBe(isLeftOut);
    const isUnmeasured = rows.some(({ quantity }) => quantity === undefined) && totals.length > 0;
    expect(/No quantity is given|Mängd saknas|Määrä puuttuu/.test(text)).toBe(isUnmeasured);
    if (totals.length > 1) expect(text).toMatch(/not added up|läggs inte ihop|ei lasketa yhteen/);
  });

  it("says of a row without an amount nothing that looks like zero", async () => {
    const { text, streams = [] } = await asker.ask("side streams without a quantity in Raahe");
    expect(streams.length).toBeGreaterThan(0);
    expect(streams.every((row: StreamRow) => row.quantity === undefined)).toBe(true);
    expect(text).not.toMatch(/\| 0 ?t? \|/);
    expect(tableRows(text).at(-1)).toContain("| – |");
  });

  it.each<[Language, string, string]>([
    ["fi", "Näytä kolme suurinta sivuvirtaa", "3 suurinta"],
    ["sv", "Visa de tre största sidoströmmarna", "de 3 största"],
    ["en", "Show the three largest side streams", "the 3 largest"],
  ])("ranks flows, in %s: %s", async (_language, question, head) => {
    const { streams, text } = await asker.ask(question);
    const flows = table.filter((row) => isAddable(row) && row.unit === "t");
    const largest = flows.toSorted((a, b) => (b.quantity ?? 0) - (a.quantity ?? 0)).slice(0, 3);
    expect(streams?.map(({ id }) => id)).toEqual(largest.map(({ id }) => id));
    expect(text).toContain(head);
  });

  it.each<[Language, string]>([
    ["fi", "Kuonat puistoittain"],
    ["sv", "Vilka slaggströmmar finns per park?"],
    ["en", "Slag streams per park"],
  ])("groups rows with their sums, in %s: %s", async (language, question) => {
    const reply = await asker.ask(question);
    const groups = Map.groupBy(
      table.filter(({ category }) => category === "slag"),
      ({ park }) => park,
    );
    expect(groups.size).toBeGreaterThan(2);
    expect(reply.table?.rows).toHaveLength(groups.size);
    for (const [id, rows] of groups) {
      const name = asker.view.index.tables.parks?.find((park) => park.id === id)?.[`name_${language}`];
      const sum = rows.filter(isAddable).reduce((all, { quantity = 0 }) => all + quantity, 0);
      const cells = reply.table?.rows.find(([first]) => first === name);
      expect(cells?.slice(1)).toEqual([
        String(rows.length),
        sum === 0 ? "–" : `${presentNumber(sum, language)} t`,
      ]);
    }
    expectGrounded(reply);
  });

  it("tells an average of the rows with an amount", async () => {
    const reply = await asker.ask("What is the average size of slag streams?");
    const slags = table.filter((row) => row.category === "slag" && isAddable(row));
    const mean = slags.reduce((sum, { quantity = 0 }) => sum + quantity, 0) / slags.length;
    expect(reply.text).toContain(
      `On average **${presentNumber(mean, "en")} t** a year (${slags.length} rows`,
    );
    expectGrounded(reply);
  });

  it.each<[Language, string, string]>([
    ["fi", "Onko Kokkolassa muovijätettä?", "taulukossa ei ole yhtään tällaista sivuvirtaa"],
    ["sv", "Finns det plastavfall i Karleby?", "tabellen har ingen sådan sidoström"],
    ["en", "Is there any plastic waste in Kokkola?", "the table holds no such side stream"],
  ])("says that there is none, and invents no row, in %s: %s", async (_language, question, words) => {
    const reply = await asker.ask(question);
    expect(reply).toMatchObject({ intent: "streams", streams: [], totals: [], citations: [] });
    expect(reply.text).toContain(words);
    expect(reply.downloads).toBeUndefined();
  });
});

describe("show more", () => {
  it.each<[Language, string, string, string]>([
    ["fi", "Mitä sivuvirtoja Kemi-Torniossa syntyy?", "näytä lisää", "on jo näytetty"],
    ["sv", "Vilka sidoströmmar uppstår i Kemi-Torneå?", "visa fler", "har redan visats"],
    ["en", "Which side streams arise in Kemi-Tornio?", "show more", "have been shown already"],
  ])("goes through all rows once, and then says so, in %s", async (_language, question, more, end) => {
    const all = table.filter(({ park }) => park === "kemi-tornio");
    const turns = [question];
    const shown: string[] = [];
    for (let page = 0; page * ROWS_SHOWN < all.length; page++) {
      const reply = await asker.ask(turns);
      const names = tableRows(reply.text).flatMap((line) => /\*\*(.+?)\*\*/.exec(line)?.[1] ?? []);
      expect(names.length).toBe(Math.min(ROWS_SHOWN, all.length - page * ROWS_SHOWN));
      expect(reply.streams?.length).toBe(all.length - page * ROWS_SHOWN);
      shown.push(...names);
      expectGrounded(reply);
      turns.push(more);
    }
    expect(new Set(shown).size).toBe(all.length);
    const reply = await asker.ask(turns);
    expect(reply.text).toContain(end);
    expect(reply.text).not.toMatch(/no such|ingen sådan|yhtään tällaista/);
    expect(reply.streams).toEqual([]);
  });

  it("shows no group twice", async () => {
    const reply = await asker.ask(["side streams per park", "show more"]);
    expect(reply.text).toContain("have been shown already");
  });

  it("still narrows after the end", async () => {
    const { streams } = await asker.ask(["Which slags are there?", "show more", "only in Raahe"]);
    const wanted = table.filter(({ category, park }) => category === "slag" && park === "raahe");
    expect(idsOf(streams)).toEqual(idsOf(wanted));
  });
});

describe("beside the words", () => {
  it("a card holds the first rows, small enough for a phone, with actions both channels know", async () => {
    const { cards = [] } = await asker.ask("Which side streams arise in Kemi-Tornio?");
    const [card] = cards;
    expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    const json = JSON.stringify(card);
    expect(json).not.toMatch(/Action\.(?!Submit|OpenUrl)|"Table"|undefined/);
    expect(json.length).toBeLessThan(12_000);
    expect(card?.body.filter(({ type }) => type === "Container")).toHaveLength(6);
    expect(card?.actions).toContainEqual({
      type: "Action.Submit",
      title: "Show more",
      data: { say: "show more" },
    });
  });

  it("a chart draws the amounts of the rows shown, in one dimension, largest first", async () => {
    const { pictures = [], streams = [] } = await asker.ask("Which side streams arise in Kemi-Tornio?");
    const [{ drawing, alt } = { drawing: undefined, alt: "" }] = pictures;
    if (drawing?.kind !== "bars") throw new Error("Expected a bar chart");
    const values = drawing.bars.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const flows = streams
      .slice(0, ROWS_SHOWN)
      .filter((row) => row.kind === undefined && row.quantity !== undefined);
    expect(values).toEqual(flows.map(({ quantity }) => quantity));
    for (const { label, text } of drawing.bars) {
      expect(text).toMatch(/ t$/);
      expect(alt).toContain(`${label}: ${text}`);
    }
    expect(drawing.source).not.toBe("");
  });

  it("no chart draws two bars, or the second page", async () => {
    expect((await asker.ask("Which ashes are there in Kemi-Tornio?")).pictures).toBeUndefined();
    expect(
      (await asker.ask(["Which side streams arise in Kemi-Tornio?", "show more"])).pictures,
    ).toBeUndefined();
  });

  it("downloads ask for the same query, in the reader's language and rank", async () => {
    const { downloads = [], streamQuery } = await asker.ask("Vilka slagg finns i Brahestad?", {
      reader: "member",
    });
    expect(downloads.map(({ request }) => request.format)).toEqual(["csv", "xlsx"]);
    for (const { request } of downloads) {
      expect(request).toMatchObject({
        table: "streams",
        language: "sv",
        reader: "member",
        query: streamQuery?.query,
      });
    }
  });
});
