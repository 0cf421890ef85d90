import { beforeAll, describe, expect, it } from "vitest";
import type { PartnerRequest } from "../../../../bot/partners/partner-request.ts";
import { ESSENTIALS } from "../../../../bot/partners/partner-request.ts";
import { essentialsToAsk } from "../../../../bot/skills/partners/ask-essentials.ts";
import { PARTNER_TEXTS } from "../../../../bot/skills/partners/texts.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

const ASKS: [Language, string, { figures: string; no: string; skip: string; shown: RegExp }][] = [
  [
    "fi",
    "Kuka voisi hyödyntää lentotuhkaamme?",
    { figures: "22 000 t, Kemi", no: "ei", skip: "Ohita", shown: /Lentotuhka · 22\s000 t · Kemi/ },
  ],
  [
    "sv",
    "Vem kunde använda vår flygaska?",
    { figures: "22 000 ton, Kemi", no: "nej", skip: "hoppa över", shown: /Flygaska · 22\s000 t · Kemi/ },
  ],
  [
    "en",
    "Who could use our fly ash?",
    { figures: "22 000 t, Kemi", no: "no", skip: "skip", shown: /Fly ash · 22,000 t · Kemi/ },
  ],
];

describe.each(ASKS)("the answer to what was asked, in %s", (language, question, answers) => {
  const texts = PARTNER_TEXTS[language];

  it("completes the search: amount and place", async () => {
    const reply = await asker.ask([question, answers.figures]);
    expect(reply).toMatchObject({ language, intent: "partners" });
    expect(reply.text).toMatch(answers.shown);
    expect(reply.partners?.companies[0]?.distanceKm).toBeLessThan(100);
    expect(reply.partners?.industries[0]?.obstacles).not.toContain(texts.amountUnknown);
    expect(reply.text).not.toContain(texts.questions);
    expectGrounded(reply);
  });

  it("completes the search: not hazardous", async () => {
    const turns = [question.replace("?", ", 22 000 t, Kemi?"), answers.no];
    expect((await asker.ask(turns.slice(0, 1))).text).toContain(texts.ask.hazardous);
    const reply = await asker.ask(turns);
    expect(reply).toMatchObject({ language, intent: "partners" });
    expect(reply.text).toMatch(answers.shown);
    expect(reply.text).not.toContain(texts.hazardUnknown);
    expect(reply.text).not.toContain(texts.hazardousYes);
  });

  it("may be passed over, and is not asked again", async () => {
    const skipped = await asker.ask([question, answers.skip]);
    expect(skipped).toMatchObject({ language, intent: "partners", refused: false, text: texts.skipped });
    const later = await asker.ask([question, answers.skip, "500 t"]);
    expect(later).toMatchObject({ language, intent: "partners" });
    expect(later.text).toContain("500 t");
    expect(later.text).not.toContain(texts.questions);
  });
});

describe("a search that goes on", () => {
  it("moves to another place", async () => {
    const reply = await asker.ask([
      "Kuka voisi hyödyntää lentotuhkaamme, 500 t Kemissä?",
      "entä Kokkolassa?",
    ]);
    expect(reply.text).toMatch(/Lentotuhka · 500 t · Kokkola/);
  });

  it("reads its own words in their own language, whatever the answers are in", async () => {
    const turns = ["Kuka voisi hyödyntää lentotuhkaamme Kemissä?", "no", "12 000 t"];
    const reply = await asker.ask(turns);
    expect(reply.partners?.industries[0]?.class).toBe("cement and lime");
    expect(reply.text).toMatch(/12[\s,]000 t/);
  });

  it.each<[Language, string[], string]>([
    [
      "fi",
      ["Kenelle voisimme antaa möhnäämme, 500 t Kemissä?", "Se on lentotuhkaa"],
      "Lentotuhka · 500 t · Kemi",
    ],
    ["sv", ["Vem kunde ta vårt skrufs, 500 ton i Kemi?", "Det är flygaska"], "Flygaska · 500 t · Kemi"],
    ["en", ["Who could use our gubbins, 500 t in Kemi?", "It is fly ash"], "Fly ash · 500 t · Kemi"],
  ])("is told what the stream is, and keeps the rest, in %s", async (language, turns, shown) => {
    const reply = await asker.ask(turns);
    expect(reply).toMatchObject({ language, intent: "partners" });
    expect(reply.text).toContain(shown);
  });

  it("is over when something else is asked", async () => {
    const reply = await asker.ask(["Who could use our fly ash?", "Who is the contact person of Kilpilahti?"]);
    expect(reply.intent).toBe("contact");
    expect(reply.partners).toBeUndefined();
    const later = await asker.ask([
      "Who could use our fly ash?",
      "What does membership of Kilpilahti cost?",
      "no",
    ]);
    expect(later.partners).toBeUndefined();
  });
});

describe("essentialsToAsk()", () => {
  const ask = (request: Partial<PartnerRequest>) => {
    const { view } = asker;
    const full: PartnerRequest = { direction: "give", description: "filter sand", ...request };
    const stuff = view.partners.readStuff(full.description, "en");
    return essentialsToAsk({
      view,
      reader: "public",
      language: "en",
      request: full,
      stuff,
      stream: undefined,
      place: undefined,
    });
  };

  it("asks the most telling things first, two in all turns together", () => {
    expect(ask({ description: "gubbins" })).toEqual(["what", "amount"]);
    expect(ask({})).toEqual(["amount", "place"]);
    expect(ask({ amount: { dimension: "mass", value: 5 } })).toEqual(["place", "hazardous"]);
    expect(ask({ asked: ["amount"] })).toEqual(["place"]);
    for (let asked = 2; asked <= ESSENTIALS.length; asked++) {
      expect(ask({ asked: ESSENTIALS.slice(0, asked) }), `${asked} asked`).toEqual([]);
    }
  });

  it("asks for no hazard or form of heat, and for nothing but the place of a need", () => {
    expect(ask({ description: "waste heat", places: ["kemi"] })).toEqual(["amount"]);
    expect(ask({ direction: "take" })).toEqual(["place"]);
    expect(ask({ direction: "take", places: ["kemi"] })).toEqual([]);
  });
});

describe.each<[Language, { offer: string; closer: string; takes: string; status: string; place: RegExp }]>([
  [
    "fi",
    {
      offer: "Meillä jää 2000 tonnia olutmäskiä vuodessa, kuka ottaisi sen?",
      closer: "entä lähempänä Vaasaa",
      takes: "kuka ottaisi sen Vaasassa?",
      status: "onko se jätettä vai sivutuote?",
      place: /Mäski · 2\s?000 t · Vaasa/,
    },
  ],
  [
    "sv",
    {
      offer: "Vi har 2000 ton drav per år, vem tar emot den?",
      closer: "närmare Vasa?",
      takes: "Vem tar emot den i Vasa?",
      status: "är det avfall eller en biprodukt?",
      place: /Mäsk · 2\s?000 t · Vasa/,
    },
  ],
  [
    "en",
    {
      offer: "We have 2000 t of brewer's spent grain a year, who takes it?",
      closer: "closer to Vaasa?",
      takes: "Who takes it in Vaasa?",
      status: "is it waste or a by-product?",
      place: /spent grain · 2,?000 t · Vaasa/,
    },
  ],
])("after takers were suggested, in %s", (language, { offer, closer, takes, status, place }) => {
  it.each([closer, takes])("%j looks for them near another place", async (words) => {
    const reply = await asker.ask([offer, words]);
    expect(reply).toMatchObject({ language, intent: "partners" });
    expect(reply.text).toMatch(place);
    expectGrounded(reply);
  });

  it(`${JSON.stringify(status)} is answered by the law`, async () => {
    const reply = await asker.ask([offer, closer, status]);
    expect(reply).toMatchObject({ language, intent: "answer", refused: false });
    expect(reply.text).toContain("646/2011");
    expectGrounded(reply);
  });
});

it.each<[Language, string, string, RegExp]>([
  ["en", "I need 30 GWh of waste heat for a greenhouse", "what about CO2?", /^\*\*Carbon dioxide\*\* –/],
  ["fi", "Tarvitsen rikkihappoa 5000 tonnia", "entä ylijäämälämpöä?", /^\*\*Hukkalämpö\*\* –/],
  ["sv", "Jag behöver 5000 ton svavelsyra", "hur är det med gips?", /^\*\*Gips\*\* –/],
])(
  "another stuff takes the place of the one that was looked for, in %s",
  async (language, first, next, shown) => {
    const reply = await asker.ask([first, next]);
    expect(reply).toMatchObject({ language, intent: "partners" });
    expect(reply.text).toMatch(shown);
    expect(reply.text).not.toMatch(/GWh|5\s?000/);
    expectGrounded(reply);
  },
);
