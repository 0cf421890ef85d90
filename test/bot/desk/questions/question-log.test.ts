import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { TurnFeedback } from "../../../../bot/state/conversation-store.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { makeReply } from "../../../support/replies.ts";
import { type QuestionsOfTest, questionsOn } from "./asked.ts";

const ANSWERED = "What does membership of the KIP Association give a company?";
const REFUSED = "Who won the ice hockey world championship? Answer to eva@example.com";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});
afterEach(() => vi.useRealTimers());

/** Keeps a rating as the store does, then tells of it. */
async function rate(questions: QuestionsOfTest, feedback: TurnFeedback): Promise<void> {
  const { conversationId, person = null, target = null, reaction, comment = null } = feedback;
  const { database } = questions.base;
  const values = [reaction, comment, 1, conversationId, person, target] as const;
  const changed = await database
    .prepare(
      "update feedback set reaction = ?, comment = coalesce(?, comment), created = ? where conversation = ? and person is not distinct from ? and target = ?",
    )
    .run(...values);
  if (changed.changes === 0)
    await database
      .prepare(
        "insert into feedback (reaction, comment, created, conversation, person, target) values (?, ?, ?, ?, ?, ?)",
      )
      .run(...values);
  await questions.part.noteRating(feedback);
}

describe.each(DATABASE_KINDS)("the log of questions (%s)", (kind) => {
  describe("a turn", () => {
    test("that is refused is kept with its words, without what leads to a person", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const person = { id: "teams:t/eva", name: "Eva Berg" };
      const reply = await questions.say(REFUSED, { person });
      expect(reply.refused).toBe(true);
      const [row] = await questions.rows("asked");
      expect(row).toMatchObject({
        turn: reply.turnId,
        conversation: "web-chat:1",
        channel: "web-chat",
        language: "en",
        intent: "none",
        outcome: "refused",
        text: "Who won the ice hockey world championship? Answer to …",
        day: "2026-03-01",
      });
      expect(JSON.stringify(await questions.rows("asked"))).not.toMatch(/eva/i);
    });

    test("that is answered is kept without its words, with its topics", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const reply = await questions.say("Which contact person does ECO3 in Nokia have?");
      expect(reply.refused).toBe(false);
      expect(await questions.rows("asked")).toMatchObject([{ outcome: "answered", text: null }]);
      expect((await questions.rows("asked_topic")).map(({ topic }) => topic)).toContain("park:eco3");
    });

    test.each([
      ["Kiitos!", "courtesy"],
      ["…", "courtesy"],
      ["Can I talk to a person?", "handed-over"],
    ])("%s is %s", async (text, outcome) => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      await questions.say(text);
      expect(await questions.rows("asked")).toMatchObject([{ outcome, text: null }]);
    });

    test("with a weak answer is kept with its words", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const seen = {
        turn: { channel: "teams", conversationId: "t:1", text: "", reader: "public" },
        words: "Onko KIPissä bussia?",
        language: "fi",
        replyLanguage: "fi",
        memory: {},
        view,
      } as const;
      const reply = makeReply({ language: "fi", isWeak: true, turnId: "turn-1" });
      for (const skill of questions.part.skills ?? []) await skill.answered?.(reply, seen);
      expect(await questions.rows("asked")).toMatchObject([
        { outcome: "weak", text: "Onko KIPissä bussia?", language: "fi" },
      ]);
    });

    test("is written within a second, without anybody asking for it", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      await questions.say(REFUSED);
      const count = async () =>
        (await questions.base.database.prepare("select count(*) as n from asked").get())?.n;
      expect(await count()).toBe(0);
      vi.advanceTimersByTime(1000);
      vi.useRealTimers();
      await vi.waitFor(async () => expect(await count()).toBe(1));
    });

    test("whose row cannot be written is answered all the same", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const lines: unknown[] = [];
      vi.spyOn(questions.base.log, "error").mockImplementation((...line) => lines.push(line));
      await questions.base.database.prepare("alter table asked rename to gone").run();
      const reply = await questions.say(REFUSED);
      await questions.part.flush();
      expect(reply.refused).toBe(true);
      expect(JSON.stringify(lines)).toContain("questions.not-kept");
    });
  });

  describe("a rating", () => {
    test("of a plain answer brings its words to the queue, and takes them back", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const { turnId = "" } = await questions.say(ANSWERED);
      const conversationId = "web-chat:1";
      questions.part.noteDelivered({ turnId, conversationId, targets: ["c|7", "thumb-1"] });
      const comment = "Wrong, ask me at +358 40 123 4567";
      await rate(questions, { conversationId, target: "c|7", reaction: "dislike", comment });
      expect(await questions.rows("asked")).toMatchObject([
        { text: ANSWERED, dislikes: 1, likes: 0, comments: '["Wrong, ask me at …"]' },
      ]);
      expect(await questions.part.section.waiting?.()).toBe(1);
      await rate(questions, { conversationId, target: "c|7", reaction: "like" });
      expect(await questions.rows("asked")).toMatchObject([
        { text: null, dislikes: 0, likes: 1, comments: "[]" },
      ]);
      expect(await questions.part.section.waiting?.()).toBe(0);
    });

    test("in a group counts for each person", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const { turnId = "" } = await questions.say(ANSWERED);
      const conversationId = "web-chat:1";
      questions.part.noteDelivered({ turnId, conversationId, targets: ["c|7", "thumb-1"] });
      await rate(questions, { conversationId, target: "c|7", reaction: "dislike", person: "a" });
      await rate(questions, { conversationId, target: "thumb-1", reaction: "like", person: "b" });
      expect(await questions.rows("asked")).toMatchObject([{ dislikes: 1, likes: 1 }]);
    });

    test("of an answer that nobody knows, or of another conversation's, changes nothing", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const { turnId = "" } = await questions.say(ANSWERED);
      questions.part.noteDelivered({ turnId, conversationId: "web-chat:1", targets: ["c|7"] });
      await rate(questions, { conversationId: "web-chat:2", target: "c|7", reaction: "dislike" });
      await rate(questions, { conversationId: "web-chat:1", target: "c|8", reaction: "dislike" });
      await rate(questions, { conversationId: "web-chat:1", reaction: "dislike" });
      expect(await questions.rows("asked")).toMatchObject([{ dislikes: 0, likes: 0, text: null }]);
    });

    test("a day later still counts, but the words are gone", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const { turnId = "" } = await questions.say(ANSWERED);
      const conversationId = "web-chat:1";
      questions.part.noteDelivered({ turnId, conversationId, targets: ["c|7"] });
      questions.base.pass(25 * 3_600_000);
      await rate(questions, { conversationId, target: "c|7", reaction: "dislike" });
      expect(await questions.rows("asked")).toMatchObject([{ dislikes: 1, text: null }]);
    });
  });

  describe("suggested partners", () => {
    const kinds = async (questions: QuestionsOfTest) =>
      (await questions.rows("happening")).map(({ kind }) => kind);

    test("are counted when shown, and when their company is asked about", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const reply = await questions.say("Who could use 22,000 t of fly ash from Kokkola?");
      const [company] = reply.partners?.companies ?? [];
      expect(company).toBeDefined();
      expect(await kinds(questions)).toEqual(["partners.shown"]);
      await questions.say(`Where is ${company?.name}?`);
      expect(await kinds(questions)).toContain("partners.opened");
    });

    test("are not opened by another question or another conversation", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const reply = await questions.say("Who could use 22,000 t of fly ash from Kokkola?");
      const [company] = reply.partners?.companies ?? [];
      await questions.say("How large is ECO3?");
      await questions.say(`Where is ${company?.name}?`, { conversationId: "web-chat:2" });
      expect(await kinds(questions)).not.toContain("partners.opened");
    });

    test("and an introduction noted by another part are kept with their place", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const place = { conversation: "t:1", channel: "teams", language: "sv" } as const;
      questions.part.noteHappening("introduction.asked", place);
      expect(await questions.rows("happening")).toMatchObject([{ kind: "introduction.asked", ...place }]);
    });
  });
});
