import { beforeAll, describe, expect, it } from "vitest";
import { AnswerCache } from "../../bot/answer-cache.ts";
import { type AnswerInTopic, findInTopic } from "../../bot/answer-in-topic.ts";
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
  const ask = (seen: SkillTurn): Promise<AnswerInTopic> =>
    cache.get(seen, (turn) => {
      made += 1;
      return findInTopic(turn);
    });
  return { ask, made: () => made };
}

describe("AnswerCache", () => {
  it("gives the same answer to the letter, made once", async () => {
    const { ask, made } = counting();
    const answers = [await ask(turnOf(MEMBERS)), await ask(turnOf(MEMBERS))];
    expect(made()).toBe(1);
    const fresh = await findInTopic(turnOf(MEMBERS));
    for (const answer of answers) expect(answer).toEqual(fresh);
    expect(fresh.draft.text).toContain("**22**");
  });

  it("does not mind what was talked of before where the answer does not rest on it", async () => {
    const { ask, made } = counting();
    await ask(turnOf(MEMBERS));
    const memory = { person: "Somebody", recent: [{ asked: "x", answered: "y", refused: false }] };
    await ask(turnOf(MEMBERS, { memory }));
    expect(made()).toBe(1);
  });

  it("minds it where the answer rests on it: the same words lead elsewhere", async () => {
    const { ask, made } = counting();
    const followUp = (place: string) =>
      turnOf("And in Kokkola?", {
        memory: {
          language: "en",
          question: { text: `Which ash streams arise in ${place}?`, language: "en" },
        },
      });
    const slag = turnOf("And in Kokkola?", {
      memory: { language: "en", question: { text: "Which slag streams arise in Kemi?", language: "en" } },
    });
    const ash = await ask(followUp("Kemi"));
    const other = await ask(slag);
    expect(made()).toBe(2);
    expect(other.draft.text).not.toBe(ash.draft.text);
    for (const seen of [followUp("Kemi"), slag]) expect(await ask(seen)).toEqual(await findInTopic(seen));
    expect(made()).toBe(2);
  });

  it.each([
    ["other words", () => turnOf("How many members has the KIP Association?")],
    ["another language of the answer", () => turnOf(MEMBERS, { replyLanguage: "fi" })],
    ["another rank", () => turnOf(MEMBERS, { turn: { ...turnOf("").turn, reader: "member" } })],
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
    for (let at = 0; at < 600; at += 1) await ask(turnOf(`x${at}`));
    await ask(turnOf("first question of all"));
    expect(made()).toBe(602);
  });
});
