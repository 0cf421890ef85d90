import { expect, it } from "vitest";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { questionsOfEachKind, warmAnswers } from "../../bot/warm-answers.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { openOwnKnowledge } from "../support/own-index.ts";

it("warmAnswers() asks what the own knowledge answers in many ways, and keeps no analyses", async () => {
  const view = await openOwnKnowledge();
  const answer = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
  for (const language of LANGUAGES) {
    const intents = new Set<string>();
    for (const [at, text] of questionsOfEachKind(language).entries()) {
      const conversationId = `${language}-${at}`;
      const reply = await answer({ channel: "web-chat", conversationId, text, reader: "public" });
      expect(reply, text).toMatchObject({ language, refused: false });
      intents.add(reply.intent);
    }
    expect(intents.size).toBeGreaterThanOrEqual(4);
  }
  expect([...view.index.passages.keys()].some((entry) => view.isAnalysed(entry))).toBe(true);
  await warmAnswers(view);
  expect([...view.index.passages.keys()].some((entry) => view.isAnalysed(entry))).toBe(false);
}, 60_000);
