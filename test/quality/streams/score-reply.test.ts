import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import type { Reply, StreamRow } from "../../../bot/reply/reply.ts";
import { makeReply } from "../../support/replies.ts";
import { scoreReply } from "./score-reply.ts";
import { type StreamQuestion, streamQuestionSchema } from "./stream-question.ts";

let database: DatabaseSync;
beforeAll(() => {
  database = new DatabaseSync(":memory:");
  database.exec(
    "CREATE TABLE streams (id TEXT, kind TEXT, park TEXT, category TEXT, quantity REAL, unit TEXT)",
  );
  database.exec(`INSERT INTO streams VALUES ('SS1','flow','kemi','ash',10,'t'), ('SS2','flow','kemi','ash',5,'t'),
    ('SS3','stock','raahe','ash',900,'t'), ('SS4','flow','raahe','ash',NULL,''), ('SS5','flow','kemi','slag',2,'GWh')`);
});

const ASH = "SELECT id FROM streams WHERE category = 'ash'";
const FLOWS = "SELECT id FROM streams WHERE kind = 'flow' AND quantity IS NOT NULL ORDER BY quantity DESC";

function questionOf(fields: Partial<StreamQuestion>): StreamQuestion {
  return streamQuestionSchema.parse({ id: "q", language: "en", question: "ash?", ...fields });
}

const row = (id: string, fields: Partial<StreamRow> = {}): StreamRow => ({
  id,
  name: id,
  quantity: 1,
  ...fields,
});

function outcomeOf(fields: Partial<StreamQuestion>, reply: Partial<Reply>): string {
  return scoreReply(questionOf(fields), { reply: makeReply(reply), database }).outcome;
}

describe("scoreReply()", () => {
  const ashes = ["SS1", "SS2", "SS3", "SS4"].map((id) => row(id));

  it("is right when all rows and no other are given, in any order", () => {
    expect(outcomeOf({ sql: ASH }, { streams: ashes.toReversed() })).toBe("right");
    expect(outcomeOf({ sql: `${ASH} AND 1 = 0` }, { streams: [] })).toBe("right");
  });

  it.each<[string, StreamRow[]]>([
    ["a row too few", [row("SS1")]],
    ["a row too many", [row("SS1"), row("SS2"), row("SS3"), row("SS4"), row("SS5")]],
    ["another row", [row("SS1"), row("SS2"), row("SS3"), row("SS5")]],
    ["no row of some", []],
  ])("is wrong with %s", (_what, streams) => {
    expect(outcomeOf({ sql: ASH }, { streams })).toBe("wrong");
  });

  it("tells no rows at all from an empty answer", () => {
    expect(outcomeOf({ sql: ASH }, { text: "I do not know." })).toBe("not understood");
  });

  it("counts any row against a question that cannot be understood", () => {
    expect(outcomeOf({ understood: false }, {})).toBe("right");
    expect(outcomeOf({ understood: false }, { streams: [] })).toBe("right");
    expect(outcomeOf({ understood: false }, { streams: [row("SS1")] })).toBe("wrong");
  });

  it("looks at the order where it is asked for", () => {
    const sql = `${FLOWS} LIMIT 2`;
    expect(outcomeOf({ sql, ordered: true }, { streams: [row("SS1"), row("SS2")] })).toBe("right");
    expect(outcomeOf({ sql, ordered: true }, { streams: [row("SS2"), row("SS1")] })).toBe("wrong");
  });

  it("passes over stocks and rows without an amount only where flows are asked for", () => {
    const streams = [row("SS1"), row("SS2"), row("SS5"), row("SS3", { kind: "stock" })];
    expect(outcomeOf({ sql: FLOWS, ordered: true }, { streams: [...streams] })).toBe("right");
    expect(outcomeOf({ sql: FLOWS }, { streams })).toBe("wrong");
  });

  it("compares sums with those of SQL, unit by unit", () => {
    const streams = [row("SS1"), row("SS2"), row("SS5")];
    const right = [
      { unit: "t", quantity: 15, rows: 2 },
      { unit: "GWh", quantity: 2, rows: 1 },
    ];
    expect(outcomeOf({ sql: FLOWS, totals: true }, { streams, totals: right })).toBe("right");
    for (const totals of [
      [],
      right.slice(1),
      [{ unit: "t", quantity: 17, rows: 3 }],
      [{ ...right[0]!, rows: 3 }, right[1]!],
    ]) {
      expect(outcomeOf({ sql: FLOWS, totals: true }, { streams, totals })).toBe("wrong");
    }
  });

  it.each([
    ["the table holds 4 side streams", "right"],
    ["the table holds 14 side streams", "wrong"],
    ["the table holds one side stream", "wrong"],
  ])("compares a count with the words: %s", (text, outcome) => {
    expect(outcomeOf({ sql: ASH, count: true }, { streams: ashes, text })).toBe(outcome);
  });

  it.each([
    ["On average **7.5 t** a year", "right"],
    ["On average **15 t** a year", "wrong"],
  ])("compares a mean with the words: %s", (text, outcome) => {
    const sql = `${ASH} AND kind = 'flow' AND quantity IS NOT NULL`;
    expect(outcomeOf({ sql, average: true }, { streams: [row("SS1"), row("SS2")], text })).toBe(outcome);
  });

  it.each<[string[][], string]>([
    [
      [
        ["Kemi", "2"],
        ["Raahe", "2"],
      ],
      "right",
    ],
    [
      [
        ["Kemi", "3"],
        ["Raahe", "1"],
      ],
      "wrong",
    ],
    [[["Kemi", "4"]], "wrong"],
  ])("compares groups: %j", (rows, outcome) => {
    const table = { title: "Park", columns: [], rows };
    expect(outcomeOf({ sql: ASH, groupBy: "park" }, { streams: ashes, table })).toBe(outcome);
  });

  it("takes some further rows for more, and neither all, none nor strange ones", () => {
    const more = (...ids: string[]) =>
      outcomeOf({ sql: ASH, more: true }, { streams: ids.map((id) => row(id)) });
    expect([more("SS3", "SS4"), more(), more("SS5"), more("SS1", "SS2", "SS3", "SS4")]).toEqual([
      "right",
      "wrong",
      "wrong",
      "wrong",
    ]);
  });

  it("looks at the table that is asked for", () => {
    const reply = { companies: [{ id: "SS1", name: "x" }], streams: ashes };
    expect(outcomeOf({ sql: "SELECT 'SS1' AS id", table: "companies" }, reply)).toBe("right");
    expect(outcomeOf({ sql: "SELECT 'SS1' AS id", table: "parks" }, reply)).toBe("not understood");
  });
});
