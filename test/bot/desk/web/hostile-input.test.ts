import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyRoute, type GuardedDesk, startGuardedDesk } from "../../../support/guarded-desk.ts";
import { fillWithHarm, HOSTILE, HOSTILE_VALUES } from "../../../support/hostile-desk.ts";
import { leakKnowledge } from "../../../support/leak-knowledge.ts";
import { askFiles } from "../../../support/own-index.ts";
import { CANARY, harmIn, type PageForm, readForms, readLinks } from "../../../support/page-forms.ts";

const SLOW_IN_MS = 180_000;

let desk: GuardedDesk;
/** Pages that can be reached, by address. */
let pages: Map<string, string>;
beforeAll(async () => {
  const { view } = await askFiles(leakKnowledge());
  desk = await startGuardedDesk(view);
  await fillWithHarm(desk);
  pages = await crawl("/desk");
}, SLOW_IN_MS);
afterAll(() => desk.close());

/** Follows every link within the desk. */
async function crawl(from: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const todo = [from];
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    if (found.has(path)) continue;
    const { status, text, headers } = await desk.open(path);
    expect([path, status]).toEqual([path, 200]);
    const isPage = headers.get("content-type")?.startsWith("text/html") === true;
    found.set(path, isPage ? text : "");
    const links = readLinks(text).map((link) => link.replace(/#.*$/, ""));
    todo.push(...links.filter((link) => /^\/desk(?:[/?]|$)/.test(link) && !/[?&]lang=/.test(link)));
  }
  return found;
}

/** Forms of all pages, one for each route and set of fields. */
function everyForm(): PageForm[] {
  const forms = [...pages.values()].flatMap(readForms).filter(({ action }) => action.startsWith("/desk"));
  const routes = everyRoute().map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`));
  const keyOf = ({ action, fields }: PageForm) =>
    `${routes.findIndex((route) => route.test(action))} ${fields.map(([name]) => name)}`;
  return [...new Map(forms.map((form) => [keyOf(form), form])).values()];
}

/** What is wrong with an answer to hostile input; empty when nothing is. */
function faultsOf({ status, text, headers }: Awaited<ReturnType<GuardedDesk["open"]>>): string[] {
  const isPage = headers.get("content-type")?.startsWith("text/html") === true;
  const to = headers.get("location");
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...(isPage ? harmIn(text) : []),
    ...(isPage && text.includes(`<${CANARY}`) ? ["echoes what was sent"] : []),
    ...(to !== null && !/^\/(?:desk(?:[/?#]|$)|sign-in\?)/.test(to) ? [`leads to ${to}`] : []),
    ...(headers.get("set-cookie")?.includes("x=1") === true ? ["sets a cookie of the sender"] : []),
  ];
}

describe("pages that are full of hostile texts", () => {
  it("show them as text, in every part of the desk", () => {
    const shown = [...pages].filter(([, text]) => text.includes(`&lt;${CANARY}`)).map(([path]) => path);
    for (const part of ["tickets", "queue", "faq", "streams", "introductions", "audit"]) {
      expect(
        shown.some((path) => path.startsWith(`/desk/${part}`)),
        part,
      ).toBe(true);
    }
    for (const [path, text] of pages) expect([path, ...harmIn(text)]).toEqual([path]);
  });

  it("hold a token in each form that changes something", () => {
    const forms = [...pages.values()].flatMap(
      (page) => page.match(/<form[^>]*method="post"[\s\S]*?<\/form>/gi) ?? [],
    );
    expect(forms.length).toBeGreaterThan(20);
    for (const form of forms) expect(form).toMatch(/name="csrf" value="[\w-]{43}"/);
  });

  it.each(["en", "fi", "sv"])(
    "give files in %s whose cells no spreadsheet takes for a formula",
    async (language) => {
      for (const path of ["/desk/audit/download", "/desk/figures/csv/all"]) {
        const { status, text, headers } = await desk.open(`${path}?lang=${language}`);
        expect([path, status]).toEqual([path, 200]);
        expect(headers.get("content-disposition")).toMatch(/^attachment/);
        const cells: string[][] = parseCsv(text, {
          bom: true,
          delimiter: language === "en" ? "," : ";",
          relax_column_count: true,
        });
        const risky = cells.flat().filter((cell) => /^\s*[=+@\t\r]|^\s*-(?!\d)/.test(cell));
        expect(risky).toEqual([]);
      }
    },
  );
});

describe("hostile input", () => {
  it(
    "in any field of any form is refused or kept as text",
    async () => {
      const forms = everyForm();
      const actions = forms.map(({ action }) => action.replace(/\?.*$/, ""));
      expect(new Set(actions).size).toBeGreaterThan(12);
      let sent = 0;
      for (const { method, action, fields } of forms) {
        for (const [at, [name]] of fields.entries()) {
          for (const value of HOSTILE_VALUES) {
            const changed = fields.map((field, other): [string, string] =>
              other === at ? [name, value] : field,
            );
            const answer =
              method === "post"
                ? await desk.send(action, changed)
                : await desk.open(`${action}?${new URLSearchParams(changed)}`);
            sent += 1;
            expect([action, name, value.slice(0, 40), ...faultsOf(answer)]).toHaveLength(3);
          }
        }
      }
      console.info(`Hostile forms sent: ${sent}`);
    },
    SLOW_IN_MS,
  );

  it(
    "in the path, the query and unknown fields of any route is refused",
    async () => {
      const statuses: Record<number, number> = {};
      for (const { method, path } of everyRoute()) {
        for (const value of HOSTILE_VALUES) {
          const filled = path.replaceAll(/:\w+/g, encodeURIComponent(value) || "%20");
          const query = new URLSearchParams(QUERIES.map((name): [string, string] => [name, value]));
          const fields = [...FIELDS, ...FIELDS].map((name): [string, string] => [name, value]);
          const answer =
            method === "get" ? await desk.open(`${filled}?${query}`) : await desk.send(filled, fields);
          statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
          expect([method, filled.slice(0, 60), ...faultsOf(answer)]).toHaveLength(2);
        }
      }
      console.info(`Statuses for hostile paths and queries: ${JSON.stringify(statuses)}`);
    },
    SLOW_IN_MS,
  );

  it("in any field of any window of Teams is refused or kept", async () => {
    const actor = { id: "teams:t/kaisa", name: HOSTILE, reader: "coordinator", via: "teams" } as const;
    const { dialogs } = desk.desk;
    expect(dialogs.length).toBeGreaterThan(5);
    for (const dialog of dialogs) {
      for (const value of HOSTILE_VALUES) {
        const fields = Object.fromEntries(DIALOG_FIELDS.map((name) => [name, value]));
        const request = { actor, language: "en", conversationId: "msteams:evil", fields } as const;
        for (const answer of [await dialog.open(request), await dialog.submit(request)]) {
          expect([dialog.name, value, answer.kind]).toEqual([
            dialog.name,
            value,
            expect.stringMatching(/^(?:card|message)$/),
          ]);
          expect(JSON.stringify(answer)).not.toMatch(/"url":"(?!https?:)/);
        }
      }
    }
  });

  it("of many or very long fields ends with a plain page", async () => {
    for (const { path } of everyRoute().filter(({ method }) => method === "post")) {
      const filled = path.replaceAll(/:\w+/g, "1");
      const many = Array.from({ length: 2000 }, (_, at): [string, string] => [`field${at}`, "x"]);
      for (const fields of [many, [["answer", "x".repeat(60_000)]] as [string, string][]]) {
        const answer = await desk.send(filled, fields);
        expect([filled, ...faultsOf(answer)]).toHaveLength(1);
      }
      const { status } = await desk.send(filled, [["answer", "x".repeat(70_000)]]);
      expect([filled, status]).toEqual([filled, 413]);
    }
  });

  it("changed no prototype and broke no page", async () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    for (const path of [
      "/desk",
      "/desk/tickets",
      "/desk/queue",
      "/desk/faq",
      "/desk/streams",
      "/desk/introductions",
      "/desk/alerts",
      "/desk/figures",
      "/desk/audit",
    ]) {
      const { status, text } = await desk.open(path);
      expect([path, status, ...harmIn(text)]).toEqual([path, 200]);
    }
    const failures = desk.lines.filter((line) => /"level":"error"|desk\.failed/.test(line));
    expect(failures).toEqual([]);
    expect(desk.lines.join("\n")).not.toContain(HOSTILE.slice(0, 20));
  });
});

/** Names of fields and choices that pages read, and some that they must not. */
const QUERIES = [
  "page",
  "before",
  "action",
  "actor",
  "subject",
  "state",
  "language",
  "lang",
  "days",
  "from",
  "to",
  "q",
  "missing",
  "park",
  "tag",
  "visibility",
  "reason",
  "company",
  "soon",
  "__proto__",
  "constructor",
];
const FIELDS = [
  "revision",
  "rowRevision",
  "token",
  "do",
  "from",
  "answer",
  "sources",
  "reason",
  "note",
  "words",
  "release-price",
  "words-price",
  "company",
  "questions",
  "back",
  "name",
  "__proto__",
  "constructor",
];
const DIALOG_FIELDS = [
  ...FIELDS,
  "id",
  "ticket",
  "step",
  "submission",
  "decision",
  "introduction",
  "showName",
  "question_en",
  "answer_en",
  "visibility",
  "kind",
];
