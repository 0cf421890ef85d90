import { describe, expect, it } from "vitest";
import { freshFirst, freshnessOf } from "../../../bot/query/freshness.ts";
import { freshnessMark } from "../../../bot/skills/streams/freshness-mark.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";

const TODAY = "2026-03-01";

describe("freshnessOf()", () => {
  it.each([
    [{ verified: "2026-01-10", expires: "2027-01-10" }, "current"],
    [{ verified: "2024-03-01" }, "current"],
    [{ verified: "2024-02-29" }, "unverified"],
    [{ expires: "2027-01-01" }, "unverified"],
    [{ verified: "2026-01-10", expires: "2026-03-01" }, "current"],
    [{ verified: "2026-01-10", expires: "2026-02-28" }, "expired"],
    [{ verified: "2026-01-10", available_until: "2025" }, "expired"],
    [{ verified: "2026-01-10", available_until: "2026" }, "current"],
    [{ verified: "2026-01-10", available_from: "2027" }, "not yet available"],
    [{ verified: "2026-01-10", available_from: "2026" }, "current"],
    [{ verified: "2026-01-10", available_from: "2026-03-02" }, "not yet available"],
    [{ year: 2009 }, "of its source"],
    [{}, "of its source"],
  ] as const)("takes %j as %s", (row, expected) => {
    expect(freshnessOf(row, TODAY)).toBe(expected);
  });
});

describe("freshFirst()", () => {
  it("puts expired rows last and leaves rows alike in their order", () => {
    const rows = [
      { id: "a", stream: { expires: "2025-01-01", verified: "2024-01-01" } },
      { id: "b", stream: { year: 2012 } },
      { id: "c", stream: { available_from: "2028", verified: "2026-01-01" } },
      { id: "d", stream: { verified: "2026-01-01" } },
    ];
    expect(freshFirst(rows, TODAY).map(({ id }) => id)).toEqual(["b", "d", "c", "a"]);
  });

  it("returns the very list when no row is dated", () => {
    const rows = [{ stream: { year: 2020 } }, { stream: {} }];
    expect(freshFirst(rows, TODAY)).toBe(rows);
  });
});

describe("freshnessMark()", () => {
  it.each([
    [{ expires: "2026-02-01" }, ["vanhentunut 2/2026", "gick ut 2/2026", "expired 2/2026"]],
    [
      { available_until: "2025", expires: "2026-02-01" },
      ["vanhentunut 2025", "gick ut 2025", "expired 2025"],
    ],
    [{ expires: "2027-02-01" }, ["vahvistamatta", "obekräftad", "unverified"]],
    [
      { verified: "2023-05-02" },
      ["vahvistettu viimeksi 5/2023", "senast bekräftad 5/2023", "last verified 5/2023"],
    ],
    [{ available_from: "2027" }, ["saatavilla alkaen 2027", "tillgänglig från 2027", "available from 2027"]],
    [{ year: 2014 }, ["", "", ""]],
    [{ verified: "2026-01-01" }, ["", "", ""]],
  ] as const)("marks %j", (row, expected) => {
    expect(LANGUAGES.map((language) => freshnessMark(row, { language, today: TODAY }))).toEqual(expected);
  });
});
