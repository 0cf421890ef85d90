import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStoredTokenBudget } from "../../../bot/model/stored-token-budget.ts";
import type { Database } from "../../../bot/state/database/database.ts";
import { openPostgres } from "../../../bot/state/database/postgres-database.ts";
import { SqliteDatabase } from "../../../bot/state/database/sqlite-database.ts";
import { createTestPostgres, DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";
import { MODEL_KNOWLEDGE } from "../../support/model-knowledge.ts";
import { type Asker, askFiles } from "../../support/own-index.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";
import { scriptSteps, speakWith } from "../../support/spoken-knowledge.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const DAY = Date.parse("2026-03-01T22:00:00Z");

describe.each(DATABASE_KINDS)("createStoredTokenBudget() (%s)", (kind) => {
  it("is shared, also by answers that end at the same moment", async () => {
    const database = await openTestDatabase(kind);
    const options = { tokensPerDay: 100, now: () => DAY };
    const budgets = [0, 1, 2].map(() => createStoredTokenBudget(database, options));
    expect(await budgets[0]?.hasRoom()).toBe(true);
    await Promise.all(budgets.map((budget) => budget.spend({ input: 20, output: 13 })));
    expect(await Promise.all(budgets.map((budget) => budget.hasRoom()))).toEqual([true, true, true]);
    await budgets[1]?.spend({ input: 0, output: 1 });
    expect(await Promise.all(budgets.map((budget) => budget.hasRoom()))).toEqual([false, false, false]);
  });

  it("begins anew with the UTC day", async () => {
    const database = await openTestDatabase(kind);
    let now = DAY;
    const budget = createStoredTokenBudget(database, { tokensPerDay: 10, now: () => now });
    await budget.spend({ input: 10, output: 0 });
    expect(await budget.hasRoom()).toBe(false);
    now = Date.parse("2026-03-02T00:00:00Z");
    expect(await budget.hasRoom()).toBe(true);
  });

  it("keeps nothing where there is no limit", async () => {
    const database = await openTestDatabase(kind);
    const budget = createStoredTokenBudget(database, { tokensPerDay: 0 });
    await budget.spend({ input: 1_000_000_000, output: 1 });
    expect(await budget.hasRoom()).toBe(true);
    expect(await database.prepare("select * from model_usage").all()).toEqual([]);
  });

  it("is not begun anew by a restart", async () => {
    const open = await restartable(kind);
    const options = { tokensPerDay: 10, now: () => DAY };
    const before = await open();
    await createStoredTokenBudget(before, options).spend({ input: 7, output: 3 });
    await before.close();
    const after = await open();
    expect(await createStoredTokenBudget(after, options).hasRoom()).toBe(false);
    await after.close();
  });
});

async function restartable(kind: (typeof DATABASE_KINDS)[number]): Promise<() => Promise<Database>> {
  if (kind === "sqlite") {
    const folder = await makeFolder();
    return async () => new SqliteDatabase(`${folder}/state.sqlite`);
  }
  const url = await createTestPostgres();
  return () => openPostgres({ url, connections: 2 });
}

describe("two replicas with one budget", () => {
  let asker: Asker;
  let model: ScriptedModel;
  beforeAll(async () => {
    asker = await askFiles(MODEL_KNOWLEDGE);
    model = await startScriptedModel();
  });
  afterAll(() => model.close());

  it("stop asking the model together, after one statement before and one after each answer", async () => {
    const database = await openTestDatabase("sqlite");
    const usage = { promptTokens: 400, completionTokens: 100 };
    scriptSteps(model, {
      choose: () => ({ toolCalls: [{ name: "search_passages", arguments: {} }], usage }),
      write: () => ({ text: "The network sells 22 000 MWh of steam a year to three companies [1].", usage }),
    });
    const counts = { hasRoom: 0, spend: 0 };
    const [one, other] = [0, 1].map(() => {
      const stored = createStoredTokenBudget(database, { tokensPerDay: 900 });
      const budget: typeof stored = {
        hasRoom: () => {
          counts.hasRoom++;
          return stored.hasRoom();
        },
        spend: (spent) => {
          counts.spend++;
          return stored.spend(spent);
        },
      };
      return speakWith(asker.view, model, { budget });
    });
    const question = "What is the steam network used for?";
    expect((await one?.ask(question))?.text).toContain("22 000 MWh");
    expect(counts).toEqual({ hasRoom: 1, spend: 1 });
    const before = model.requests.length;
    await other?.ask(question);
    expect(model.requests).toHaveLength(before);
    expect(other?.log.at(-1)).toMatchObject({ event: "model.failed", reason: "budget" });
  });

  it("give the answer all the same where what it took cannot be kept", async () => {
    scriptSteps(model, {
      write: () => ({ text: "The network sells 22 000 MWh of steam a year to three companies [1]." }),
    });
    const budget = {
      hasRoom: async () => true,
      spend: () => Promise.reject(new Error("Connection terminated")),
    };
    const spoken = speakWith(asker.view, model, { budget });
    expect((await spoken.ask("What is the steam network used for?")).text).toContain("22 000 MWh");
    expect(spoken.log.map(({ event }) => event)).toContain("model.usage-not-kept");
  });
});
