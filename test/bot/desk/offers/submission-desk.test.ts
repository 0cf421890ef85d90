import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { KNOWLEDGE_TOPIC } from "../../../../bot/desk/change-knowledge.ts";
import { rowValues } from "../../../../bot/desk/offers/current-row.ts";
import type { OfferValues } from "../../../../bot/desk/offers/offer-fields.ts";
import type { Submission } from "../../../../bot/desk/offers/submission.ts";
import { MOST_WAITING } from "../../../../bot/desk/offers/submission-desk.ts";
import type { NewSubmission } from "../../../../bot/desk/offers/submission-store.ts";
import { openPostgres } from "../../../../bot/state/database/postgres-database.ts";
import { type KnowledgeIndex, openIndex } from "../../../../indexer/index.ts";
import {
  createTestPostgres,
  DATABASE_KINDS,
  type DatabaseKind,
  openTestDatabase,
} from "../../../support/databases.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { ownIndexFolder } from "../../../support/own-index.ts";
import { createOffersOfTest, GYPSUM, type OffersOfTest, waitingNotices } from "./offers-of-test.ts";

const DAY_IN_MS = 86_400_000;
let index: KnowledgeIndex;
beforeAll(async () => {
  index = await openIndex(await ownIndexFolder());
});

const OWNER = { conversation: "teams:maija", person: PEOPLE.member.id };

async function submit(
  { part }: OffersOfTest,
  values: OfferValues,
  changes: Partial<NewSubmission> = {},
): Promise<Submission> {
  const kind = values.kind === "need" ? "need" : "stream";
  const told: NewSubmission = { kind, language: "en", values, ...OWNER, ...changes };
  const outcome = await part.desk.submit(told, PEOPLE.member);
  if (outcome.kind === "full") throw new Error("Too many submissions wait in this test");
  return outcome.submission;
}

async function approve(
  { part }: OffersOfTest,
  submission: Submission,
  values: OfferValues = submission.values,
) {
  const { revision } = await part.desk.currentRow(submission);
  return part.desk.approve(submission, {
    values,
    names: {},
    language: submission.language,
    rowRevision: revision,
    actor: PEOPLE.kaisa,
  });
}

async function liveId(test: OffersOfTest, values: OfferValues = GYPSUM): Promise<string> {
  const outcome = await approve(test, await submit(test, values));
  if (outcome.kind !== "done") throw new Error(`Cannot approve: ${outcome.kind}`);
  return outcome.value.id;
}

const createOn = async (kind: DatabaseKind) => createOffersOfTest(index, await openTestDatabase(kind));

const streamIn = (test: OffersOfTest, id: string) =>
  test.view().index.tables.streams?.find((row) => row.id === id);

describe.each(DATABASE_KINDS)("SubmissionDesk.approve() in %s", (kind) => {
  it("makes the stream live at once, with the next id, today's word and a year to go", async () => {
    const test = await createOn(kind);
    const submission = await submit(test, GYPSUM);
    const before = test.view().index.tables.streams?.length ?? 0;
    const id = await liveId(test, { ...GYPSUM, note: "Dry" });
    const highest = Math.max(...(index.tables.streams ?? []).map((row) => Number(row.id.slice(2))));
    expect(id).toBe(`SS${String(highest + 1).padStart(3, "0")}`);
    expect(test.view().index.tables.streams).toHaveLength(before + 1);
    expect(streamIn(test, id)).toMatchObject({
      name_fi: "gypsum",
      kind: "flow",
      quantity: 3000,
      verified: "2026-03-01",
      expires: "2027-03-01",
      sources: ["member-notices"],
      owner: "Harbour Board Oy",
      note_fi: "Dry Jäsenen ilmoitus 1.3.2026, tekstit englanniksi.",
      note_en: "Dry Sent in by a member on 1 March 2026, texts in English.",
    });
    expect(test.base.changes()).toBe(1);
    expect((await test.base.audit.list({ action: "live." })).map(({ subject }) => subject)).toEqual([
      `offer:${id}`,
    ]);
    const [notice] = await waitingNotices(test.base);
    expect(notice?.conversationId).toBe("teams:maija");
    expect(notice?.reply.text).toContain(id);
    expect(submission.state).toBe("waiting");
  });

  it("takes names that were filled in by hand and marks no language then", async () => {
    const test = await createOn(kind);
    const submission = await submit(test, GYPSUM);
    const outcome = await test.part.desk.approve(submission, {
      values: submission.values,
      names: { fi: "kipsi", sv: "gips" },
      language: "en",
      rowRevision: 0,
      actor: PEOPLE.kaisa,
    });
    const id = outcome.kind === "done" ? outcome.value.id : "";
    expect(streamIn(test, id)).toMatchObject({ name_fi: "kipsi", name_sv: "gips", name_en: "gypsum" });
    expect(streamIn(test, id)?.note_fi).toBe("Jäsenen ilmoitus 1.3.2026.");
  });

  it("keeps a stream of next year as a plan until it can be had", async () => {
    const test = await createOn(kind);
    const id = await liveId(test, { ...GYPSUM, from: "2027", validUntil: "2028-12-31" });
    expect(streamIn(test, id)?.kind).toBe("planned");
    test.base.pass(310 * DAY_IN_MS);
    await test.part.tick?.();
    expect(streamIn(test, id)?.kind).toBe("flow");
  });

  it("does nothing for the second of two coordinators", async () => {
    const test = await createOn(kind);
    const submission = await submit(test, GYPSUM);
    expect((await approve(test, submission)).kind).toBe("done");
    const second = await test.part.desk.returnSubmission(submission, "Tell the amount", PEOPLE.erik);
    expect(second.kind).toBe("conflict");
    expect((await approve(test, submission)).kind).toBe("conflict");
    expect(await test.part.desk.store.listLive()).toHaveLength(1);
    expect(await waitingNotices(test.base)).toHaveLength(1);
  });

  it("sees that the row was changed since the coordinator looked at it", async () => {
    const test = await createOn(kind);
    const id = await liveId(test);
    const values = { ...GYPSUM, amount: "5000" };
    const update = await submit(test, values, { record: id, base: GYPSUM, baseRevision: 1 });
    const live = await test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    await test.part.desk.live.renew(live, PEOPLE.member);
    const outcome = await test.part.desk.approve(update, {
      values,
      names: {},
      language: "en",
      rowRevision: 1,
      actor: PEOPLE.kaisa,
    });
    expect(outcome.kind).toBe("conflict");
    expect(streamIn(test, id)?.quantity).toBe(3000);
  });

  it("changes only what the member changed in a row of the files", async () => {
    const test = await createOn(kind);
    const row = streamIn(test, "SS012");
    const base = rowValues(await test.part.desk.currentRow({ kind: "stream", record: "SS012" }), "en");
    const update = await submit(
      test,
      { ...base, amount: "13000" },
      { record: "SS012", base, baseRevision: 0 },
    );
    const merged = await test.part.desk.mergedValues(update);
    expect(merged).toEqual({ ...base, amount: "13000" });
    expect((await approve(test, update, merged)).kind).toBe("done");
    expect(streamIn(test, "SS012")).toMatchObject({
      quantity: 13000,
      name_fi: row?.name_fi,
      name_sv: row?.name_sv,
      uses_fi: row?.uses_fi,
      sources: ["member-notices", ...(row?.sources ?? [])],
      verified: "2026-03-01",
    });
    expect(streamIn(test, "SS012")?.note_fi).toContain(row?.note_fi ?? "Jäsenen ilmoitus");
  });

  it("never gives an id of a withdrawn row again", async () => {
    const test = await createOn(kind);
    const id = await liveId(test);
    const live = await test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    await test.part.desk.live.withdraw(live, { actor: PEOPLE.member });
    expect(streamIn(test, id)).toBeUndefined();
    expect(await liveId(test, { ...GYPSUM, name: "fly ash", category: "ash" })).not.toBe(id);
  });
});

describe.each(DATABASE_KINDS)("SubmissionDesk.submit() in %s", (kind) => {
  it("takes the same form twice for one", async () => {
    const test = await createOn(kind);
    const first = await submit(test, GYPSUM);
    expect((await submit(test, GYPSUM)).id).toBe(first.id);
    expect(test.announced).toHaveLength(1);
    test.base.pass(DAY_IN_MS);
    expect((await submit(test, GYPSUM)).id).toBe(2);
  });

  it("keeps so many of a person and no more", async () => {
    const test = await createOn(kind);
    for (let amount = 1; amount <= MOST_WAITING; amount++)
      await submit(test, { ...GYPSUM, amount: String(amount) });
    const told = { kind: "stream", language: "en", values: GYPSUM, ...OWNER } as const;
    expect((await test.part.desk.submit(told, PEOPLE.member)).kind).toBe("full");
  });
});

describe.each(DATABASE_KINDS)("SubmissionDesk.returnSubmission() in %s", (kind) => {
  it("tells the member what is missing, in the member's language", async () => {
    const test = await createOn(kind);
    const submission = await submit(test, { ...GYPSUM, name: "kipsi" }, { language: "fi" });
    await test.part.desk.returnSubmission(submission, "Mikä on *kosteus*?", PEOPLE.kaisa);
    const [notice] = await waitingNotices(test.base);
    expect(notice?.reply.text).toContain("palautti ilmoituksesi **kipsi**");
    expect(notice?.reply.text).toContain("> Mikä on \\*kosteus\\*?");
    expect(notice?.reply.suggestions[0]?.text).toBe("muuta ilmoitus 1");
  });
});

describe.each(DATABASE_KINDS)("the overlay of needs in %s", (kind) => {
  const NEED = {
    kind: "need",
    name: "bark",
    company: "Harbour Board Oy",
    industry: "pulp, paper and board",
    amount: "5000",
    unit: "t",
    period: "year",
    park: "kokkola-industrial-park",
    municipality: "Kokkola",
    visibility: "public",
  } as const;

  it("makes a company row of a company that the table does not have", async () => {
    const test = await createOn(kind);
    expect(await liveId(test, NEED)).toBe("need-1");
    expect(test.view().index.tables.companies?.find(({ id }) => id === "need-1")).toMatchObject({
      name_fi: "Harbour Board Oy",
      inputs_en: "bark 5,000 t a year (need sent in on 1 March 2026)",
      inputs_fi: "bark 5000 t vuodessa (tarve ilmoitettu 1.3.2026)",
      receiver_classes: ["pulp, paper and board"],
      visibility: "public",
    });
  });

  it("adds the need to a company of the table, and takes it out again", async () => {
    const test = await createOn(kind);
    const { industry: _, ...need } = NEED;
    const id = await liveId(test, { ...need, company: "Boliden Kokkola" });
    const companyIn = () => test.view().index.tables.companies?.find((row) => row.id === "boliden-kokkola");
    const before = index.tables.companies?.find((row) => row.id === "boliden-kokkola");
    expect(companyIn()?.inputs_en).toBe(
      `${before?.inputs_en}; bark 5,000 t a year (need sent in on 1 March 2026)`,
    );
    expect(companyIn()?.note_en).toContain("Need published 1 March 2026: bark 5,000 t a year.");
    const live = await test.part.desk.store.readLive({ kind: "need", id });
    if (live === undefined) throw new Error("The need is not there");
    await test.part.desk.live.withdraw(live, { actor: PEOPLE.member });
    expect(companyIn()).toEqual(before);
  });

  it("tells nobody in a public company's row what only members may see", async () => {
    const test = await createOn(kind);
    const id = await liveId(test, {
      ...NEED,
      company: "Boliden Kokkola",
      visibility: "member",
      quantityFor: "coordinator",
    });
    const companies = test.view().index.tables.companies ?? [];
    expect(companies.find((row) => row.id === "boliden-kokkola")).toEqual(
      index.tables.companies?.find((row) => row.id === "boliden-kokkola"),
    );
    const own = companies.find((row) => row.id === id);
    expect(own).toMatchObject({ visibility: "member", name_en: "Boliden Kokkola Oy" });
    expect(JSON.stringify(own)).not.toMatch(/5[ ,]?000/);
  });

  it("leaves an expired need out", async () => {
    const test = await createOn(kind);
    await liveId(test, NEED);
    test.base.pass(366 * DAY_IN_MS);
    await test.part.tick?.();
    expect(test.view().index.tables.companies?.some(({ id }) => id === "need-1")).toBe(false);
  });
});

describe.each(DATABASE_KINDS)("reminders in %s", (kind) => {
  it("ask the owner 30 and 7 days before the expiry, once each", async () => {
    const test = await createOn(kind);
    const id = await liveId(test);
    const told = async () =>
      (await waitingNotices(test.base)).filter(({ reply }) => reply.cards !== undefined);
    const passTo = async (day: string) => {
      test.base.pass(Date.parse(`${day}T10:00:00Z`) - test.base.now());
      await test.part.tick?.();
      await test.part.tick?.();
      return (await told()).length;
    };
    expect(await passTo("2027-01-28")).toBe(0);
    expect(await passTo("2027-01-30")).toBe(1);
    expect(await passTo("2027-02-10")).toBe(1);
    expect(await passTo("2027-02-22")).toBe(2);
    expect(await passTo("2027-03-20")).toBe(2);
    const [first] = await told();
    expect(first?.reply.text).toContain(`**gypsum** (${id}) is valid until 1 March 2027`);
    const says = first?.reply.suggestions.map(({ text }) => text);
    expect(says).toEqual([`${id} is still valid`, `update ${id}`, `withdraw ${id}`]);
  });

  it("begin anew after the row was renewed", async () => {
    const test = await createOn(kind);
    const id = await liveId(test);
    test.base.pass(350 * DAY_IN_MS);
    await test.part.tick?.();
    const live = await test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    const outcome = await test.part.desk.live.renew(live, PEOPLE.member);
    expect(outcome.kind).toBe("done");
    expect(await test.part.desk.store.readLive({ kind: "stream", id })).toMatchObject({
      reminded: [],
      expires: "2028-02-14",
    });
  });
});

describe.each(DATABASE_KINDS)("erase() in %s", (kind) => {
  it("forgets person, submissions and contact, and keeps the row as the company's", async () => {
    const test = await createOn(kind);
    const id = await liveId(test, { ...GYPSUM, contact: "Maija, 040 123 4567" });
    await submit(test, { ...GYPSUM, name: "fly ash" }, { personName: "Maija" });
    expect(streamIn(test, id)?.contact).toBe("Maija, 040 123 4567");
    // As the state does it: the erasure of a part is within that of the whole conversation.
    await test.base.database.transact(async () => test.part.erase?.("teams:maija"));
    await vi.waitFor(() => expect(streamIn(test, id)?.contact).toBeUndefined());
    expect(await test.part.desk.store.listOwn(OWNER)).toEqual([]);
    expect(streamIn(test, id)).toMatchObject({ owner: "Harbour Board Oy", quantity: 3000 });
    const kept = await test.base.database.prepare("select * from live_record").all();
    expect(JSON.stringify(kept)).not.toMatch(/maija|040 123/i);
  });

  it("changes nothing in the answers when the erasure of the whole is undone", async () => {
    const test = await createOn(kind);
    const id = await liveId(test, { ...GYPSUM, contact: "Maija, 040 123 4567" });
    const before = test.base.changes();
    const broken = test.base.database.transact(async () => {
      await test.part.erase?.("teams:maija");
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    expect(test.base.changes()).toBe(before);
    expect(await test.part.desk.store.listOwn(OWNER)).toHaveLength(1);
    expect((await test.part.desk.store.readLive({ kind: "stream", id }))?.person).toBe(OWNER.person);
  });
});

describe("two processes on one Postgres", () => {
  /** Two desks over the same state, each with connections of its own. */
  async function openTwo(): Promise<[OffersOfTest, OffersOfTest]> {
    const url = await createTestPostgres();
    const [one, other] = [await openPostgres({ url }), await openPostgres({ url })];
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()]);
    });
    return [createOffersOfTest(index, one), createOffersOfTest(index, other)];
  }

  it("approve a submission once, and two submissions under two ids", async () => {
    const [one, other] = await openTwo();
    const first = await submit(one, GYPSUM);
    const second = await submit(other, { ...GYPSUM, name: "fly ash", category: "ash" });
    const twice = await Promise.all([approve(one, first), approve(other, first)]);
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(["conflict", "done"]);
    const third = await submit(one, { ...GYPSUM, amount: "7" });
    const outcomes = await Promise.all([approve(one, second), approve(other, third)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["done", "done"]);
    const ids = (await one.part.desk.store.listLive()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it("ask an owner once whether a row is still right", async () => {
    const [one, other] = await openTwo();
    await liveId(one);
    for (const test of [one, other]) test.base.pass(350 * DAY_IN_MS);
    await Promise.all([one.part.tick?.(), other.part.tick?.()]);
    const asked = (await waitingNotices(one.base)).filter(({ reply }) => reply.cards !== undefined);
    expect(asked).toHaveLength(1);
  });

  it("tell each other what was changed, and nothing of what was not", async () => {
    const [one, other] = await openTwo();
    const heard: string[] = [];
    other.base.database.onAnnounced(KNOWLEDGE_TOPIC, (payload) => heard.push(payload));
    const say = (word: string) => one.base.database.announce(KNOWLEDGE_TOPIC, word);
    const changes = () => heard.filter((payload) => payload === "").length;
    // Listening begins a moment after it was asked for.
    await vi.waitFor(async () => {
      await say("begin");
      expect(heard).toContain("begin");
    });
    const before = changes();
    const submission = await submit(one, GYPSUM);
    expect((await approve(one, submission)).kind).toBe("done");
    expect((await approve(one, submission)).kind).toBe("conflict");
    await say("end");
    await vi.waitFor(() => expect(heard).toContain("end"));
    expect(changes()).toBe(before + 1);
  });
});
