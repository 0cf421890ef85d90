import { describe, expect, test } from "vitest";
import { readCardForm } from "../../../bot/channels/card-form.ts";
import type { IncomingTurn } from "../../../bot/turn.ts";
import { applicationOfTest, echoTurn, send } from "../../support/application.ts";
import { MESSAGE } from "../../support/bot-framework.ts";
import { startConversation } from "../../support/direct-line-client.ts";

const fields = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, "x"]));

describe("readCardForm()", () => {
  test.each([
    [
      "keeps what is filled in",
      { form: "partners", what: " fly ash ", place: "", amount: 5 },
      { what: "fly ash", amount: "5" },
    ],
    ["takes an empty form", { form: "partners" }, {}],
    ["cuts a long answer", { form: "partners", what: "x".repeat(2001) }, { what: "x".repeat(2000) }],
    ["takes forty fields", { form: "partners", ...fields(40) }, fields(40)],
  ])("%s", (_, value, wanted) => {
    expect(readCardForm(value)).toEqual({ kind: "partners", fields: wanted });
  });

  test.each([
    ["nothing", undefined],
    ["words", "partners"],
    ["another form", { form: "x" }],
    ["a button's words", { say: "Hello" }],
    ["forty-one fields", { form: "partners", ...fields(41) }],
    ["a nested field", { form: "partners", what: { deep: 1 } }],
    ["a strange name of a field", { form: "partners", "a b": "x" }],
  ])("refuses %s", (_, value) => {
    expect(readCardForm(value)).toBeUndefined();
  });
});

describe("a pressed button or a filled form reaches the assistant", () => {
  const { start } = applicationOfTest();
  const turns: IncomingTurn[] = [];
  const answerTurn = async (turn: IncomingTurn) => {
    turns.push(turn);
    return echoTurn(turn);
  };
  const form = { kind: "partners", fields: { what: "fly ash" } };

  test("from the web chat", async () => {
    const conversation = await startConversation(await start({ answerTurn }));
    await conversation.post({ type: "message", value: { say: "largest first" } });
    await conversation.waitForText("Heard: largest first");
    await conversation.post({ type: "message", value: { form: "partners", what: "fly ash" } });
    await conversation.waitForText("Heard: ");
    expect(turns.at(-2)).not.toHaveProperty("form");
    expect(turns.at(-1)).toMatchObject({ text: "", form });
  });

  test("from Teams", async () => {
    const url = await start({ answerTurn });
    const { text: _, entities: __, ...message } = MESSAGE;
    const value = { form: "partners", what: "fly ash", text: "not a message" };
    await send(`${url}/api/messages`, { json: { ...message, value } });
    expect(turns.at(-1)).toMatchObject({ text: "", form: { fields: { what: "fly ash" } } });
    await send(`${url}/api/messages`, { json: { ...message, id: "m2", text: "Hei", value } });
    expect(turns.at(-1)).toMatchObject({ text: "Hei" });
    expect(turns.at(-1)).not.toHaveProperty("form");
  });
});
