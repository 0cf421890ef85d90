import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { waitFor } from "../../support/application.ts";
import { type SeenActivity, startConversation } from "../../support/direct-line-client.ts";
import { type ScriptedModel, startScriptedModel, wordsOf } from "../../support/scripted-model.ts";
import { CHAT_KEY, scriptSteps } from "../../support/spoken-knowledge.ts";
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
      CHAT_API_KEY: CHAT_KEY,
      CHAT_TIMEOUT_SECONDS: "5",
    },
  });
}, 120_000);
afterAll(async () => {
  await whole?.close();
  await model?.close();
});

const QUESTION = "What does the biogas plant of EcoSairila do?";
const SENTENCES = [
  "The biogas plant of BioSairila in EcoSairila takes 19,500 tonnes of municipal and farm biomass a year at full capacity (2019)",
  "The biomass in EcoSairila becomes biomethane for vehicles and fertiliser products (2019)",
];
const SHOWN = SENTENCES.map((sentence) => `${sentence}. [1]`);

/** The two sentences with the number that the guide has in the request. */
function write(request: Parameters<typeof wordsOf>[0]): string {
  const before = wordsOf(request).split("BioSairila's biogas plant")[0] ?? "";
  const n = [...before.matchAll(/<source n="(\d)">/g)].at(-1)?.[1] ?? "";
  return SENTENCES.map((sentence) => `${sentence} [${n}].`).join(" ");
}

/** Asks over the web chat's socket; gives what the visitor saw. */
async function askOnSocket(question: string): Promise<{ seen: SeenActivity[]; final: SeenActivity }> {
  const conversation = await startConversation(whole.url, { locale: "en" });
  const socket = new WebSocket(conversation.streamUrl);
  const seen: SeenActivity[] = [];
  socket.on("message", (data) => {
    if (String(data) !== "") seen.push(...JSON.parse(String(data)).activities);
  });
  await once(socket, "open");
  await conversation.post(question);
  const asked = () => seen.findIndex(({ text }) => text === question);
  const final = await waitFor(
    () => seen.find(({ type, from }, at) => type === "message" && from.role === "bot" && at > asked()),
    20_000,
  );
  socket.close();
  return { seen: seen.slice(asked() + 1), final };
}

describe("the whole bot with a chat model", () => {
  it("streams checked sentences to the web chat, then the whole answer with its sources", async () => {
    scriptSteps(model, { write: (request) => ({ text: write(request), pieceChars: 12, paceInMs: 60 }) });
    const { seen, final } = await askOnSocket(QUESTION);
    const grown = seen.filter(({ channelData }) => channelData?.streamType === "streaming");
    expect(grown.map(({ text }) => text)).toContain(SHOWN[0]);
    for (const { text = "" } of grown) expect(SHOWN.join(" ").startsWith(text)).toBe(true);
    expect(final.text).toContain(SHOWN.join(" "));
    expect(final.channelData).toMatchObject({ streamType: "final" });
    expect(JSON.stringify(final.entities)).toContain("BioSairila's biogas plant in EcoSairila takes");
  });

  it("ends with the answer of the rules alone where the stream is cut after a sentence", async () => {
    scriptSteps(model, {
      write: (request) => ({
        text: write(request),
        cutAfterChars: SENTENCES[0]!.length + 30,
        pieceChars: 12,
        paceInMs: 40,
      }),
    });
    const { final } = await askOnSocket(QUESTION);
    expect(final.text).not.toContain(SENTENCES[0]);
    expect(final.text).toContain("BioSairila's biogas plant in EcoSairila takes 19,500 tonnes");
    expect(final.text?.match(/19,500/g)).toHaveLength(1);
    expect(final.text).not.toMatch(/sorry|error|model|went wrong/i);
  });

  it("streams to Teams too, each chunk beginning with the one before", async () => {
    scriptSteps(model, { write: (request) => ({ text: write(request), pieceChars: 12, paceInMs: 40 }) });
    const teams = new TeamsClient({ running: whole.running }, whole.service);
    teams.locale = "en-US";
    const final = await teams.ask(QUESTION);
    expect(final.text).toContain(SENTENCES.join(". [1] "));
    const chunks = whole.service.calls
      .map(({ body }) => body)
      .filter(({ type, channelData }) => type === "typing" && channelData?.streamType === "streaming");
    expect(chunks.length).toBeGreaterThan(0);
    for (const { text = "" } of chunks) expect(SHOWN.join(" ").startsWith(text)).toBe(true);
  });

  it("tells on the privacy page that a model words answers, and never the key", async () => {
    const page = await (await fetch(`${whole.url}/privacy?lang=en`)).text();
    expect(page).toMatch(/language model/i);
    expect(whole.lines.join("\n")).toContain("model.used");
    expect(whole.lines.join("\n")).not.toContain(CHAT_KEY);
    expect(whole.lines.join("\n")).not.toContain("BioSairila");
  });
});
