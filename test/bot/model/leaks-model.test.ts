import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { createLog } from "../../../bot/log.ts";
import { createChatModel } from "../../../bot/model/create-chat-model.ts";
import { createVoice } from "../../../bot/model/voice.ts";
import type { AnswerTurn } from "../../../bot/turn.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import type { Reader } from "../../../knowledge/languages.ts";
import { type GuardedDesk, startGuardedDesk } from "../../support/guarded-desk.ts";
import { plainAttempts } from "../../support/leak-attempts.ts";
import { fillWithSecrets } from "../../support/leak-desk.ts";
import { LEAKS, leakKnowledge } from "../../support/leak-knowledge.ts";
import { askFiles } from "../../support/own-index.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";
import { scriptSteps } from "../../support/spoken-knowledge.ts";

const SLOW_IN_MS = 120_000;
const ATTEMPTS = plainAttempts();

let desk: GuardedDesk;
let model: ScriptedModel;
let answerTurn: AnswerTurn;
beforeAll(async () => {
  const { view: own } = await askFiles(leakKnowledge());
  desk = await startGuardedDesk(own);
  await fillWithSecrets(desk);
  model = await startScriptedModel();
  const settings = { baseUrl: model.url, model: "scripted", timeoutInSeconds: 5, tokensPerDay: 0 };
  const log = createLog({ level: "error", write: () => undefined });
  answerTurn = createAnswerTurn({
    currentView: desk.view,
    memories: createMemoryStore(),
    skills: desk.desk.skills,
    voice: createVoice({ model: createChatModel(settings), log }),
    log,
  });
  // It asks for all rows, and where it gets words it gives them back.
  scriptSteps(model, {
    choose: (_, count) => ({
      toolCalls: [
        count % 3 === 0
          ? { name: "search_streams", arguments: { materials: ["slag"] } }
          : { name: "search_passages", arguments: {} },
      ],
    }),
    write: () => ({ text: "Okapi Oy gives 48 317 t of slag [1]. Quagga Oy pays 73.46 euros [1]." }),
  });
}, SLOW_IN_MS);
afterAll(async () => {
  await model?.close();
  await desk?.close();
});

let people = 0;
const ask = (text: string, { reader, conversationId }: { reader: Reader; conversationId: string }) =>
  answerTurn({
    channel: "teams",
    text,
    reader,
    conversationId,
    person: { id: `teams:t/${people}`, name: "M" },
  });

/** What of the requests since then is a secret, with the words around it. */
function leaksSince(start: number, reader: "public" | "member"): string[] {
  const sent = JSON.stringify(model.requests.slice(start).map(({ body }) => body));
  return [...sent.matchAll(new RegExp(LEAKS[reader], "giu"))].map(({ index }) =>
    sent.slice(Math.max(0, index - 80), index + 50),
  );
}

describe("what the model is sent for a coordinator", () => {
  it("holds what the others may not read, so that the tries below could fail", async () => {
    const start = model.requests.length;
    for (const { turns } of ATTEMPTS.slice(0, 60)) {
      people += 1;
      for (const text of turns)
        await ask(text, { reader: "coordinator", conversationId: `msteams:${people}` });
    }
    expect(leaksSince(start, "public").length).toBeGreaterThan(0);
    expect(leaksSince(start, "member").length).toBeGreaterThan(0);
  });
});

describe.each(["public", "member"] as const)("what the model is sent for somebody %s", (reader) => {
  it(
    "holds nothing of higher ranks, of files, of the FAQ of the desk and of live records",
    async () => {
      const start = model.requests.length;
      for (const { turns } of ATTEMPTS) {
        people += 1;
        for (const text of turns) await ask(text, { reader, conversationId: `msteams:${people}` });
      }
      expect(model.requests.length - start).toBeGreaterThan(100);
      expect(leaksSince(start, reader)).toEqual([]);
    },
    SLOW_IN_MS,
  );

  it(
    "holds nothing of the same conversation from before the rank fell",
    async () => {
      let asked = 0;
      for (const { turns } of ATTEMPTS.filter((_, at) => at % 5 === 0)) {
        people += 1;
        const conversationId = `msteams:fallen${people}`;
        for (const text of turns) await ask(text, { reader: "coordinator", conversationId });
        const start = model.requests.length;
        for (const text of ["And what about that one?", "Kerro siitä lisää", "Vad kostar den?"])
          await ask(text, { reader, conversationId });
        expect(leaksSince(start, reader)).toEqual([]);
        asked += model.requests.length - start;
      }
      expect(asked).toBeGreaterThan(10);
    },
    SLOW_IN_MS,
  );
});
