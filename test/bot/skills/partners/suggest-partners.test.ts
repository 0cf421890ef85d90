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
const HEAT: Record<Language, string> = {
  fi: "Kenelle voisimme antaa hukkalämpöä Kokkolassa?",
  sv: "Vem kunde ta vår spillvärme i Karleby?",
  en: "Who could take our waste heat in Kokkola?",
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

describe.each(LANGUAGES)("heat, in %s", (language) => {
  it("goes to networks and greenhouses, with no law of waste, permit or question of hazard", async () => {
    const reply = await asker.ask(HEAT[language]);
    const { law, permit, hazardUnknown, nextHeat, ask } = textOf(language);
    expect(reply.partners?.industries[0]?.class).toBe("district heating and cooling");
    for (const words of [law, permit, hazardUnknown, ask.hazardous, ask.form]) {
      expect(reply.text).not.toContain(words);
    }
    expect(reply.text).toContain(nextHeat);
    expectGrounded(reply);
  });

  it("names who is out of reach only where nobody is within it, and says so", async () => {
    const near = await asker.ask(HEAT[language]);
    for (const { distanceKm = 0 } of near.partners?.companies ?? [])
      expect(distanceKm).toBeLessThanOrEqual(30);
    const far = await asker.ask(
      HEAT[language].replace(
        /Kokkolassa|Karleby|Kokkola/,
        (name) => ({ Kokkolassa: "Rovaniemellä", Karleby: "Rovaniemi" })[name] ?? "Rovaniemi",
      ),
    );
    const { companies = [] } = far.partners ?? {};
    expect(companies.length).toBeGreaterThan(0);
    for (const { distanceKm, obstacles } of companies) {
      expect(distanceKm).toBeGreaterThan(30);
      expect(obstacles).toContain(textOf(language).beyondReach(String(distanceKm)));
    }
  });
});

describe.each<[Language, string]>([
  ["fi", "Kuka voisi ottaa öljyisen lietteemme, joka on vaarallista jätettä, 300 t Porvoossa?"],
  ["sv", "Vem kunde ta vårt oljiga slam, farligt avfall, 300 ton i Borgå?"],
  ["en", "Who could take our oily sludge, hazardous waste, 300 t in Porvoo?"],
])("hazardous waste, in %s", (language, question) => {
  it("asks for a permit and a transfer document, by words and by law", async () => {
    const reply = await asker.ask(question);
    expect(reply.text).toContain(textOf(language).hazardousYes);
    const law = reply.text.slice(reply.text.indexOf(textOf(language).law));
    expect(law).toMatch(/siirtoasiakirj|transportdokument|transfer document/i);
    expect(law).not.toMatch(/MARA/);
    expect(reply.text).not.toContain(textOf(language).ask.hazardous);
    expectGrounded(reply);
  });
});

describe("weak leads", () => {
  it.each<[Language, string]>([
    ["fi", "Kuka ottaisi tuhkamme, joka tulee Kokkolasta?"],
    ["sv", "Vem kunde ta vårt slam, 300 ton i Kemi?"],
    ["en", "Who could take our sludge, 300 t in Kemi?"],
  ])("say so, with the kind they rest on, in %s: %s", async (language, question) => {
    const reply = await asker.ask(question);
    const weak = reply.partners?.industries.filter(({ obstacles }) =>
      obstacles.includes(textOf(language).weakReason),
    );
    expect(weak?.length).toBeGreaterThan(0);
    const { because } = textOf(language);
    const openings = [because.broader("~"), because.narrower("~"), because.contains("~")].map(openingOf);
    for (const { reasons } of weak ?? []) {
      expect(reasons.some((reason) => openings.some((opening) => reason.startsWith(opening)))).toBe(true);
    }
  });

  it("are announced for the whole answer when even the best is one, and only then", async () => {
    const weak = await asker.ask("Who could take our sludge, 300 t in Kemi?");
    expect(weak.text).toContain(textOf("en").weak);
    expect((await asker.ask(ASH.en)).text).not.toContain(textOf("en").weak);
  });
});

describe("the closest documented exchange", () => {
  it("is told with its source where one is close, and left out where none is", async () => {
    const heat = await asker.ask(HEAT.en);
    expect(heat.text).toContain(`**${textOf("en").closest}**`);
    expect(heat.text).toMatch(/Waste heat, Boliden Kokkola → [^\n]+\[\d+\]/);
    const odd = await asker.ask("Who could take our used zeolite, 5 t in Kemi?");
    expect(odd.intent).toBe("partners");
    expect(odd.text).not.toContain(textOf("en").closest);
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
