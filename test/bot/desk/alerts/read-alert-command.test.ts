import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsPart, createAlertsPart } from "../../../../bot/desk/alerts/create-alerts-part.ts";
import { readAlertCommand } from "../../../../bot/desk/alerts/read-alert-command.ts";
import { ALERT_TEXTS } from "../../../../bot/desk/alerts/texts.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";
import { createDeskChat, type DeskChat } from "../../../support/desk-chat.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

describe("readAlertCommand()", () => {
  it.each<[Language, string, object]>([
    ["en", "Put my alert on hold", { kind: "pause" }],
    ["en", "please suspend my alerts until further notice", { kind: "pause" }],
    ["en", "I no longer need the bark alert", { kind: "delete", about: "bark" }],
    ["en", "Stop notifying me about ash", { kind: "delete", about: "ash" }],
    ["en", "turn off alert 3 for now", { kind: "pause", number: 3 }],
    ["fi", "Keskeytä tuhkahälytys", { kind: "pause", about: "tuhkavirrat" }],
    ["fi", "laita kuorihälytys hetkeksi pois päältä", { kind: "pause", about: "kuorivirrat" }],
    ["fi", "Ota hälytys taas käyttöön", { kind: "resume" }],
    ["fi", "Lopeta ilmoitukset tuhkasta", { kind: "delete", about: "tuhkasta" }],
    ["sv", "Återuppta askbevakningen", { kind: "resume", about: "askströmmar" }],
    ["sv", "ta bort alla bevakningar", { kind: "delete", number: "all" }],
    ["sv", "hur många bevakningar har jag?", { kind: "list" }],
  ])("reads in %s %j", (language, words, command) => {
    expect(readAlertCommand(words, language)).toEqual(command);
  });

  it.each<[Language, string]>([
    ["en", "How do I stop the alert of the fire brigade?"],
    ["en", "What notifications do we have to make?"],
    ["fi", "Onko jätteistä olemassa hälytysrajoja?"],
    ["fi", "Kuka keskeyttää hälytyksen?"],
    ["sv", "Vilka larmsystem ska en fabrik ha?"],
    ["sv", "Ta bort fosfor ur vattnet"],
  ])("leaves in %s %j alone", (language, words) => {
    expect(readAlertCommand(words, language)).toBeUndefined();
  });
});

describe("alerts by what they watch", () => {
  let view: KnowledgeView;
  let base: TestDeskBase;
  let part: AlertsPart;
  let chat: DeskChat;
  beforeAll(async () => {
    view = await openOwnKnowledge();
  });
  beforeEach(async () => {
    base = createDeskBase({ view });
    part = createAlertsPart(base);
    chat = createDeskChat(() => view, part.skills ?? []);
    await chat.say("Tell me when new ash streams appear in Lapland");
    await chat.say("Tell me when new bark streams appear");
  });

  const states = async () =>
    (await base.database.prepare("select number, state from alert order by number").all()).map(
      ({ number, state }) => `${number} ${state}`,
    );

  it.each(["Pause the ash alert", "Keskeytä tuhkahälytys", "Pausa askbevakningen"])(
    "are changed by name, the named one alone: %s",
    async (words) => {
      await chat.say(words);
      expect(await states()).toEqual(["1 paused", "2 active"]);
    },
  );

  it.each(["Delete the slag alert", "Delete the zebra alert", "delete the alert"])(
    "are asked back, and none is deleted, where none or several fit: %s",
    async (words) => {
      const reply = await chat.say(words);
      expect(reply.text).toContain(ALERT_TEXTS.en.which);
      expect(await states()).toEqual(["1 active", "2 active"]);
    },
  );

  it("do not watch what is not in the table", async () => {
    const reply = await chat.say("if anybody starts needing slag i would like to hear about it");
    expect(reply.text).toContain(ALERT_TEXTS.en.onlyStreams);
    expect(await states()).toHaveLength(2);
  });
});
