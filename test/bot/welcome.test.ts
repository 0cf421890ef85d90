import { beforeAll, expect, test } from "vitest";
import { createWelcome } from "../../bot/welcome.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { type Asker, askOwnKnowledge } from "../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
}, 60_000);

test("what the greeting offers is answered alike in the three languages", async () => {
  const kinds = await Promise.all(
    LANGUAGES.map((language) =>
      Promise.all(
        createWelcome(language).suggestions.map(async ({ text }) => {
          const { intent, refused, language: answered } = await asker.ask(text);
          return [intent, refused, answered === language];
        }),
      ),
    ),
  );
  const wanted = [
    ["answer", false, true],
    ["streams", false, true],
    ["answer", false, true],
  ];
  expect(kinds).toEqual(LANGUAGES.map(() => wanted));
});
