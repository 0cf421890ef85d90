import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Introduction } from "../../../../bot/desk/introductions/introduction.ts";
import { introductionAnnouncement } from "../../../../bot/desk/introductions/introduction-card.ts";
import { INTRODUCTION_TEXTS } from "../../../../bot/desk/introductions/texts.ts";
import { writeMail } from "../../../../bot/desk/mail/write-mail.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { DATABASE_KINDS, type DatabaseKind, openTestDatabase } from "../../../support/databases.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { withTables } from "../../../support/desk-chat.ts";
import {
  ASKER_SECRETS,
  createIntroductionDesk,
  hideCompany,
  type IntroductionDesk,
  OTHER_SECRETS,
} from "../../../support/introductions.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let own: KnowledgeView;
let view: KnowledgeView;
let desk: IntroductionDesk;
let database: Database;
const announced: Introduction[] = [];

beforeAll(async () => {
  own = await openOwnKnowledge();
  view = hideCompany(own);
});
const announce = async (introduction: Introduction) => {
  announced.push(introduction);
};

async function begin(kind: DatabaseKind): Promise<void> {
  announced.length = 0;
  database = await openTestDatabase(kind);
  desk = createIntroductionDesk(view, { announce, database });
}

const ASKED = "Who could use our zinc residue, 4 321 t, in Kokkola? It is solid and not hazardous.";
const HIDDEN = "Introduce us: a company in park Kokkola Industrial Park (non-ferrous metals)";

/** Asks for an introduction to the company that the asker may not know. */
async function askHidden(changes: Record<string, string> = {}) {
  await desk.chat.say(ASKED);
  return desk.send(await desk.chat.say(HIDDEN), changes);
}

const RELEASE = {
  "release-identity": "yes",
  "words-identity": "Salakka Metals Oy",
  "release-contact": "yes",
  "words-contact": "Vesa Vaitelias, +358 40 555 7788",
  "words-price": "19 € a tonne",
  "words-composition": "CuO 91 %",
};

describe.each(DATABASE_KINDS)("before both sides have agreed (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("nothing confidential of either side leaves, whatever is done", async () => {
    const replies = [await askHidden()];
    await desk.visit("/:id/contacted", 1, { revision: "1" });
    replies.push(await desk.chat.say("my introductions"));
    await desk.visit("/:id/agree", 1, { revision: "2" });
    await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    await desk.visit("/:id/decline", 1, {
      revision: await desk.revisionOf(1),
      reason: "They have no need now.",
    });
    await desk.visit("/:id/agree", 1, { revision: await desk.revisionOf(1), ...RELEASE });
    replies.push(await desk.chat.say("my introductions"));
    const toAsker = await desk.sent("msteams:a");
    expect(toAsker.map(({ text }) => text)).toEqual([
      expect.stringContaining("the other side has been asked"),
      expect.stringContaining("does not want to be introduced now"),
    ]);
    expect(JSON.stringify([replies, toAsker])).not.toMatch(OTHER_SECRETS);
    expect(await desk.sent("mail:")).toEqual([]);
  });

  it("the coordinator sees who may be meant, and what of the asker may be told", async () => {
    await askHidden();
    const page = await desk.page("/:id", 1);
    expect(page).toContain("Salakka Metals Oy");
    expect(page).toContain("Vesa Vaitelias, +358 40 555 7788");
    expect(page).toMatch(/aino\.asker@example\.org <span class="desk-badge is-danger">not to be told/);
    expect(page).toMatch(/Zinc residue <span class="desk-badge is-good">may be told/);
    const [, toTell = ""] = /<textarea id="to-tell"[^>]*>([^<]*)</.exec(page) ?? [];
    expect(toTell).toContain("Kysyjä Oy");
    expect(toTell).toContain("Could we visit you?");
    expect(toTell).not.toMatch(ASKER_SECRETS);
    expect(await desk.base.audit.list({ action: "introduction.read" })).toHaveLength(1);
  });

  it("the list of the desk shows no contact and no message", async () => {
    await askHidden();
    const page = await desk.page("");
    expect(page).toContain("Kysyjä Oy");
    expect(page).not.toMatch(/aino\.asker|visit you|Salakka/);
    expect(await desk.part.section?.waiting?.()).toBe(1);
  });
});

describe.each(DATABASE_KINDS)("when both sides have agreed (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("each gets exactly what was released, and the audit log tells which fields", async () => {
    await askHidden();
    const answer = await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    expect(answer).toMatchObject({ kind: "redirect", to: "/desk/introductions/1" });
    const [told, ...others] = await desk.sent("msteams:a");
    expect(others).toEqual([]);
    expect(told?.text).toContain("- **Who it is**: Salakka Metals Oy");
    expect(told?.text).toContain("- **Contact**: Vesa Vaitelias, +358 40 555 7788");
    expect(JSON.stringify(told)).not.toMatch(/CuO 91|19 €|vaitelias@/);
    const page = await desk.page("/:id", 1);
    const [, forOther = ""] = /<textarea id="other-side"[^>]*>([^<]*)</.exec(page) ?? [];
    expect(forOther).toContain("Aino Asker, Kysyjä Oy");
    expect(forOther).not.toMatch(ASKER_SECRETS);
    const [release] = await desk.base.audit.list({ action: "introduction.release" });
    expect(release?.detail).toEqual({ toAsker: ["identity", "contact"], toOtherSide: ["who", "stream"] });
    expect(JSON.stringify(await desk.base.audit.list())).not.toMatch(OTHER_SECRETS);
  });

  it.each(LANGUAGES)("the asker is told in %s", async (language) => {
    await desk.send(await desk.chat.say(INTRODUCTION_TEXTS[language].say.introduce("Umicore Finland Oy")));
    await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    const [told] = await desk.sent("msteams:a");
    expect(told?.language).toBe(language);
    expect(told?.text).toContain(
      INTRODUCTION_TEXTS[language].told.agreed({ id: 1, label: "Umicore Finland Oy" }),
    );
  });

  it("a yes without anything that may be told is not recorded", async () => {
    await askHidden();
    const empty = await desk.visit("/:id/agree", 1, { revision: "1", "words-identity": "Salakka" });
    expect(empty).toMatchObject({ kind: "page", status: 422 });
    const wordless = await desk.visit("/:id/agree", 1, { revision: "1", "release-contact": "yes" });
    expect(wordless).toMatchObject({ kind: "page", status: 422 });
    expect(await desk.revisionOf(1)).toBe("1");
  });
});

describe.each(DATABASE_KINDS)("two coordinators at once (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("the second sees what the first did, loses no words and changes nothing", async () => {
    await askHidden();
    await desk.visit("/:id/decline", 1, { revision: "1", reason: "No need." });
    const late = await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    expect(late).toMatchObject({ kind: "page", status: 409 });
    const html = late.kind === "page" ? late.main.html : "";
    expect(html).toContain("Somebody was faster");
    expect(html).toContain("“declined” (Kaisa)");
    expect(html).toContain("19 € a tonne");
    expect(await desk.sent("msteams:a")).toHaveLength(1);
  });

  it("an open one keeps the typed form with the new revision", async () => {
    await askHidden();
    await desk.visit("/:id/contacted", 1, { revision: "1" });
    const late = await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    const html = late.kind === "page" ? late.main.html : "";
    expect(html).toContain('name="revision" value="2"');
    expect(html).toContain('name="release-identity" value="yes" checked');
    expect(html).toContain("19 € a tonne");
  });
});

describe.each(DATABASE_KINDS)("what stops a request (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it.each(["/:id/contacted", "/:id/agree"])("a company that has gone, at %s", async (route) => {
    await desk.send(await desk.chat.say("Introduce us to Umicore"));
    desk.learn(
      withTables(view, ({ companies = [] }) => ({
        companies: companies.filter(({ id }) => id !== "umicore-finland"),
      })),
    );
    const stopped = await desk.visit(route, 1, { revision: "1", ...RELEASE });
    expect(stopped).toMatchObject({ kind: "page", status: 409 });
    const [told] = await desk.sent("msteams:a");
    expect(told?.text).toContain("is no longer available");
    expect(JSON.stringify(told)).not.toMatch(OTHER_SECRETS);
  });

  it("a rank that has become lower: what the asker may no longer see is not released", async () => {
    const members = withTables(own, ({ companies = [] }) => ({
      companies: companies.map((row) =>
        row.id === "umicore-finland" ? { ...row, visibility: "member" as const } : row,
      ),
    }));
    let rank: "member" | "public" = "member";
    desk = createIntroductionDesk(members, { rankOf: () => rank });
    const form = await desk.chat.say("Introduce us to Umicore", { reader: "member" });
    await desk.chat.say(
      {
        form: "introduction",
        target: /"target":"([\w-]+)"/.exec(JSON.stringify(form.cards))?.[1] ?? "",
        company: "a",
        name: "b",
        contact: "1234567",
        consent: "yes",
      },
      { reader: "member" },
    );
    rank = "public";
    const answer = await desk.visit("/:id/agree", 1, { revision: "1", ...RELEASE });
    expect(answer).toMatchObject({ status: 409 });
    expect(JSON.stringify(await desk.sent())).not.toMatch(OTHER_SECRETS);
  });

  it("sixty days without an outcome", async () => {
    await askHidden();
    desk.base.pass(59 * 86_400_000);
    await desk.part.tick?.();
    expect(await desk.sent()).toEqual([]);
    desk.base.pass(2 * 86_400_000);
    await desk.part.tick?.();
    await desk.part.tick?.();
    expect((await desk.sent()).map(({ text }) => text)).toEqual([expect.stringContaining("has expired")]);
    expect(
      await desk.visit("/:id/agree", 1, { revision: await desk.revisionOf(1), ...RELEASE }),
    ).toMatchObject({
      status: 409,
    });
  });

  it("the asker who takes it back", async () => {
    await askHidden();
    await desk.chat.say("withdraw introduction 1");
    expect(
      await desk.visit("/:id/agree", 1, { revision: await desk.revisionOf(1), ...RELEASE }),
    ).toMatchObject({
      status: 409,
    });
    expect(await desk.sent()).toEqual([]);
  });
});

describe.each(DATABASE_KINDS)("by the contact that a company has published (%s)", (kind) => {
  beforeEach(() => begin(kind));

  const withContact = (visibility: "public" | "member") =>
    withTables(view, ({ contacts = [] }) => ({
      contacts: [
        ...contacts,
        {
          ...contacts[0],
          subject: "umicore-finland",
          name: "Umi Core",
          email: "umi@example.org",
          visibility,
        } as never,
      ],
    }));

  it("a mail in three languages asks with what the asker allowed, and a second one tells what was agreed", async () => {
    desk = createIntroductionDesk(withContact("public"), {
      via: "contact",
      answerTo: "desk@example.org",
      announce,
      database,
    });
    const sent = await desk.send(await desk.chat.say("Introduce us to Umicore"));
    expect(sent.text).toContain(INTRODUCTION_TEXTS.en.nextContact);
    const [mail] = await desk.sent("mail:umi@example.org");
    if (mail === undefined) throw new Error("No mail was sent");
    const { subject, text } = writeMail(mail);
    for (const language of LANGUAGES) {
      expect(subject).toBeDefined();
      expect(text).toContain(INTRODUCTION_TEXTS[language].mail.asks);
      expect(text).toContain(INTRODUCTION_TEXTS[language].mail.answer("desk@example.org"));
    }
    expect(text).toContain("Kysyjä Oy");
    expect(JSON.stringify(mail)).not.toMatch(ASKER_SECRETS);
    expect(announced[0]?.state).toBe("contacted");
    await desk.visit("/:id/agree", 1, { revision: await desk.revisionOf(1), ...RELEASE });
    const mails = await desk.sent("mail:");
    expect(mails).toHaveLength(2);
    expect(JSON.stringify(mails)).not.toMatch(ASKER_SECRETS);
  });

  it.each([
    ["the address is not public", () => withContact("member"), "desk@example.org"],
    ["none is published", () => view, "desk@example.org"],
    ["nobody can be answered to", () => withContact("public"), undefined],
  ])("goes to the coordinator when %s", async (_, knowledge, answerTo) => {
    desk = createIntroductionDesk(knowledge(), {
      via: "contact",
      ...(answerTo === undefined ? {} : { answerTo }),
    });
    const sent = await desk.send(await desk.chat.say("Introduce us to Umicore"));
    expect(sent.text).toContain(INTRODUCTION_TEXTS.en.nextCoordinator);
    expect(await desk.sent("mail:")).toEqual([]);
    expect(await desk.page("/:id", 1)).toContain("I have asked the other side");
  });
});

describe.each(DATABASE_KINDS)("in Teams (%s)", (kind) => {
  beforeEach(() => begin(kind));

  const request = (fields: Record<string, string>) => ({
    actor: PEOPLE.erik,
    language: "fi" as const,
    conversationId: "msteams:desk",
    fields,
  });

  it("the card opens a window that records the yes", async () => {
    await askHidden();
    const [introduction] = announced;
    if (introduction === undefined) throw new Error("Nothing was announced");
    const card = introductionAnnouncement(introduction, "fi").cards?.[0];
    expect(JSON.stringify(card)).toContain('"dialog":"introduction.review","introduction":"1"');
    const dialog = desk.part.dialogs?.[0];
    const opened = await dialog?.open(request({ introduction: "1" }));
    expect(JSON.stringify(opened)).toContain("Salakka Metals Oy");
    const fields = {
      introduction: "1",
      revision: "1",
      outcome: "agreed",
      release: "identity",
      "words-identity": "Salakka Metals Oy",
      "words-contact": "Vesa Vaitelias",
    };
    expect(await dialog?.submit(request({ ...fields, release: "" }))).toMatchObject({ kind: "card" });
    expect(await dialog?.submit(request(fields))).toEqual({
      kind: "message",
      text: INTRODUCTION_TEXTS.fi.desk.done.agreed,
    });
    const late = await dialog?.submit(request(fields));
    expect(JSON.stringify(late)).toContain("Joku ehti ensin");
    const [told, ...others] = await desk.sent("msteams:a");
    expect(others).toEqual([]);
    expect(told?.text).toContain("Salakka Metals Oy");
    expect(told?.text).not.toContain("Vaitelias");
  });

  it.each<Record<string, string>>([{}, { introduction: "9" }, { introduction: "x" }])(
    "a window of nothing says so: %j",
    async (fields) => {
      const dialog = desk.part.dialogs?.[0];
      expect(await dialog?.open(request(fields))).toEqual({
        kind: "message",
        text: INTRODUCTION_TEXTS.fi.desk.missing,
      });
    },
  );
});

describe.each(DATABASE_KINDS)("what is kept (%s)", (kind) => {
  beforeEach(() => begin(kind));

  it("of an erased conversation is only that there was a request", async () => {
    await askHidden();
    await desk.part.erase?.("msteams:a");
    const rows = JSON.stringify([
      await desk.base.database.prepare("select * from introduction").all(),
      await desk.base.database.prepare("select * from introduction_target").all(),
    ]);
    expect(rows).not.toMatch(/Aino|Kysyjä|asker@|4 321|msteams:a|teams:t/);
    expect(rows).toContain('"state":"withdrawn"');
    expect(await desk.page("/:id", 1)).toContain("have been erased");
    expect(
      await desk.visit("/:id/agree", 1, { revision: await desk.revisionOf(1), ...RELEASE }),
    ).toMatchObject({
      status: 409,
    });
  });

  it("is deleted a year after the end, forms after a week", async () => {
    await askHidden();
    await desk.visit("/:id/decline", 1, { revision: "1", reason: "No need of Zirconia." });
    desk.base.pass(366 * 86_400_000);
    await desk.part.purge?.();
    const rows = JSON.stringify(await desk.base.database.prepare("select * from introduction").all());
    expect(rows).not.toMatch(/\bAino\b|Zirconia/);
    expect(await desk.base.database.prepare("select count(*) as n from introduction_target").get()).toEqual({
      n: 0,
    });
  });

  it("shows what people typed as words on every page and in every message", async () => {
    const evil = '<script>alert(1)</script> **b** [x](https://evil.example "y")';
    await askHidden({ company: evil, message: evil, name: evil });
    for (const page of [await desk.page("/:id", 1), await desk.page("")]) {
      expect(page).not.toContain("<script>");
      expect(page).toContain("&lt;script&gt;");
    }
    await desk.visit("/:id/agree", 1, { revision: "1", "release-identity": "yes", "words-identity": evil });
    expect(JSON.stringify(await desk.sent())).not.toMatch(/[^\\]\]\(https|<script/);
  });
});
