import { waitFor } from "./application.ts";
import { type DeskClient, enterDesk } from "./desk-client.ts";
import { type RestConversation, restConversation, startConversation } from "./direct-line-client.ts";

/** What the bot has said that it kept. */
export interface Kept {
  /** Answers of FAQ entries by their ids: the one that was acknowledged last, and those sent since. */
  entries: Map<string, { answer: string; since: string[] }>;
  /** Answers to tickets that were acknowledged. */
  answers: { ticket: number; text: string; chat: Chat }[];
}

/** A conversation that goes on after a restart. */
export type Chat = Pick<RestConversation, "id" | "token">;

let words = 0;
const word = () => `word${Date.now().toString(36)}${words++}`;

/** Edits FAQ entries and answers tickets until the bot is no more; what it acknowledges is put into `kept`. */
export async function workUntilKilled(bot: { url: string; output(): string }, kept: Kept): Promise<void> {
  const desk = await enterDesk(bot);
  const askers = Array.from({ length: 3 }, () => answerTickets({ bot, desk, kept }));
  const work = [editEntries(desk, kept), ...askers];
  // A request that the end of the process cuts off is how this ends.
  await Promise.allSettled(work);
}

async function editEntries(desk: DeskClient, kept: Kept): Promise<never> {
  for (let turn = 0; ; turn++) {
    const [id] = [...kept.entries.keys()].slice(-1 - (turn % 3));
    const answer = `Answer ${word()}.`;
    if (id === undefined || turn % 4 === 0) await addEntry(desk, { kept, answer });
    else await editEntry(desk, { kept, answer, id });
  }
}

async function addEntry(desk: DeskClient, { kept, answer }: { kept: Kept; answer: string }): Promise<void> {
  const fields = { question_en: `What is ${word()}?`, answer_en: answer, visibility: "public", do: "anyway" };
  const { status, to } = await desk.send("/desk/faq/new", fields);
  mustBe(status, 303);
  kept.entries.set(decodeURIComponent(to.split("/").at(-1) ?? ""), { answer, since: [] });
}

async function editEntry(
  desk: DeskClient,
  { kept, answer, id }: { kept: Kept; answer: string; id: string },
): Promise<void> {
  const path = `/desk/faq/${encodeURIComponent(id)}`;
  const token = await desk.fieldOf(`${path}/edit`, "token");
  const entry = kept.entries.get(id);
  entry?.since.push(answer);
  const fields = {
    token,
    question_en: `What is ${id}?`,
    answer_en: answer,
    visibility: "public",
    do: "anyway",
  };
  const { status } = await desk.send(`${path}/edit`, fields);
  mustBe(status, 303);
  kept.entries.set(id, { answer, since: [] });
}

async function answerTickets(options: {
  bot: { url: string };
  desk: DeskClient;
  kept: Kept;
}): Promise<never> {
  const { bot, desk, kept } = options;
  const chat = await startConversation(bot.url, { locale: "en-GB" });
  for (;;) {
    const ticket = await askPerson(chat, `Where is ${word()}?`);
    const text = `Behind ${word()}.`;
    const { status } = await desk.send(`/desk/tickets/${ticket}/answer`, { revision: "1", answer: text });
    mustBe(status, 303);
    kept.answers.push({ ticket, text, chat });
  }
}

/** Asks a person by the form. @returns The number of the ticket. */
export async function askPerson(chat: RestConversation, question: string): Promise<number> {
  const key = await replyTo(chat, "I want to talk to a person", /"key":"([\w-]+)"/);
  const value = { form: "ticket", do: "send", key, question, language: "en" };
  return Number(await replyTo(chat, { type: "message", value }, /question (\d+)/i));
}

/** Says something and finds a pattern in what the bot then says. */
export async function replyTo(chat: RestConversation, said: unknown, pattern: RegExp): Promise<string> {
  const { watermark } = await chat.poll();
  await chat.post(said);
  return waitFor(async () => {
    const { activities } = await chat.poll(watermark);
    const told = activities
      .filter(({ from }) => from.role === "bot")
      .map((activity) => JSON.stringify(activity));
    return pattern.exec(told.join("\n"))?.[1];
  });
}

/** How often a conversation holds words that the bot said. */
export async function countSaid(url: string, { chat, text }: { chat: Chat; text: string }): Promise<number> {
  const { activities } = await restConversation({ url, ...chat }).poll();
  return activities.filter((activity) => activity.from.role === "bot" && activity.text?.includes(text))
    .length;
}

function mustBe(status: number, wanted: number): void {
  if (status !== wanted) throw new Error(`Expected ${wanted}, got ${status}`);
}
