import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertsPart, createAlertsPart } from "../../../../bot/desk/alerts/create-alerts-part.ts";
import type { DeskExchange } from "../../../../bot/desk/web/desk-section.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Reader } from "../../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../../knowledge/schema.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { DATABASE_KINDS, type DatabaseKind, openTestDatabase } from "../../../support/databases.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";
import { createDeskChat, type DeskChat, withStreams } from "../../../support/desk-chat.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let own: KnowledgeView;
let view: KnowledgeView;
let base: TestDeskBase;
let part: AlertsPart;
let chat: DeskChat;
const ranks = new Map<string, Reader>();

beforeAll(async () => {
  own = await openOwnKnowledge();
});
async function begin(kind: DatabaseKind): Promise<void> {
  view = own;
  ranks.clear();
  const database = await openTestDatabase(kind);
  base = { ...createDeskBase({ view: own, database }), currentView: () => view };
  part = createAlertsPart(base, { rankOf: (person) => ranks.get(person) });
  chat = createDeskChat(() => view, part.skills ?? []);
}

const WISH = "Tell me when new ash streams over 1,000 t appear in Lapland";

/** An ash stream of the largest park of Lapland. */
function ash(id: string, changes: Partial<StreamRecord> = {}): StreamRecord {
  const like = (own.index.tables.streams ?? []).find(
    (row) => row.park === "kemi-tornio" && row.category === "ash",
  );
  if (like === undefined) throw new Error("The own knowledge has no ash in Kemi-Tornio any more");
  return {
    ...like,
    id,
    kind: "flow",
    name_en: `Boiler ash ${id}`,
    name_fi: `Kattilatuhka ${id}`,
    name_sv: `Pannaska ${id}`,
    quantity: 2000,
    unit: "t",
    visibility: "public",
    ...changes,
  } as StreamRecord;
}

/** New knowledge, and the check that comes with it. */
async function publish(...rows: StreamRecord[]) {
  const ids = new Set(rows.map(({ id }) => id));
  view = withStreams(view, (known) => [...known.filter(({ id }) => !ids.has(id)), ...rows]);
  return part.check(view);
}

/** What waits to be delivered; looking at it takes nothing. */
const waiting = async () => {
  const notices = await base.notices.take();
  await base.notices.giveBack(notices);
  return notices;
};

describe.each(DATABASE_KINDS)("checkAlerts() (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("tells nothing of the rows that were there when the alert was made", async () => {
    await chat.say(WISH);
    expect(await part.check(view)).toEqual({ alerts: 1, told: 0, queries: 1 });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ["en", WISH, /^Alert 1 \(\*\*Lapland · ash · over 1,000 t\*\*\): one new side stream\./, "2,000 t"],
    [
      "fi",
      "Ilmoita, kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t",
      /^Hakuvahti 1 \(.*\): yksi uusi sivuvirta\./,
      "2000 t",
    ],
    [
      "sv",
      "Meddela mig när det kommer nya askströmmar över 1 000 t i Lappland",
      /^Bevakning 1 \(.*\): en ny sidoström\./,
      "2000 t",
    ],
  ] as const)("tells of a new row in %s, with its source, once", async (language, wish, head, amount) => {
    await chat.say(wish);
    await publish(ash("SS901"));
    const [notice, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(notice?.conversationId).toBe("msteams:a");
    const reply = notice?.reply;
    if (reply === undefined) throw new Error("There is no reply");
    expect(reply.language).toBe(language);
    expect(reply.text).toMatch(head);
    expect(reply.text).toContain(amount);
    expect(reply.streams?.map(({ id }) => id)).toEqual(["SS901"]);
    expect(reply.citations).toHaveLength(1);
    expectGrounded(reply);
    await part.check(view);
    await publish(ash("SS901", { quantity: 2500 }));
    expect(await waiting()).toHaveLength(1);
  });

  it("passes over rows that do not meet the alert, and tells of one that grows over its threshold", async () => {
    await chat.say(WISH);
    await publish(ash("SS902", { quantity: 900 }), ash("SS903", { park: "eco3", municipality: "Nokia" }));
    expect(await waiting()).toEqual([]);
    await publish(ash("SS902", { quantity: 1100 }));
    expect((await waiting())[0]?.reply.streams?.map(({ id }) => id)).toEqual(["SS902"]);
  });

  it("lists ten and counts the others", async () => {
    await chat.say(WISH);
    await publish(...Array.from({ length: 12 }, (_, at) => ash(`SS9${10 + at}`)));
    const reply = (await waiting())[0]?.reply;
    expect(reply?.streams).toHaveLength(10);
    expect(reply?.text).toContain("12 new side streams");
    expect(reply?.text).toContain("These are the first 10; 12 are new in all.");
    await part.check(view);
    expect(await waiting()).toHaveLength(1);
  });

  it("tells each alert of its own, and a paused one nothing, also not later", async () => {
    await chat.say(WISH);
    await chat.say(WISH, { conversationId: "msteams:b" });
    await chat.say("pause alert 1");
    expect(await publish(ash("SS901"))).toEqual({ alerts: 1, told: 1, queries: 1 });
    expect((await waiting()).map(({ conversationId }) => conversationId)).toEqual(["msteams:b"]);
    await chat.say("resume alert 1");
    await part.check(view);
    expect(await waiting()).toHaveLength(1);
    await publish(ash("SS902"));
    expect((await waiting()).map(({ conversationId }) => conversationId)).toEqual([
      "msteams:b",
      "msteams:a",
      "msteams:b",
    ]);
  });

  it("never tells more than the rank now allows, nor than the rank when it was made", async () => {
    const member = { reader: "member" as const, person: { id: "teams:t/m" } };
    await chat.say(WISH, { ...member, conversationId: "msteams:m" });
    await chat.say(WISH, { conversationId: "msteams:p", person: { id: "teams:t/p" } });
    ranks.set("teams:t/p", "coordinator");
    await publish(ash("SS901", { visibility: "member" }));
    expect(await waiting()).toEqual([]);
    ranks.set("teams:t/m", "coordinator");
    await publish(ash("SS902", { visibility: "coordinator" }));
    const told = await waiting();
    expect(told.map(({ conversationId }) => conversationId)).toEqual(["msteams:m"]);
    expect(told[0]?.reply.streams?.map(({ id }) => id)).toEqual(["SS901"]);
    expect(JSON.stringify(told)).not.toContain("SS902");
  });

  it("does not tell again what was known when a rank goes down and up", async () => {
    ranks.set("teams:t/m", "member");
    view = withStreams(view, (known) => [...known, ash("SS901", { visibility: "member" })]);
    await chat.say(WISH, { reader: "member", person: { id: "teams:t/m" } });
    ranks.delete("teams:t/m");
    await part.check(view);
    ranks.set("teams:t/m", "member");
    await part.check(view);
    expect(await waiting()).toEqual([]);
  });

  it("marks rows and adds the message as one: without the message the rows stay new", async () => {
    await chat.say(WISH);
    const broken = {
      ...base.notices,
      add: async () => {
        throw new Error("The disk is full");
      },
    };
    const failing = createAlertsPart({
      ...base,
      notices: broken as never,
      log: { ...base.log, error: () => {} },
    });
    view = withStreams(view, (known) => [...known, ash("SS901")]);
    await failing.check(view);
    expect(await waiting()).toEqual([]);
    await part.check(view);
    expect(await waiting()).toHaveLength(1);
  });

  it("runs one check at a time, the last one on the newest knowledge", async () => {
    await chat.say(WISH);
    const first = withStreams(view, (known) => [...known, ash("SS901")]);
    const second = withStreams(first, (known) => [...known, ash("SS902")]);
    await Promise.all([part.check(first), part.check(first), part.check(second)]);
    const told = (await waiting()).flatMap(({ reply }) => (reply.streams ?? []).map(({ id }) => id));
    expect(told.sort()).toEqual(["SS901", "SS902"]);
  });

  it("tells at the next start of what came while the process was down", async () => {
    await chat.say(WISH);
    view = withStreams(view, (known) => [...known, ash("SS901")]);
    await createAlertsPart(base).tick?.();
    expect(await waiting()).toHaveLength(1);
  });
});

describe.each(DATABASE_KINDS)("what is kept (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("goes with the web chat it belongs to", async () => {
    const web = { channel: "web-chat" as const, person: { id: "visitor:dl_1" } };
    await chat.say(WISH, { ...web, conversationId: "web-chat:there" });
    await chat.say(WISH, { ...web, conversationId: "web-chat:gone" });
    await base.database
      .prepare(`insert into conversation (id, "user", created, last_active) values ('there', 'dl_1', 1, 1)`)
      .run();
    await part.purge?.();
    const kept = await base.database.prepare("select conversation from alert").all();
    expect(kept.map((row) => row.conversation)).toEqual(["web-chat:there"]);
  });

  it("is counted at the desk without whose it is", async () => {
    await chat.say(WISH);
    await chat.say(WISH, { conversationId: "msteams:b", person: { id: "teams:t/secret", name: "Salla" } });
    await chat.say("pausa bevakning 1", { conversationId: "msteams:b" });
    const route = part.section?.routes[0];
    for (const [language, words] of [
      ["fi", "Lappi · tuhka"],
      ["sv", "Lappland · aska"],
      ["en", "Lapland · ash"],
    ] as const) {
      const exchange = {
        actor: PEOPLE.kaisa,
        language,
        params: {},
        query: new URLSearchParams(),
        form: new URLSearchParams(),
        csrfField: { html: "" },
      } satisfies DeskExchange;
      const answer = await route?.handle(exchange);
      const page = answer?.kind === "page" ? answer.main.html : "";
      expect(page).toContain(words);
      expect(page).toMatch(/<td data-label="[^"]+">1<\/td><td data-label="[^"]+">1<\/td>/);
      expect(page).not.toMatch(/secret|Salla|msteams/);
    }
  });
});
