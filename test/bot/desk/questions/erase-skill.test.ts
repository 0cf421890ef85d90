import { beforeAll, describe, expect, test, vi } from "vitest";
import { readEraseWords } from "../../../../bot/desk/questions/erase-words.ts";
import { QUESTION_TEXTS } from "../../../../bot/desk/questions/texts.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { questionsOn } from "./asked.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function withErasure() {
  const erased: string[] = [];
  const questions = questionsOn(view, { eraseConversation: (key) => void erased.push(key) });
  return { ...questions, erased };
}

describe("whoever asks to be forgotten", () => {
  test.each([
    ["Delete what you know of me", "en"],
    ["Please delete my data.", "en"],
    ["Forget everything about me", "en"],
    ["Poista tietoni", "fi"],
    ["Voitko poistaa kaikki mitä tiedät minusta?", "fi"],
    ["unohda minut", "fi"],
    ["Radera mina uppgifter", "sv"],
    ["Ta bort allt du vet om mig, tack", "sv"],
    ["Glöm mig", "sv"],
  ] as const)("with %j is told what goes, and asked", async (text, language) => {
    const { say, erased } = withErasure();
    const reply = await say(text, { preferredLanguage: language });
    const { erase } = QUESTION_TEXTS[language];
    expect(reply).toMatchObject({ language, refused: false });
    for (const words of [erase.title, erase.before, ...erase.deleted, erase.stays, erase.yes])
      expect(reply.text).toContain(words);
    const [card] = reply.cards ?? [];
    expect(card?.actions?.map(({ title }) => title)).toEqual([erase.yes, erase.no]);
    expect(JSON.stringify(card)).toContain(erase.deleted[0]);
    expect(erased).toEqual([]);
  });

  test("is forgotten after pressing yes, and the turn leaves no trace", async () => {
    const { say, erased, rows, part } = withErasure();
    const form = { kind: "erase", fields: { decision: "yes" } } as const;
    const reply = await say("", { form, preferredLanguage: "fi" });
    part.noteDelivered({ turnId: reply.turnId ?? "", conversationId: "web-chat:1", targets: ["c|9"] });
    expect(reply.text).toBe(QUESTION_TEXTS.fi.erase.done);
    expect(erased).toEqual(["web-chat:1"]);
    expect([...(await rows("asked")), ...(await rows("asked_target"))]).toEqual([]);
  });

  test.each(LANGUAGES)("is forgotten after writing yes in %s", async (language) => {
    const { say, erased, rows } = withErasure();
    const reply = await say(QUESTION_TEXTS[language].erase.yes, { preferredLanguage: language });
    expect(reply.text).toBe(QUESTION_TEXTS[language].erase.done);
    expect(await rows("asked")).toEqual([]);
    expect(erased).toEqual(["web-chat:1"]);
  });

  test("keeps all after pressing no", async () => {
    const { say, erased } = withErasure();
    const form = { kind: "erase", fields: { decision: "no" } } as const;
    const reply = await say("", { form, preferredLanguage: "sv" });
    expect(reply.text).toBe(QUESTION_TEXTS.sv.erase.kept);
    expect(erased).toEqual([]);
  });

  test("in a group is sent to a chat of their own, whatever they press", async () => {
    const { say, erased } = withErasure();
    const form = { kind: "erase", fields: { decision: "yes" } } as const;
    for (const turn of [{ form }, {}]) {
      const reply = await say("form" in turn ? "" : "Poista tietoni", {
        ...turn,
        isShared: true,
        preferredLanguage: "fi",
      });
      expect(reply.text).toBe(QUESTION_TEXTS.fi.erase.shared);
    }
    expect(erased).toEqual([]);
  });

  test("is told when it fails", async () => {
    const eraseConversation = vi.fn().mockRejectedValue(new Error("disk full"));
    const questions = questionsOn(view, { eraseConversation });
    vi.spyOn(questions.base.log, "error").mockImplementation(() => undefined);
    const reply = await questions.say("Yes, delete my data");
    expect(reply.text).toBe(QUESTION_TEXTS.en.erase.failed);
  });
});

test.each([
  "How long do we have to keep the data of a waste transfer document?",
  "Who deletes my data?",
  "Miten poistetaan sinkki jätevedestä?",
  "Kuka poistaa tietoni?",
  "Hur raderas mina uppgifter?",
  "Ta bort kadmium ur aska",
  "We want to remove information signs from our plot in Kemi because my data centre needs the room there now",
])("readEraseWords() leaves %j to the sources", (text) => {
  expect(readEraseWords(text)).toBeUndefined();
});
