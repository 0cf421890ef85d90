import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChatModel } from "../../../bot/model/create-chat-model.ts";
import type { ModelFailure } from "../../../bot/model/model-failure.ts";
import type { ModelSession } from "../../../bot/model/model-session.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";

const TIMEOUT_IN_SECONDS = 2;
const CALL = { system: "Be short.", user: "Say something.", maxTokens: 50 };

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

function openModel() {
  return createChatModel({
    baseUrl: model.url,
    model: "scripted",
    timeoutInSeconds: TIMEOUT_IN_SECONDS,
    tokensPerDay: 0,
  });
}

/** How a session fails, and after how many milliseconds. */
async function failing(work: (session: ModelSession) => Promise<unknown>) {
  const session = await openModel().begin();
  const reason = await work(session).then(
    () => "none",
    (error: ModelFailure) => error.reason,
  );
  return { reason, ms: session.figures.ms, input: session.figures.input };
}

async function readAll(session: ModelSession): Promise<string> {
  let text = "";
  for await (const piece of session.stream(CALL)) text += piece;
  return text;
}

describe("ModelSession with a silent endpoint", () => {
  it("waits half of the time for what comes before the writing, and counts what was sent", async () => {
    model.chat = () => ({ silentForMs: 30_000 });
    const { reason, ms, input } = await failing((session) => session.ask(CALL));
    expect(reason).toBe("timeout");
    expect(ms).toBeLessThan(TIMEOUT_IN_SECONDS * 750);
    expect(input).toBeGreaterThan(0);
  });

  it("waits three quarters of the time for the first words", async () => {
    model.chat = () => ({ silentForMs: 30_000 });
    const { reason, ms } = await failing(readAll);
    expect(reason).toBe("timeout");
    expect(ms).toBeLessThan(TIMEOUT_IN_SECONDS * 900);
  });

  it("lets words that have begun in time come until its end", async () => {
    const text = "Steam is sold to three companies of the park.";
    // The last piece comes after three quarters of the time.
    model.chat = () => ({ text, pieceChars: 5, paceInMs: 180 });
    const session = await openModel().begin();
    expect(await readAll(session)).toBe(text);
    expect(session.figures.ms).toBeGreaterThan(TIMEOUT_IN_SECONDS * 750);
  });

  it("ends at once when the model is closed, and begins no more", async () => {
    model.chat = () => ({ silentForMs: 30_000 });
    const chat = openModel();
    const session = await chat.begin();
    const before = model.requests.length;
    const asked = session.ask(CALL).catch((error: ModelFailure) => error.reason);
    await expect.poll(() => model.requests.length).toBeGreaterThan(before);
    chat.close();
    expect(await asked).toBe("timeout");
    expect(session.figures.ms).toBeLessThan(TIMEOUT_IN_SECONDS * 500);
    await expect(chat.begin()).rejects.toMatchObject({ reason: "resting" });
  });
});
