import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send, waitFor } from "../../support/application.ts";
import { startConversation } from "../../support/direct-line-client.ts";
import { type ScriptedModel, startScriptedModel, wordsOf } from "../../support/scripted-model.ts";
import { scriptSteps, stepOf } from "../../support/spoken-knowledge.ts";
import { TeamsClient } from "../../support/teams-client.ts";
import { startWholeBot, type WholeBot } from "../../support/whole-bot.ts";

let model: ScriptedModel;
let whole: WholeBot;
beforeAll(async () => {
  model = await startScriptedModel();
  whole = await startWholeBot({
    settings: {
      CHAT_BASE_URL: model.url,
      CHAT_MODEL: "scripted",
      CHAT_TIMEOUT_SECONDS: "20",
      CHAT_TOKENS_PER_DAY: "900000",
    },
  });
}, 120_000);
afterAll(async () => {
  // The last test has closed it, unless it failed before.
  await whole?.close({ keepsFolder: false }).catch(() => undefined);
  await model?.close();
});

const QUESTION = "What does the biogas plant of EcoSairila do?";
const SENTENCE = "The biomass in EcoSairila becomes biomethane for vehicles and fertiliser products (2019)";

/** The sentence with the number that its guide has in the request. */
function write(request: Parameters<typeof wordsOf>[0]): string {
  const before = wordsOf(request).split("becomes biomethane")[0] ?? "";
  return `${SENTENCE} [${[...before.matchAll(/<source n="(\d)">/g)].at(-1)?.[1] ?? ""}].`;
}

/** The first request loads the model's library, which may take a while on a busy machine. */
const PATIENCE_IN_MS = 30_000;

/** Asks and waits for the one message that ends the turn. */
async function askPatiently(teams: TeamsClient) {
  const before = teams.messages().length;
  await teams.say(QUESTION);
  return waitFor(() => teams.messages()[before], PATIENCE_IN_MS);
}

describe("the whole bot with a chat model, at its edges", () => {
  it("answers a group with one message, and tells the model nothing of who asks", async () => {
    scriptSteps(model, { write: (request) => ({ text: write(request), pieceChars: 9, paceInMs: 5 }) });
    model.requests.length = 0;
    const teams = new TeamsClient({ running: whole.running }, whole.service, "groupChat");
    teams.locale = "en-US";
    const calls = whole.service.calls.length;
    const answer = await askPatiently(teams);
    expect(answer.text).toContain(SENTENCE);
    const said = whole.service.calls.slice(calls).map(({ body }) => body);
    expect(said.filter(({ type }) => type === "message")).toHaveLength(1);
    expect(said.filter(({ channelData }) => channelData?.streamType !== undefined)).toEqual([]);
    expect(JSON.stringify(model.requests.map(({ body }) => body))).not.toMatch(/Eva|29:eva|19:group/);
  });

  it("keeps nothing of a conversation that is erased while the model answers it", async () => {
    const conversation = await startConversation(whole.url, { locale: "en" });
    scriptSteps(model, { write: (request) => ({ text: write(request), silentForMs: 700 }) });
    const before = model.requests.length;
    await conversation.post(QUESTION);
    await waitFor(
      () => model.requests.slice(before).some((request) => stepOf(request) === "write"),
      PATIENCE_IN_MS,
    );
    const url = `${whole.url}/v3/directline/conversations/${conversation.id}/erase`;
    expect((await send(url, { method: "POST", token: conversation.token })).status).toBe(204);
    const used = () => whole.lines.filter((line) => line.includes("model.used")).length;
    const counted = used();
    await waitFor(() => used() > counted, PATIENCE_IN_MS);
    const state = await send(`${whole.url}/v3/directline/conversations/${conversation.id}`, {
      token: conversation.token,
    });
    expect(state.status).toBe(404);
  });

  it("counts the tokens of a day in the state, so that a restart does not forget them", async () => {
    scriptSteps(model, {
      write: (request) => ({ text: write(request), usage: { promptTokens: 900_000, completionTokens: 1 } }),
    });
    const teams = new TeamsClient({ running: whole.running }, whole.service);
    teams.locale = "en-US";
    await askPatiently(teams);
    await whole.close({ keepsFolder: true });
    const before = model.requests.length;
    whole = await startWholeBot({
      folder: whole.folder,
      settings: { CHAT_BASE_URL: model.url, CHAT_MODEL: "scripted", CHAT_TOKENS_PER_DAY: "900000" },
    });
    const later = new TeamsClient({ running: whole.running }, whole.service);
    later.locale = "en-US";
    expect((await askPatiently(later)).text).toContain("BioSairila");
    expect(model.requests).toHaveLength(before);
    expect(whole.lines.join("\n")).toMatch(/"reason":"budget"/);
  });

  it("gives the answer of the rules at once when it is stopped while the model is silent", async () => {
    await whole.close({ keepsFolder: true });
    whole = await startWholeBot({
      folder: whole.folder,
      settings: { CHAT_BASE_URL: model.url, CHAT_MODEL: "scripted", CHAT_TIMEOUT_SECONDS: "50" },
    });
    model.chat = () => ({ silentForMs: 60_000 });
    const teams = new TeamsClient({ running: whole.running }, whole.service);
    teams.locale = "en-US";
    const [calls, before] = [whole.service.calls.length, model.requests.length];
    await teams.say(QUESTION);
    await waitFor(() => model.requests.length > before, PATIENCE_IN_MS);
    const stopped = performance.now();
    await whole.close({ keepsFolder: false });
    expect(performance.now() - stopped).toBeLessThan(5000);
    const said = whole.service.calls.slice(calls).map(({ body }) => body);
    const answers = said.filter(({ type }) => type === "message");
    expect(answers.map(({ text }) => text)).toEqual([expect.stringContaining("BioSairila")]);
  });
});
