import { expect, test } from "vitest";
import { languageOfActivity, languageOfLocale } from "../../../bot/channels/locale.ts";
import { readMessageText } from "../../../bot/channels/message-text.ts";

const recipient = { id: "bot" };
const mention = (id: string, text?: string | null) => ({ type: "mention", mentioned: { id }, text });

test.each([
  ["plain words", { text: "  Hei  " }, "Hei"],
  ["the bot's mention", { text: "<at>Siv</at>&nbsp;hei", entities: [mention("bot", "<at>Siv</at>")] }, "hei"],
  ["a mention without text", { text: "<at>Siv</at> hei", entities: [mention("bot", null)] }, "Siv hei"],
  ["another's mention", { text: "ask <at>Eva</at>", entities: [mention("eva", "<at>Eva</at>")] }, "ask Eva"],
  ["a button's string", { value: "Which parks?" }, "Which parks?"],
  ["a button's text", { text: "", value: { text: "Which parks?" } }, "Which parks?"],
  ["what a button says", { value: { say: "Largest first" } }, "Largest first"],
  ["a filled form", { value: { form: "partners", text: "fly ash" } }, ""],
  ["words before a button's text", { text: "Words", value: { text: "Button" } }, "Words"],
  ["a value of another shape", { value: { id: 7 } }, ""],
  ["nothing", {}, ""],
])("readMessageText() with %s", (_, message, wanted) => {
  expect(readMessageText({ recipient, ...message })).toBe(wanted);
});

test.each([
  ["sv-FI", "sv"],
  ["FI", "fi"],
  ["en_GB", "en"],
  ["de-DE", undefined],
  ["", undefined],
  [undefined, undefined],
])("languageOfLocale(%j) is %j", (locale, wanted) => {
  expect(languageOfLocale(locale)).toBe(wanted);
});

test("languageOfActivity() reads Teams' clientInfo when there is no locale", () => {
  expect(languageOfActivity({ entities: [{ type: "clientInfo", locale: "sv-SE" }] })).toBe("sv");
  expect(languageOfActivity({ locale: "fi-FI", entities: [{ type: "clientInfo", locale: "sv-SE" }] })).toBe(
    "fi",
  );
});
