import { expect, test } from "vitest";
import { languageOfActivity, languageOfLocale } from "../../../bot/channels/locale.ts";
import { readMessageText } from "../../../bot/channels/message-text.ts";

const recipient = { id: "bot", name: "Sivuvirta" };
const mention = (id: string, text?: string | null) => ({ type: "mention", mentioned: { id }, text });

test.each([
  ["plain words", { text: "  Hei  " }, "Hei"],
  ["the bot's mention", { text: "<at>Siv</at>&nbsp;hei", entities: [mention("bot", "<at>Siv</at>")] }, "hei"],
  [
    "two mentions of the bot",
    {
      text: "<at>Siv</at> hei <at>Siv</at>!",
      entities: [mention("bot", "<at>Siv</at>"), mention("bot", "<at>Siv</at>")],
    },
    "hei !",
  ],
  [
    "two mentions of the bot and one entity",
    { text: "<at>Sivuvirta</at> kysy <at>Sivuvirta</at>", entities: [mention("bot", "<at>Sivuvirta</at>")] },
    "kysy",
  ],
  ["a mention whose text is null", { text: "<at>Siv</at> hei", entities: [mention("bot", null)] }, "hei"],
  ["a mention whose text lacks", { text: "<at>Siv</at>\u00a0hei", entities: [mention("bot")] }, "hei"],
  ["a mention without an entity", { text: "<at>Sivuvirta</at>&nbsp;hei", entities: null }, "hei"],
  ["a mention with an attribute", { text: '<at id="0">Sivuvirta</at> hei' }, "hei"],
  [
    "no-break spaces in a mention",
    {
      text: "<at>Sivu\u00a0Virta</at>\u00a0hei\u00a0taas",
      entities: [mention("bot", "<at>Sivu\u00a0Virta</at>")],
    },
    "hei taas",
  ],
  ["a mention without markup", { text: "@Siv hei", entities: [mention("bot", "@Siv")] }, "hei"],
  [
    "the bot's and another's mention",
    {
      text: "<at>Siv</at> kysy <at>Eva Berg</at> tuhkasta",
      entities: [mention("bot", "<at>Siv</at>"), mention("eva", "<at>Eva Berg</at>")],
    },
    "kysy Eva Berg tuhkasta",
  ],
  [
    "another's mention first and the bot's without text",
    {
      text: "<at>Eva</at> <at>Siv</at> hei",
      entities: [mention("eva", "<at>Eva</at>"), mention("bot", null)],
    },
    "Eva hei",
  ],
  ["the bot's name as a word", { text: "Mikä Sivuvirta on?" }, "Mikä Sivuvirta on?"],
  ["no text at all", { text: null, entities: [mention("bot", "<at>Siv</at>")] }, ""],
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
