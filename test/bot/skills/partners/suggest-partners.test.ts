import { beforeAll, describe, expect, it } from "vitest";
import { ESSENTIALS } from "../../../../bot/partners/partner-request.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import { PARTNER_TEXTS } from "../../../../bot/skills/partners/texts.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

const ASH: Record<Language, string> = {
  fi: "Kuka voisi hyödyntää lentotuhkaamme, 22 000 t Kemissä?",
  sv: "Vem kunde använda vår flygaska, 22 000 ton i Kemi?",
  en: "Who could use our fly ash, 22 000 t in Kemi?",
};
const BRICKS: Record<Language, string> = {
  fi: "Teemme tiiliä, mitä voisimme ottaa vastaan?",
  sv: "Vi gör tegel, vad kunde vi ta emot?",
  en: "We make bricks, what could we take?",
};
const textOf = (language: Language) => PARTNER_TEXTS[language];
/** Words of a text up to what is put into it. */
const openingOf = (words: string) => words.split("~")[0] ?? "";

describe.each(LANGUAGES)("takers of fly ash, in %s", (language) => {
  let reply: Reply;
  beforeAll(async () => {
    reply = await asker.ask(ASH[language]);
  });

  it("are industries and companies, cited and in the language of the question", () => {
    expect(reply).toMatchObject({ language, intent: "partners", refused: false });
    expectGrounded(reply);
    const { industries = [], companies = [] } = reply.partners ?? {};
    expect(industries.map((industry) => industry.class)).toEqual(
      expect.arrayContaining(["cement and lime", "concrete products"]),
    );
    expect(industries.length).toBeLessThanOrEqual(5);
    const labels = asker.view.index.tables.receiverClasses ?? [];
    for (const { class: name, label } of industries) {
      expect(label).toBe(labels.find((row) => row.receiver_class === name)?.[language]);
    }
    expect(companies.length).toBeGreaterThan(0);
    for (const { name } of companies) expect(reply.text).toContain(`**${name}**`);
  });

  it("come best first, each with its reasons, its obstacles and those of all", () => {
    const { industries = [], companies = [] } = reply.partners ?? {};
    for (const list of [industries, companies]) {
      const scores = list.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    const { permit, needUnknown, hazardUnknown } = textOf(language);
    for (const { reasons, obstacles, score } of [...industries, ...companies]) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(obstacles).toEqual(expect.arrayContaining([permit, needUnknown, hazardUnknown]));
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    const [first] = industries;
    const use = asker.view.index.tables.uses?.find(
      (row) => row.stream_type === "fly-ash" && row.receiver_class === "cement and lime",
    );
    expect(first?.reasons).toEqual([
      use?.[`use_${language}`],
      textOf(language).industryKnown(use?.cases ?? 0),
    ]);
    expect(first?.obstacles[0]).toContain(openingOf(textOf(language).pretreatment("~")));
  });

  it("names distances and tells what the score is made of", () => {
    const near = reply.partners?.companies.find(({ distanceKm }) => (distanceKm ?? 999) < 150);
    expect(near?.reasons).toContain(textOf(language).distance(String(near?.distanceKm)));
    expect(reply.text).toContain(openingOf(textOf(language).scoreParts("~")));
    const { placeUnknown, amountUnknown } = textOf(language);
    expect(reply.partners?.industries[0]?.obstacles).not.toContain(placeUnknown);
    expect(reply.partners?.industries[0]?.obstacles).not.toContain(amountUnknown);
  });

  it("tells of the MARA decree, and of no transfer document while nothing is hazardous", () => {
    const cited = reply.citations.map(({ passage }) => passage).join("\n");
    expect(cited).toMatch(/MARA/);
    expect(reply.text).toContain(`**${textOf(language).law}**`);
    expect(cited).not.toMatch(/siirtoasiakirj|transportdokument|transfer document/i);
  });

  it("ends with the next step and the contact of the asker's own park", () => {
    expect(reply.text).toContain(`**${textOf(language).next}** ${textOf(language).nextGive}`);
    expect(reply.text).toContain("Tuomas Pussila");
  });

  it("asks only for what is missing, and offers to skip", () => {
    const { ask, skip, questions } = textOf(language);
    expect(reply.text).toContain(`${questions} ${ask.hazardous}`);
    expect(reply.text).not.toContain(ask.amount);
    expect(reply.text).not.toContain(ask.place);
    expect(reply.suggestions).toEqual([{ title: skip, text: skip }]);
  });

  it("come with a card, the form with what is known, and a picture of the same industries", () => {
    const [card, form] = reply.cards ?? [];
    expect(JSON.stringify(card)).toContain(reply.partners?.companies[0]?.name);
    expect(JSON.stringify(form)).toContain('"value":22000');
    expect(JSON.stringify(form)).toContain("Kemi");
    const [picture] = reply.pictures ?? [];
    for (const { label } of reply.partners?.industries ?? []) expect(picture?.alt).toContain(label);
  });
});

describe.each(LANGUAGES)("sources for a brickworks, in %s", (language) => {
  let reply: Reply;
  beforeAll(async () => {
    reply = await asker.ask(BRICKS[language]);
  });

  it("are streams of the table with producer, reasons and obstacles, cited", () => {
    expect(reply).toMatchObject({ language, intent: "partners", refused: false });
    expectGrounded(reply);
    const { streams = [], partners } = reply;
    expect(streams.length).toBeGreaterThan(3);
    for (const { name } of streams) expect(reply.text).toContain(`**${name}**`);
    expect(partners?.industries.map((industry) => industry.class)).toContain(
      "bricks, ceramics and refractories",
    );
    const producers = new Set(streams.map(({ producer }) => producer));
    for (const { name, reasons } of partners?.companies ?? []) {
      expect(producers).toContain(name);
      expect(reasons.length).toBeGreaterThan(1);
    }
    const sold = streams.find(({ id }) =>
      asker.view.index.tables.streams?.some((row) => row.id === id && row.status === "sold"),
    );
    expect(sold).toBeDefined();
    expect(reply.text).toContain(textOf(language).soldNow);
  });

  it("tells what the industry usually takes, the next step, and asks where the asker is", () => {
    const label = reply.partners?.industries[0]?.label ?? "";
    expect(reply.text.toLowerCase()).toContain(`**${label}**`);
    expect(reply.text).toContain(textOf(language).nextTake);
    expect(reply.text).toContain(textOf(language).ask.place);
    expect(reply.text).not.toContain(textOf(language).ask.amount);
    expect(reply.text).not.toContain(textOf(language).needUnknown);
  });
});

describe("a row of the table", () => {
  it("brings its state, hazard and place, and its producer is no taker of its own", async () => {
    const reply = await asker.ask("Who could take SS020?");
    const row = asker.view.index.tables.streams?.find(({ id }) => id === "SS020");
    expect(reply.text).toContain(row?.name_en);
    expect(reply.text).toContain(textOf("en").hazardousYes);
    const owner = row?.producer_en?.split(" (")[0] ?? "?";
    expect(reply.partners?.companies.map(({ name }) => name).join()).not.toContain(owner);
    expect(reply.text).not.toContain(textOf("en").ask.place);
  });
});

describe("a search told in passing", () => {
  it("is answered like one that asks", async () => {
    const reply = await asker.ask("12 000 t of crushed concrete near Oulu");
    expect(reply.intent).toBe("partners");
    expect(reply.partners?.industries[0]?.class).toBe("civil engineering, roads and aggregates");
  });
});

describe("takers are looked for, however it is said", () => {
  it.each([
    ["We have 30,000 t of green liquor dregs. Ideas?", "Green liquor dregs"],
    ["We have wood ash. What should we do with it?", "Wood ash"],
    ["Meillä on 30 000 t viherlipeäsakkaa. Onko ideoita?", "Viherlipeäsakka"],
    ["Etsimme yhteistyökumppania kipsille", "Kipsi"],
    ["Vi söker samarbetspartner för vår gips", "Gips"],
    ["Vi har 30 000 t grönlutsslam. Några idéer?", "Grönlutsslam"],
  ])("%s", async (text, stuff) => {
    const reply = await asker.ask(text);
    expect(reply.text).toMatch(new RegExp(`^\\*\\*${stuff}`));
    expect(reply.partners?.industries?.length).toBeGreaterThan(0);
    expect(reply.text).toMatch(/industries take such|alat ottavat tällaista|branscherna tar emot sådant/);
    expectGrounded(reply);
  });
});

describe("what is asked of the asker", () => {
  it.each<[Language, string]>([
    ["fi", "Kuka ottaisi suodatinhiekkamme?"],
    ["sv", "Vem kunde ta vår filtersand?"],
    ["en", "Who could take our filter sand?"],
  ])("are two things at most, in %s", async (language, question) => {
    const { text } = await asker.ask(question);
    const asks = ESSENTIALS.filter((essential) => text.includes(textOf(language).ask[essential]));
    expect(asks).toEqual(["amount", "place"]);
  });

  it.each<[Language, string, string]>([
    ["fi", "Kuka ottaisi möhnäämme Kemissä?", "Ohita"],
    ["sv", "Vem kunde ta vårt skrufs?", "hoppa över"],
    ["en", "Who could use our gubbins?", "Skip"],
  ])("is what unknown stuff is, and nothing is guessed, in %s", async (language, question, skip) => {
    const reply = await asker.ask(question);
    expect(reply).toMatchObject({ language, intent: "partners", refused: false, citations: [] });
    expect(reply.text).toBe(textOf(language).ask.what);
    expect(reply.partners).toEqual({ industries: [], companies: [] });
    expect(reply.suggestions.map(({ text }) => text)).toEqual([...textOf(language).whatExamples]);
    for (const { text } of reply.suggestions) expect((await asker.ask(text)).partners).toBeDefined();
    const skipped = await asker.ask([question, skip]);
    expect(skipped).toMatchObject({ language, text: textOf(language).skippedUnknown });
  });
});
