import { beforeAll, describe, expect, it } from "vitest";
import { rowValues } from "../../../../bot/desk/offers/current-row.ts";
import type { OfferValues } from "../../../../bot/desk/offers/offer-fields.ts";
import type { Submission } from "../../../../bot/desk/offers/submission.ts";
import { MOST_WAITING } from "../../../../bot/desk/offers/submission-desk.ts";
import type { NewSubmission } from "../../../../bot/desk/offers/submission-store.ts";
import { type KnowledgeIndex, openIndex } from "../../../../indexer/index.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { ownIndexFolder } from "../../../support/own-index.ts";
import { createOffersOfTest, GYPSUM, type OffersOfTest } from "./offers-of-test.ts";

const DAY_IN_MS = 86_400_000;
let index: KnowledgeIndex;
beforeAll(async () => {
  index = await openIndex(await ownIndexFolder());
});

const OWNER = { conversation: "teams:maija", person: PEOPLE.member.id };

function submit(
  { part }: OffersOfTest,
  values: OfferValues,
  changes: Partial<NewSubmission> = {},
): Submission {
  const kind = values.kind === "need" ? "need" : "stream";
  const told: NewSubmission = { kind, language: "en", values, ...OWNER, ...changes };
  const outcome = part.desk.submit(told, PEOPLE.member);
  if (outcome.kind === "full") throw new Error("Too many submissions wait in this test");
  return outcome.submission;
}

function approve({ part }: OffersOfTest, submission: Submission, values: OfferValues = submission.values) {
  const { revision } = part.desk.currentRow(submission);
  return part.desk.approve(submission, {
    values,
    names: {},
    language: submission.language,
    rowRevision: revision,
    actor: PEOPLE.kaisa,
  });
}

function liveId(test: OffersOfTest, values: OfferValues = GYPSUM): string {
  const outcome = approve(test, submit(test, values));
  if (outcome.kind !== "done") throw new Error(`Cannot approve: ${outcome.kind}`);
  return outcome.value.id;
}

const streamIn = (test: OffersOfTest, id: string) =>
  test.view().index.tables.streams?.find((row) => row.id === id);

describe("SubmissionDesk.approve()", () => {
  it("makes the stream live at once, with the next id, today's word and a year to go", () => {
    const test = createOffersOfTest(index);
    const submission = submit(test, GYPSUM);
    const before = test.view().index.tables.streams?.length ?? 0;
    const id = liveId(test, { ...GYPSUM, note: "Dry" });
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
    expect(test.base.audit.list({ action: "live." }).map(({ subject }) => subject)).toEqual([`offer:${id}`]);
    const [notice] = test.base.notices.due();
    expect(notice?.conversationId).toBe("teams:maija");
    expect(notice?.reply.text).toContain(id);
    expect(submission.state).toBe("waiting");
  });

  it("takes names that were filled in by hand and marks no language then", () => {
    const test = createOffersOfTest(index);
    const submission = submit(test, GYPSUM);
    const outcome = test.part.desk.approve(submission, {
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

  it("keeps a stream of next year as a plan until it can be had", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test, { ...GYPSUM, from: "2027", validUntil: "2028-12-31" });
    expect(streamIn(test, id)?.kind).toBe("planned");
    test.base.pass(310 * DAY_IN_MS);
    test.part.tick?.();
    expect(streamIn(test, id)?.kind).toBe("flow");
  });

  it("does nothing for the second of two coordinators", () => {
    const test = createOffersOfTest(index);
    const submission = submit(test, GYPSUM);
    expect(approve(test, submission).kind).toBe("done");
    const second = test.part.desk.returnSubmission(submission, "Tell the amount", PEOPLE.erik);
    expect(second.kind).toBe("conflict");
    expect(approve(test, submission).kind).toBe("conflict");
    expect(test.part.desk.store.listLive()).toHaveLength(1);
    expect(test.base.notices.due()).toHaveLength(1);
  });

  it("sees that the row was changed since the coordinator looked at it", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test);
    const values = { ...GYPSUM, amount: "5000" };
    const update = submit(test, values, { record: id, base: GYPSUM, baseRevision: 1 });
    const live = test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    test.part.desk.live.renew(live, PEOPLE.member);
    const outcome = test.part.desk.approve(update, {
      values,
      names: {},
      language: "en",
      rowRevision: 1,
      actor: PEOPLE.kaisa,
    });
    expect(outcome.kind).toBe("conflict");
    expect(streamIn(test, id)?.quantity).toBe(3000);
  });

  it("changes only what the member changed in a row of the files", () => {
    const test = createOffersOfTest(index);
    const row = streamIn(test, "SS012");
    const base = rowValues(test.part.desk.currentRow({ kind: "stream", record: "SS012" }), "en");
    const update = submit(test, { ...base, amount: "13000" }, { record: "SS012", base, baseRevision: 0 });
    const merged = test.part.desk.mergedValues(update);
    expect(merged).toEqual({ ...base, amount: "13000" });
    expect(approve(test, update, merged).kind).toBe("done");
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

  it("never gives an id of a withdrawn row again", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test);
    const live = test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    test.part.desk.live.withdraw(live, { actor: PEOPLE.member });
    expect(streamIn(test, id)).toBeUndefined();
    expect(liveId(test, { ...GYPSUM, name: "fly ash", category: "ash" })).not.toBe(id);
  });
});

describe("SubmissionDesk.submit()", () => {
  it("takes the same form twice for one", () => {
    const test = createOffersOfTest(index);
    expect(submit(test, GYPSUM).id).toBe(submit(test, GYPSUM).id);
    expect(test.announced).toHaveLength(1);
    test.base.pass(DAY_IN_MS);
    expect(submit(test, GYPSUM).id).toBe(2);
  });

  it("keeps so many of a person and no more", () => {
    const test = createOffersOfTest(index);
    for (let amount = 1; amount <= MOST_WAITING; amount++)
      submit(test, { ...GYPSUM, amount: String(amount) });
    const told = { kind: "stream", language: "en", values: GYPSUM, ...OWNER } as const;
    expect(test.part.desk.submit(told, PEOPLE.member).kind).toBe("full");
  });
});

describe("SubmissionDesk.returnSubmission()", () => {
  it("tells the member what is missing, in the member's language", () => {
    const test = createOffersOfTest(index);
    const submission = submit(test, { ...GYPSUM, name: "kipsi" }, { language: "fi" });
    test.part.desk.returnSubmission(submission, "Mikä on *kosteus*?", PEOPLE.kaisa);
    const [notice] = test.base.notices.due();
    expect(notice?.reply.text).toContain("palautti ilmoituksesi **kipsi**");
    expect(notice?.reply.text).toContain("> Mikä on \\*kosteus\\*?");
    expect(notice?.reply.suggestions[0]?.text).toBe("muuta ilmoitus 1");
  });
});

describe("the overlay of needs", () => {
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

  it("makes a company row of a company that the table does not have", () => {
    const test = createOffersOfTest(index);
    expect(liveId(test, NEED)).toBe("need-1");
    expect(test.view().index.tables.companies?.find(({ id }) => id === "need-1")).toMatchObject({
      name_fi: "Harbour Board Oy",
      inputs_en: "bark 5,000 t a year (need sent in on 1 March 2026)",
      inputs_fi: "bark 5000 t vuodessa (tarve ilmoitettu 1.3.2026)",
      receiver_classes: ["pulp, paper and board"],
      visibility: "public",
    });
  });

  it("adds the need to a company of the table, and takes it out again", () => {
    const test = createOffersOfTest(index);
    const { industry: _, ...need } = NEED;
    const id = liveId(test, { ...need, company: "Boliden Kokkola" });
    const companyIn = () => test.view().index.tables.companies?.find((row) => row.id === "boliden-kokkola");
    const before = index.tables.companies?.find((row) => row.id === "boliden-kokkola");
    expect(companyIn()?.inputs_en).toBe(
      `${before?.inputs_en}; bark 5,000 t a year (need sent in on 1 March 2026)`,
    );
    expect(companyIn()?.note_en).toContain("Need published 1 March 2026: bark 5,000 t a year.");
    const live = test.part.desk.store.readLive({ kind: "need", id });
    if (live === undefined) throw new Error("The need is not there");
    test.part.desk.live.withdraw(live, { actor: PEOPLE.member });
    expect(companyIn()).toEqual(before);
  });

  it("tells nobody in a public company's row what only members may see", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test, {
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

  it("leaves an expired need out", () => {
    const test = createOffersOfTest(index);
    liveId(test, NEED);
    test.base.pass(366 * DAY_IN_MS);
    test.part.tick?.();
    expect(test.view().index.tables.companies?.some(({ id }) => id === "need-1")).toBe(false);
  });
});

describe("reminders", () => {
  it("ask the owner 30 and 7 days before the expiry, once each", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test);
    const told = () => test.base.notices.due().filter(({ reply }) => reply.cards !== undefined);
    const passTo = (day: string) => {
      test.base.pass(Date.parse(`${day}T10:00:00Z`) - test.base.now());
      test.part.tick?.();
      test.part.tick?.();
      return told().length;
    };
    expect(passTo("2027-01-28")).toBe(0);
    expect(passTo("2027-01-30")).toBe(1);
    expect(passTo("2027-02-10")).toBe(1);
    expect(passTo("2027-02-22")).toBe(2);
    expect(passTo("2027-03-20")).toBe(2);
    const [first] = told();
    expect(first?.reply.text).toContain(`**gypsum** (${id}) is valid until 1 March 2027`);
    const says = first?.reply.suggestions.map(({ text }) => text);
    expect(says).toEqual([`${id} is still valid`, `update ${id}`, `withdraw ${id}`]);
  });

  it("begin anew after the row was renewed", () => {
    const test = createOffersOfTest(index);
    const id = liveId(test);
    test.base.pass(350 * DAY_IN_MS);
    test.part.tick?.();
    const live = test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    const outcome = test.part.desk.live.renew(live, PEOPLE.member);
    expect(outcome.kind).toBe("done");
    expect(test.part.desk.store.readLive({ kind: "stream", id })).toMatchObject({
      reminded: [],
      expires: "2028-02-14",
    });
  });
});

describe("erase()", () => {
  it("forgets person, submissions and contact, and keeps the row as the company's", async () => {
    const test = createOffersOfTest(index);
    const id = liveId(test, { ...GYPSUM, contact: "Maija, 040 123 4567" });
    submit(test, { ...GYPSUM, name: "fly ash" }, { personName: "Maija" });
    expect(streamIn(test, id)?.contact).toBe("Maija, 040 123 4567");
    test.part.erase?.("teams:maija");
    await new Promise((resolve) => setImmediate(resolve));
    expect(test.part.desk.store.listOwn(OWNER)).toEqual([]);
    expect(streamIn(test, id)).toMatchObject({ owner: "Harbour Board Oy", quantity: 3000 });
    expect(streamIn(test, id)?.contact).toBeUndefined();
    const kept = test.base.database.prepare("select * from live_record").all();
    expect(JSON.stringify(kept)).not.toMatch(/maija|040 123/i);
  });
});
