import { afterEach, expect, test } from "vitest";
import { waitFor } from "../../support/application.ts";
import { createTestPostgres } from "../../support/databases.ts";
import { restConversation, startConversation } from "../../support/direct-line-client.ts";
import { startRoundRobin } from "../../support/round-robin.ts";
import { startWholeBot, type WholeBot } from "../../support/whole-bot.ts";

let bots: WholeBot[] = [];
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  bots = [];
});

const DIALOGUE = ["Mitä lentotuhkia syntyy Kemissä?", "Entä Raahessa?"];

/** Holds a dialogue, each message at the next address. @returns The texts of the answers. */
async function talk(urls: readonly string[]): Promise<string[]> {
  const { id, token } = await startConversation(urls[0] ?? "", { locale: "fi-FI" });
  const answers: string[] = [];
  for (const [at, text] of DIALOGUE.entries()) {
    const conversation = restConversation({ url: urls[at % urls.length] ?? "", id, token });
    const posted = await conversation.post(text);
    expect(posted.status).toBe(200);
    const answer = await waitFor(async () => {
      const { activities } = await conversation.poll();
      return activities.find(({ type, replyToId }) => type === "message" && replyToId === posted.body.id);
    }, 15_000);
    answers.push(answer.text ?? "");
  }
  return answers;
}

test("replicas of the whole bot take over each other's conversations, with what was said before", async () => {
  const settings = { DATABASE_URL: await createTestPostgres(), DATABASE_CONNECTIONS: "5" };
  bots = await Promise.all([startWholeBot({ settings }), startWholeBot({ settings }), startWholeBot()]);
  const [one, two, alone] = bots.map(({ url }) => url) as [string, string, string];
  const wanted = await talk([alone]);
  expect(new Set(wanted).size).toBe(DIALOGUE.length);
  expect(wanted[1]).toMatch(/Raahe/);
  expect(await talk([one, two])).toEqual(wanted);
  const proxy = await startRoundRobin([one, two]);
  expect(await talk([proxy.url])).toEqual(wanted);
  expect([...proxy.counts.values()].every((count) => count > 2)).toBe(true);
  await proxy.close();
}, 90_000);
