import { expect, it } from "vitest";
import { presentCsv } from "./present-csv.ts";

it("presentCsv() joins lists, quotes what needs it, and leaves out where a row was read", () => {
  const rows = [
    { id: "a", file: "x.csv", line: 2, parks: ["x", "y"] },
    { id: 'b, "c"', parks: undefined },
  ];
  expect(presentCsv(rows)).toBe('id,parks\na,x; y\n"b, ""c""",\n');
});
