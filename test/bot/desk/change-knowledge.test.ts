import { describe, expect, it } from "vitest";
import { changeKnowledge } from "../../../bot/desk/change-knowledge.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";
import { createDeskBase } from "../../support/desk-base.ts";

describe.each(DATABASE_KINDS)("changeKnowledge() in %s", (kind) => {
  async function open() {
    const base = createDeskBase({ database: await openTestDatabase(kind) });
    const add = base.database.prepare("insert into meta (key, value) values (?, '')");
    const keys = async () =>
      (await base.database.prepare("select key from meta").all()).map(({ key }) => key);
    return { base, add, keys };
  }

  it("tells of what was written after it was kept, and not of what changed nothing", async () => {
    const { base, add, keys } = await open();
    const seen: unknown[] = [];
    const watched = { ...base, knowledgeChanged: async () => void seen.push(await keys()) };
    const change = (key: string, isChange: boolean) =>
      changeKnowledge(watched, () => add.run(key), { isChange: () => isChange });
    expect(await change("a", true)).toEqual({ changes: 1 });
    expect(seen).toEqual([["a"]]);
    await change("b", false);
    expect(seen).toHaveLength(1);
  });

  it("undoes all of work that throws and tells nobody", async () => {
    const { base, add, keys } = await open();
    const broken = changeKnowledge(
      base,
      async () => {
        await add.run("a");
        throw new RangeError("no");
      },
      { isChange: () => true },
    );
    await expect(broken).rejects.toThrow(RangeError);
    expect(await keys()).toEqual([]);
    expect(base.changes()).toBe(0);
  });

  it("waits within a transaction of the caller until that is done", async () => {
    const { base, add } = await open();
    const change = () => changeKnowledge(base, () => add.run("a"), { isChange: () => true });
    await base.database.transact(async () => {
      await change();
      expect(base.changes()).toBe(0);
    });
    expect(base.changes()).toBe(1);
  });
});
