import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLog } from "../../bot/log.ts";
import { ensureWebChat } from "../../bot/web/fetch-web-chat.ts";
import { WEB_CHAT_FOLDER } from "../../bot/web/web-chat-folder.ts";
import { buildIndex } from "../../indexer/index.ts";
import { waitFor } from "../support/application.ts";
import { startBrowser } from "../support/browser.ts";
import { TeamsClient } from "../support/teams-client.ts";
import type { SentActivity } from "../support/teams-service.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";
import { ask, DESKTOP, isOnline, messageOf, PHONE } from "./chat-suite.ts";

/*
 * The whole loop, once through the browser and once through Teams: a question is refused, a person answers it, the asker
 * sees the answer, it becomes a FAQ entry, and the next asker gets it in another language, cited and dated.
 */

const SLOW_START_IN_MS = 240_000;
const WALK_IN_MS = 90_000;

let bot: WholeBot;
let browser: Browser;

beforeAll(async () => {
  const bundle = await ensureWebChat({ folder: WEB_CHAT_FOLDER, log: createLog({ level: "error" }) });
  bot = await startWholeBot({ bundle });
  browser = await startBrowser();
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

async function openChat(locale: string, viewport = DESKTOP): Promise<Page> {
  const page = await (await browser.newContext({ locale, viewport })).newPage();
  await page.goto(bot.url);
  await isOnline(page);
  return page;
}

describe("the whole loop", () => {
  const QUESTION = "Saako Kokkolan suurteollisuusalueella lennättää dronea?";
  const ANSWER =
    "Dronen lennättäminen vaatii KIP-yhdistyksen luvan. Lupa haetaan kaksi viikkoa ennen lentoa.";

  test(
    "in the browser",
    async () => {
      const asker = await openChat("fi-FI", PHONE);
      await ask(asker, QUESTION);
      await messageOf(asker, "En löydä lähteistäni vastausta").waitFor();
      await asker.getByRole("button", { name: "Haluan puhua ihmisen kanssa" }).first().click();
      const form = asker.locator("#web-chat .ac-adaptiveCard").last();
      await form.getByRole("button", { name: "Lähetä koordinaattorille" }).waitFor();
      expect(await form.getByRole("textbox").first().inputValue()).toBe(QUESTION);
      await form.getByRole("button", { name: "Lähetä koordinaattorille" }).click();
      await messageOf(asker, "Kysymyksesi on lähetetty koordinaattorille").waitFor();

      const desk = await (await browser.newContext({ locale: "fi-FI", viewport: DESKTOP })).newPage();
      await desk.goto(bot.deskLink);
      await desk.getByRole("navigation").getByRole("link", { name: "Yhteydenotot" }).click();
      await desk.getByRole("link", { name: QUESTION }).click();
      await desk.getByLabel("Vastaus", { exact: true }).fill(ANSWER);
      await desk.getByRole("button", { name: "Lähetä vastaus" }).click();
      await desk.getByText("Vastaus on lähetetty kysyjälle.").waitFor();
      await messageOf(asker, "Dronen lennättäminen vaatii").waitFor();

      await desk.getByRole("link", { name: "Kirjoita tästä usein kysytty kysymys" }).click();
      const swedish = desk.getByLabel("Kysymys", { exact: true }).nth(1);
      await swedish.fill("Får man flyga drönare i Karleby storindustriområde?");
      await desk.getByRole("button", { name: "Tallenna", exact: true }).click();
      await desk.getByText("Tallennettu ja käytössä").waitFor();

      const next = await openChat("sv-FI");
      await ask(next, "Får man flyga med drönare på Karleby storindustriområde?");
      const answer = messageOf(next, "Dronen lennättäminen vaatii");
      await answer.waitFor();
      await messageOf(next, "I källan står det på finska:").waitFor();
      await messageOf(next, `Svaret är daterat ${today()}`).waitFor();
      await messageOf(next, `Koordinaattorin oma tieto, Sivuvirta, ${today()}`).waitFor();
    },
    WALK_IN_MS,
  );

  test(
    "in Teams, with the coordinators' channel",
    async () => {
      const { service } = bot;
      const asker = personOf("asker", "a:asker");
      const coordinator = new TeamsClient(bot, service, "channel");
      await coordinator.install();
      await coordinator.ask("Työpöytä tähän");

      const question = "Mistä Topinpuistossa saa lounasta?";
      const refusal = await asker.ask(question);
      expect(refusal.text).toContain("En löydä lähteistäni vastausta");
      const words = refusal.suggestedActions?.actions[0]?.value;
      const form = cardOf(await asker.ask(String(words)));
      const [send] = form.actions ?? [];
      const sent = await asker.ask("", { text: undefined, value: { question, ...send?.data } });
      expect(sent.text).toContain("Kysymyksesi on lähetetty koordinaattorille");

      const announced = await waitFor(() =>
        sentTo("19:team").find(({ text }) => text?.includes("Uusi yhteydenotto")),
      );
      expect(JSON.stringify(announced)).toContain(question);
      const [answer] = cardOf(announced).actions ?? [];
      const opened = await coordinator.invoke("task/fetch", { data: answer?.data });
      const [submit] = dialogCard(opened.body).actions ?? [];
      const data = {
        ...submit?.data,
        answer: "Lounasta saa portin 2 vieressä kello 10.30–13.30.",
        sources: "",
        showName: "yes",
      };
      const answered = await coordinator.invoke("task/submit", { data });
      expect(JSON.stringify(answered.body)).toContain("Vastaus on lähetetty kysyjälle");

      const told = await waitFor(() =>
        sentTo("a:asker").find(({ text }) => text?.includes("portin 2 vieressä")),
      );
      expect(told.text).toContain("Eva Berg");
      expect(told.text).toContain(today());

      const done = await waitFor(() =>
        sentTo("19:team").find(({ text }) => text?.includes("vastasi yhteydenottoon")),
      );
      const write = cardOf(done).actions?.find(({ data: button }) => button.dialog === "faq.new");
      const entry = dialogCard((await coordinator.invoke("task/fetch", { data: write?.data })).body);
      const save = entry.actions?.find(({ data: button }) => button.step === "save") ?? entry.actions?.[0];
      const fields = Object.fromEntries(
        entry.body.flatMap(({ id, value }) => (id === undefined ? [] : [[id, value ?? ""]])),
      );
      const saved = await coordinator.invoke("task/submit", { data: { ...fields, ...save?.data } });
      expect(JSON.stringify(saved.body)).toContain("Tallennettu");

      const next = personOf("next", "a:next");
      next.locale = "en-GB";
      const reply = await next.ask("Where can you get lunch in Topinpuisto?");
      expect(reply.text).toContain("portin 2 vieressä");
      expect(reply.text).toContain("[1]");
      expect(reply.text).toMatch(/Answer of .*2026/);
    },
    WALK_IN_MS,
  );
});

test(
  "what was written at the desk survives a restart and a rebuild of the whole index",
  async () => {
    const { folder } = bot;
    await bot.close({ keepsFolder: true });
    await buildIndex({
      knowledgeFolder: join(folder, "knowledge"),
      indexFolder: join(folder, "index"),
      isForced: true,
    });
    bot = await startWholeBot({ folder });
    const asker = personOf("later", "a:later");
    asker.locale = "en-GB";
    const reply = await asker.ask("Where can you get lunch in Topinpuisto?");
    expect(reply.text).toContain("portin 2 vieressä");
    await rm(folder, { recursive: true, force: true });
  },
  WALK_IN_MS,
);

/** Today as the answers write it in Finnish and Swedish. */
function today(): string {
  return new Intl.DateTimeFormat("fi-FI", { dateStyle: "short", timeZone: "Europe/Helsinki" })
    .format(new Date())
    .replace(/\d+$/, (year) => (year.length === 2 ? `20${year}` : year));
}

interface Button {
  title: string;
  data: Record<string, string>;
}
interface Card {
  body: { id?: string; value?: string }[];
  actions?: Button[];
}

/** A person in a chat of their own with the bot. */
function personOf(name: string, conversation: string): TeamsClient {
  const client = new TeamsClient(bot, bot.service);
  client.conversation.id = conversation;
  client.person = { id: `29:${name}`, name, aadObjectId: randomUUID() };
  client.conversationOnly = conversation;
  return client;
}

/** Messages that the bot has sent to a conversation. */
function sentTo(conversation: string): SentActivity[] {
  return bot.service.calls
    .filter(({ path, body }) => path.includes(conversation) && body.type === "message")
    .map(({ body }) => body);
}

function cardOf(message: SentActivity): Card {
  return message.attachments?.[0]?.content as unknown as Card;
}

function dialogCard(body: object): Card {
  return (body as { task: { value: { card: { content: Card } } } }).task.value.card.content;
}
