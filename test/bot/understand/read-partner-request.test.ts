import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { readPartnerRequest } from "../../../bot/understand/read-partner-request.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import { askFiles, openOwnKnowledge, questionOf } from "../../support/own-index.ts";
import { partnerFiles, streamRow } from "../../support/partner-knowledge.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});
const read = (language: Language, text: string, reader: Reader = "public", from: KnowledgeView = view) =>
  readPartnerRequest(questionOf(text, { language, view: from }), { view: from, reader });

describe("readPartnerRequest()", () => {
  it.each<[Language, string]>([
    ["en", "Who could use our fly ash, 22 000 t in Kemi?"],
    ["en", "We have 22 000 t of fly ash in Kemi. Any takers?"],
    ["fi", "Kuka voisi hyödyntää lentotuhkaamme, 22 000 t Kemissä?"],
    ["fi", "Mihin 22 000 t lentotuhkaa Kemistä voisi kelvata?"],
    ["sv", "Vem kunde använda vår flygaska, 22 000 ton i Kemi?"],
    ["sv", "Vart med 22 000 ton flygaska i Kemi?"],
    ["fi", "Mitä tekisimme 22 000 tonnilla lentotuhkaa Kemissä?"],
    ["fi", "Lentotuhkaa 22 000 t Kemissä – minne?"],
    ["sv", "Vilka företag kunde använda 22 000 ton flygaska från Kemi?"],
  ])("reads an offer with amount and place, in %s: %s", (language, text) => {
    const found = read(language, text);
    expect(found).toMatchObject({
      sureness: "asked",
      request: {
        direction: "give",
        amount: { dimension: "mass", value: 22_000 },
        places: ["kemi"],
      },
    });
    const stuff = view.partners.readStuff(found?.request.description ?? "", language);
    expect(stuff[0]?.id).toBe("fly-ash");
  });

  it.each<[Language, string]>([
    ["en", "We make bricks, what could we take?"],
    ["fi", "Teemme tiiliä, mitä voisimme ottaa vastaan?"],
    ["sv", "Vi gör tegel, vad kunde vi ta emot?"],
    ["en", "We make bricks, which side streams could we take?"],
    ["fi", "Teemme tiiliä, mitä sivuvirtoja voisimme ottaa vastaan?"],
    ["sv", "Vi gör tegel, vilka sidoströmmar kunde vi ta emot?"],
  ])("reads a need by the asker's industry, in %s: %s", (language, text) => {
    expect(read(language, text)).toMatchObject({
      sureness: "asked",
      request: { direction: "take", classes: ["bricks, ceramics and refractories"], description: "" },
    });
  });

  it.each<[Language, string, string]>([
    ["en", "I need 5000 t of sulphuric acid", "sulphuric-acid"],
    ["en", "We want to buy gypsum", "gypsum"],
    ["fi", "Tarvitsen rikkihappoa 5000 tonnia", "sulphuric-acid"],
    ["fi", "Haluaisin ostaa kipsiä", "gypsum"],
    ["fi", "Ostan kuorta", "bark"],
    ["sv", "Jag behöver 5000 ton svavelsyra", "sulphuric-acid"],
    ["sv", "Vi köper aska", "ash"],
  ])("reads who buys or needs as one who takes, in %s: %s", (language, text, stuff) => {
    const found = read(language, text);
    expect(found).toMatchObject({ sureness: "asked", request: { direction: "take" } });
    expect(view.partners.readStuff(found?.request.description ?? "", language)[0]?.id).toBe(stuff);
  });

  it.each<[Language, string]>([
    ["en", "What is digestate used for?"],
    ["en", "What do you do with digestate?"],
    ["fi", "Mihin mädätysjäännöstä käytetään?"],
    ["fi", "Mitä mädätysjäännöksellä tehdään?"],
    ["sv", "Vad används rötrest till?"],
    ["sv", "Vad gör man med rötrest?"],
  ])("reads a question on uses as an offer that is only told, in %s: %s", (language, text) => {
    const found = read(language, text);
    expect(found).toMatchObject({ sureness: "told", request: { direction: "give" } });
    expect(view.partners.readStuff(found?.request.description ?? "", language)[0]?.id).toBe("digestate");
  });

  it.each<[Language, string, string]>([
    ["en", "Is there anyone in Finland taking old tyres?", "tyre-chips"],
    ["en", "My company produces sawdust. What now?", "sawdust"],
    ["fi", "Ottaako kukaan vanhoja renkaita?", "tyre-chips"],
    ["fi", "Firmani tuottaa sahanpurua, mitä teen?", "sawdust"],
    ["sv", "Tar någon emot gamla däck?", "tyre-chips"],
    ["sv", "Mitt företag producerar sågspån, vad gör jag?", "sawdust"],
  ])(
    "reads who asks whether anybody takes something as one who gives, in %s: %s",
    (language, text, stuff) => {
      const found = read(language, text);
      expect(found).toMatchObject({ sureness: "asked", request: { direction: "give" } });
      expect(view.partners.readStuff(found?.request.description ?? "", language)[0]?.id).toBe(stuff);
    },
  );

  it.each<[Language, string]>([
    ["en", "Who sells steam in Pori?"],
    ["fi", "Kuka myy höyryä Porissa?"],
    ["sv", "Vem säljer ånga i Björneborg?"],
  ])("reads what is asked of sellers as wanted, in %s: %s", (language, text) => {
    const found = read(language, text);
    expect(found).toMatchObject({ request: { direction: "take", places: ["pori"] } });
    expect(view.partners.readStuff(found?.request.description ?? "", language)[0]?.id).toBe("steam");
  });

  it.each<[Language, string]>([
    ["en", "I'm looking for information about fly ash"],
    ["en", "I need help with ash"],
    ["fi", "Etsin tietoa tuhkasta"],
    ["fi", "Tarvitsen apua tuhkan kanssa"],
    ["sv", "Jag behöver veta mer om flygaska"],
    ["sv", "Jag söker information om slagg"],
  ])("leaves a wish to know to the texts, in %s: %s", (language, text) => {
    expect(read(language, text)).toBeUndefined();
  });

  it.each<[Language, string, string]>([
    ["en", "We have waste 10 01 02, who takes it?", "fly-ash"],
    ["en", "Who takes 17 08 02?", "gypsum"],
    ["fi", "Kuka ottaa vastaan jätettä 10 09 08?", "foundry-sand"],
    ["fi", "Meillä on 2000 t jätettä 10 01 02. Kuka sen ottaisi?", "fly-ash"],
    ["sv", "Vem tar emot avfall med koden 19 12 07?", "demolition-wood"],
  ])("reads a waste code alone as what the table of uses has under it, in %s: %s", (language, text, id) => {
    const { request } = read(language, text) ?? {};
    expect(request?.direction).toBe("give");
    expect(view.partners.readStuff(request?.description ?? "", language)[0]?.id).toBe(id);
    const { wasteCode = "" } = request ?? {};
    expect(view.partners.materials.usesOf(id).flatMap(({ use }) => use.waste_codes)).toContain(wasteCode);
  });

  it("keeps the name where a code stands beside it, and guesses nothing from a code of many things", () => {
    expect(read("en", "Who takes bark, waste code 10 01 02?")?.request.description).toContain("bark");
    expect(read("en", "Who takes 02 03 04?")).toBeUndefined();
    expect(read("en", "Who takes 99 99 99?")).toBeUndefined();
  });

  it("reads help to find a taker as a search for one", () => {
    const found = read("en", "We have 500 t of fly ash a year and need help to find a buyer");
    expect(found).toMatchObject({ sureness: "asked", request: { direction: "give" } });
  });

  it("reads what one wants to get rid of as offered, although Finnish puts it into the elative", () => {
    const found = read("fi", "Haluan päästä eroon lietteestä");
    expect(found).toMatchObject({ sureness: "asked", request: { direction: "give" } });
  });

  it.each<[Language, string]>([
    ["en", "What is the slag from Tornio used for?"],
    ["fi", "Mihin Outokummun kuonaa käytetään?"],
    ["en", "Can we buy biogas there?"],
  ])(
    "leaves what somebody's stream is used for, or can be bought, to the texts, in %s: %s",
    (language, text) => {
      expect(read(language, text)).toBeUndefined();
    },
  );

  it.each<[Language, string, string]>([
    ["en", "We need lime for our steel works", "lime"],
    ["fi", "Tarvitsemme kalkkia terästehtaalle", "kalkkia"],
    ["sv", "Vi behöver kalk till vårt stålverk", "kalk"],
    ["sv", "Vi driver ett växthus och skulle behöva koldioxid, var får vi det?", "koldioxid"],
  ])("reads a need by the stuff wanted, in %s: %s", (language, text, wanted) => {
    const found = read(language, text);
    expect(found?.request.direction).toBe("take");
    expect(found?.request.description).toContain(wanted);
  });

  it("reads the need of a company of the table by its industries", () => {
    const company = (view.index.tables.companies ?? []).find(({ name_en }) => name_en === "Soilfood Oy");
    const found = read("en", "What could Soilfood take?");
    expect(found?.request).toMatchObject({ direction: "take", classes: company?.receiver_classes });
  });

  it.each<[Language, string]>([
    ["en", "12 000 t of crushed concrete near Oulu"],
    ["fi", "zeoliittia 30 t, kostea jauhe"],
    ["sv", "gipsspill från byggplatser"],
  ])("takes stuff that is only told of for less sure, in %s: %s", (language, text) => {
    expect(read(language, text)).toMatchObject({ sureness: "told", request: { direction: "give" } });
  });

  it("completes an offer by the row that is named; what was told stays", () => {
    const row = (view.index.tables.streams ?? []).find(({ id }) => id === "SS020");
    expect(read("en", "Who could take SS020?")?.request).toMatchObject({
      stream: "SS020",
      parks: [row?.park],
      form: row?.form,
      hazardous: row?.hazardous,
      wasteCode: row?.waste_code,
    });
    const told = read("en", "Who could take SS020, it is not hazardous and in liquid form?")?.request;
    expect(told).toMatchObject({ stream: "SS020", hazardous: "no", form: "liquid" });
  });

  it.each<[Language, string]>([
    ["en", "Who could use our gubbins?"],
    ["fi", "Kuka ottaisi möhnäämme Kemissä?"],
    ["sv", "Vem kunde ta vårt skrufs?"],
  ])("looks for takers of unknown stuff of the asker's own, in %s: %s", (language, text) => {
    const found = read(language, text);
    expect(found?.sureness).toBe("asked");
    expect(found?.request.stream).toBeUndefined();
    expect(view.partners.readStuff(found?.request.description ?? "", language)).toEqual([]);
  });

  it.each<[Language, string]>([
    ["en", "How much fly ash arises in Kemi?"],
    ["en", "Where should we locate our fly ash plant?"],
    ["en", "Must we have a permit for our fly ash?"],
    ["en", "Is Soilfood looking for ash?"],
    ["en", "Who leads Kilpilahti?"],
    ["en", "Who could use a helicopter?"],
    ["fi", "Paljonko lentotuhkaa syntyy Kemissä?"],
    ["fi", "Tarvitaanko lentotuhkallemme lupa?"],
    ["fi", "Mihin kaupunkiin tehtaamme kannattaa sijoittaa?"],
    ["sv", "Hur mycket flygaska uppstår i Kemi?"],
    ["sv", "Får vi använda vår flygaska i vägar?"],
    ["sv", "Vem leder Kilpilahti?"],
  ])("leaves facts, law, places and strangers to others, in %s: %s", (language, text) => {
    expect(read(language, text)).toBeUndefined();
  });

  it("finds a row only for those who may see it, be it named by id or by producer", async () => {
    const streams = [
      streamRow({ id: "SS901", producer_en: "Zephyr", hazardous: "yes", visibility: "coordinator" }),
    ];
    const from = (await askFiles(partnerFiles({ streams }))).view;
    for (const text of ["Who could take our SS901?", "Who could use Zephyr's fly ash?"]) {
      expect(read("en", text, "member", from)?.request, text).not.toHaveProperty("stream");
      expect(read("en", text, "member", from)?.request, text).not.toHaveProperty("hazardous");
      expect(read("en", text, "coordinator", from)?.request, text).toHaveProperty("stream", "SS901");
    }
  });
});
