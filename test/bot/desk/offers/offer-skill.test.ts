import { beforeAll, describe, expect, it } from "vitest";
import { buildOfferForm } from "../../../../bot/desk/offers/offer-form.ts";
import { OFFER_TEXTS } from "../../../../bot/desk/offers/texts.ts";
import { buildRecordSheet } from "../../../../bot/records/build-record-sheet.ts";
import { type KnowledgeIndex, openIndex } from "../../../../indexer/index.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { createAsker, ownIndexFolder } from "../../../support/own-index.ts";
import { createOffersOfTest, formOf, GYPSUM, type OffersOfTest, waitingNotices } from "./offers-of-test.ts";

let index: KnowledgeIndex;
beforeAll(async () => {
  index = await openIndex(await ownIndexFolder());
});

const PUBLIC = { reader: "public", conversationId: "web:1", channel: "web-chat" } as const;

const WORDS = {
  en: {
    tell: "we have 3,000 t of gypsum from 2027 on",
    need: "we need 5,000 t of bark",
    ask: "Who could use our 3,000 t of gypsum?",
    publishThis: "Publish this side stream",
    publish: "I want to publish a side stream",
    list: "What have I published?",
    update: "update our gypsum: 12,000 t",
    name: "gypsum",
    bark: "bark",
    takers: /Plasterboard/,
    waits: /Submission 1 is waiting/,
    members: /Members of the network/,
  },
  fi: {
    tell: "meillä syntyy 3 000 t kipsiä vuodesta 2027",
    need: "tarvitsemme 5 000 t kuorta",
    ask: "Kuka voisi käyttää 3 000 t kipsiämme?",
    publishThis: "Julkaise tämä sivuvirta",
    publish: "Haluan julkaista sivuvirran",
    list: "Mitä olen julkaissut?",
    update: "päivitä kipsimme: 12 000 t",
    name: "kipsi",
    bark: "kuori",
    takers: /Kipsilevy/,
    waits: /Ilmoitus 1 odottaa/,
    members: /verkoston jäsenet/,
  },
  sv: {
    tell: "hos oss uppstår 3 000 t gips från 2027",
    need: "vi behöver 5 000 ton bark",
    ask: "Vem kunde använda våra 3 000 ton gips?",
    publishThis: "Publicera den här sidoströmmen",
    publish: "Jag vill publicera en sidoström",
    list: "Vad har jag publicerat?",
    update: "uppdatera vår gips: 12 000 ton",
    name: "gips",
    bark: "bark",
    takers: /Gipsskivor/,
    waits: /Anmälan 1 väntar/,
    members: /Nätverkets medlemmar/,
  },
} as const;

/** Approves the only waiting submission as Kaisa. */
async function approve({ part }: OffersOfTest): Promise<string> {
  const [submission] = await part.desk.store.list("waiting");
  if (submission === undefined) throw new Error("No submission waits");
  const outcome = await part.desk.approve(submission, {
    values: await part.desk.mergedValues(submission),
    names: {},
    language: submission.language,
    rowRevision: (await part.desk.currentRow(submission)).revision,
    actor: PEOPLE.kaisa,
  });
  if (outcome.kind !== "done") throw new Error(`Cannot approve: ${outcome.kind}`);
  return outcome.value.id;
}

describe.each(LANGUAGES)("publishing by chat in %s", (language) => {
  const words = WORDS[language];

  it("fills the form from a member's statement and offers to look for takers", async () => {
    const test = createOffersOfTest(index);
    const reply = await test.ask(words.tell);
    expect(formOf(reply)).toEqual({
      kind: "stream",
      name: words.name,
      category: "gypsum",
      amount: "3000",
      unit: "t",
      from: "2027",
    });
    expect(reply.language).toBe(language);
    const taken = await test.ask(reply.suggestions[0]?.text ?? "");
    expect(taken.intent).toBe("partners");
    expect(taken.text).toMatch(words.takers);
  });

  it("does the same for a need, with a search for sources that goes on", async () => {
    const test = createOffersOfTest(index);
    const reply = await test.ask(words.need);
    expect(formOf(reply)).toMatchObject({ kind: "need", name: words.bark, amount: "5000", unit: "t" });
    const found = await test.ask(reply.suggestions[0]?.text ?? "");
    expect(found.partnerRequest?.direction).toBe("take");
  });

  it("leaves a question a partner search and offers to publish what it tells", async () => {
    const test = createOffersOfTest(index);
    const reply = await test.ask(words.ask);
    expect(reply.intent).toBe("partners");
    expect(reply.suggestions.map(({ text }) => text)).toContain(words.publishThis);
    const form = await test.ask(words.publishThis);
    expect(formOf(form)).toMatchObject({ kind: "stream", name: words.name, amount: "3000", unit: "t" });
  });

  it("answers the public as it ever did, but for a wish to publish", async () => {
    const test = createOffersOfTest(index);
    const bare = createAsker(test.view());
    for (const text of [words.tell, words.need, words.ask]) {
      const { ms: _, turnId: __, ...plain } = await bare.ask(text);
      const { ms: ___, turnId: ____, ...reply } = await test.ask(text, { ...PUBLIC, conversationId: text });
      expect(reply).toEqual(plain);
    }
    const told = await test.ask(words.publish, { ...PUBLIC, conversationId: "web:2" });
    expect(told.text).toMatch(words.members);
    expect(told.cards).toBeUndefined();
    const sent = await test.send(GYPSUM, PUBLIC);
    expect(sent.cards).toBeUndefined();
    expect(await test.part.desk.store.countWaiting()).toBe(0);
  });

  it("takes a form through approval, list, update and renewal", async () => {
    const test = createOffersOfTest(index);
    const form = formOf(await test.ask(words.tell));
    const sent = await test.send({
      ...form,
      physicalForm: "solid",
      company: "Harbour Board Oy",
      municipality: "Kokkola",
      period: "year",
      visibility: "public",
    });
    expect(sent.text).toMatch(words.waits);
    expect(test.announced).toHaveLength(1);
    const id = await approve(test);
    const list = await test.ask(words.list);
    expect(list.text).toContain(`**${words.name}** (${id})`);
    const [renew, , withdraw] = list.suggestions;
    const update = await test.ask(words.update);
    expect(formOf(update)).toMatchObject({ record: id, amount: "12000", from: "2027", name: words.name });
    await test.send(formOf(update));
    expect(test.view().index.tables.streams?.find((row) => row.id === id)?.quantity).toBe(3000);
    await approve(test);
    expect(test.view().index.tables.streams?.find((row) => row.id === id)?.quantity).toBe(12000);
    const renewed = await test.ask(renew?.text ?? "");
    expect(renewed.text).toContain("2027");
    const gone = await test.ask(withdraw?.text ?? "");
    expect(gone.text).toContain(id);
    expect(test.view().index.tables.streams?.some((row) => row.id === id)).toBe(false);
  });

  it("shows what is wrong field by field and keeps the rest", async () => {
    const test = createOffersOfTest(index);
    const faulty = {
      ...GYPSUM,
      amount: "plenty",
      municipality: "Atlantis",
      park: "",
      wasteCode: "99",
      validUntil: "2040",
      priceFor: "public",
      visibility: "member",
    };
    const reply = await test.send(faulty);
    expect(await test.part.desk.store.countWaiting()).toBe(0);
    const lines = reply.text.split("\n").filter((line) => line.startsWith("- **"));
    expect(lines).toHaveLength(5);
    expect(formOf(reply)).toMatchObject({ name: "gypsum", amount: "plenty", company: "Harbour Board Oy" });
    expect(JSON.stringify(reply.cards)).toContain("⚠");
  });
});

describe("rows of others", () => {
  it("can neither be withdrawn nor renewed, only changed by way of the coordinator", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const id = await approve(test);
    const other = { person: { id: "teams:t/other" }, conversationId: "teams:other" };
    expect((await test.ask(`withdraw ${id}`, other)).text).toContain("was not sent in by you");
    expect((await test.ask(`${id} is still valid`, other)).text).toContain("was not sent in by you");
    const update = await test.ask(`update ${id}: 1 t`, other);
    expect(formOf(update)).toMatchObject({ record: id, amount: "1" });
    expect((await test.ask("What have I published?", other)).text).toContain("not sent in any");
  });

  it("stay unknown to a member who may not see them", async () => {
    const test = createOffersOfTest(index);
    await test.send({ ...GYPSUM, name: "secret slag", visibility: "coordinator" });
    const id = await approve(test);
    const other = { person: { id: "teams:t/other" }, conversationId: "teams:other" };
    const ownView = await test.ask(`update ${id}`);
    expect(formOf(ownView)).toMatchObject({ name: "secret slag" });
    expect((await test.ask(`update ${id}`, other)).text).toContain(`no row ${id}`);
    expect((await test.ask(`withdraw ${id}`, other)).text).toContain(`no row ${id}`);
    const forged = await test.send({ ...GYPSUM, record: id }, other);
    expect(forged.text).toContain(`no row ${id}`);
    expect(await test.part.desk.store.countWaiting()).toBe(0);
  });
});

describe("returned submissions", () => {
  it("come back filled in, and wait again once sent", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const [submission] = await test.part.desk.store.list("waiting");
    if (submission === undefined) throw new Error("No submission waits");
    await test.part.desk.returnSubmission(submission, "How wet is it?", PEOPLE.kaisa);
    const say = (await waitingNotices(test.base)).at(-1)?.reply.suggestions[0]?.text ?? "";
    const form = await test.ask(say);
    expect(form.text).toContain("How wet is it?");
    expect(formOf(form)).toMatchObject({ ...GYPSUM, submission: "1", revision: "2" });
    await test.send({ ...formOf(form), composition: "Moisture 12 %" });
    expect(await test.part.desk.store.read(1)).toMatchObject({
      state: "waiting",
      values: { composition: "Moisture 12 %" },
    });
    const stale = await test.send({ ...formOf(form), composition: "Moisture 15 %" });
    expect(stale.text).toContain("has changed in the meantime");
  });
});

describe("groups", () => {
  it("are told to write alone, and what is told there is no form", async () => {
    const test = createOffersOfTest(index);
    const shared = { reader: "public", isShared: true, conversationId: "teams:group" } as const;
    expect((await test.ask("Publish a side stream", shared)).text).toContain("Others read this conversation");
    expect((await test.ask(WORDS.en.tell, shared)).intent).toBe("partners");
  });
});

describe("the form", () => {
  it("fits into a message of Teams in every language, for both kinds", () => {
    for (const language of LANGUAGES) {
      for (const kind of ["stream", "need"]) {
        const values = { ...GYPSUM, kind };
        const view = createOffersOfTest(index).view();
        const form = buildOfferForm({ language, view, reader: "member", values });
        // A message may have 28 KB; the text tells the same once more.
        expect(JSON.stringify(form).length).toBeLessThan(20_000);
      }
    }
  });
});

describe("statements that publish nothing", () => {
  it.each([
    "We need 2 ha, steam and waste-water treatment for our fish feed plant.",
    "Which gypsum streams over 3,000 t are there?",
    "How do I publish a side stream?",
    "Show more side streams",
    "We make bricks",
    "Näytä lisää sivuvirtoja",
    "Vilka sidoströmmar har vi i Karleby?",
  ])("%s", async (text) => {
    const test = createOffersOfTest(index);
    const reply = await test.ask(text);
    expect(formOf(reply).kind).toBeUndefined();
  });
});

describe("marks of live rows in answers", () => {
  it("tell members' rows that have expired, last in the list", async () => {
    const test = createOffersOfTest(index);
    // The answers know the real day; the desk's clock stands in 2026-03.
    await test.send({ ...GYPSUM, name: "jarosite gypsum", amount: "900000" });
    const id = await approve(test);
    const live = await test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined) throw new Error("The row is not there");
    const cells = { ...live.cells, expires: "2020-05-01" };
    await test.part.desk.store.saveLive({ ...live, cells, expires: "2020-05-01" });
    await test.base.knowledgeChanged();
    const reply = await test.ask("Which gypsum streams are there?", PUBLIC);
    expect(reply.text).toContain("(expired 5/2020)");
    expect(reply.streams?.at(-1)?.id).toBe(id);
    expect(JSON.stringify(reply.cards)).toContain("expired 5/2020");
    const finnish = await test.ask("Vastaa suomeksi", PUBLIC);
    expect(finnish.text).toContain("(vanhentunut 5/2020)");
  });

  it("stand in record sheets, and in the way of a stream that is looked for", async () => {
    const test = createOffersOfTest(index);
    await test.send({ ...GYPSUM, name: "gypsum", amount: "900000" });
    const id = await approve(test);
    const search = (conversationId: string) =>
      test.ask("Where could we get this: gypsum, 900,000 t?", { ...PUBLIC, conversationId });
    const scoreIn = async (conversationId: string) =>
      (await search(conversationId)).partners?.companies.find(({ name }) => name === GYPSUM.company);
    const fresh = await scoreIn("web:fresh");
    const live = await test.part.desk.store.readLive({ kind: "stream", id });
    if (live === undefined || fresh === undefined) throw new Error("The row is not there");
    const cells = { ...live.cells, expires: "2020-05-01" };
    await test.part.desk.store.saveLive({ ...live, cells, expires: "2020-05-01" });
    await test.base.knowledgeChanged();
    const expired = await scoreIn("web:expired");
    expect(expired?.score).toBeLessThan(fresh.score);
    expect(expired?.obstacles).toContain("expired 5/2020");
    const context = { view: test.view(), reader: "public", language: "fi" } as const;
    const sheet = buildRecordSheet({ kind: "streams", id }, context);
    expect(sheet?.subtitle).toContain("vanhentunut 5/2020");
  });
});

/** Words on stuff that the member has published, without its id. */
const OWN_WORDS = {
  en: { gone: "We no longer have gypsum", correct: "Our gypsum is actually only 1800 t a year" },
  fi: { gone: "Meillä ei ole enää kipsiä", correct: "Meidän kipsiä onkin vain 1800 t vuodessa" },
  sv: { gone: "Vi har inte gips längre", correct: "Vår gips är i själva verket bara 1800 t per år" },
} as const;

describe.each(LANGUAGES)("words in %s on what one has published", (language) => {
  const texts = OFFER_TEXTS[language];
  const { gone, correct } = OWN_WORDS[language];

  it("take nothing back by themselves: they ask, with the button that does", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const id = await approve(test);
    const reply = await test.ask(gone);
    expect(reply.text).toContain(texts.whichWithdrawn(1));
    expect(reply.language).toBe(language);
    const isLive = () => test.view().index.tables.streams?.some((row) => row.id === id);
    expect(isLive()).toBe(true);
    const [button] = reply.suggestions;
    expect(button?.text).toBe(texts.says.withdraw(id));
    await test.ask(button?.text ?? "");
    expect(isLive()).toBe(false);
  });

  it("open the form of the row that they correct, or of the submission that waits", async () => {
    const test = createOffersOfTest(index);
    await test.send(GYPSUM);
    const waiting = await test.ask(correct);
    expect(formOf(waiting)).toMatchObject({ submission: "1", amount: "1800", physicalForm: "solid" });
    expect(waiting.text).toContain(texts.submissionName(1));
    const id = await approve(test);
    expect(formOf(await test.ask(correct))).toMatchObject({ record: id, amount: "1800" });
  });

  it("are no requests of whoever has published nothing, nor of the public", async () => {
    const test = createOffersOfTest(index);
    const bare = createAsker(test.view());
    for (const text of [gone, correct]) {
      const plain = await bare.ask(text, { reader: "member" });
      const member = await test.ask(text, { conversationId: `teams:${text}` });
      const other = await test.ask(text, { ...PUBLIC, conversationId: `web:${text}` });
      expect(other.text).toBe(plain.text);
      expect(member.text.startsWith(plain.text.slice(0, 80))).toBe(true);
    }
  });

  it("do not choose a form of matter that nobody told, but say what is usual", async () => {
    const test = createOffersOfTest(index);
    const reply = await test.ask(WORDS[language].tell);
    const input = reply.cards?.[0]?.body.find(({ id }) => id === "physicalForm");
    expect(input).not.toHaveProperty("value");
    expect(input?.placeholder).toMatch(/\((?:usually|yleensä|vanligen) /);
    expect(input?.isRequired).toBe(true);
    const unsent = await test.send({
      ...formOf(reply),
      company: "Harbour Board Oy",
      municipality: "Kokkola",
    });
    expect(unsent.text).toContain(`**${texts.labels.physicalForm}**`);
  });
});
