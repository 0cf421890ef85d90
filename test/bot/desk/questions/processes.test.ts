import { beforeAll, describe, expect, test, vi } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import { createTestPostgres } from "../../../support/databases.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { type QuestionsOfTest, questionsOn } from "./asked.ts";

/* Two processes on one database: what one of them holds in memory only, the other can ask of it. */

const ANSWERED = "What does membership of the KIP Association give a company?";
const REFUSED = "What is the price of steam in ECO3 on Mars?";
const PATIENCE = { timeout: 15_000 };
const CONVERSATION = "web-chat:1";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

async function openTwo(): Promise<[QuestionsOfTest, QuestionsOfTest]> {
  const url = await createTestPostgres();
  const open = async () => {
    const database = await openPostgres({ url, connections: 3 });
    return questionsOn(view, { database });
  };
  const two: [QuestionsOfTest, QuestionsOfTest] = [await open(), await open()];
  await untilHeard(two);
  return two;
}

/** Waits until each hears the other. */
async function untilHeard(two: readonly QuestionsOfTest[]): Promise<void> {
  for (const [at, { base }] of two.entries()) {
    const heard = vi.fn();
    const end = two[1 - at]?.base.database.onAnnounced("test", heard);
    await vi.waitFor(async () => {
      await base.database.announce("test", "");
      expect(heard).toHaveBeenCalled();
    }, PATIENCE);
    end?.();
  }
}

async function dislike({ base, part }: QuestionsOfTest, target: string): Promise<void> {
  await base.database
    .prepare("insert into feedback (conversation, target, reaction, created) values (?, ?, 'dislike', 1)")
    .run(CONVERSATION, target);
  await part.noteRating({ conversationId: CONVERSATION, target, reaction: "dislike" });
}

describe("questions in two processes", () => {
  test("the words of what was answered here and disliked there come to the queue", async () => {
    const [here, there] = await openTwo();
    const { turnId = "" } = await here.say(ANSWERED);
    here.part.noteDelivered({ turnId, conversationId: CONVERSATION, targets: ["c|7"] });
    await here.part.flush();
    await dislike(there, "c|7");
    await vi.waitFor(async () => {
      expect(await there.rows("asked")).toMatchObject([{ text: ANSWERED, dislikes: 1 }]);
    }, PATIENCE);
    await Promise.all([here, there].map(({ base }) => base.database.close()));
  });

  test("what was erased there is remembered here no more", async () => {
    const [here, there] = await openTwo();
    const { turnId = "" } = await here.say(ANSWERED);
    here.part.noteDelivered({ turnId, conversationId: CONVERSATION, targets: ["c|7"] });
    await here.part.flush();
    await there.part.erase?.(CONVERSATION);
    // Here it is heard in the order in which it is said.
    const heard = vi.fn();
    here.base.database.onAnnounced("test", heard);
    await vi.waitFor(async () => {
      await there.base.database.announce("test", "");
      expect(heard).toHaveBeenCalled();
    }, PATIENCE);
    const [row] = await here.rows("asked");
    await there.base.database.prepare("update asked set dislikes = 1").run();
    await there.base.database.announce("sivuvirta_disliked", turnId);
    await there.base.database.announce("sivuvirta_disliked", String(row?.turn));
    await here.say(REFUSED, { conversationId: "web-chat:2" });
    expect(JSON.stringify(await here.rows("asked"))).not.toMatch(/membership/);
    await Promise.all([here, there].map(({ base }) => base.database.close()));
  });

  test("what was erased there without being heard here is looked for, and nothing else is forgotten", async () => {
    const [here, there] = await openTwo();
    const { turnId: erased = "" } = await here.say(ANSWERED);
    const { turnId: kept = "" } = await here.say(ANSWERED, { conversationId: "web-chat:2" });
    await here.part.flush();
    const { database } = there.base;
    const rename = (from: string, to: string) =>
      database.prepare("update asked set turn = ?, text = null, dislikes = 1 where turn = ?").run(to, from);
    const textOf = async (turn: string) =>
      (await database.prepare("select text from asked where turn = ?").get(turn))?.text;
    await vi.waitFor(async () => {
      // As when the connection was lost meanwhile: the row has another name, and nobody has said why.
      await rename(erased, "nobody");
      await database.announce("sivuvirta_erased", "");
      await untilHeard([here, there]);
      await rename("nobody", erased);
      await database.announce("sivuvirta_disliked", erased);
      await untilHeard([here, there]);
      await rename(kept, kept);
      await database.announce("sivuvirta_disliked", kept);
      await vi.waitFor(async () => expect(await textOf(kept)).toBe(ANSWERED), PATIENCE);
      expect(await textOf(erased)).toBeNull();
    }, PATIENCE);
    await Promise.all([here, there].map(({ base }) => base.database.close()));
  });

  test("partners that were suggested here and asked about there are counted as opened, once", async () => {
    const [here, there] = await openTwo();
    const reply = await here.say("Who could use 22,000 t of fly ash from Kokkola?");
    const [company] = reply.partners?.companies ?? [];
    expect(company).toBeDefined();
    const opened = async () =>
      (await there.rows("happening")).filter(({ kind }) => kind === "partners.opened").length;
    await vi.waitFor(async () => {
      await there.say(`Where is ${company?.name}?`);
      expect(await opened()).toBe(1);
    }, PATIENCE);
    await untilHeard([here, there]);
    await here.say(`Where is ${company?.name}?`);
    await here.part.flush();
    expect(await opened()).toBe(1);
    await Promise.all([here, there].map(({ base }) => base.database.close()));
  });

  test("queue and figures are the same, whoever asked and whoever settled", async () => {
    const [here, there] = await openTwo();
    await Promise.all([here.say(REFUSED), there.say(REFUSED, { conversationId: "web-chat:2" })]);
    await Promise.all([here.part.flush(), there.part.flush()]);
    expect(await here.part.section.waiting?.()).toBe(2);
    expect(await here.part.prefillFaq("question:1")).toEqual({ question_en: REFUSED, variants_en: "" });
    await there.part.noteFaq("question:1", "steam-price");
    expect(await here.part.section.waiting?.()).toBe(0);
    expect(await here.part.prefillFaq("question:1")).toBeUndefined();
    const day = 86_400_000;
    for (const { base } of [here, there]) base.pass(400 * day);
    await Promise.all([here.part.purge?.(), there.part.purge?.()]);
    const turns = (await here.rows("figure_day")).filter(({ subject }) => subject === "turn");
    expect(turns).toMatchObject([{ count: 2, conversations: 2, outcome: "refused" }]);
    await Promise.all([here, there].map(({ base }) => base.database.close()));
  });
});
