import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { ESSENTIALS, type PartnerRequest } from "../../../bot/partners/partner-request.ts";
import { followUpPartners, isUnknown } from "../../../bot/understand/follow-up-partners.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const ASH: PartnerRequest = {
  direction: "give",
  description: "fly ash",
  language: "en",
  places: ["oulu"],
  parks: ["kemi-tornio"],
  asked: ["hazardous", "form"],
};
const GUBBINS: PartnerRequest = {
  direction: "give",
  description: "our gubbins",
  language: "en",
  amount: { dimension: "mass", value: 500 },
  places: ["kemi"],
  asked: ["what"],
};
const follow = (language: Language, text: string, partners: PartnerRequest | undefined = ASH) =>
  followUpPartners(questionOf(text, { language, view }), { memory: { partners }, view });
const changed = (language: Language, text: string, partners?: PartnerRequest) => {
  const followUp = follow(language, text, partners);
  return followUp?.kind === "changed" ? followUp.request : undefined;
};

describe("followUpPartners()", () => {
  it.each<[Language, string]>([
    ["en", "Skip"],
    ["en", "skip this"],
    ["en", "I don't know"],
    ["en", "no idea"],
    ["fi", "Ohita"],
    ["fi", "en tiedä"],
    ["fi", "ei väliä"],
    ["sv", "Hoppa över"],
    ["sv", "jag vet inte"],
    ["sv", "spelar ingen roll"],
  ])("takes for passing over, in %s: %s", (language, text) => {
    expect(follow(language, text)).toEqual({ kind: "skip" });
  });

  it.each<[Language, string, Partial<PartnerRequest>]>([
    ["en", "22 000 t, Kokkola", { amount: { dimension: "mass", value: 22_000 }, places: ["kokkola"] }],
    ["en", "what about Kokkola?", { places: ["kokkola"] }],
    ["fi", "noin 500 tonnia vuodessa", { amount: { dimension: "mass", value: 500 } }],
    ["fi", "entä Kokkolassa?", { places: ["kokkola"] }],
    ["sv", "cirka 12 kt per år", { amount: { dimension: "mass", value: 12_000 } }],
    ["sv", "och i Karleby?", { places: ["kokkola"] }],
    ["en", "it is hazardous", { hazardous: "yes" }],
    ["fi", "se ei ole vaarallista", { hazardous: "no" }],
    ["sv", "10 01 02", { wasteCode: "100102" }],
  ])("completes the search, in %s: %s", (language, text, change) => {
    const request = changed(language, text);
    expect(request).toMatchObject(change);
    expect(request).toMatchObject({ direction: "give", description: "fly ash", asked: [...ESSENTIALS] });
  });

  it("puts a new place in the stead of the old one, and keeps it for anything else", () => {
    expect(changed("en", "Kokkola")?.parks).toBeUndefined();
    expect(changed("en", "500 t")).toMatchObject({ places: ["oulu"], parks: ["kemi-tornio"] });
  });

  it.each<[Language, string, "yes" | "no"]>([
    ["en", "no", "no"],
    ["en", "yes, it is", "yes"],
    ["fi", "ei", "no"],
    ["fi", "kyllä", "yes"],
    ["sv", "nej", "no"],
    ["sv", "ja", "yes"],
  ])("takes a bare answer for the hazard that was asked for, in %s: %s", (language, text, hazardous) => {
    expect(changed(language, text)?.hazardous).toBe(hazardous);
    expect(follow(language, text, { ...ASH, asked: ["amount"] })).toBeUndefined();
    expect(follow(language, text, { ...ASH, hazardous: "yes" })).toBeUndefined();
  });

  it.each<[Language, string, PartnerRequest["form"]]>([
    ["en", "sludge", "sludge"],
    ["en", "it is solid", "solid"],
    ["fi", "lietettä", "sludge"],
    ["fi", "nestettä", "liquid"],
    ["fi", "jauhetta", "solid"],
    ["sv", "slam", "sludge"],
    ["sv", "vätska", "liquid"],
    ["sv", "gas", "gas"],
  ])("takes a bare word for the form that was asked for, in %s: %s", (language, text, form) => {
    expect(changed(language, text)?.form).toBe(form);
    if (form === "sludge") expect(follow(language, text, { ...ASH, asked: [] })).toBeUndefined();
  });

  it.each<[Language, string]>([
    ["en", "Who is the contact person?"],
    ["en", "Which slags are there in Kemi?"],
    ["fi", "Mitä jäsenyys maksaa?"],
    ["sv", "Vad är en ekoindustripark?"],
    ["en", "thanks a lot"],
    ["en", "Where is Kokkola?"],
    ["fi", "Missä Kokkola on?"],
    ["sv", "Var ligger Karleby?"],
    ["en", `${"about ".repeat(14)}5 t`],
  ])("leaves a message that says something of its own, in %s: %s", (language, text) => {
    expect(follow(language, text)).toBeUndefined();
  });

  it("needs a search to follow", () => {
    const question = questionOf("22 000 t, Kemi", { language: "en", view });
    expect(followUpPartners(question, { memory: {}, view })).toBeUndefined();
  });
});

describe("what an unknown stream is", () => {
  it.each<[Language, string, string]>([
    ["en", "It is fly ash", "It is fly ash"],
    ["en", "whey from a dairy", "whey from a dairy"],
    ["fi", "Se on lentotuhkaa", "Se on lentotuhkaa"],
    ["sv", "Det är vassle från ett mejeri", "Det är vassle från ett mejeri"],
  ])("may be told, in %s, and keeps the amount and place: %s", (language, text, description) => {
    const { amount, places } = GUBBINS;
    expect(changed(language, text, GUBBINS)).toEqual({ ...GUBBINS, language, description, amount, places });
  });

  it("may come with another amount and place", () => {
    expect(changed("fi", "lentotuhkaa, 30 t Torniossa", GUBBINS)).toMatchObject({
      description: "lentotuhkaa,",
      amount: { value: 30 },
      places: ["tornio"],
    });
  });

  it.each<[Language, string]>([
    ["en", "Which slags are there?"],
    ["en", "list the slags"],
    ["en", "We need lime for our steel works"],
    ["fi", "Mitä kuonaa syntyy Raahessa"],
    ["sv", "Vi söker kalk"],
    ["en", "more gubbins"],
  ])("is not told by a question, a need or unknown words: %s %s", (language, text) => {
    expect(follow(language, text, GUBBINS)).toBeUndefined();
  });

  it("is not told over a search that knows its stuff, row or industry", () => {
    expect(follow("en", "It is whey")).toBeUndefined();
    expect(isUnknown(GUBBINS, { view })).toBe(true);
    expect(isUnknown(ASH, { view })).toBe(false);
    expect(isUnknown({ ...GUBBINS, stream: "SS001" }, { view })).toBe(false);
    expect(isUnknown({ ...GUBBINS, classes: ["biogas"] }, { view })).toBe(false);
    expect(isUnknown({ ...ASH, description: "lentotuhkaa", language: "fi" }, { view })).toBe(false);
  });
});
