import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FaqPartOptions } from "../../../../bot/desk/faq/create-faq-part.ts";
import { draftOf, type FaqDraft } from "../../../../bot/desk/faq/faq-draft.ts";
import type { FaqItem } from "../../../../bot/desk/faq/faq-item.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { createTestFaqDesk, draftWith, FAQ_KNOWLEDGE, type TestFaqDesk } from "../../../support/faq-desk.ts";
import { createAsker } from "../../../support/own-index.ts";

const { kaisa, erik } = PEOPLE;

async function itemOf({ desk }: TestFaqDesk, id: string): Promise<FaqItem> {
  const item = await desk.find(id);
  if (item === undefined) throw new Error(`There is no entry "${id}"`);
  return item;
}

/** Changes some fields of an entry, as somebody who has just opened it. */
async function change(
  faq: TestFaqDesk,
  id: string,
  fields: Partial<FaqDraft>,
  actor = kaisa as typeof kaisa | typeof erik,
) {
  const { content, token } = await itemOf(faq, id);
  return faq.desk.edit({ id, token, draft: { ...draftOf(content), ...fields }, actor });
}

describe.each(DATABASE_KINDS)("FaqDesk in %s", (kind) => {
  const open = async (options: Partial<FaqPartOptions> = {}) =>
    createTestFaqDesk({ ...options, database: await openTestDatabase(kind) });

  test("add() makes an id of the question, keeps who wrote it, and the next answer knows it", async () => {
    const faq = await open();
    const question = "Mistä Harbour Parkin sauna varataan?";
    const before = await createAsker(faq.view()).ask(question);
    expect(before.text).not.toContain("satamatoimistosta");
    const outcome = await faq.desk.add({ draft: draftWith(), actor: kaisa });
    expect(outcome).toEqual({ kind: "saved", id: "harbour-parkin-sauna-varataan" });
    const reply = await createAsker(faq.view()).ask(question);
    expect(reply.text).toContain("Sauna varataan satamatoimistosta numerosta 123 4567.");
    expect(reply.citations.map(({ title }) => title)).toEqual([
      "Koordinaattorin oma tieto, Sivuvirta, 1.3.2026",
    ]);
    expect(await faq.base.audit.list()).toMatchObject([
      {
        action: "faq.add",
        subject: "faq:harbour-parkin-sauna-varataan",
        actor: "web:kaisa",
        detail: { revision: 1 },
      },
    ]);
    expect(faq.base.changes()).toBe(1);
  });

  test("an entry in one language answers who asks in another", async () => {
    const faq = await open();
    const draft = draftWith({ question_sv: "Var bokar man bastun i Harbour Park?" });
    await faq.desk.add({ draft, actor: kaisa });
    const reply = await createAsker(faq.view()).ask("Var bokar man bastun i Harbour Park?");
    expect(reply.language).toBe("sv");
    expect(reply.text).toContain("123 4567");
  });

  test("add() names what is wrong, field by field, and keeps nothing", async () => {
    const faq = await open();
    const draft = draftWith({
      question_sv: "Var bokar man bastun?",
      answer_en: "## Sauna\nBook it.",
      answer_fi: "Varaa se. [^nobody]",
      sources: "Handbook | ftp://x | 2026",
      park: "atlantis",
      year: "26",
      validUntil: "2026-02-30",
      visibility: "all",
    });
    const outcome = await faq.desk.add({ draft, actor: kaisa });
    expect(outcome).toEqual({
      kind: "invalid",
      problems: [
        { field: "answer_en", code: "heading" },
        { field: "sources", code: "source" },
        { field: "visibility", code: "choice" },
        { field: "year", code: "year" },
        { field: "validUntil", code: "date" },
      ],
    });
    const second = await faq.desk.add({
      draft: { ...draft, answer_en: "Book it.", sources: "", year: "", validUntil: "", visibility: "public" },
      actor: kaisa,
    });
    expect(second).toEqual({
      kind: "invalid",
      problems: [
        { field: "answer_fi", code: "unknown-mark" },
        { field: "question_en", code: "question-missing" },
        { field: "park", code: "unknown-park" },
      ],
    });
    expect(await faq.base.audit.list()).toEqual([]);
    expect(await faq.overlay()).toEqual({ entries: [], hidden: [] });
  });

  test("add() shows near entries first and saves when the person insists", async () => {
    const faq = await open();
    const draft = draftWith({ question_fi: "Milloin Harbour Parkin portti on auki?", answer_fi: "Aina." });
    const outcome = await faq.desk.add({ draft, actor: kaisa });
    expect(outcome).toMatchObject({ kind: "similar", near: [{ id: "gate-hours" }] });
    expect(await faq.desk.add({ draft, actor: kaisa, isSure: true })).toMatchObject({ kind: "saved" });
  });

  test("edit() takes an entry of the files over: their form becomes revision 0 of its history", async () => {
    const faq = await open();
    const outcome = await change(faq, "gate-hours", { answer_fi: "Portti on auki kello 7–21. [^book]" });
    expect(outcome).toEqual({ kind: "saved", id: "gate-hours" });
    const history = await faq.desk.history("gate-hours");
    expect(history.map(({ revision, change: done, changedBy }) => [revision, done, changedBy.name])).toEqual([
      [1, "edit", "Kaisa"],
      [0, "file", ""],
    ]);
    expect(history[1]?.content.texts.fi.answer).toBe("Harbour Parkin portti on auki kello 6–22. [^book]");
    const reply = await createAsker(faq.view()).ask("Milloin Harbour Parkin portti on auki?");
    expect(reply.text).toContain("7–21");
    expect(reply.text).not.toContain("6–22");
    expect((await faq.base.audit.list())[0]?.detail).toEqual({ revision: 1, fields: ["answer_fi"] });
  });

  test("edit() without a difference changes nothing", async () => {
    const faq = await open();
    expect(await change(faq, "gate-hours", {})).toEqual({ kind: "unchanged", id: "gate-hours" });
    expect(await faq.desk.history("gate-hours")).toEqual([]);
    expect(await faq.desk.edit({ id: "nothing", token: "1", draft: draftWith(), actor: kaisa })).toEqual({
      kind: "missing",
    });
  });

  test("the day of an answer moves with its words, not with its tags", async () => {
    const faq = await open();
    await faq.desk.add({ draft: draftWith(), actor: kaisa });
    const id = "harbour-parkin-sauna-varataan";
    faq.base.pass(3 * 86_400_000);
    await change(faq, id, { tags: "sauna, vapaa-aika" });
    expect((await itemOf(faq, id)).content.texts.fi.answered).toBe("2026-03-01");
    await change(faq, id, { answer_fi: "Sauna varataan verkosta." });
    expect((await itemOf(faq, id)).content.texts.fi.answered).toBe("2026-03-04");
    await change(faq, "gate-hours", { answer_en: "From six to ten." });
    const { texts } = (await itemOf(faq, "gate-hours")).content;
    expect([texts.en.answered, texts.fi.answered]).toEqual(["2026-03-04", undefined]);
    await change(faq, "gate-hours", { validUntil: "2027-12-31" });
    expect((await itemOf(faq, "gate-hours")).content.texts.fi.answered).toBe("2026-03-04");
  });

  test("two people editing: the second gets a conflict with both versions, and merging loses neither", async () => {
    const faq = await open();
    const opened = await itemOf(faq, "gate-hours");
    const begun = draftOf(opened.content);
    await faq.desk.edit({
      id: "gate-hours",
      token: opened.token,
      draft: { ...begun, answer_fi: "Portti on auki kello 7–21.", tags: "portti" },
      actor: kaisa,
    });
    const mine = { ...begun, answer_fi: "Portti on auki kello 5–23.", answer_sv: "Porten är öppen 5–23." };
    const outcome = await faq.desk.edit({ id: "gate-hours", token: opened.token, draft: mine, actor: erik });
    if (outcome.kind !== "conflict") throw new Error(`Expected a conflict, got ${outcome.kind}`);
    expect(outcome.theirs).toMatchObject({ token: "1", changedBy: { name: "Kaisa" } });
    expect(outcome.clashes).toEqual(["answer_fi"]);
    expect(outcome.merged).toMatchObject({
      answer_fi: "Portti on auki kello 5–23.",
      answer_sv: "Porten är öppen 5–23.",
      tags: "portti",
    });
    expect((await itemOf(faq, "gate-hours")).content.texts.fi.answer).toBe("Portti on auki kello 7–21.");
    const merged = { id: "gate-hours", token: outcome.theirs.token, draft: outcome.merged, actor: erik };
    expect(await faq.desk.edit(merged)).toMatchObject({ kind: "saved" });
    expect((await faq.desk.history("gate-hours")).map(({ changedBy }) => changedBy.name)).toEqual([
      "Erik",
      "Kaisa",
      "",
    ]);
  });

  test("an entry whose file changed while the form was open is a conflict too", async () => {
    const faq = await open();
    const opened = await itemOf(faq, "scale");
    const content = (FAQ_KNOWLEDGE["faq/fi.md"] as string).replace("60 tonnia", "80 tonnia");
    await writeFile(join(faq.folder, "faq/fi.md"), content);
    const draft = { ...draftOf(opened.content), tags: "vaaka" };
    const outcome = await faq.desk.edit({ id: "scale", token: opened.token, draft, actor: kaisa });
    expect(outcome).toMatchObject({ kind: "conflict", clashes: ["answer_fi", "tags"] });
  });

  test("retire() takes an entry out of the answers and restore() brings it back", async () => {
    const faq = await open();
    const ask = () => createAsker(faq.view()).ask("Milloin Harbour Parkin portti on auki?");
    const { token } = await itemOf(faq, "gate-hours");
    expect(await faq.desk.retire({ id: "gate-hours", token, actor: kaisa })).toMatchObject({ kind: "saved" });
    expect((await ask()).text).not.toContain("6–22");
    const late = await faq.desk.restore({ id: "gate-hours", token, actor: erik });
    expect(late).toMatchObject({
      kind: "outdated",
      theirs: { state: "retired", changedBy: { name: "Kaisa" } },
    });
    await faq.desk.restore({ id: "gate-hours", token: "1", actor: erik });
    expect((await ask()).text).toContain("6–22");
    expect((await faq.base.audit.list()).map(({ action }) => action)).toEqual(["faq.restore", "faq.retire"]);
  });

  test("marks an entry that the files were changed in since, until somebody settles it", async () => {
    const faq = await open();
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]" });
    expect((await itemOf(faq, "scale")).file).toBe("same");
    const path = join(faq.folder, "faq/fi.md");
    const content = FAQ_KNOWLEDGE["faq/fi.md"] as string;
    await writeFile(path, content.replace("60 tonnia", "80 tonnia"));
    expect((await itemOf(faq, "scale")).file).toBe("changed");
    await faq.desk.settleFile({ id: "scale", token: "1", actor: erik }, "keep");
    expect(await itemOf(faq, "scale")).toMatchObject({ file: "same", token: "1" });
    await writeFile(path, content.replace("60 tonnia", "90 tonnia"));
    await faq.desk.settleFile({ id: "scale", token: "1", actor: erik }, "take-file");
    const item = await itemOf(faq, "scale");
    expect(item).toMatchObject({ file: "same", token: "2" });
    expect(item.content.texts.fi.answer).toContain("90 tonnia");
    await writeFile(path, content.slice(0, content.indexOf("## Paljonko")));
    expect((await itemOf(faq, "scale")).file).toBe("gone");
  });

  test("tells within the transaction what an entry was written from", async () => {
    const written: string[] = [];
    const faq = await open({
      onWritten: async (from, { entryId }) => {
        written.push(`${from} ${entryId}`);
      },
    });
    await faq.desk.add({ draft: draftWith(), actor: kaisa, from: "ticket:12" });
    expect(written).toEqual(["ticket:12 harbour-parkin-sauna-varataan"]);
    const failing = await open({
      onWritten: async () => {
        throw new Error("no such ticket");
      },
    });
    await expect(failing.desk.add({ draft: draftWith(), actor: kaisa, from: "ticket:12" })).rejects.toThrow();
    expect(await failing.desk.find("harbour-parkin-sauna-varataan")).toBeUndefined();
    expect(await failing.base.audit.list()).toEqual([]);
  });

  test("reading an entry for members only is noted, reading a public one is not", async () => {
    const faq = await open();
    await faq.desk.noteReading(await itemOf(faq, "scale"), kaisa);
    expect(await faq.base.audit.list()).toEqual([]);
    await change(faq, "scale", { visibility: "member" });
    await faq.desk.noteReading(await itemOf(faq, "scale"), erik);
    expect((await faq.base.audit.list())[0]).toMatchObject({
      action: "faq.read",
      subject: "faq:scale",
      actor: "teams:t/erik",
    });
    const reply = await createAsker(faq.view()).ask("Paljonko Harbour Parkin vaaka punnitsee?");
    expect(reply.text).not.toContain("60 tonnia");
  });

  test.each([PEOPLE.member, PEOPLE.visitor])(
    "refuses a change by somebody of the rank $reader",
    async (actor) => {
      const faq = await open();
      await expect(faq.desk.add({ draft: draftWith(), actor })).rejects.toThrow('must be "coordinator"');
      expect(await faq.desk.history("harbour-parkin-sauna-varataan")).toEqual([]);
    },
  );

  test("of two who save the same form at once, one gets the conflict", async () => {
    const faq = await open();
    const { content, token } = await itemOf(faq, "gate-hours");
    const save = (answer: string, actor: typeof kaisa | typeof erik) =>
      faq.desk.edit({ id: "gate-hours", token, draft: { ...draftOf(content), answer_en: answer }, actor });
    const outcomes = await Promise.all([save("From seven.", kaisa), save("From five.", erik)]);
    expect(outcomes.map(({ kind: outcome }) => outcome).toSorted()).toEqual(["conflict", "saved"]);
    expect(await faq.desk.history("gate-hours")).toHaveLength(2);
    const kept = outcomes[0]?.kind === "saved" ? "From seven." : "From five.";
    expect((await itemOf(faq, "gate-hours")).content.texts.en.answer).toBe(kept);
  });

  test("two entries with the same question that are added at once get ids of their own", async () => {
    const faq = await open();
    const add = () => faq.desk.add({ draft: draftWith(), actor: kaisa, isSure: true });
    const outcomes = await Promise.all([add(), add()]);
    const ids = outcomes.map((outcome) => (outcome.kind === "saved" ? outcome.id : outcome.kind));
    expect(new Set(ids).size).toBe(2);
    expect((await faq.overlay()).entries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});

describe("FaqDesk", () => {
  test("everything is there again after the database was closed and opened", async () => {
    const { makeFolder } = await import("../../../support/temporary-folder.ts");
    const file = join(await makeFolder(), "state.sqlite");
    const first = await createTestFaqDesk({ file });
    await first.desk.add({ draft: draftWith({ tags: "sauna" }), actor: kaisa });
    await first.base.database.close();
    const second = await createTestFaqDesk({ file });
    expect((await itemOf(second, "harbour-parkin-sauna-varataan")).content.tags).toEqual(["sauna"]);
    expect((await second.overlay()).entries.map(({ id }) => id)).toEqual(["harbour-parkin-sauna-varataan"]);
  });
});
