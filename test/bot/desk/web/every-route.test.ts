import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  everyRoute,
  type FormFields,
  type FullRoute,
  type GuardedDesk,
  startGuardedDesk,
} from "../../../support/guarded-desk.ts";
import { askIntroduction, fillWithSecrets, sendTicket } from "../../../support/leak-desk.ts";
import { leakKnowledge } from "../../../support/leak-knowledge.ts";
import { askFiles } from "../../../support/own-index.ts";
import { readForms, readLinks } from "../../../support/page-forms.ts";

const SLOW_IN_MS = 120_000;
const VISITOR = { reader: "public", conversationId: "msteams:asker" } as const;

let desk: GuardedDesk;
/** Id of an entry that only coordinators may see. */
let entry: string;
beforeAll(async () => {
  const { view } = await askFiles(leakKnowledge());
  desk = await startGuardedDesk(view);
  await fillWithSecrets(desk);
  entry = String((await desk.store.database.prepare("select id from faq_entry order by id").get())?.id);
  await desk.say("Who won the cup?", VISITOR);
}, SLOW_IN_MS);
afterAll(() => desk.close());

const POSTS = everyRoute().filter(({ method }) => method === "post");
const pathOf = ({ path }: FullRoute, id = "1") => path.replace(":kind", "stream").replaceAll(/:\w+/g, id);

/** Everything that the state holds but who came in. */
async function stateNow(): Promise<string> {
  const { database } = desk.store;
  const tables = database.prepare("select name from sqlite_schema where type = 'table' order by name");
  const rows: unknown[] = [];
  for (const { name } of await tables.all()) {
    const where = name === "audit" ? " where action <> 'desk.enter'" : "";
    rows.push([name, await database.prepare(`select * from ${name}${where}`).all()]);
  }
  return JSON.stringify(rows);
}

it("knows the routes of every section in the navigation, and of no other", async () => {
  const { text } = await desk.open("/desk");
  const shown = readLinks(text).flatMap((link) => /^\/desk\/([a-z]+)$/.exec(link)?.[1] ?? []);
  const known = everyRoute().map(({ path }) => path.split("/")[2]);
  expect(new Set(known)).toEqual(new Set(shown));
  expect(POSTS.length).toBeGreaterThan(18);
});

describe.each(POSTS)("POST $path", (route) => {
  const path = pathOf(route);
  const fields: FormFields = { revision: "1", answer: "Yes.", words: "no", do: "anyway", questions: "1" };

  it("changes nothing without the session's own token, from elsewhere, or for anybody but a coordinator", async () => {
    const before = await stateNow();
    const plain = { "content-type": "text/plain" };
    const attempts = {
      "no token": [403, desk.send(path, fields, { token: "" })],
      "a made-up token": [403, desk.send(path, fields, { token: "x".repeat(43) })],
      "two tokens": [403, desk.send(path, { ...fields, csrf: "x" })],
      "another origin": [403, desk.send(path, fields, { headers: { origin: "https://evil.example" } })],
      "the origin null": [403, desk.send(path, fields, { headers: { origin: "null" } })],
      "another site": [403, desk.send(path, fields, { headers: { "sec-fetch-site": "cross-site" } })],
      "a member": [403, desk.send(path, fields, { as: "member" })],
      "a visitor": [403, desk.send(path, fields, { as: "public" })],
      nobody: [403, desk.send(path, fields, { as: "nobody" })],
      "plain text": [415, desk.send(path, fields, { headers: plain })],
      PUT: [405, desk.send(path, fields, { method: "PUT", token: "" })],
    } as const;
    for (const [what, [status, sent]] of Object.entries(attempts)) {
      expect([what, (await sent).status]).toEqual([what, status]);
    }
    const isPage = everyRoute().some((one) => one.method === "get" && one.path === route.path);
    // A named part of a page's address may be a word of this one: then there is nothing under it.
    expect([404, 405, ...(isPage ? [200] : [])]).toContain((await desk.open(path)).status);
    expect(await stateNow()).toBe(before);
  });
});

/** Entries that were added to the audit log by some work, but for who came in. */
async function entriesOf(work: () => Promise<unknown>): Promise<{ action: string; subject: string }[]> {
  const { database } = desk.store;
  const last = Number((await database.prepare("select max(id) as id from audit").get())?.id ?? 0);
  await work();
  const added = database.prepare(
    "select action, subject from audit where id > ? and action <> 'desk.enter' order by id",
  );
  return (await added.all(last)).map(({ action, subject }) => ({
    action: String(action),
    subject: String(subject),
  }));
}

async function done(path: string, fields: FormFields = {}): Promise<void> {
  const { status, text } = await desk.send(path, fields);
  const told = text.slice(text.indexOf("<main")).replace(/<[^>]+>/g, " ");
  expect([path, status, status === 303 ? "" : told.replace(/\s+/g, " ").slice(0, 400)]).toEqual([
    path,
    303,
    "",
  ]);
}

const revisionOf = async (table: string, id: number) =>
  String((await desk.store.database.prepare(`select revision from ${table} where id = ?`).get(id))?.revision);
const liveRevision = async (id: string) =>
  String(
    (await desk.store.database.prepare("select revision from live_record where id = ?").get(id))?.revision,
  );
const lastOf = async (table: string) =>
  Number((await desk.store.database.prepare(`select max(id) as id from ${table}`).get())?.id);

async function tokenOf(id: string): Promise<string> {
  const { text } = await desk.open(`/desk/faq/${id}`);
  return /name="token" value="([^"]*)"/.exec(text)?.[1] ?? "";
}

async function newTicket(): Promise<string> {
  await sendTicket(desk, "Where is lunch?", VISITOR);
  return `/desk/tickets/${await lastOf("ticket")}`;
}

async function newSubmission(): Promise<string> {
  const owner = { reader: "member", conversationId: "msteams:owner" } as const;
  const fields = {
    form: "submission",
    kind: "stream",
    name: "slag",
    company: "Harbour Oy",
    category: "slag",
  };
  const more = {
    physicalForm: "solid",
    park: "harbour-park",
    visibility: "public",
    uses: String(Math.random()),
  };
  await desk.say({ ...fields, ...more }, owner);
  return `/desk/streams/submissions/${await lastOf("submission")}`;
}

async function newIntroduction(): Promise<string> {
  const who = { reader: "public", conversationId: `msteams:asks${Math.random()}` } as const;
  await askIntroduction(desk, "Introduce us to Harbour Oy", who);
  return `/desk/introductions/${await lastOf("introduction")}`;
}

/** What each form does when it is filled in as it should be, and the entry that must come of it. */
const WORK: Record<string, { action: string; do: () => Promise<void> }> = {
  "/desk/tickets/:id/answer": {
    action: "ticket.answered",
    do: async () => done(`${await newTicket()}/answer`, { revision: "1", answer: "At the gate." }),
  },
  "/desk/tickets/:id/assign": {
    action: "ticket.assigned",
    do: async () => done(`${await newTicket()}/assign`, { revision: "1" }),
  },
  "/desk/tickets/:id/close": {
    action: "ticket.closed",
    do: async () => done(`${await newTicket()}/close`, { revision: "1", reason: "Asked twice." }),
  },
  "/desk/tickets/:id/reopen": {
    action: "ticket.reopened",
    do: async () => done("/desk/tickets/1/reopen", { revision: await revisionOf("ticket", 1) }),
  },
  "/desk/tickets/:id/note": {
    action: "ticket.noted",
    do: () => done("/desk/tickets/1/note", { note: "Ask the harbour." }),
  },
  "/desk/tickets/:id/erase": {
    action: "ticket.erase",
    do: async () => done(`${await newTicket()}/erase`, { revision: "1" }),
  },
  "/desk/queue/done": { action: "queue.settle", do: () => settle("done") },
  "/desk/queue/unneeded": { action: "queue.settle", do: () => settle("unneeded") },
  "/desk/faq/new": {
    action: "faq.add",
    do: () =>
      done("/desk/faq/new", {
        question_en: "Where is the gate?",
        answer_en: "There.",
        visibility: "public",
        do: "anyway",
      }),
  },
  "/desk/faq/export": { action: "faq.export", do: exportFaq },
  "/desk/faq/:id/edit": {
    action: "faq.edit",
    do: async () =>
      done(`/desk/faq/${entry}/edit`, {
        ...{
          token: await tokenOf(entry),
          question_en: "Which guarantee?",
          answer_en: "A quagga guarantee, still.",
        },
        ...{ visibility: "coordinator", do: "anyway" },
      }),
  },
  "/desk/faq/:id/retire": { action: "faq.retire", do: () => change("retire") },
  "/desk/faq/:id/restore": { action: "faq.restore", do: () => change("restore") },
  "/desk/streams/submissions/:id/approve": {
    action: "live.approve",
    do: async () =>
      done(`${await newSubmission()}/approve`, {
        ...{
          revision: "1",
          rowRevision: "0",
          kind: "stream",
          name: "slag",
          company: "Harbour Oy",
          category: "slag",
        },
        ...{ physicalForm: "solid", park: "harbour-park", visibility: "public" },
      }),
  },
  "/desk/streams/submissions/:id/return": {
    action: "submission.return",
    do: async () => done(`${await newSubmission()}/return`, { revision: "1", words: "How much?" }),
  },
  "/desk/streams/live/:kind/:id/renew": {
    action: "live.renew",
    do: async () => done("/desk/streams/live/stream/SS914/renew", { revision: await liveRevision("SS914") }),
  },
  "/desk/streams/live/:kind/:id/withdraw": {
    action: "live.withdraw",
    do: async () =>
      done("/desk/streams/live/stream/SS914/withdraw", { revision: await liveRevision("SS914") }),
  },
  "/desk/introductions/:id/contacted": {
    action: "introduction.contacted",
    do: async () => done(`${await newIntroduction()}/contacted`, { revision: "1" }),
  },
  "/desk/introductions/:id/agree": {
    action: "introduction.release",
    do: async () =>
      done(`${await newIntroduction()}/agree`, {
        revision: "1",
        "release-price": "yes",
        "words-price": "5 €",
      }),
  },
  "/desk/introductions/:id/decline": {
    action: "introduction.declined",
    do: async () => done(`${await newIntroduction()}/decline`, { revision: "1" }),
  },
};

/** Forms that nothing changes by here: the files were not changed beside the desk. `faq-desk.test.ts` has them. */
const EXCEPTIONS = ["/desk/faq/:id/take-file", "/desk/faq/:id/keep"];

async function settle(as: "done" | "unneeded"): Promise<void> {
  await desk.say(`Who won the ${as} cup?`, VISITOR);
  const { text } = await desk.open("/desk/queue");
  const questions = /name="questions" value="([\d,]+)"/.exec(text)?.[1] ?? "";
  await done(`/desk/queue/${as}`, { questions });
}

async function change(what: "retire" | "restore"): Promise<void> {
  await done(`/desk/faq/${entry}/${what}`, { token: await tokenOf(entry) });
}

async function exportFaq(): Promise<void> {
  const { text } = await desk.open("/desk/faq/export");
  const form = readForms(text).find(({ action }) => action === "/desk/faq/export");
  await done("/desk/faq/export", form?.fields ?? []);
}

describe("the audit log", () => {
  it("has a case for each form of the desk", () => {
    expect(new Set([...Object.keys(WORK), ...EXCEPTIONS])).toEqual(new Set(POSTS.map(({ path }) => path)));
  });

  it.each(Object.entries(WORK))("tells of %s", async (_, { action, do: work }) => {
    const entries = await entriesOf(work);
    expect(entries.map((one) => one.action)).toContain(action);
    for (const { subject } of entries) expect(subject).not.toBe("");
  });

  it.each([
    ["/desk/tickets/1", "ticket.read", "ticket:1"],
    ["/desk/introductions/1", "introduction.read", "introduction:1"],
    ["/desk/streams/submissions/1", "submission.read", "submission:1"],
    ["/desk/faq/ENTRY", "faq.read", "faq:ENTRY"],
    ["/desk/faq/ENTRY/edit", "faq.read", "faq:ENTRY"],
    ["/desk/faq/ENTRY/history", "faq.read", "faq:ENTRY"],
    ["/desk/figures/csv/all", "figures.export", "figures:all"],
    ["/desk/audit/download", "export.audit", "audit"],
  ])("tells who looked at %s", async (path, action, subject) => {
    const named = (text: string) => text.replace("ENTRY", entry);
    const entries = await entriesOf(async () => {
      expect((await desk.open(named(path))).status).toBe(200);
    });
    expect(entries).toEqual([{ action, subject: named(subject) }]);
  });

  it("tells who was shown a hidden row in a chat", async () => {
    const member = {
      reader: "member",
      conversationId: "msteams:reads",
      person: { id: "teams:t/r", name: "Rita" },
    };
    const entries = await entriesOf(() => desk.say("Which slag streams are there?", member as never));
    expect(entries.map(({ action }) => action)).toEqual(["answer.confidential"]);
  });
});
