import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../../bot/reply/reply.ts";
import { PARTNER_TEXTS } from "../../../../bot/skills/partners/texts.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

let conversations = 0;
/** Sends a filled-in form, after and before other turns. */
async function send(
  fields: Record<string, string>,
  { before = [], after = [], language }: { before?: string[]; after?: string[]; language?: Language } = {},
): Promise<Reply> {
  const conversationId = `form ${conversations++}`;
  const turn = { channel: "web-chat", conversationId, reader: "public", text: "" } as const;
  const say = (text: string) => asker.answerTurn({ ...turn, text });
  for (const text of before) await say(text);
  const preferred = language === undefined ? {} : { preferredLanguage: language };
  let reply = await asker.answerTurn({ ...turn, ...preferred, form: { kind: "partners", fields } });
  for (const text of after) reply = await say(text);
  return reply;
}

describe("a filled-in form", () => {
  it.each<[Language, string, RegExp]>([
    ["fi", "lentotuhka", /Lentotuhka · 22\s000 t · Kemi/],
    ["sv", "flygaska", /Flygaska · 22\s000 t · Kemi/],
    ["en", "fly ash", /Fly ash · 22,000 t · Kemi/],
  ])(
    "finds takers in the language of the page and asks nothing more, in %s",
    async (language, what, shown) => {
      const fields = { direction: "give", what, amount: "22000", unit: "t", place: "Kemi", hazardous: "no" };
      const reply = await send(fields, { language });
      expect(reply).toMatchObject({ language, intent: "partners", refused: false });
      expect(reply.text).toMatch(shown);
      expect(reply.partners?.industries[0]?.class).toBe("cement and lime");
      expect(reply.text).not.toContain(PARTNER_TEXTS[language].questions);
      expect(reply.text).not.toContain(PARTNER_TEXTS[language].hazardUnknown);
      expect(reply.cards).toHaveLength(1);
      expectGrounded(reply);
    },
  );

  it("finds streams for a need", async () => {
    const reply = await send({ direction: "take", what: "We make bricks" });
    expect(reply.partners?.industries[0]?.class).toBe("bricks, ceramics and refractories");
    expect(reply.streams?.length).toBeGreaterThan(0);
    const lime = await send({ direction: "take", what: "lime", place: "Tornio" });
    expect(lime.streams?.map(({ name }) => name.toLowerCase()).join()).toContain("lime");
    expect(lime.text).toContain("**Lime · Tornio**");
  });

  it("is answered in the conversation's language, whatever its words are in", async () => {
    const reply = await send({ what: "flygaska" }, { before: ["Missä Kilpilahti on?"] });
    expect(reply.language).toBe("fi");
    expect(reply.partners?.industries[0]?.class).toBe("cement and lime");
  });

  it("may be changed by the next message", async () => {
    const reply = await send({ what: "fly ash", place: "Kemi" }, { after: ["500 t, Kokkola"] });
    expect(reply.text).toContain("Fly ash · 500 t · Kokkola");
  });

  it("with unknown or no stuff says that nothing is known rather than guess", async () => {
    for (const what of ["gubbins", ""]) {
      const reply = await send({ direction: "give", what });
      expect(reply.partners).toEqual({ industries: [], companies: [] });
      expect(reply.citations).toEqual([]);
      expect(reply.text).toContain("I know no use for it");
    }
  });
});
