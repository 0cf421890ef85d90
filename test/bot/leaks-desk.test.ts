import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { Reader } from "../../knowledge/languages.ts";
import { waitFor } from "../support/application.ts";
import { type GuardedDesk, startGuardedDesk } from "../support/guarded-desk.ts";
import { plainAttempts } from "../support/leak-attempts.ts";
import { askIntroduction, fillWithSecrets, INTRODUCTION_FORM, sendTicket } from "../support/leak-desk.ts";
import { BY_NUMBER, type DeskTurn, deskAttempts } from "../support/leak-desk-attempts.ts";
import { LEAKS, leakKnowledge } from "../support/leak-knowledge.ts";
import { everythingOf } from "../support/leak-outlets.ts";
import { askFiles } from "../support/own-index.ts";

const LOWER = ["public", "member"] as const;
const SLOW_IN_MS = 120_000;
const ATTEMPTS = [...deskAttempts(), ...plainAttempts()];

let own: KnowledgeView;
let desk: GuardedDesk;
beforeAll(async () => {
  ({ view: own } = await askFiles(leakKnowledge()));
  desk = await startGuardedDesk(own);
  await fillWithSecrets(desk);
}, SLOW_IN_MS);
afterAll(() => desk.close());

let people = 0;

/** Somebody new of a rank, in a chat of their own. */
function somebody(reader: Reader) {
  const name = `somebody${people++}`;
  if (reader !== "public") desk.ranks.set(`t/${name}`, reader);
  return { reader, conversationId: `msteams:${name}`, person: { id: `teams:t/${name}`, name: "Maija" } };
}

/** Everything that somebody new is told for some turns. */
async function told(turns: readonly DeskTurn[], reader: Reader): Promise<string> {
  const speaker = somebody(reader);
  const replies: Reply[] = [];
  for (const turn of turns) replies.push(await desk.say(turn, speaker));
  const texts = await Promise.all(replies.map((reply) => everythingOf(reply, desk.view())));
  return texts.join("\n");
}

/** What of a text is a secret, with the words around it. */
function leaksIn(text: string, reader: (typeof LOWER)[number]): string[] {
  return [...text.matchAll(new RegExp(LEAKS[reader], "giu"))].map(({ index }) =>
    text.slice(Math.max(0, index - 80), index + 50),
  );
}

describe.each(LOWER)("tries of somebody %s while the desk is full of secrets", (reader) => {
  it("are more than 200", () => expect(ATTEMPTS.length).toBeGreaterThan(300));

  it(
    "bring nothing hidden to light",
    async () => {
      for (const { kind, turns } of ATTEMPTS) {
        const text = await told(turns, reader);
        expect(leaksIn(text, reader), `${kind}: ${JSON.stringify(turns)}`).toEqual([]);
      }
    },
    SLOW_IN_MS,
  );

  it.each(Object.entries(BY_NUMBER))(
    "by the number of a %s find no more than by one that nobody has",
    async (kind, templates) => {
      // Row 904 is a coordinator's, the others are number 1 of somebody else.
      const [theirs, nobodys] = kind === "row" ? ["904", "994"] : ["1", "7"];
      for (const template of templates) {
        const asked = await told([template.replace("N", theirs)], reader);
        const instead = await told([template.replace("N", nobodys)], reader);
        const plain = (text: string) => text.replaceAll(/"key":"[\w-]+"/g, "");
        expect(plain(asked), template).toBe(plain(instead).replaceAll(nobodys, theirs));
      }
    },
    SLOW_IN_MS,
  );

  it("by somebody else's form find no more than by a made-up one", async () => {
    const owner = somebody("member");
    const key = await sendTicket(desk, "What does quagga cost?", owner);
    const target = await askIntroduction(desk, "Introduce us to Harbour Oy", owner);
    const forms: Record<string, string>[] = [
      { form: "ticket", do: "send", key, question: "And now?" },
      { ...INTRODUCTION_FORM, target },
    ];
    for (const form of forms) {
      const asked = await told([form], reader);
      expect(leaksIn(asked, reader)).toEqual([]);
      expect(asked).not.toContain("Harbour Oy");
    }
  });
});

describe("a member", () => {
  it("does not become the owner of a row of the files by changing it, and reads nothing above the rank", async () => {
    const speaker = somebody("member");
    const { cards } = await desk.say("update SS910", speaker);
    const shown = JSON.stringify(cards);
    expect(shown).toContain("48317");
    const fields = fieldsOf(cards?.[0]);
    const sent = await desk.say({ ...fields, form: "submission", uses: "road base" }, speaker);
    const [, id] = /submission (\d+)/.exec(sent.text) ?? [];
    const review = await desk.open(`/desk/streams/submissions/${id}`);
    const merged = { ...formIn(review.text), visibility: "public" };
    const { status } = await desk.send(`/desk/streams/submissions/${id}/approve`, merged);
    expect(status).toBe(303);
    for (const words of ["update SS910", "what have I published?", "withdraw SS910", "What is SS910?"]) {
      const text = await everythingOf(await desk.say(words, speaker), desk.view());
      expect(leaksIn(text, "member"), words).toEqual([]);
    }
    expect((await desk.say("What is SS910?", speaker)).text).toContain("road base");
  });
});

describe("alerts", () => {
  it("of somebody who is a member no more tell what is public", async () => {
    const desk = await startGuardedDesk(own);
    const alert = "Tell me when new slag streams over 40 000 t appear";
    const [stays, falls] = ["stays", "falls"].map((name) => ({
      reader: "member" as const,
      conversationId: `msteams:${name}`,
      person: { id: `teams:t/${name}`, name },
    }));
    desk.ranks.set("t/stays", "member").set("t/falls", "member");
    for (const speaker of [stays, falls]) await desk.say(alert, speaker);
    const shared = { ...stays, reader: "public", conversationId: "msteams:19:all", isShared: true } as const;
    await desk.say(alert, { ...shared, rank: "member" });
    await desk.say(alert, { conversationId: "msteams:open" });
    desk.ranks.delete("t/falls");
    await fillWithSecrets(desk);
    const news = await waitFor(async () => (await desk.noticesTo("msteams:stays"))[0]);
    expect(news.text).toContain("48,317");
    expect(leaksIn(JSON.stringify(await desk.noticesTo("msteams:stays")), "member")).toEqual([]);
    for (const place of ["msteams:falls", "msteams:open", "msteams:19:all"])
      expect(await desk.noticesTo(place)).toEqual([]);
    await desk.close();
  });
});

describe("the coordinators' channel", () => {
  it("reads what waits, but nothing that is kept to coordinators or that the asker does not allow", async () => {
    const desk = await startGuardedDesk(own);
    const channel = "msteams:19:desk@thread.tacv2";
    const boss = { conversationId: channel, isShared: true, reader: "public", rank: "coordinator" } as const;
    const chosen = await desk.say("use this channel for the desk", boss);
    expect(chosen.text).toContain("Done.");
    await fillWithSecrets(desk);
    const told = (await desk.noticesTo(channel)).map((notice) => JSON.stringify(notice));
    const submissions = told.filter((notice) => notice.includes("submission.review"));
    expect(submissions.length).toBe(7);
    // Who told of number 6 shows their company to members themselves.
    const kept = submissions.filter((notice) => !notice.includes('"submission":"6"'));
    expect(kept.length).toBe(6);
    for (const notice of kept) expect(leaksIn(notice, "member")).toEqual([]);
    expect(submissions.join()).toContain("Plain slag");
    const [introduction = ""] = told.filter((notice) => notice.includes("introduction.review"));
    expect(introduction).toContain("Asker Oy");
    expect(introduction).not.toMatch(/anna@|5 t/);
    await desk.close();
  });
});

describe("the same tries of a coordinator", () => {
  it(
    "bring secrets to light, so that the tries are worth their name",
    async () => {
      const shares = new Map<string, [number, number]>();
      for (const { kind, turns } of deskAttempts()) {
        const text = await told(turns, "coordinator");
        const [found, all] = shares.get(kind) ?? [0, 0];
        shares.set(kind, [found + (LEAKS.public.test(text) ? 1 : 0), all + 1]);
      }
      const of = Object.fromEntries([...shares].map(([kind, [found, all]]) => [kind, found / all]));
      console.info(`Tries of a coordinator that show a secret, by kind: ${JSON.stringify(of)}`);
      expect(of.rows).toBeGreaterThan(0.8);
      expect(of.published).toBeGreaterThan(0.1);
      expect(of.alerts).toBeGreaterThan(0.1);
    },
    SLOW_IN_MS,
  );
});

/** Fields of a form on a card, as a client sends them back. */
function fieldsOf(card: unknown): Record<string, string> {
  const { body, actions } = card as { body: Record<string, unknown>[]; actions: { data: object }[] };
  const filled = body.filter(({ type, value }) => String(type).startsWith("Input.") && value !== undefined);
  const fields = filled.map(({ id, value }) => [String(id), String(value)]);
  return { ...Object.fromEntries(fields), ...actions[0]?.data };
}

/** Fields of the first form of a page, as a browser sends them back; the token is left out. */
function formIn(page: string): Record<string, string> {
  const form = /<form class="desk-form"[\s\S]*?<\/form>/.exec(page)?.[0] ?? "";
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g))
    fields[name] = value;
  for (const [, name = "", value = ""] of form.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</g))
    fields[name] = value;
  for (const [, name = "", choices = ""] of form.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(choices)?.[1] ?? "";
  delete fields.csrf;
  return fields;
}
