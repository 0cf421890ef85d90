import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { type QuestionsOfTest, questionsOn } from "./asked.ts";
import { read, visit } from "./desk-page.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

let questions: QuestionsOfTest;

let turns = 0;
/** Keeps a refused question without asking it: what is answered may change. */
async function refuse(
  text: string,
  language: "fi" | "sv" | "en" = "en",
  outcome: "refused" | "weak" = "refused",
): Promise<void> {
  const { base } = questions;
  base.pass(1000);
  const turn = `turn-${++turns}`;
  await base.database
    .prepare(
      "insert into asked (turn, conversation, channel, language, intent, outcome, text, day, created) values (?, ?, 'web-chat', ?, 'none', ?, ?, '2026-03-01', ?)",
    )
    .run(turn, `web-chat:${turn}`, language, outcome, text, base.now());
}

const queue = () => questions.part.section;
const headings = (page: string) => [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((match) => match[1]);

describe.each(DATABASE_KINDS)("the queue in a database (%s)", (kind) => {
  beforeEach(async () => {
    questions = questionsOn(view, { database: await openTestDatabase(kind) });
  });

  describe("the queue", () => {
    test("shows groups over languages, the largest first, with the way to the answer", async () => {
      await refuse("How deep is the port of Raahe?");
      await refuse("Paljonko höyry maksaa Kokkolassa?", "fi");
      await refuse("What is the price of steam in Kokkola?", "en", "weak");
      await refuse("paljonko höyry maksaa Kokkolassa", "fi");
      const page = await read(queue(), "");
      expect(headings(page)).toEqual(["paljonko höyry maksaa Kokkolassa", "How deep is the port of Raahe?"]);
      expect(page).toContain("2 groups, 4 questions");
      expect(page).toContain('lang="fi"');
      expect(page).toContain('href="/desk/faq/new?from=question:2"');
      expect(page).toContain("asked 3 times");
      expect(page).toContain("weak answer");
    });

    test("escapes what people wrote", async () => {
      await refuse('<script>alert(1)</script> & "x"?');
      const page = await read(queue(), "");
      expect(page).not.toContain("<script>");
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;?");
    });

    test("tells the same words once, with how often and what was said of the answers", async () => {
      await refuse("How deep is the port of Raahe?");
      await refuse("how deep is the port of Raahe");
      await questions.base.database
        .prepare(`update asked set dislikes = 1, comments = '["Not <b>my</b> port"]' where id = 1`)
        .run();
      const page = await read(queue(), "");
      expect(headings(page)).toHaveLength(1);
      expect(page).toContain("asked 2 times");
      expect(page).toContain("Feedback: Not &lt;b&gt;my&lt;/b&gt; port");
      expect(page).toMatch(/refused<\/span>\s*<span[^>]*>disliked/);
    });

    test("shows a dislike whose words are gone", async () => {
      await refuse("How deep is the port of Raahe?");
      await questions.base.database
        .prepare("update asked set dislikes = 1, text = null, outcome = 'answered'")
        .run();
      expect(headings(await read(queue(), ""))).toEqual(["The words of this question were not kept."]);
      expect(await questions.part.prefillFaq("question:1")).toEqual({});
    });

    test("is narrowed by reason, language and days", async () => {
      await refuse("How deep is the port of Raahe?");
      questions.base.pass(10 * 86_400_000);
      await refuse("Mitä kaukolämpö maksaa Riihimäellä?", "fi", "weak");
      const shown = async (query: string) => headings(await read(queue(), "", { query }));
      expect(await shown("reason=weak")).toEqual(["Mitä kaukolämpö maksaa Riihimäellä?"]);
      expect(await shown("language=en")).toEqual(["How deep is the port of Raahe?"]);
      expect(await shown("days=7")).toEqual(["Mitä kaukolämpö maksaa Riihimäellä?"]);
      expect(await shown("reason=odd&days=-1&page=99")).toHaveLength(2);
      expect(await shown("reason=disliked")).toEqual([]);
    });

    test("is left by the questions that were on the page, and by none that came since", async () => {
      await refuse("How deep is the port of Raahe?");
      const page = await read(queue(), "");
      const ids = /name="questions" value="([\d,]+)"/.exec(page)?.[1] ?? "";
      await refuse("What is the depth of the harbour in Raahe?");
      const form = { questions: ids, back: "/desk/queue?reason=refused" };
      const answer = await visit(queue(), "/unneeded", { form });
      expect(answer).toEqual({
        kind: "redirect",
        to: "/desk/queue?reason=refused",
        done: "1 question left the queue.",
      });
      expect(headings(await read(queue(), ""))).toEqual(["What is the depth of the harbour in Raahe?"]);
      expect(await questions.base.audit.list()).toMatchObject([
        {
          action: "queue.settle",
          actor: PEOPLE.kaisa.id,
          subject: "question:1",
          detail: { as: "unneeded", questions: 1 },
        },
      ]);
      const again = await visit(queue(), "/done", { form });
      expect(again).toMatchObject({ done: "These questions had left the queue already." });
      expect(await questions.base.audit.list()).toHaveLength(1);
    });

    test("has it again when it is asked again", async () => {
      await refuse("How deep is the port of Raahe?");
      await visit(queue(), "/done", { form: { questions: "1" } });
      expect(await queue().waiting?.()).toBe(0);
      await refuse("How deep is the port of Raahe?");
      expect(await queue().waiting?.()).toBe(1);
    });

    test.each(["", "x", "1;drop table asked", "-1", "9".repeat(40)])(
      "takes %j as no question",
      async (ids) => {
        await refuse("How deep is the port of Raahe?");
        const back = "https://evil.example/?reason=weak";
        const answer = await visit(queue(), "/done", { form: { questions: ids, back } });
        expect(answer).toMatchObject({ kind: "redirect", to: "/desk/queue?reason=weak" });
        expect(await queue().waiting?.()).toBe(1);
      },
    );

    test.each([
      ["fi", "Vastaamattomat kysymykset", "Kirjoita vastaus"],
      ["sv", "Obesvarade frågor", "Skriv svaret"],
      ["en", "Unanswered questions", "Write the answer"],
    ] as const)("speaks %s", async (language, title, words) => {
      await refuse("How deep is the port of Raahe?");
      expect(await visit(queue(), "", { language })).toMatchObject({ kind: "page", title });
      expect(await read(queue(), "", { language })).toContain(words);
    });

    test("is shown in pages", async () => {
      for (let at = 0; at < 25; at++) await refuse(`Zq${at}x?`);
      const first = await read(queue(), "");
      expect(headings(first)).toHaveLength(20);
      expect(first).toContain('href="/desk/queue?page=2"');
      expect(headings(await read(queue(), "", { query: "page=2" }))).toHaveLength(5);
    });
  });

  describe("an entry from a group", () => {
    test("begins with its questions by language, the most frequent first", async () => {
      await refuse("Paljonko höyry maksaa Kokkolassa?", "fi");
      await refuse("Höyryn hinta Kokkolassa?", "fi");
      await refuse("paljonko höyry maksaa kokkolassa", "fi");
      await refuse("What is the price of steam in Kokkola?");
      expect(await questions.part.prefillFaq("question:4")).toEqual({
        question_fi: "paljonko höyry maksaa kokkolassa",
        variants_fi: "Höyryn hinta Kokkolassa?",
        question_en: "What is the price of steam in Kokkola?",
        variants_en: "",
      });
    });

    test("takes the whole group out of the queue, and no other", async () => {
      await refuse("Paljonko höyry maksaa Kokkolassa?", "fi");
      await refuse("What is the price of steam in Kokkola?");
      await refuse("How deep is the port of Raahe?");
      await questions.part.noteFaq("question:2", "steam-price");
      expect(await queue().waiting?.()).toBe(1);
      expect((await questions.rows("asked")).map(({ settled }) => settled)).toEqual([
        "faq:steam-price",
        "faq:steam-price",
        null,
      ]);
    });

    test.each(["ticket:1", "question:99", "question:x", ""])("is not begun from %j", async (from) => {
      await refuse("How deep is the port of Raahe?");
      expect(await questions.part.prefillFaq(from)).toBeUndefined();
      await questions.part.noteFaq(from, "x");
      expect(await queue().waiting?.()).toBe(1);
    });
  });
});
