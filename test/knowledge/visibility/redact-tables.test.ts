import { describe, expect, it } from "vitest";
import type { Tables } from "../../../knowledge/read-table.ts";
import { redactTables } from "../../../knowledge/visibility/redact-tables.ts";

/** Tables with the columns that matter here. */
function tablesOf(tables: Record<string, readonly object[]>): Partial<Tables> {
  return tables as unknown as Partial<Tables>;
}

const open = { visibility: "public", sources: ["book"] };

describe("redactTables()", () => {
  it("gives the same object to whom nothing is hidden", () => {
    const tables = tablesOf({
      parks: [{ id: "p", ...open }],
      streams: [{ id: "SS001", park: "p", category: "ash", ...open }],
    });
    expect(redactTables(tables, "public")).toBe(tables);
  });

  it("keeps tables and rows without anything hidden as they are", () => {
    const tables = tablesOf({
      companies: [{ id: "a", parks: [], ...open }],
      streams: [
        { id: "SS001", park: "p", category: "ash", ...open },
        { id: "SS002", park: "p", category: "ash", ...open, visibility: "member" },
      ],
    });
    const seen = redactTables(tables, "public");
    expect(seen.companies).toBe(tables.companies);
    expect(seen.streams).toEqual([tables.streams?.[0]]);
    expect(seen.streams?.[0]).toBe(tables.streams?.[0]);
    expect(redactTables(tables, "member")).toBe(tables);
  });

  it("names no hidden park: rows lose it, what is told of the park itself goes", () => {
    const seen = redactTables(
      tablesOf({
        parks: [{ id: "hidden", ...open, visibility: "member" }],
        streams: [{ id: "SS001", park: "hidden", category: "ash", ...open }],
        companies: [{ id: "a", parks: ["open", "hidden"], ...open }],
        parkFacts: [{ park: "hidden", attribute: "employees", ...open }],
        parkFeatures: [{ park: "hidden", feature: "port", ...open }],
        contacts: [{ subject: "hidden", name: "A", ...open }],
      }),
      "public",
    );
    expect(JSON.stringify(seen)).not.toContain("hidden");
    expect(seen.streams?.[0]?.park).toBe("");
    expect(seen.companies?.[0]?.parks).toEqual(["open"]);
    expect([seen.parkFacts, seen.parkFeatures, seen.contacts]).toEqual([[], [], []]);
  });

  it("leaves out sources whose title or address tells a hidden producer", () => {
    const seen = redactTables(
      tablesOf({
        sources: [
          { id: "report", title: "Okapin vuosikertomus", publisher: "x" },
          { id: "web", title: "x", publisher: "x", url: "https://www.okapi.example/a" },
          { id: "book", title: "Harbour book", publisher: "Harbour" },
        ],
        streams: [
          {
            id: "SS001",
            park: "p",
            category: "ash",
            producer_en: "Okapi Oy",
            field_visibility: { identity: "member" },
            visibility: "public",
            sources: ["report", "web", "book"],
          },
        ],
      }),
      "public",
    );
    expect(seen.streams?.[0]?.sources).toEqual(["book"]);
  });
});
