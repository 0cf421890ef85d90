import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyRoute, type GuardedDesk, type SeenPage, startGuardedDesk } from "../support/guarded-desk.ts";
import { fillWithHarm } from "../support/hostile-desk.ts";
import { leakKnowledge } from "../support/leak-knowledge.ts";
import { askFiles } from "../support/own-index.ts";
import { harmIn, type PageForm, readForms, readLinks } from "../support/page-forms.ts";
import { changeFields, fieldWords, type Sending, sendings, toQuery } from "./arbitraries/forms.ts";
import { texts } from "./arbitraries/texts.ts";
import { countCases } from "./count-cases.ts";
import { watchProcess } from "./watch-process.ts";

const FORMS_AT_ONCE = 4;
/** Pages that are looked at for forms; more hold the same ones. */
const MOST_PAGES = 60;
const cases = countCases("desk-forms");
const watched = watchProcess();
const statuses = new Map<number, number>();
const LANGUAGES = ["fi", "sv", "en"] as const;
let desk: GuardedDesk;
let forms: PageForm[];

beforeAll(async () => {
  const { view } = await askFiles(leakKnowledge());
  desk = await startGuardedDesk(view);
  await fillWithHarm(desk);
  forms = await findForms();
}, cases.patienceInMs);
afterAll(async () => {
  await desk.close();
  watched.close();
});

/** Follows links within the desk and gathers the forms of the pages. */
async function findForms(): Promise<PageForm[]> {
  const seen = new Set<string>();
  const todo = ["/desk"];
  const found = new Map<string, PageForm>();
  for (let path = todo.shift(); path !== undefined && seen.size < MOST_PAGES; path = todo.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { text } = await desk.open(path);
    for (const form of readForms(text))
      found.set(`${form.action} ${form.fields.map(([name]) => name)}`, form);
    todo.push(...readLinks(text).filter((link) => /^\/desk(?:[/?]|$)/.test(link) && !/[?&]lang=/.test(link)));
  }
  return [...found.values()].filter(({ action }) => action.startsWith("/desk"));
}

async function sendForm({ which, changes, as }: Sending): Promise<void> {
  const { method, action, fields } = forms[which % forms.length] as PageForm;
  const filled = changes.reduce(changeFields, fields);
  const answer =
    method === "post"
      ? await desk.send(action, filled, { as })
      : await desk.open(`${action}?${toQuery(filled)}`, { as });
  expectHarmless(answer);
}

function expectHarmless({ status, text, headers }: SeenPage): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  expect(status, text.slice(0, 300)).toBeLessThan(500);
  if (headers.get("content-type")?.startsWith("text/html") === true) {
    expect(harmIn(text)).toEqual([]);
    expect(text).not.toMatch(/\n\s+at |\.ts:\d|node_modules/);
  }
  expect(headers.get("location") ?? "/desk").toMatch(/^\/(?:desk(?:[/?#]|$)|sign-in\?)/);
}

describe("the desk", () => {
  it(
    "takes or refuses any form without failing, and shows what it got as text",
    () =>
      cases.run(fc.array(sendings, { minLength: FORMS_AT_ONCE, maxLength: FORMS_AT_ONCE }), {
        share: 0.5,
        casesPerValue: FORMS_AT_ONCE,
        check: async (batch) => {
          for (const sending of batch) await sendForm(sending);
        },
      }),
    cases.patienceInMs,
  );

  it(
    "answers any address under it without failing",
    () => {
      const routes = everyRoute().filter(({ method }) => method === "get");
      const addresses = fc.tuple(
        fc.constantFrom(...routes),
        fieldWords,
        fieldWords,
        fc.constantFrom("page", "q", "from", "to", "lang", "days", "state"),
      );
      return cases.run(addresses, {
        share: 0.2,
        check: async ([{ path }, part, value, name]) => {
          const encoded = encodeURIComponent(part.toWellFormed().slice(0, 300)) || "%20";
          expectHarmless(await desk.open(`${path.replaceAll(/:\w+/g, encoded)}?${toQuery([[name, value]])}`));
        },
      });
    },
    cases.patienceInMs,
  );

  it(
    "answers any fields of its windows in Teams with a card or a message",
    () => {
      const { dialogs } = desk.desk;
      const names = [
        ...new Set([
          "id",
          "ticket",
          "revision",
          "do",
          "step",
          "question_fi",
          "answer_fi",
          ...forms.flatMap(({ fields }) => fields.map(([name]) => name)),
        ]),
      ];
      const filled = fc.record({
        dialog: fc.constantFrom(...dialogs),
        language: fc.constantFrom(...LANGUAGES),
        fields: fc.dictionary(fc.oneof(fc.constantFrom(...names), texts), fieldWords, { maxKeys: 12 }),
        submits: fc.boolean(),
      });
      return cases.run(filled, {
        share: 0.3,
        check: async ({ dialog, language, fields, submits }) => {
          const actor = { id: "teams:t/kaisa", name: "Kaisa", reader: "coordinator", via: "teams" } as const;
          const request = { actor, language, conversationId: "msteams:k", fields };
          const answer = await (submits ? dialog.submit(request) : dialog.open(request));
          expect(answer.kind).toMatch(/^(?:card|message)$/);
          // What was typed stands in the inputs again as it was, whatever it says.
          const own = JSON.stringify(answer, (key, value) => (key === "value" ? undefined : value));
          expect(own).not.toMatch(/"url":"(?!https?:)|\[object|NaN/);
        },
      });
    },
    cases.patienceInMs,
  );

  it("is whole in the end: every part opens, its log tells of no failure", async () => {
    console.info(`Forms: ${forms.length}, statuses: ${JSON.stringify(Object.fromEntries(statuses))}`);
    expect(forms.length).toBeGreaterThan(15);
    for (const part of [
      "",
      "/tickets",
      "/queue",
      "/faq",
      "/streams",
      "/introductions",
      "/alerts",
      "/figures",
      "/audit",
    ]) {
      const { status, text } = await desk.open(`/desk${part}`);
      expect([part, status, ...harmIn(text)]).toEqual([part, 200]);
    }
    expect(desk.lines.filter((line) => /"level":"error"|desk\.failed/.test(line))).toEqual([]);
    expect(watched.failures()).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
  });
});
