import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MODEL_KNOWLEDGE } from "../../support/model-knowledge.ts";
import { type Asker, askFiles, askOwnKnowledge } from "../../support/own-index.ts";
import { type ScriptedModel, startScriptedModel, wordsOf } from "../../support/scripted-model.ts";
import { scriptSteps, speakWith, stepOf } from "../../support/spoken-knowledge.ts";

let asker: Asker;
let own: Asker;
let model: ScriptedModel;
beforeAll(async () => {
  asker = await askFiles(MODEL_KNOWLEDGE);
  own = await askOwnKnowledge();
  model = await startScriptedModel();
});
afterAll(() => model.close());
beforeEach(() => {
  model.requests.length = 0;
});

/** Words that the rules read as no question to a table. */
const VAGUE = "Tell me all about the grey stuff, the ash, around Harbour Park and Kajaani, over 600 t please";
const call = (name: string, given: unknown) => ({ toolCalls: [{ name, arguments: given }] });
const choices = () => model.requests.filter((request) => stepOf(request) === "choose");

describe("a skill that the model chooses", () => {
  it("gives the rows and sums of the table, and no words of the model", async () => {
    scriptSteps(model, {
      choose: () => ({
        ...call("search_streams", { materials: ["ash"], parks: ["harbour-park"] }),
        text: "7 t",
      }),
    });
    const spoken = speakWith(asker.view, model);
    const reply = await spoken.ask(VAGUE);
    expect(reply.intent).toBe("streams");
    expect(reply.streams?.map(({ id }) => id).sort()).toEqual(["SS901", "SS902"]);
    expect(reply.totals).toEqual([{ unit: "t", quantity: 1500, rows: 2 }]);
    expect(reply.text).not.toContain("7 t");
    expect(spoken.log.at(-1)).toMatchObject({ event: "model.used", to: "table", calls: 1 });
  });

  it("holds the rows of the reader alone", async () => {
    scriptSteps(model, { choose: () => call("search_streams", { materials: ["ash"] }) });
    const ask = (reader: "public" | "member") => speakWith(asker.view, model).ask(VAGUE, { reader });
    expect((await ask("public")).totals?.[0]?.quantity).toBe(1500);
    expect((await ask("member")).totals?.[0]?.quantity).toBe(9271);
  });

  it("compares amounts in the units of the table", async () => {
    scriptSteps(model, {
      choose: () => call("search_streams", { materials: ["ash"], quantity: { min: 600, unit: "t" } }),
    });
    const reply = await speakWith(asker.view, model).ask(VAGUE);
    expect(reply.streams?.map(({ id }) => id)).toEqual(["SS901"]);
  });

  it("is remembered for the rows that are asked for next", async () => {
    scriptSteps(model, { choose: () => call("search_streams", { materials: ["ash"] }) });
    const reply = await speakWith(asker.view, model).ask([VAGUE, "Only those over 600 t"]);
    expect(reply.streams?.map(({ id }) => id)).toEqual(["SS901"]);
  });

  it.each([
    ["search_companies", { takes: ["ash"] }, "companies"],
    ["list_parks", { offers: ["port"] }, "parks"],
    ["find_partners", { direction: "give", material: "fly ash" }, "partners"],
    ["advise_location", { features: ["port", "steam"] }, "parks"],
  ])("%s answers from its own table", async (name, given, field) => {
    scriptSteps(model, { choose: () => call(name, given) });
    const reply = await speakWith(own.view, model).ask(
      "Well you know, our ash and steam by the sea, whatever one does about such things nowadays?",
    );
    expect(reply[field as "parks"]).toBeDefined();
    expect(reply.text).toMatch(/\[1\]/);
  });

  it("hands over to a person, and refuses what is not of this field", async () => {
    scriptSteps(model, { choose: () => call("hand_over", {}) });
    expect(
      (await speakWith(own.view, model).ask("Hmm, the chap who knows such things about steam?")).intent,
    ).toBe("handoff");
    scriptSteps(model, { choose: () => call("refuse", {}) });
    expect((await speakWith(own.view, model).ask("Which song won Eurovision in 1998?")).refused).toBe(true);
  });
});

describe("a choice that means nothing", () => {
  it.each([
    ["an unknown tool", "delete_rows", {}, "no tool of that name"],
    ["an unknown field", "search_streams", { table: "x" }, "table"],
    ["a wrong type", "search_streams", { materials: "ash" }, "materials"],
    ["words that are no JSON", "search_streams", "{materials:", ""],
    ["an unknown category", "search_streams", { categories: ["gold"] }, "categories"],
    ["an unknown material", "search_streams", { materials: ["unobtainium"] }, "no material"],
    ["no condition", "search_streams", {}, "at least one argument"],
    [
      "a park nobody named",
      "search_streams",
      { materials: ["ash"], parks: ["quagga-park"] },
      "names no park",
    ],
    ["a place nobody named", "search_streams", { materials: ["ash"], places: ["Kokkola"] }, "names no place"],
    [
      "an amount nobody named",
      "search_streams",
      { materials: ["ash"], quantity: { min: 900, unit: "t" } },
      "names no amount",
    ],
    [
      "an amount in another unit",
      "search_streams",
      { materials: ["ash"], quantity: { min: 600, unit: "MWh" } },
      "names no amount",
    ],
  ])("%s: is told to the model once, then the passages are read", async (_, name, given, problem) => {
    scriptSteps(model, { choose: () => call(name, given) });
    const reply = await speakWith(asker.view, model).ask(VAGUE);
    expect(choices()).toHaveLength(2);
    expect(wordsOf(choices()[1]!)).toContain("Your last call was refused:");
    expect(wordsOf(choices()[1]!)).toContain(problem);
    expect(reply.text).toBe((await asker.ask(VAGUE)).text);
  });

  it("is mended by the model at the second try", async () => {
    scriptSteps(model, {
      choose: (_, count) => call("search_streams", { materials: [count === 0 ? "unobtainium" : "ash"] }),
    });
    expect((await speakWith(asker.view, model).ask(VAGUE)).intent).toBe("streams");
  });

  it.each([
    ["words instead of a call", { text: "I would look for ash." }],
    ["nothing", { text: "" }],
    ["a server without tools", { status: 400 }],
  ])("%s: the passages are read", async (_, answer) => {
    scriptSteps(model, {
      choose: () => answer,
      write: () => ({ text: "The network sells 22 000 MWh of steam a year to three companies [1]." }),
    });
    const reply = await speakWith(asker.view, model).ask("What is the steam network used for?");
    expect(reply.text).toContain("three companies. [1]");
  });
});

describe("what the model is told to choose from", () => {
  it("names the parks that the reader may know of", async () => {
    scriptSteps(model, {});
    await speakWith(asker.view, model).ask(VAGUE, { reader: "public" });
    expect(wordsOf(choices()[0]!)).toContain("harbour-park: Harbour Park");
    expect(JSON.stringify(choices()[0]!.body)).not.toContain("quagga");
    await speakWith(asker.view, model).ask(VAGUE, { reader: "coordinator" });
    expect(wordsOf(choices().at(-1)!)).toContain("quagga-park");
  });

  it("are closed forms: every tool refuses fields it does not know", async () => {
    scriptSteps(model, {});
    await speakWith(asker.view, model).ask(VAGUE);
    const tools = choices()[0]?.body.tools ?? [];
    expect(tools.map((tool) => tool.function.name)).toEqual([
      "search_streams",
      "search_companies",
      "list_parks",
      "find_partners",
      "advise_location",
      "search_passages",
      "hand_over",
      "refuse",
    ]);
    for (const tool of tools) expect(tool.function.parameters).toMatchObject({ additionalProperties: false });
  });
});
