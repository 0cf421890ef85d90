import { describe, expect, test } from "vitest";
import { createDeskChannel } from "../../../bot/desk/channel/desk-channel.ts";
import type { IncomingTurn } from "../../../bot/turn.ts";
import type { SkillTurn } from "../../../bot/turn-skill.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { createDeskBase } from "../../support/desk-base.ts";
import { makeReply } from "../../support/replies.ts";

function openChannel() {
  const base = createDeskBase();
  const part = createDeskChannel(base);
  const say = async (words: string, changes: Partial<IncomingTurn> = {}, language: Language = "fi") => {
    const turn: IncomingTurn = {
      channel: "teams",
      conversationId: "msteams:19:team@thread.tacv2;messageid=7",
      text: words,
      reader: "public",
      rank: "coordinator",
      isShared: true,
      person: { id: "teams:t/kaisa", name: "Kaisa" },
      ...changes,
    };
    const seen = { turn, words, language, replyLanguage: language, memory: {} } as SkillTurn;
    return (await part.skills?.[0]?.take?.(seen))?.draft.text;
  };
  const announced = async () => {
    await part.announce((language) => makeReply({ text: `New in ${language}` }));
    return (await base.notices.take()).map(({ conversationId, reply }) => [conversationId, reply.text]);
  };
  return { base, say, announced };
}

describe("the coordinators' channel", () => {
  test.each([
    ["Use this channel for the desk", "en"],
    ["Työpöytä tähän", "fi"],
    ["Skrivbordet hit", "sv"],
  ] as const)(
    "is chosen by a coordinator with %j, and what is for the desk begins a thread there",
    async (words, language) => {
      const { base, say, announced } = openChannel();
      expect(await announced()).toEqual([]);
      await say(words, {}, language);
      expect(await announced()).toEqual([["msteams:19:team@thread.tacv2", `New in ${language}`]]);
      expect(await base.audit.list()).toMatchObject([
        { action: "channel.choose", actor: "teams:t/kaisa", actorName: "Kaisa" },
      ]);
    },
  );

  test("is given up again from any thread of it", async () => {
    const { say, announced } = openChannel();
    await say("Työpöytä tähän");
    await say("lopeta työpöytä tässä", { conversationId: "msteams:19:team@thread.tacv2;messageid=9" });
    expect(await announced()).toEqual([]);
  });

  test.each([
    ["a member", { rank: "member" }, "Vain koordinaattori"],
    ["somebody without a rank of their own", { rank: undefined }, "Vain koordinaattori"],
    ["a coordinator in a chat of two", { isShared: undefined, reader: "coordinator" }, "Sano tämä siinä"],
  ] as const)("is not chosen by %s", async (_, changes, words) => {
    const { say, announced } = openChannel();
    expect(await say("Työpöytä tähän", changes as Partial<IncomingTurn>)).toContain(words);
    expect(await announced()).toEqual([]);
  });

  test.each([
    ["another question", "Missä puistossa on höyryä?", {}],
    ["words around it", "Minun työpöytä tähän huoneeseen maksaa paljon", {}],
    ["another channel", "Työpöytä tähän", { channel: "web-chat" }],
  ] as const)("leaves %s to others", async (_, words, changes) => {
    const { say } = openChannel();
    expect(await say(words, changes)).toBeUndefined();
  });
});
