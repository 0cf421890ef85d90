import { beforeAll, describe, expect, it } from "vitest";
import { AnswerCache } from "../../bot/answer-cache.ts";
import { answerInTopic, type UnderstoodAnswer } from "../../bot/answer-in-topic.ts";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import type { SkillTurn } from "../../bot/turn-skill.ts";
import { openOwnKnowledge } from "../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function turnOf(words: string, changes: Partial<SkillTurn> = {}): SkillTurn {
  return {
    turn: { channel: "web-chat", conversationId: "c", text: words, reader: "public" },
    words,
    language: "en",
    replyLanguage: "en",
    memory: {},
    view: view.forReader("public"),
    ...changes,
  };
}

const MEMBERS = "How many members does the KIP Association have?";

/** A cache that counts how often an answer is really made. */
function counting(now = () => Date.UTC(2026, 10, 22, 12)) {
  const cache = new AnswerCache({ now });
  let made = 0;
  const ask = (seen: SkillTurn): Promise<UnderstoodAnswer> =>
    cache.get(seen, (turn) => {
      made += 1;
      return answerInTopic(turn);
    });
  return { ask, made: () => made };
}

describe("AnswerCache", () => {
  it("gives the same answer to the letter, made once, also to several who ask at once", async () => {
    const { ask, made } = counting();
    const [first, second] = await Promise.all([ask(turnOf(MEMBERS)), ask(turnOf(MEMBERS))]);
    const third = await ask(turnOf(MEMBERS));
    expect(made()).toBe(1);
    const fresh = await answerInTopic(turnOf(MEMBERS));
    for (const answer of [first, second, third]) expect(answer).toEqual(fresh);
    expect(fresh.draft.text).toContain("**22**");
  });

  it.each([
    ["other words", () => turnOf("How many members has the KIP Association?")],
    ["another language of the answer", () => turnOf(MEMBERS, { replyLanguage: "fi" })],
    ["another rank", () => turnOf(MEMBERS, { turn: { ...turnOf("").turn, reader: "member" } })],
    ["something that was talked of before", () => turnOf(MEMBERS, { memory: { topic: "ECO3" } })],
  ])("makes another answer for %s", async (_, turn) => {
    const { ask, made } = counting();
    await ask(turnOf(MEMBERS));
    await ask(turn());
    expect(made()).toBe(2);
  });

  it("makes it anew for another view of the knowledge, on another day, and after ten minutes", async () => {
    let time = Date.UTC(2026, 10, 22, 23, 55);
    const { ask, made } = counting(() => time);
    await ask(turnOf(MEMBERS));
    time += 9 * 60_000;
    await ask(turnOf(MEMBERS));
    expect(made()).toBe(2);
    time += 9 * 60_000;
    await ask(turnOf(MEMBERS));
    expect(made()).toBe(2);
    time += 2 * 60_000;
    await ask(turnOf(MEMBERS));
    expect(made()).toBe(3);
    await ask(turnOf(MEMBERS, { view: new KnowledgeView(view.index) }));
    expect(made()).toBe(4);
  });

  it("leaves each conversation its own earlier questions", async () => {
    const { ask, made } = counting();
    const recent = (asked: string) => ({ recent: [{ asked, answered: "Secret of one", refused: false }] });
    const one = await ask(turnOf(MEMBERS, { memory: recent("first person") }));
    const other = await ask(turnOf(MEMBERS, { memory: recent("second person") }));
    const newcomer = await ask(turnOf(MEMBERS));
    expect(made()).toBe(1);
    expect(one.memory.recent?.[0]?.asked).toBe("first person");
    expect(other.memory.recent?.[0]?.asked).toBe("second person");
    expect(newcomer.memory.recent).toBeUndefined();
  });

  it("keeps no failure, and only so many answers", async () => {
    const cache = new AnswerCache();
    let calls = 0;
    const failing = () => {
      calls += 1;
      return Promise.reject(new Error("no"));
    };
    await expect(cache.get(turnOf("a"), failing)).rejects.toThrow("no");
    await expect(cache.get(turnOf("a"), failing)).rejects.toThrow("no");
    expect(calls).toBe(2);
    const { ask, made } = counting();
    await ask(turnOf("first question of all"));
    for (let at = 0; at < 300; at += 1) await ask(turnOf(`x${at}`));
    await ask(turnOf("first question of all"));
    expect(made()).toBe(302);
  });
});
