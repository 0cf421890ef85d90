import { beforeAll, describe, expect, test } from "vitest";
import { createSheet } from "../../../bot/exports/create-sheet.ts";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { DownloadRequest } from "../../../bot/reply/download-request.ts";
import { LANGUAGES, mayRead, READERS } from "../../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE } from "../../support/guarded-knowledge.ts";
import { askFiles, openOwnKnowledge } from "../../support/own-index.ts";

let own: KnowledgeView;
let guarded: KnowledgeView;
beforeAll(async () => {
  own = await openOwnKnowledge();
  guarded = (await askFiles(GUARDED_KNOWLEDGE)).view;
});

const request = (changes: Partial<DownloadRequest> = {}): DownloadRequest => ({
  table: "streams",
  query: {},
  format: "csv",
  language: "en",
  reader: "public",
  ...changes,
});

/** One row of a sheet by its headings. */
async function rowOf(changes: Partial<DownloadRequest>, id: string): Promise<Record<string, unknown>> {
  const sheet = await createSheet(request(changes), own);
  const row = sheet?.rows.find(([first]) => first === id) ?? [];
  return Object.fromEntries(sheet?.columns.map(({ title }, at) => [title, row[at]]) ?? []);
}

describe("createSheet() of streams", () => {
  test("writes a row with its source in the language", async () => {
    const query = { ids: ["SS001"] };
    expect(await rowOf({ query, language: "sv" }, "SS001")).toMatchObject({
      Id: "SS001",
      Namn: "Ferrokromslagg",
      Producent: "Outokumpu (ferrokromverket i Torneå)",
      Park: "Kemi-Torneå",
      Kommun: "Torneå",
      Kategori: "slagg",
      Form: "fast",
      Mängd: 650_000,
      Enhet: "t",
      Avfallskod: undefined,
      Farlig: "okänt",
      Status: "säljs eller levereras till en användare",
      "Typ av mängd": "årsflöde",
      År: 2018,
      Källa: expect.stringContaining("Digipolis"),
      "Källans adress": expect.stringMatching(/^https:/),
    });
  });

  test.each(LANGUAGES)("has every row of the query, and no code instead of a word (%s)", async (language) => {
    const sheet = await createSheet(request({ language }), own);
    const visible = own.index.tables.streams?.filter(({ visibility }) => mayRead("public", visibility));
    expect(sheet?.rows).toHaveLength(visible?.length ?? 0);
    for (const row of sheet?.rows ?? []) expect(row).toHaveLength(sheet?.columns.length ?? 0);
    const words = new Set(sheet?.rows.map((row) => row[5]));
    if (language !== "en") for (const word of ["other", "slag", "wood"]) expect(words).not.toContain(word);
  });

  test("keeps the order and the limit of the query", async () => {
    const query = { materials: [], categories: ["slag"], sort: "largest", limit: 2 };
    const rows = (await createSheet(request({ query }), own))?.rows ?? [];
    expect(rows).toHaveLength(2);
    expect(Number(rows[0]?.[7])).toBeGreaterThan(Number(rows[1]?.[7]));
  });

  test("refuses a query that is none", async () => {
    expect(await createSheet(request({ query: { categories: ["gold"] } }), own)).toBeUndefined();
    expect(await createSheet(request({ table: "parks", query: {} }), own)).toBeUndefined();
    expect(await createSheet(request({ table: "parks", query: { ids: [1] } }), own)).toBeUndefined();
  });
});

describe("createSheet() of companies and parks", () => {
  test("writes the rows asked for in their order, once each", async () => {
    const query = { ids: ["kokkola-industrial-park", "envi-grow-park", "no-such-park", "envi-grow-park"] };
    const sheet = await createSheet(request({ table: "parks", query, language: "fi" }), own);
    expect(sheet?.name).toBe("Puistot");
    expect(sheet?.rows.map(([id]) => id)).toEqual(["kokkola-industrial-park", "envi-grow-park"]);
    const company = await rowOf(
      { table: "companies", query: { ids: ["boliden-kokkola"] } },
      "boliden-kokkola",
    );
    expect(company).toMatchObject({
      Municipality: "Kokkola",
      Status: "running",
      Inputs: expect.stringMatching(/zinc/i),
    });
  });
});

describe.each(READERS)("a %s reader gets what a %s reader may see", (reader) => {
  test.each([
    ["streams", {}],
    ["companies", { ids: ["harbour-oy", "zephyr-oy", "quagga-oy"] }],
    ["parks", { ids: ["harbour-park", "zephyr-park", "quagga-park"] }],
  ] as const)("of %s", async (table, query) => {
    const text = JSON.stringify((await createSheet(request({ table, query, reader }), guarded))?.rows);
    expect(text).toMatch(/harbour/i);
    expect(/zephyr/i.test(text)).toBe(mayRead(reader, "member"));
    expect(/quagga/i.test(text)).toBe(mayRead(reader, "coordinator"));
  });
});
