import { beforeAll, describe, expect, it } from "vitest";
import type { DeskAnswer } from "../../../../bot/desk/web/desk-section.ts";
import { type KnowledgeIndex, openIndex } from "../../../../indexer/index.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { ownIndexFolder } from "../../../support/own-index.ts";
import {
  createOffersOfTest,
  exchangeOf,
  formOf,
  GYPSUM,
  type OffersOfTest,
  waitingNotices,
} from "./offers-of-test.ts";

let index: KnowledgeIndex;
beforeAll(async () => {
  index = await openIndex(await ownIndexFolder());
});

async function open(
  { part }: OffersOfTest,
  route: { method?: "get" | "post"; path: string },
  changes: Parameters<typeof exchangeOf>[0] = {},
): Promise<DeskAnswer> {
  const { method = "get", path } = route;
  const found = part.section?.routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`There is no ${method} ${path}`);
  return found.handle(exchangeOf(changes));
}

function pageOf(answer: DeskAnswer): string {
  if (answer.kind !== "page") throw new Error(`Not a page but ${answer.kind}`);
  return answer.main.html;
}

const REVIEW = "/submissions/:id";
const APPROVE = { method: "post", path: "/submissions/:id/approve" } as const;
const FIRST = { params: { id: "1" } };

describe("the section of side streams", () => {
  it.each(LANGUAGES)("lists what waits and what is live in %s", async (language) => {
    const test = createOffersOfTest(index);
    expect(pageOf(await open(test, { path: "" }, { language }))).toContain("desk-empty");
    await test.send({ ...GYPSUM, name: "<b>gypsum</b>" });
    expect(await test.part.section?.waiting?.()).toBe(1);
    const page = pageOf(await open(test, { path: "" }, { language }));
    expect(page).toContain("&lt;b&gt;gypsum");
    expect(page).not.toContain("<b>");
    expect(page).toContain('href="/desk/streams/submissions/1"');
  });

  it("notes who read a submission", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    await open(test, { path: REVIEW }, FIRST);
    const [entry] = await test.base.audit.list({ action: "submission.read" });
    expect(entry).toMatchObject({ actor: PEOPLE.kaisa.id, subject: "submission:1" });
  });

  it("approves what the coordinator edited, with names by hand", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const page = pageOf(await open(test, { path: REVIEW }, FIRST));
    expect(page).toContain('value="Harbour Board Oy"');
    expect(page).toContain('name="csrf"');
    const form = { ...GYPSUM, amount: "3100", revision: "1", rowRevision: "0", "name-fi": "kipsi" };
    const answer = await open(test, APPROVE, { ...FIRST, form });
    expect(answer).toMatchObject({ kind: "redirect", to: "/desk/streams" });
    const rows = test.view().index.tables.streams ?? [];
    expect(rows.at(-1)).toMatchObject({ quantity: 3100, name_fi: "kipsi", name_sv: "gypsum" });
    expect(pageOf(await open(test, { path: REVIEW }, FIRST))).toContain("handled already");
  });

  it("shows faults of the form and keeps what was typed", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const form = { ...GYPSUM, amount: "-5", revision: "1", rowRevision: "0", "name-fi": "kipsi" };
    const answer = await open(test, APPROVE, { ...FIRST, form });
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(pageOf(answer)).toContain('role="alert"');
    expect(pageOf(answer)).toContain('value="-5"');
    expect(pageOf(answer)).toContain('value="kipsi"');
  });

  it("shows a conflict beside the present state, and publishes nothing", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const [submission] = await test.part.desk.store.list("waiting");
    if (submission === undefined) throw new Error("No submission waits");
    await test.part.desk.resubmit(submission, { ...GYPSUM, amount: "4000" }, PEOPLE.member);
    const form = { ...GYPSUM, amount: "3100", revision: "1", rowRevision: "0" };
    const answer = await open(test, APPROVE, { ...FIRST, form });
    expect(answer).toMatchObject({ kind: "page", status: 409 });
    expect(pageOf(answer)).toContain("Somebody else has changed this");
    expect(pageOf(answer)).toContain('value="3100"');
    expect(await test.part.desk.store.listLive()).toEqual([]);
  });

  it("compares an update with its row and tells near duplicates of a new one", async () => {
    const test = createOffersOfTest(index);
    await test.send({ ...formOf(await test.ask("update SS012: 13 000 t")), company: "Mill Oy" });
    const update = pageOf(await open(test, { path: REVIEW }, FIRST));
    expect(update).toMatch(/<details><summary>\d+ details unchanged/);
    expect(update).toMatch(/>12000<[\s\S]*>13000</);
    const row = index.tables.streams?.find(({ id }) => id === "SS012");
    await test.send({
      ...GYPSUM,
      name: row?.name_en ?? "",
      category: "sludge",
      physicalForm: "sludge",
      park: row?.park ?? "",
      municipality: "",
    });
    const fresh = pageOf(await open(test, { path: REVIEW }, { params: { id: "2" } }));
    expect(fresh).toContain("/records/streams/SS012");
  });

  it("returns a submission with words, and asks for them", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const route = { method: "post", path: "/submissions/:id/return" } as const;
    const none = await open(test, route, { ...FIRST, form: { revision: "1", words: " " } });
    expect(none).toMatchObject({ kind: "page" });
    const sent = await open(test, route, { ...FIRST, form: { revision: "1", words: "How wet?" } });
    expect(sent).toMatchObject({ kind: "redirect" });
    expect(await test.part.desk.store.read(1)).toMatchObject({ state: "returned", words: "How wet?" });
  });

  it("renews and withdraws live rows, and tells the owner of a withdrawal", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    await open(test, APPROVE, { ...FIRST, form: { ...GYPSUM, revision: "1", rowRevision: "0" } });
    const [record] = await test.part.desk.store.listLive();
    const params = { kind: "stream", id: record?.id ?? "" };
    const renew = { method: "post", path: "/live/:kind/:id/renew" } as const;
    const withdraw = { method: "post", path: "/live/:kind/:id/withdraw" } as const;
    expect(await open(test, renew, { params, form: { revision: "1" } })).toMatchObject({ kind: "redirect" });
    const stale = await open(test, withdraw, { params, form: { revision: "1" } });
    expect(stale).toMatchObject({ kind: "page", status: 409 });
    const form = { revision: "2", words: "Sold out" };
    expect(await open(test, withdraw, { params, form })).toMatchObject({ kind: "redirect" });
    expect((await waitingNotices(test.base)).at(-1)?.reply.text).toContain("Sold out");
    expect(test.view().index.tables.streams?.some(({ id }) => id === record?.id)).toBe(false);
  });

  it("lists what expires soon when asked", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    await open(test, APPROVE, { ...FIRST, form: { ...GYPSUM, revision: "1", rowRevision: "0" } });
    expect(pageOf(await open(test, { path: "" }, { query: { show: "expiring" } }))).toContain(
      "not published",
    );
    test.base.pass(345 * 86_400_000);
    expect(pageOf(await open(test, { path: "" }, { query: { show: "expiring" } }))).toContain("is-warning");
  });

  it.each(["999", "abc"])("knows no submission %s", async (id) => {
    const test = createOffersOfTest(index);
    expect(await open(test, { path: REVIEW }, { params: { id } })).toEqual({ kind: "missing" });
  });
});

describe("the dialog submission.review", () => {
  const request = { actor: PEOPLE.erik, language: "en", conversationId: "teams:channel" } as const;

  it("opens from the card of the channel and approves", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const [submission] = test.announced;
    if (submission === undefined) throw new Error("Nothing was announced");
    for (const language of LANGUAGES)
      expect(test.part.announcement(submission, language).text).toContain("gypsum");
    const card = JSON.stringify(test.part.announcement(submission, "en").cards);
    expect(card).toContain('"dialog":"submission.review"');
    const [dialog] = test.part.dialogs ?? [];
    const opened = await dialog?.open({ ...request, fields: { submission: "1" } });
    if (opened?.kind !== "card") throw new Error("No card came");
    const fields = { ...GYPSUM, submission: "1", revision: "1", rowRevision: "0", "name-sv": "gips" };
    const done = await dialog?.submit({ ...request, fields: { ...fields, decision: "approve" } });
    expect(done).toMatchObject({ kind: "message" });
    expect(test.view().index.tables.streams?.at(-1)).toMatchObject({ name_sv: "gips", quantity: 3000 });
    const again = await dialog?.open({ ...request, fields: { submission: "1" } });
    expect(again).toEqual({ kind: "message", text: "The submission has been handled already." });
  });

  it("returns with words and shows faults", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const [dialog] = test.part.dialogs ?? [];
    const fields = { ...GYPSUM, submission: "1", revision: "1", rowRevision: "0" };
    const faulty = await dialog?.submit({ ...request, fields: { ...fields, unit: "", decision: "approve" } });
    expect(JSON.stringify(faulty)).toContain("Choose the unit");
    const wordless = await dialog?.submit({ ...request, fields: { ...fields, decision: "return" } });
    expect(JSON.stringify(wordless)).toContain("Tell the sender");
    const returned = await dialog?.submit({
      ...request,
      fields: { ...fields, words: "How wet?", decision: "return" },
    });
    expect(returned?.kind).toBe("message");
    expect((await test.part.desk.store.read(1))?.state).toBe("returned");
  });
});
