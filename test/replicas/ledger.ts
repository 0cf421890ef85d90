import pg from "pg";
import { waitFor } from "../support/application.ts";
import type { SeenActivity } from "../support/direct-line-client.ts";
import { restConversation, startConversation } from "../support/direct-line-client.ts";
import type { Fleet } from "./fleet.ts";
import type { Person } from "./person.ts";
import type { Tally } from "./tally.ts";
import type { TeamsWork } from "./teams-work.ts";

/** What does not belong together in the database; each gives no row when all does. */
const HALF_DONE = [
  "select id, attempts, state from pending_turn",
  "select id, revision from faq_entry e where revision <> (select max(revision) from faq_revision r where r.id = e.id)",
  "select id, revision from faq_revision r where change in ('add', 'edit') and 1 <> (select count(*) from audit a where a.action = 'faq.' || r.change and a.subject = 'faq:' || r.id and cast(a.detail as json) ->> 'revision' = cast(r.revision as text))",
  "select id, state from ticket t where (state = 'answered') <> exists (select 1 from ticket_event e where e.ticket = t.id and e.kind = 'answered')",
  "select ticket, kind from ticket_event e where 1 <> (select count(*) from audit a where a.action = 'ticket.' || e.kind and a.subject = 'ticket:' || e.ticket)",
  "select ticket from ticket_event e where kind = 'answered' and 1 <> (select count(*) from notice n where n.about = 'ticket:' || e.ticket)",
] as const;

/** Everything that is not as it must be after the faults, in words: what was acknowledged is there, once, in order. */
export async function readLedger(options: {
  fleet: Fleet;
  people: readonly Person[];
  tally: Tally;
  teams: TeamsWork;
}): Promise<string[]> {
  const { fleet, people, tally } = options;
  const client = new pg.Client({ connectionString: fleet.databaseUrl });
  await client.connect();
  const ask = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
  try {
    const wrong = [...tally.faults];
    for (const sql of HALF_DONE) {
      wrong.push(...(await ask(sql)).map((row) => `${JSON.stringify(row)} of: ${sql.slice(0, 80)}`));
    }
    for (const [at, person] of people.entries()) {
      const { bot } = fleet.replicas[at % fleet.replicas.length] ?? {};
      wrong.push(...faultsOfConversation(person, await person.readAll(bot?.url ?? fleet.proxy.url)));
    }
    wrong.push(...(await faultsOfKnowledge(tally, fleet)));
    wrong.push(...(await faultsOfDesk(tally, { ask, url: fleet.proxy.url })));
    return [...wrong, ...faultsOfTeams(options)];
  } finally {
    await client.end();
  }
}

function faultsOfConversation({ id, acknowledged }: Person, activities: readonly SeenActivity[]): string[] {
  const wrong: string[] = [];
  const numbers = activities.map((activity) => Number(activity.id.split("|")[1]));
  if (numbers.some((number, at) => number !== at + 1)) wrong.push(`${id}: numbers ${numbers.join(" ")}`);
  const messages = activities.filter(({ type }) => type === "message");
  const asked = messages.filter(({ from }) => from.role === "user");
  const answers = messages.filter(({ from, replyToId }) => from.role === "bot" && replyToId !== undefined);
  for (const [clientId, message] of acknowledged) {
    const named = asked.filter(({ channelData }) => channelData?.clientActivityID === clientId);
    if (named.length !== 1 || named[0]?.id !== message) {
      wrong.push(`${message} is there as ${named.map((activity) => activity.id).join(", ")}`);
    }
  }
  for (const { id: message } of asked) {
    const count = answers.filter(({ replyToId }) => replyToId === message).length;
    if (count !== 1) wrong.push(`${message} has ${count} answers`);
  }
  const order = answers.map(({ replyToId }) => replyToId ?? "");
  if (order.join() !== order.toSorted().join()) wrong.push(`${id}: answered in the order ${order.join(" ")}`);
  return wrong;
}

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

async function faultsOfDesk(tally: Tally, { ask, url }: { ask: Ask; url: string }): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, answer, chat } of tally.tickets) {
    const [ticket] = await ask("select json from ticket where id = $1", [id]);
    const { answers = [] } = JSON.parse(String(ticket?.json ?? "{}")) as { answers?: { text: string }[] };
    const texts = answers.map(({ text }) => text);
    if (texts.join() !== answer) wrong.push(`Ticket ${id} holds "${texts.join()}", not "${answer}"`);
    const { activities } = await restConversation({ url, ...chat }).poll();
    const said = activities.filter(({ from, text }) => from.role === "bot" && text?.includes(answer)).length;
    if (said !== 1) wrong.push(`The answer to ticket ${id} was told ${said} times`);
  }
  for (const [id, { answer, since }] of tally.entries) {
    const [entry] = await ask("select json from faq_entry where id = $1", [id]);
    const kept = String(entry?.json);
    if (![answer, ...since].some((text) => kept.includes(text))) wrong.push(`Entry ${id} holds ${kept}`);
  }
  for (const { conversation, target } of tally.ratings) {
    const values = [conversation, target];
    const rows = await ask("select 1 from feedback where conversation = $1 and target = $2", values);
    if (rows.length !== 1) wrong.push(`The rating of ${target} is there ${rows.length} times`);
  }
  for (const { conversation } of tally.alerts) {
    const rows = await ask("select 1 from alert where conversation = $1", [conversation]);
    if (rows.length !== 1) wrong.push(`${conversation} has ${rows.length} alerts`);
  }
  return wrong;
}

/** The newest entry of the desk is what each replica answers. */
async function faultsOfKnowledge({ entries }: Tally, { replicas }: Fleet): Promise<string[]> {
  const entry = [...entries.values()].at(-1);
  if (entry === undefined) return [];
  const asked = replicas.map(async ({ bot }, at) => {
    const url = bot?.url ?? "";
    const conversation = await startConversation(url, { locale: "en-GB" });
    const { body } = await conversation.post(entry.question);
    const answer = await waitFor(async () => {
      const { activities } = await conversation.poll();
      return activities.find(({ replyToId }) => replyToId === body.id);
    }, 15_000);
    const isKnown = [entry.answer, ...entry.since].some((text) => answer.text?.includes(text));
    return isKnown ? [] : [`Replica ${at + 1} answers "${answer.text}", not "${entry.answer}"`];
  });
  return (await Promise.all(asked)).flat();
}

/** What ended the process while an answer was sent may have arrived or not; it is never sent again, and logged. */
function faultsOfTeams({ fleet, tally, teams }: Parameters<typeof readLedger>[0]): string[] {
  const answered = new Map<string, number>();
  for (const { body } of teams.posts) {
    const { type, replyToId = "" } = body;
    if (type === "message") answered.set(replyToId, (answered.get(replyToId) ?? 0) + 1);
  }
  const output = fleet.replicas.map((replica) => replica.output()).join("");
  const perhaps = output.match(/turn\.perhaps-answered/g)?.length ?? 0;
  const missing = tally.teams.filter((id) => !answered.has(id));
  return [
    ...[...answered]
      .filter(([, count]) => count > 1)
      .map(([id, count]) => `Teams: ${id} has ${count} answers`),
    ...(missing.length > perhaps ? [`Teams: no answer to ${missing.join(", ")}; ${perhaps} perhaps`] : []),
  ];
}
