import { beforeAll, describe, expect, test } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { questionsOn } from "./asked.ts";
import { read } from "./desk-page.ts";

const DAY_IN_MS = 86_400_000;
const REFUSED = "What is the price of steam in ECO3 on Mars?";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

/** The figures of a page without its addresses, which name the days. */
const tables = (page: string) => [...page.matchAll(/<tbody>[\s\S]*?<\/tbody>/g)].map(([table]) => table);

describe.each(DATABASE_KINDS)("the keeping of questions (%s)", (kind) => {
  describe("purge", () => {
    test("drops words and conversations after their time; the counts of the days stay", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind), questionDays: 10 });
      for (let at = 0; at < 6; at++) await questions.say(REFUSED, { conversationId: `web-chat:${at}` });
      await questions.say("Hei!");
      const place = { conversation: "c", channel: "teams", language: "fi" } as const;
      questions.part.noteHappening("introduction.asked", place);
      questions.part.noteDelivered({ turnId: "gone", conversationId: "c", targets: ["x"] });
      const query = "from=2026-02-27&to=2026-03-01";
      const before = tables(await read(questions.part.figuresSection, "", { query }));
      questions.base.pass(10 * DAY_IN_MS);
      await questions.part.purge?.();
      expect(await questions.rows("asked")).toHaveLength(7);
      questions.base.pass(DAY_IN_MS);
      await questions.part.purge?.();
      for (const table of ["asked", "asked_topic", "asked_target", "happening"] as const)
        expect(await questions.rows(table)).toEqual([]);
      expect(JSON.stringify(await questions.rows("figure_day"))).not.toMatch(/What is|Mars|web-chat:\d/);
      expect(tables(await read(questions.part.figuresSection, "", { query }))).toEqual(before);
      expect(await questions.part.section.waiting?.()).toBe(0);
    });

    test("again changes nothing, and counts end after theirs", async () => {
      const questions = questionsOn(view, {
        database: await openTestDatabase(kind),
        questionDays: 10,
        figureDays: 100,
      });
      await questions.say(REFUSED);
      await questions.part.flush();
      questions.base.pass(20 * DAY_IN_MS);
      await questions.part.purge?.();
      const once = await questions.rows("figure_day");
      expect(once.length).toBeGreaterThan(0);
      await questions.part.purge?.();
      expect(await questions.rows("figure_day")).toEqual(once);
      questions.base.pass(81 * DAY_IN_MS);
      await questions.part.purge?.();
      expect(await questions.rows("figure_day")).toEqual([]);
    });

    test("adds rows of a day that was counted before to its counts", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind), questionDays: 10 });
      await questions.say(REFUSED);
      await questions.part.flush();
      questions.base.pass(20 * DAY_IN_MS);
      await questions.part.purge?.();
      questions.base.pass(-20 * DAY_IN_MS);
      await questions.say(REFUSED);
      await questions.part.flush();
      questions.base.pass(20 * DAY_IN_MS);
      await questions.part.purge?.();
      const turns = (await questions.rows("figure_day")).filter(({ subject }) => subject === "turn");
      expect(turns).toMatchObject([{ count: 2, outcome: "refused" }]);
    });
  });

  describe("erase", () => {
    test("takes words and the conversation's key away; the counts stay", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      await questions.say(REFUSED);
      await questions.say("Who could use 22,000 t of fly ash from Kokkola?");
      await questions.say(REFUSED, { conversationId: "web-chat:2" });
      questions.part.noteDelivered({ turnId: "t", conversationId: "web-chat:1", targets: ["c|1"] });
      const before = tables(await read(questions.part.figuresSection, ""));
      await questions.part.erase?.("web-chat:1");
      const all = JSON.stringify([
        ...(await questions.rows("asked")),
        ...(await questions.rows("happening")),
        ...(await questions.rows("asked_target")),
      ]);
      expect(all).not.toContain("web-chat:1");
      expect(all.match(/Mars/g)).toHaveLength(1);
      expect(tables(await read(questions.part.figuresSection, ""))).toEqual(before);
      expect(await questions.part.section.waiting?.()).toBe(1);
    });

    test("forgets the words that a dislike would have kept, and rows that were not yet written", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      const { turnId = "" } = await questions.say(
        "What does membership of the KIP Association give a company?",
      );
      questions.part.noteDelivered({ turnId, conversationId: "web-chat:1", targets: ["c|1"] });
      await questions.part.erase?.("web-chat:1");
      await questions.part.noteRating({ conversationId: "web-chat:1", target: "c|1", reaction: "dislike" });
      expect(await questions.rows("asked")).toMatchObject([{ text: null, dislikes: 0 }]);
      expect(JSON.stringify(await questions.rows("asked"))).not.toContain("web-chat:1");
    });

    test("is part of the caller's transaction", async () => {
      const questions = questionsOn(view, { database: await openTestDatabase(kind) });
      await questions.say(REFUSED);
      await questions.part.flush();
      const { database } = questions.base;
      const undone = database.transact(async () => {
        await questions.part.erase?.("web-chat:1");
        throw new Error("no");
      });
      await expect(undone).rejects.toThrow("no");
      expect(await questions.rows("asked")).toMatchObject([{ conversation: "web-chat:1", text: REFUSED }]);
    });
  });
});
