import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsPart, createAlertsPart } from "../../../../bot/desk/alerts/create-alerts-part.ts";
import { ALERT_TEXTS } from "../../../../bot/desk/alerts/texts.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";
import { createDeskChat, type DeskChat } from "../../../support/desk-chat.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let view: KnowledgeView;
let base: TestDeskBase;
let part: AlertsPart;
let chat: DeskChat;

beforeAll(async () => {
  view = await openOwnKnowledge();
});
beforeEach(() => {
  base = createDeskBase({ view });
  part = createAlertsPart(base, { idleDays: 14 });
  chat = createDeskChat(() => view, part.skills ?? []);
});

const countOf = async (table: string) =>
  Number((await base.database.prepare(`select count(*) as n from ${table}`).get())?.n);
const saidBy = (reply: Reply) => JSON.stringify(reply.cards);

describe("an alert in chat", () => {
  it.each([
    [
      "en",
      "Tell me when new ash streams over 1,000 t appear in Lapland",
      /^Alert 1 is on: \*\*Lapland · ash · over 1,000 t\*\*\./,
    ],
    [
      "fi",
      "Ilmoita, kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t",
      /^Hakuvahti 1 on päällä: \*\*Lappi · tuhka · yli 1000 t\*\*\./,
    ],
    [
      "sv",
      "Meddela mig när nya askströmmar över 1 000 t dyker upp i Lappland",
      /^Bevakning 1 är aktiv: \*\*Lappland · aska · över 1000 t\*\*\./,
    ],
  ] as const)(
    "is confirmed in %s with what is watched, how it is told and how to stop it",
    async (language, words, head) => {
      const reply = await chat.say(words);
      expect(reply.language).toBe(language);
      expect(reply.text).toMatch(head);
      expect(reply.text).toContain(ALERT_TEXTS[language].toldInTeams);
      expect(reply.text).toContain(ALERT_TEXTS[language].say.delete(1));
      expect(await countOf("alert")).toBe(1);
    },
  );

  it("says in the web chat that the chat ends and the alert with it", async () => {
    const reply = await chat.say("Ilmoita, kun kipsiä tulee lisää", {
      channel: "web-chat",
      conversationId: "web-chat:1",
    });
    expect(reply.text).toContain("14 päivään");
  });

  it("belongs to all in a shared conversation and says so", async () => {
    const reply = await chat.say("Notify me when new gypsum streams appear", { isShared: true });
    expect(reply.text).toContain(ALERT_TEXTS.en.shared);
    expect(await base.database.prepare("select person from alert").get()).toEqual({ person: null });
  });

  it("belongs to the whole channel of Teams, whichever thread it was made in", async () => {
    const thread = (id: string) => ({ isShared: true, conversationId: `msteams:19:c;messageid=${id}` });
    await chat.say("Notify me when new gypsum streams appear", thread("1"));
    const reply = await chat.say("my alerts", thread("2"));
    expect(reply.text).toContain("You have one alert:");
    expect(await base.database.prepare("select conversation from alert").get()).toEqual({
      conversation: "msteams:19:c",
    });
  });

  it("is the one that is there when the same is asked again, in whatever words", async () => {
    await chat.say("Tell me when new ash streams over 1,000 t appear in Lapland");
    const reply = await chat.say("Meddela mig när det kommer nya askströmmar över 1 000 t i Lappland");
    expect(reply.text).toMatch(/^Den bevakningen finns redan och har nummer 1/);
    expect(await countOf("alert")).toBe(1);
  });

  it("is not made of half-understood words: it names them and offers the form", async () => {
    const reply = await chat.say("Notify me when the price of steam changes");
    expect(reply.text).toContain("price");
    expect(saidBy(reply)).toContain('"form":"alert"');
    expect(await countOf("alert")).toBe(0);
  });

  it("watches no single row", async () => {
    const reply = await chat.say("Notify me when there is something new of SS007");
    expect(reply.text).toContain(ALERT_TEXTS.en.notRows);
    expect(await countOf("alert")).toBe(0);
  });

  it("is refused beyond twenty", async () => {
    for (let least = 1; least <= 20; least += 1)
      await chat.say({ form: "alert", what: "ash", amount: String(least) });
    const reply = await chat.say({ form: "alert", what: "ash", amount: "21" });
    expect(reply.text).toContain(ALERT_TEXTS.en.tooMany(20));
    expect(await countOf("alert")).toBe(20);
    const other = await chat.say("Notify me when new gypsum streams appear", { conversationId: "msteams:b" });
    expect(other.text).toMatch(/^Alert 1 is on/);
  });
});

describe("the form of an alert", () => {
  it.each([
    ["en", { what: "ash", place: "Lapland", amount: "1000", unit: "t" }, "Lapland · ash · at least 1,000 t"],
    [
      "fi",
      { what: "lentotuhka", place: "Kokkola", amount: "2,5", unit: "t" },
      "Kokkola · lentotuhka · vähintään 2,5 t",
    ],
    ["sv", { what: "slagg", place: "Karleby" }, "Karleby · slagg"],
    ["en", { place: "Kemi-Tornio" }, "Kemi-Tornio"],
    ["en", { amount: "10", unit: "GWh" }, "At least 10,000 MWh"],
  ] as const)("makes an alert in %s of %j", async (language, fields, what) => {
    const reply = await chat.say({ form: "alert", ...fields }, { preferredLanguage: language });
    expect(reply.text).toContain(`**${what}**`);
  });

  it.each([
    [{}, ALERT_TEXTS.en.nothingToWatch],
    [{ what: "ash", place: "Atlantis" }, "Atlantis"],
    [{ what: "happiness" }, "happiness"],
    [{ what: "ash", amount: "many" }, "many"],
  ])("says what it did not understand of %j", async (fields, words) => {
    const reply = await chat.say({ form: "alert", ...fields } as Record<string, string>);
    expect(reply.text).toContain(words);
    expect(await countOf("alert")).toBe(0);
  });

  it("shows what was typed as plain words", async () => {
    const reply = await chat.say({ form: "alert", what: "**x** [y](https://evil.example) <b>" });
    expect(reply.text).not.toMatch(/\]\(|<b>/);
  });
});

describe("commands", () => {
  const ash = "Tell me when new ash streams appear in Lapland";
  const slag = "Tell me when new slag streams appear in Kokkola";

  it("lists the alerts of the conversation, in words and on a card with buttons", async () => {
    await chat.say(ash);
    await chat.say(slag);
    await chat.say("Notify me when new gypsum streams appear", { conversationId: "msteams:b" });
    const reply = await chat.say("omat hakuvahdit");
    expect(reply.text).toContain("Sinulla on 2 hakuvahtia:");
    expect(reply.text).toContain("- **1** Lappi · tuhka (päällä)\n- **2** Kokkola · kuona (päällä)");
    expect(reply.text).not.toContain("kipsi");
    expect(saidBy(reply)).toContain('"say":"keskeytä hakuvahti 2"');
    expect(saidBy(reply)).toContain('"say":"poista kaikki hakuvahdit"');
  });

  it.each([
    ["en", "pause alert 2", /is paused/, "resume alert 2", /is on again/, "delete alert 2", /is deleted/],
    [
      "fi",
      "keskeytä hakuvahti 2",
      /tauolla/,
      "jatka hakuvahtia 2",
      /taas päällä/,
      "poista hakuvahti 2",
      /on poistettu/,
    ],
    [
      "sv",
      "pausa bevakning 2",
      /är pausad/,
      "återuppta bevakning 2",
      /aktiv igen/,
      "radera bevakning 2",
      /är raderad/,
    ],
  ] as const)(
    "pauses, resumes and deletes in %s",
    async (_, pause, paused, resume, resumed, remove, removed) => {
      await chat.say(ash);
      await chat.say(slag);
      const stateOf = async () =>
        (await base.database.prepare("select state from alert where number = 2").get())?.state;
      expect((await chat.say(pause)).text).toMatch(paused);
      expect(await stateOf()).toBe("paused");
      expect((await chat.say(resume)).text).toMatch(resumed);
      expect(await stateOf()).toBe("active");
      expect((await chat.say(remove)).text).toMatch(removed);
      expect(await stateOf()).toBeUndefined();
      expect(await countOf("alert")).toBe(1);
    },
  );

  it("deletes all with the rows they knew, and only those of the conversation", async () => {
    await chat.say(ash);
    await chat.say(slag);
    await chat.say(slag, { conversationId: "msteams:b" });
    expect((await chat.say("poista kaikki hakuvahtini")).text).toBe("Kaikki 2 hakuvahtia on poistettu.");
    expect(await countOf("alert")).toBe(1);
    await part.erase?.("msteams:b");
    expect([await countOf("alert"), await countOf("alert_seen")]).toEqual([0, 0]);
  });

  it("does not touch the alert of another conversation by its number", async () => {
    await chat.say(ash);
    const reply = await chat.say("delete alert 1", { conversationId: "msteams:b" });
    expect(reply.text).toContain("There are no alerts");
    expect(await countOf("alert")).toBe(1);
  });

  it("asks which one where there are several, and takes the only one", async () => {
    await chat.say(ash);
    expect((await chat.say("pause the alert")).text).toMatch(/^Alert 1 .* is paused/);
    await chat.say(slag);
    expect((await chat.say("pause the alert")).text).toMatch(/^Which alert do you mean\?/);
    expect((await chat.say("delete alert 9")).text).toMatch(/^There is no alert 9/);
  });
});

describe("the offer below an answer", () => {
  it("stands below a list of streams and makes an alert of its query", async () => {
    const answer = await chat.say("Which slag streams are there in Raahe?");
    const offer = answer.suggestions.find(({ title }) => title === ALERT_TEXTS.en.more);
    expect(offer).toBeDefined();
    const reply = await chat.say(offer?.text ?? "");
    expect(reply.text).toMatch(/^Alert 1 is on: \*\*Raahe steel works and port, Raahe · slag\*\*/);
    const again = await chat.say("Which slag streams are there in Raahe?");
    expect(again.suggestions.map(({ title }) => title)).not.toContain(ALERT_TEXTS.en.more);
  });

  it.each([
    ["en", "Is there any plastic in Raahe?"],
    ["fi", "Onko Raahessa muovia?"],
    ["sv", "Finns det plast i Brahestad?"],
  ] as const)("stands below an empty list in %s", async (language, words) => {
    const answer = await chat.say(words);
    expect(answer.streams).toEqual([]);
    expect(answer.suggestions.at(-1)?.title).toBe(ALERT_TEXTS[language].more);
  });

  it("stays away from other answers, full ones and the command line", async () => {
    const contact = await chat.say("Who is the contact person of ECO3?");
    expect(contact.suggestions.map(({ title }) => title)).not.toContain(ALERT_TEXTS.en.more);
    const full = await chat.say("List all side streams");
    expect(full.suggestions).toHaveLength(3);
    expect(full.suggestions.map(({ title }) => title)).not.toContain(ALERT_TEXTS.en.more);
    const asked = await chat.say("Which slag streams are there in Raahe?", { channel: "command-line" });
    expect(asked.suggestions.map(({ title }) => title)).not.toContain(ALERT_TEXTS.en.more);
  });
});
