import { beforeEach, describe, expect, it } from "vitest";
import { createTicketsPart, type TicketsPart } from "../../../../bot/desk/tickets/create-tickets-part.ts";
import { TICKET_TEXTS } from "../../../../bot/desk/tickets/texts.ts";
import { TicketStore } from "../../../../bot/desk/tickets/ticket-store.ts";
import type { DeskAnswer, DeskExchange } from "../../../../bot/desk/web/desk-section.ts";
import { html } from "../../../../bot/desk/web/html.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";
import { readNotices } from "../../../support/waiting-notices.ts";
import { keepTicket } from "./keep-ticket.ts";

let base: TestDeskBase;
let part: TicketsPart;
let store: TicketStore;
beforeEach(async () => {
  base = createDeskBase();
  part = createTicketsPart(base);
  store = new TicketStore(base.database);
});

/** Calls the route of a method and path as the desk does. */
async function call(
  route: string,
  changes: { form?: Record<string, string>; query?: string; params?: Record<string, string> } & Partial<
    Pick<DeskExchange, "language" | "actor">
  > = {},
): Promise<DeskAnswer> {
  const [method, path = ""] = route.split(" ");
  const found = part.section.routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${route}`);
  return found.handle({
    actor: changes.actor ?? PEOPLE.kaisa,
    language: changes.language ?? "en",
    params: changes.params ?? { id: "1" },
    query: new URLSearchParams(changes.query ?? ""),
    form: new URLSearchParams(changes.form ?? {}),
    csrfField: html`<input type="hidden" name="csrf" value="token">`,
  });
}

const bodyOf = (answer: DeskAnswer) => {
  if (answer.kind !== "page") throw new Error(`No page but ${answer.kind}`);
  return answer.main.html;
};

const EVIL = `<script>alert(1)</script> "quoted' & **bold**`;

describe.each(LANGUAGES)("createTicketsSection() in %s", (language) => {
  const texts = TICKET_TEXTS[language].desk;

  it("lists what waits, counts it, and says when there is nothing", async () => {
    expect(bodyOf(await call("get ", { language }))).toContain(texts.empty);
    await keepTicket(base, { question: "What does steam cost?" });
    const body = bodyOf(await call("get ", { language }));
    expect(body).toContain('<a href="/desk/tickets/1" lang="en">What does steam cost?</a>');
    expect(body).toContain(texts.states.open);
    expect(await part.section.waiting?.()).toBe(1);
    expect(part.section.title[language]).toBe(texts.section);
  });

  it("shows a ticket with everything the asker sent, and its forms with token and revision", async () => {
    await keepTicket(base, {
      question: "What does steam cost?",
      name: "Maija",
      turns: [{ asked: "Where is it?", answered: "In Hanko.", refused: false }],
      isShared: true,
      email: "m@example.org",
    });
    const answer = await call("get /:id", { language });
    expect(answer).toMatchObject({ kind: "page", title: texts.ticket(1) });
    const body = bodyOf(answer);
    for (const words of ["What does steam cost?", "Maija", "Where is it?", "In Hanko.", texts.shared]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain("m@example.org");
    expect(body).toContain(texts.mailNotSet);
    const forms = body.split("<form").slice(1);
    expect(forms.length).toBeGreaterThanOrEqual(4);
    for (const form of forms) {
      expect(form).toContain('name="csrf"');
      expect(form).toContain('name="revision" value="1"');
    }
    expect(body).toContain('href="/desk/faq/new?from=ticket:1"');
    expect(body).not.toMatch(/ style=|<script/);
    expect(await base.audit.list({ action: "ticket.read" })).toHaveLength(1);
  });

  it("gives every field a label of its own", async () => {
    await keepTicket(base, { question: "Why?" });
    for (const body of [
      bodyOf(await call("get /:id", { language })),
      bodyOf(await call("get ", { language })),
    ]) {
      const ids = [...body.matchAll(/<(?:select|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
      const labels = [...body.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
      expect(labels).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("createTicketsSection()", () => {
  it("filters the list by its address, and leaves what it does not know", async () => {
    await keepTicket(base, { question: "Old one", language: "sv" });
    base.pass(4 * 86_400_000);
    await keepTicket(base, { question: "New one" });
    await part.desk.assign({ id: 2, revision: 1, actor: PEOPLE.kaisa });
    const listed = async (query: string) => {
      const body = bodyOf(await call("get ", { query }));
      return ["Old one", "New one"].filter((words) => body.includes(words));
    };
    expect(await listed("")).toEqual(["Old one", "New one"]);
    expect(await listed("assignee=me")).toEqual(["New one"]);
    expect(await listed("assignee=nobody")).toEqual(["Old one"]);
    expect(await listed("language=sv")).toEqual(["Old one"]);
    expect(await listed("age=3")).toEqual(["Old one"]);
    expect(await listed("state=closed")).toEqual([]);
    expect(await listed("state=all&before=2")).toEqual(["Old one"]);
    expect(await listed("state='; drop table ticket&age=x&before=-1")).toEqual(["Old one", "New one"]);
  });

  it("goes on to older tickets with the same filters", async () => {
    for (let at = 0; at < 51; at += 1) await keepTicket(base, { question: `Number ${at}.` });
    const body = bodyOf(await call("get ", { query: "state=open" }));
    const older = /href="\/desk\/tickets\?([^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(new URLSearchParams(older).get("state")).toBe("open");
    expect(bodyOf(await call("get ", { query: older })).match(/Number \d+\./g)).toEqual(["Number 0."]);
  });

  it("answers, and goes back to the ticket with a word", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const form = {
      revision: "1",
      answer: "20 euros",
      sources: "Price list | https://example.org | 2026",
      showName: "yes",
    };
    const answer = await call("post /:id/answer", { form });
    expect(answer).toEqual({
      kind: "redirect",
      to: "/desk/tickets/1",
      done: TICKET_TEXTS.en.desk.done.answered,
    });
    expect(await store.read(1)).toMatchObject({
      state: "answered",
      answers: [{ text: "20 euros", showsName: true, sources: [{ title: "Price list", year: 2026 }] }],
    });
    expect(bodyOf(await call("get /:id"))).not.toContain('<textarea id="answer"');
  });

  it.each([
    [{ answer: "  " }, "answer"],
    [{ answer: "x".repeat(8001) }, "answerLong"],
    [{ answer: "20 euros", sources: "A | B" }, "source"],
  ] as const)("shows what is wrong with an answer and keeps what was written: %#", async (form, problem) => {
    await keepTicket(base, { question: "What does steam cost?" });
    const answer = await call("post /:id/answer", { form: { revision: "1", ...form } });
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(bodyOf(answer)).toContain(`role="alert">${TICKET_TEXTS.en.desk.problems[problem]}`);
    expect(bodyOf(answer)).toContain(form.answer.trim());
    expect(await readNotices(base)).toEqual([]);
  });

  it("shows a second coordinator the first's answer beside their own words", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    await call("post /:id/answer", { form: { revision: "1", answer: "20 euros" } });
    const late = await call("post /:id/answer", {
      actor: PEOPLE.erik,
      form: { revision: "1", answer: `25 euros ${EVIL}` },
    });
    expect(late).toMatchObject({ kind: "page", status: 409 });
    const body = bodyOf(late);
    expect(body).toContain("20 euros");
    expect(body).toContain("25 euros &lt;script&gt;");
    expect(body).toContain(TICKET_TEXTS.en.desk.yourWords);
    expect(await readNotices(base)).toHaveLength(1);
  });

  it("keeps an answer in the form when somebody took the ticket in between, with the new revision", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    await part.desk.assign({ id: 1, revision: 1, actor: PEOPLE.erik });
    const body = bodyOf(await call("post /:id/answer", { form: { revision: "1", answer: "20 euros" } }));
    expect(body).toContain("20 euros</textarea>");
    expect(body).toContain('name="revision" value="2"');
    expect(body).toContain("Erik");
  });

  it("takes, closes, reopens and notes", async () => {
    await keepTicket(base, { question: "What does steam cost?" });
    const { done } = TICKET_TEXTS.en.desk;
    expect(await call("post /:id/assign", { form: { revision: "1" } })).toMatchObject({
      done: done.assigned,
    });
    expect(await call("post /:id/close", { form: { revision: "2" } })).toMatchObject({ status: 422 });
    const close = { revision: "2", reason: "Not ours." };
    expect(await call("post /:id/close", { form: close })).toMatchObject({ done: done.closed });
    expect(await call("post /:id/reopen", { form: { revision: "3" } })).toMatchObject({
      done: done.reopened,
    });
    expect(await call("post /:id/note", { form: { revision: "4", note: " " } })).toMatchObject({
      status: 422,
    });
    expect(await call("post /:id/note", { form: { revision: "4", note: "Call her" } })).toMatchObject({
      done: done.noted,
    });
    const body = bodyOf(await call("get /:id"));
    expect(body).toContain("Call her");
    expect(body).toContain("Not ours.");
  });

  it.each(["0", "99", "-1", "1.5", "1e3", "../1", "", "999999999999", "<b>"])(
    "has no page for the number %j",
    async (id) => {
      await keepTicket(base, { question: "Why?" });
      expect(await call("get /:id", { params: { id } })).toEqual({ kind: "missing" });
      const form = { revision: "1", answer: "x", reason: "x", note: "x" };
      for (const step of ["answer", "assign", "close", "reopen", "note"]) {
        expect(await call(`post /:id/${step}`, { params: { id }, form })).toEqual({ kind: "missing" });
      }
    },
  );

  it("escapes whatever people wrote", async () => {
    await keepTicket(base, {
      question: EVIL,
      name: EVIL,
      turns: [{ asked: EVIL, answered: EVIL, refused: false }],
      additions: [{ text: EVIL, at: 0 }],
    });
    await call("post /:id/note", { form: { revision: "1", note: EVIL } });
    const evil = { ...PEOPLE.kaisa, name: EVIL };
    await call("post /:id/answer", { actor: evil, form: { revision: "2", answer: EVIL, sources: EVIL } });
    for (const body of [bodyOf(await call("get /:id")), bodyOf(await call("get ", { query: "state=all" }))]) {
      expect(body).not.toContain("<script");
      expect(body).toContain("&lt;script&gt;");
    }
  });

  it("shows of an erased ticket that it was there, and offers nothing to do", async () => {
    await keepTicket(base, { question: "What does steam cost?", name: "Maija" });
    await part.erase("web:1");
    const body = bodyOf(await call("get /:id"));
    expect(body).toContain(TICKET_TEXTS.en.desk.erased);
    expect(body).not.toMatch(/steam|Maija|<form/);
    const form = { revision: "2", answer: "x" };
    expect(await call("post /:id/answer", { form })).toEqual({ kind: "missing" });
  });
});
