import { beforeAll, describe, expect, it } from "vitest";
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
const HEAT: Record<Language, string> = {
  fi: "Kenelle voisimme antaa hukkalämpöä Kokkolassa?",
  sv: "Vem kunde ta vår spillvärme i Karleby?",
  en: "Who could take our waste heat in Kokkola?",
};
const textOf = (language: Language) => PARTNER_TEXTS[language];
/** Words of a text up to what is put into it. */
const openingOf = (words: string) => words.split("~")[0] ?? "";

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
