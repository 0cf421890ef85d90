import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createAuditPart } from "../../../../bot/desk/audit/create-audit-part.ts";
import { presentAction, presentActor } from "../../../../bot/desk/audit/present-entry.ts";
import { AUDIT_TEXTS } from "../../../../bot/desk/audit/texts.ts";
import { FAQ_CHANGES } from "../../../../bot/desk/faq/faq-store.ts";
import { INTRODUCTION_STATES } from "../../../../bot/desk/introductions/introduction.ts";
import { EVENT_KINDS } from "../../../../bot/desk/tickets/ticket.ts";
import type { DeskAnswer } from "../../../../bot/desk/web/desk-section.ts";
import { html } from "../../../../bot/desk/web/html.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { DATABASE_KINDS, type DatabaseKind, openTestDatabase } from "../../../support/databases.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";

/** `action: "faq.read"`; an action in a comment counts too, for it is an example. */
const NOTED = /\baction: "([a-z]+\.[a-z-]+)"/g;

let base: TestDeskBase;
let part: ReturnType<typeof createAuditPart>;

async function begin(kind: DatabaseKind): Promise<void> {
  base = createDeskBase({ database: await openTestDatabase(kind) });
  part = createAuditPart(base, { retentionDays: 365 });
}

async function ask(path: "" | "/download", search = "", language: Language = "en"): Promise<DeskAnswer> {
  const route = part.section.routes.find((one) => one.path === path);
  const answer = await route?.handle({
    actor: PEOPLE.kaisa,
    language,
    params: {},
    query: new URLSearchParams(search),
    form: new URLSearchParams(),
    csrfField: html``,
  });
  if (!answer) throw new Error(`There is no route "${path}"`);
  return answer;
}

async function pageOf(search = "", language: Language = "en"): Promise<string> {
  const answer = await ask("", search, language);
  return answer.kind === "page" ? answer.main.html : answer.kind;
}

async function fileOf(search = "", language: Language = "en"): Promise<{ name: string; lines: string[] }> {
  const answer = await ask("/download", search, language);
  if (answer.kind !== "file") throw new Error("No file came");
  return { name: answer.name, lines: Buffer.from(answer.body).toString("utf8").trimEnd().split("\r\n") };
}

const rowsOf = (text: string) => text.split("<tr>").slice(2);

describe.each(DATABASE_KINDS)("the page of the log (%s)", (kind) => {
  beforeEach(() => begin(kind));

  test("shows the newest first, with who, what and when in Finland", async () => {
    await base.audit.add({
      actor: PEOPLE.kaisa,
      action: "faq.edit",
      subject: "faq:steam",
      detail: { fields: ["answer.fi", "tags"] },
    });
    base.pass(60_000);
    await base.audit.add({ actor: PEOPLE.erik, action: "ticket.read", subject: "ticket:12" });
    const [first = "", second = "", ...more] = rowsOf(await pageOf());
    expect(more).toEqual([]);
    expect(first).toContain("Ticket: read");
    expect(first).toContain(">Erik</a><br><small>coordinator, Teams</small>");
    expect(first).toContain("1 March 2026 12:01:00");
    expect(second).toContain("fields: answer.fi, tags");
    expect(second).toContain('href="/desk/audit?subject=faq%3Asteam"');
    expect(await base.audit.list()).toHaveLength(2);
  });

  test("escapes whatever stands in an entry", async () => {
    const evil = '"><script>alert(1)</script>';
    const actor = { ...PEOPLE.kaisa, id: evil, name: evil };
    await base.audit.add({ actor, action: evil, subject: evil, detail: { [evil]: { deep: evil } } });
    const search = String(new URLSearchParams({ action: evil, actor: evil, subject: evil }));
    for (const text of [await pageOf(), await pageOf(search)]) expect(text).not.toContain("<script>");
  });

  test("filters by kind, person and subject, and keeps what was chosen", async () => {
    await base.audit.add({ actor: PEOPLE.kaisa, action: "faq.edit", subject: "faq:a" });
    await base.audit.add({ actor: PEOPLE.erik, action: "faq.retire", subject: "faq:b" });
    await base.audit.add({ actor: PEOPLE.erik, action: "faqs.other", subject: "faq:a" });
    const count = async (search: string) => rowsOf(await pageOf(search)).length;
    expect(await count("action=faq")).toBe(2);
    expect(await count("action=faq.edit")).toBe(1);
    expect(await count("actor=teams%3At%2Ferik")).toBe(2);
    expect(await count("action=faq&actor=teams%3At%2Ferik")).toBe(1);
    expect(await count("subject=faq%3Aa")).toBe(2);
    const text = await pageOf("action=faq&actor=teams%3At%2Ferik&subject=faq%3Ab");
    expect(text).toContain('<option value="faq" selected>FAQ entry</option>');
    expect(text).toContain('<option value="teams:t/erik" selected>Erik</option>');
    expect(text).toContain('value="faq:b"');
    expect(await pageOf("subject=nothing")).toContain(AUDIT_TEXTS.en.empty);
  });

  test("goes through many entries, each seen once, with the filter kept", async () => {
    for (let at = 0; at < 120; at += 1) {
      await base.audit.add({ actor: PEOPLE.kaisa, action: "faq.edit", subject: `faq:${at}` });
      await base.audit.add({ actor: PEOPLE.kaisa, action: "ticket.read", subject: `ticket:${at}` });
    }
    const seen: string[] = [];
    let search: string | undefined = "action=faq";
    while (search !== undefined) {
      const text = await pageOf(search);
      seen.push(
        ...[...text.matchAll(/subject=(faq%3A\d+)"/g)].map(([, subject]) =>
          decodeURIComponent(subject ?? ""),
        ),
      );
      search = /rel="next" href="\/desk\/audit\?([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `faq:${119 - at}`));
    expect(await pageOf("before=50")).toContain(">Newest</a>");
    for (const strange of ["0", "-1", "1e3", "x", "99999999999999999999"]) {
      expect(rowsOf(await pageOf(`before=${strange}`))).toHaveLength(50);
    }
  });

  test.each(LANGUAGES)("speaks %s, also for entries of each kind", async (language) => {
    await base.audit.add({
      actor: { ...PEOPLE.kaisa, id: "local", name: "" },
      action: "desk.enter",
      subject: "session:1",
    });
    const texts = AUDIT_TEXTS[language];
    const text = await pageOf("", language);
    expect(text).toContain(texts.intro(365));
    expect(text).toContain(`${texts.things.desk}: ${texts.deeds.enter}`);
    expect(text).toContain(texts.people.local);
  });
});

describe.each(DATABASE_KINDS)("the file of the log (%s)", (kind) => {
  beforeEach(() => begin(kind));

  test("holds all entries of the filter, disarmed for spreadsheets, and is an entry itself", async () => {
    for (let at = 0; at < 60; at += 1) {
      await base.audit.add({
        actor: { ...PEOPLE.kaisa, name: "=1+1" },
        action: "faq.edit",
        subject: `faq:${at}`,
      });
    }
    await base.audit.add({ actor: PEOPLE.erik, action: "ticket.read", subject: "ticket:1" });
    const { name, lines } = await fileOf("action=faq");
    expect(name).toBe("Sivuvirta log.csv");
    expect(lines).toHaveLength(61);
    expect(lines[0]).toBe("\ufeffid,Time,Who,Role,Where,What was done,To what,Details,code");
    expect(lines[1]).toBe(
      "60,2026-03-01T10:00:00.000Z,'=1+1,coordinator,Desk,FAQ entry: edited,faq:59,,faq.edit",
    );
    expect(await base.audit.list({ limit: 1 })).toMatchObject([
      { action: "export.audit", actor: "web:kaisa", subject: "audit", detail: { rows: 60, action: "faq" } },
    ]);
  });

  test.each([
    ["fi", "Sivuvirta loki.csv"],
    ["sv", "Sivuvirta logg.csv"],
  ] as const)("is named and headed in %s", async (language, expected) => {
    const { name, lines } = await fileOf("", language);
    expect(name).toBe(expected);
    expect(lines[0]).toContain(`;${AUDIT_TEXTS[language].columns.who};`);
  });
});

describe.each(DATABASE_KINDS)("purge() (%s)", (kind) => {
  beforeEach(() => begin(kind));

  test("deletes what is older than the setting says, and nothing else", async () => {
    await base.audit.add({ actor: PEOPLE.kaisa, action: "faq.edit", subject: "faq:old" });
    base.pass(86_400_000);
    await base.audit.add({ actor: PEOPLE.kaisa, action: "faq.edit", subject: "faq:new" });
    base.pass(364 * 86_400_000);
    await part.purge();
    expect(await base.audit.list()).toHaveLength(2);
    base.pass(1);
    await part.purge();
    expect((await base.audit.list()).map(({ subject }) => subject)).toEqual(["faq:new"]);
  });
});

test("presentAction() leaves what has no words as it is", () => {
  expect(presentAction("faq.edit", "fi")).toBe("Usein kysytty kysymys: muokattu");
  expect(presentAction("faq.frobnicate", "en")).toBe("FAQ entry: frobnicate");
  expect(presentAction("constructor.toString", "en")).toBe("constructor: toString");
});

test.each(LANGUAGES)("everything that is noted anywhere has words in %s", (language) => {
  const { things, deeds } = AUDIT_TEXTS[language];
  const actions = [
    ...EVENT_KINDS.map((kind) => `ticket.${kind}`),
    ...INTRODUCTION_STATES.map((state) => `introduction.${state}`),
    ...FAQ_CHANGES.map((change) => `faq.${change}`),
    ...notedInSources(),
  ];
  expect(actions).toContain("export.audit");
  const lacking = actions.filter((action) => {
    const [thing = "", deed = ""] = action.split(".");
    return !Object.hasOwn(things, thing) || !Object.hasOwn(deeds, deed);
  });
  expect(lacking).toEqual([]);
});

/** Actions that stand in the sources as they are. */
function notedInSources(): string[] {
  const folder = join(import.meta.dirname, "../../../../bot/desk");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(NOTED)])
    .map(([, action]) => action ?? "");
}

test("presentActor() names people, and those without a name by their id", () => {
  expect(presentActor({ id: "web:a", name: "Kaisa" }, "sv")).toBe("Kaisa");
  expect(presentActor({ id: "web:a", name: "" }, "sv")).toBe("Inget namn (web:a)");
});
