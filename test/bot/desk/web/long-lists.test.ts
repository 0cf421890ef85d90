import { afterAll, beforeAll, expect, it } from "vitest";
import { type GuardedDesk, startGuardedDesk } from "../../../support/guarded-desk.ts";
import { askIntroduction, fillWithSecrets, OWNER } from "../../../support/leak-desk.ts";
import { leakKnowledge } from "../../../support/leak-knowledge.ts";
import { askFiles } from "../../../support/own-index.ts";

const ROWS = 10_000;
/** A machine that runs all tests at once is several times slower. */
const LONGEST_IN_MS = 4000;
const MOST_BYTES = 2_000_000;
const SLOW_IN_MS = 120_000;

/** Columns that differ from row to row; `n` counts the rows. */
const TABLES: Record<string, Record<string, string>> = {
  ticket: { id: "n + 100", state: "'open'" },
  submission: { id: "n + 100", state: "'waiting'" },
  introduction: { id: "n + 100", state: "'asked'", target: "'target' || n" },
  alert: { id: "n + 100", number: "n + 100", query: "'query' || n" },
  asked: { id: "n + 100", turn: "'turn' || n", text: "'Who won cup number ' || n || '?'", settled: "null" },
  audit: { id: "n + 10000", actor: "'actor' || (n % 500)" },
  live_record: { id: "'SS' || (n + 5000)" },
};

let desk: GuardedDesk;
beforeAll(async () => {
  const { view } = await askFiles(leakKnowledge());
  desk = await startGuardedDesk(view);
  await fillWithSecrets(desk);
  await askIntroduction(desk, "Introduce us to Harbour Oy", OWNER);
  await desk.say("Who won the cup?", OWNER);
  await desk.open("/desk/queue");
  for (const [table, changes] of Object.entries(TABLES)) await multiply(table, changes);
}, SLOW_IN_MS);
afterAll(() => desk.close());

/** Repeats the first row of a table. */
async function multiply(table: string, changes: Record<string, string>): Promise<void> {
  const { database } = desk.store;
  const columns = await database.prepare(`select name from pragma_table_info('${table}')`).all();
  const names = columns.map(({ name }) => String(name));
  const values = names.map((name) => changes[name] ?? name);
  const last = table === "asked" ? "text is not null" : "true";
  const repeat = database.prepare(
    `insert into ${table} (${names}) with recursive counted (n) as
    (select 1 union all select n + 1 from counted where n < ${ROWS}), one as (select * from ${table} where ${last} limit 1)
    select ${values} from one, counted`,
  );
  await repeat.run();
}

it.each(["", "/tickets", "/queue", "/faq", "/streams", "/introductions", "/alerts", "/figures", "/audit"])(
  "a desk with 10,000 of everything shows /desk%s in time, and no longer than can be read",
  async (path) => {
    const started = performance.now();
    const { status, text } = await desk.open(`/desk${path}`);
    const ms = Math.round(performance.now() - started);
    console.info(`/desk${path}: ${ms} ms, ${Math.round(text.length / 1000)} kB`);
    expect(status).toBe(200);
    expect(ms).toBeLessThan(LONGEST_IN_MS);
    expect(text.length).toBeLessThan(MOST_BYTES);
  },
);
