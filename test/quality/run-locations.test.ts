import { describe, expect, it } from "vitest";
import type { Reply } from "../../bot/reply/reply.ts";
import { replyOf } from "../support/application.ts";
import { type LocationCase, runLocations, scoreLocation } from "./locations/run-locations.ts";

const CASE: LocationCase = {
  id: "x",
  language: "en",
  question: "Where?",
  expected: ["a", "b"],
  within: 1,
  missing: ["free hectares"],
  why: "",
};
const parks = (...ids: string[]) =>
  ids.map((id) => ({ id, name: id, score: 1, reasons: [], missing: ["hectares of free land"] }));
const reply = (changes: Partial<Reply>): Reply => ({ ...replyOf("Parks"), intent: "parks", ...changes });

describe("scoreLocation()", () => {
  it("is right when one of the expected parks is high enough", () => {
    expect(scoreLocation(CASE, reply({ parks: parks("b", "c") })).isRight).toBe(true);
    expect(scoreLocation(CASE, reply({ parks: parks("c", "b") })).isRight).toBe(false);
  });

  it("is wrong for another kind of answer, and for another language", () => {
    expect(scoreLocation(CASE, reply({ intent: "answer", parks: parks("a") })).isRight).toBe(false);
    expect(scoreLocation(CASE, reply({ language: "fi", parks: parks("a") })).isRight).toBe(false);
  });

  it("counts missing facts that the parks name in other words", () => {
    expect(scoreLocation(CASE, reply({ parks: parks("a") }))).toMatchObject({
      missingNamed: 1,
      missingAsked: 1,
    });
  });

  it("asks a comparison for every park and for a table", () => {
    const question = { ...CASE, compare: ["a", "b"] };
    const table = "| x | y |\n| --- | --- |";
    expect(scoreLocation(question, reply({ parks: parks("a", "b"), text: table })).isCompared).toBe(true);
    expect(scoreLocation(question, reply({ parks: parks("a"), text: table })).isCompared).toBe(false);
    expect(scoreLocation(question, reply({ parks: parks("a", "b") })).isCompared).toBe(false);
  });
});

describe("runLocations()", () => {
  it("refuses a file that is not there, naming it", async () => {
    const options = { file: "nowhere.jsonl", isJson: true, isVerbose: false };
    await expect(runLocations(options)).rejects.toThrow('Cannot read "nowhere.jsonl"');
  });
});
