import { setTimeout as wait } from "node:timers/promises";
import type { DeskClient } from "../support/desk-client.ts";
import type { Fleet } from "./fleet.ts";
import { REQUEST_PATIENCE_IN_MS } from "./insist.ts";
import { Person } from "./person.ts";
import { noteFailure, type Tally } from "./tally.ts";

/** What the work at the desk needs. */
export interface DeskWorkOptions {
  fleet: Fleet;
  tally: Tally;
  signal: AbortSignal;
}

const PAUSE_IN_MS = 700;

let words = 0;
const word = () => `word${Date.now().toString(36)}x${words++}`;

/** Asks persons by the form and answers at the desk, each time at the next replica, until the signal. */
export async function workOnTickets({ fleet, tally, signal }: DeskWorkOptions): Promise<Person> {
  const person = await Person.begin({ url: fleet.proxy.url, locale: "en-GB", polls: false, tally });
  while (!signal.aborted) {
    const form = await person.ask({ text: "I want to talk to a person" });
    const key = /"key":"([\w-]+)"/.exec(JSON.stringify(form))?.[1];
    const value = { form: "ticket", do: "send", key, question: `Where is ${word()}?`, language: "en" };
    const sent = key === undefined ? undefined : await person.ask({ value });
    const id = Number(/question (\d+)/i.exec(JSON.stringify(sent))?.[1]);
    if (Number.isNaN(id))
      tally.faults.push(`A form for a person was answered by ${JSON.stringify(sent)?.slice(0, 300)}`);
    else {
      const answer = `Behind ${word()}.`;
      const fields = { revision: "1", answer };
      // A second try is refused as a conflict when the first was kept.
      const status = await insistAtDesks(fleet, {
        tally,
        work: async (desk) => (await desk.send(`/desk/tickets/${id}/answer`, fields)).status,
      });
      if (status !== 303 && status !== 409) tally.faults.push(`The answer to ticket ${id} got ${status}`);
      tally.tickets.push({ id, answer, chat: person });
    }
    await wait(PAUSE_IN_MS);
  }
  return person;
}

/** Writes and edits FAQ entries, each time at the next replica, until the signal. */
export async function editEntries({ fleet, tally, signal }: DeskWorkOptions): Promise<void> {
  for (let turn = 0; !signal.aborted; turn++) {
    const id = [...tally.entries.keys()].at(-1 - (turn % 3));
    const desk = deskAt(fleet, turn);
    if (desk !== undefined) {
      const edit = id === undefined || turn % 3 === 0 ? add(desk, tally) : change(desk, { tally, id });
      // What failed may have been kept or not; each try has words of its own.
      await patiently(edit).catch(() => noteFailure(tally, 0));
    }
    await wait(PAUSE_IN_MS);
  }
}

async function add(desk: DeskClient, { entries }: Tally): Promise<void> {
  const [question, answer] = [`What is ${word()}?`, `Answer ${word()}.`];
  const fields = { question_en: question, answer_en: answer, visibility: "public", do: "anyway" };
  const { status, to } = await desk.send("/desk/faq/new", fields);
  if (status !== 303) throw new Error(`A new entry got ${status}`);
  entries.set(decodeURIComponent(to.split("/").at(-1) ?? ""), { question, answer, since: [] });
}

async function change(desk: DeskClient, { tally, id }: { tally: Tally; id: string }): Promise<void> {
  const entry = tally.entries.get(id);
  const path = `/desk/faq/${encodeURIComponent(id)}/edit`;
  const token = await desk.fieldOf(path, "token");
  if (entry === undefined || token === "") return;
  const answer = `Answer ${word()}.`;
  entry.since.push(answer);
  const fields = { token, question_en: entry.question, answer_en: answer, visibility: "public" };
  const { status } = await desk.send(path, { ...fields, do: "anyway" });
  if (status !== 303) throw new Error(`An edit got ${status}`);
  entry.answer = answer;
  entry.since = [];
}

async function insistAtDesks(
  fleet: Fleet,
  { tally, work }: { tally: Tally; work: (desk: DeskClient) => Promise<number> },
): Promise<number> {
  const end = performance.now() + 90_000;
  for (let turn = words; performance.now() < end; turn++) {
    const desk = deskAt(fleet, turn);
    const status = desk ? await patiently(work(desk)).catch(() => 0) : 0;
    if (status !== 0 && status < 500 && status !== 429) return status;
    noteFailure(tally, status);
    await wait(150);
  }
  throw new Error("The desk was out of reach for too long");
}

function deskAt({ replicas }: Fleet, turn: number): DeskClient | undefined {
  return replicas[turn % replicas.length]?.desk;
}

function patiently<Result>(work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The desk did not answer")), REQUEST_PATIENCE_IN_MS);
  return Promise.race([work.finally(() => clearTimeout(timer)), promise]);
}
