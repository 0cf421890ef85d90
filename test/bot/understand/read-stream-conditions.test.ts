import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import {
  readStreamConditions,
  type StreamConditions,
} from "../../../bot/understand/read-stream-conditions.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});
const read = (language: Language, text: string) => readStreamConditions(questionOf(text, { language, view }));
const mass = (value: number) => ({ amount: { dimension: "mass" as const, value } });

describe("readStreamConditions()", () => {
  it.each<[Language, string, StreamConditions]>([
    ["en", "4000 tonnes of grain", mass(4000)],
    ["en", "12 kt", mass(12_000)],
    ["fi", "22 000 t Kemissä", { ...mass(22_000), places: ["kemi"] }],
    ["sv", "300 ton i Torneå", { ...mass(300), places: ["tornio"] }],
    ["en", "5 GWh of heat", { amount: { dimension: "energy", value: 5000 } }],
    ["fi", "250 m3", { amount: { dimension: "volume", value: 250 } }],
    ["en", "hazardous liquids", { hazardous: "yes", form: "liquid" }],
    ["fi", "ei vaarallista, lietemäistä", { hazardous: "no", form: "sludge" }],
    ["sv", "farligt avfall, fast", { hazardous: "yes", form: "solid" }],
    ["en", "waste code 10 01 02", { wasteCode: "100102" }],
    ["en", "PCB-contaminated transformer oil", { hazardous: "yes" }],
    ["fi", "kreosootilla kyllästetyt pylväät", { hazardous: "yes" }],
    ["en", "in Finland", {}],
    ["en", "something", {}],
  ])("reads what is told beside the stuff, in %s: %s", (language, text, conditions) => {
    expect(read(language, text).text).toEqual(conditions);
  });

  it.each<[Language, string, string]>([
    ["en", "4000 tonnes of spent grain in Kemi", "spent grain in"],
    ["fi", "22 000 t lentotuhkaa Kemissä", "lentotuhkaa"],
    ["sv", "300 ton av flygaska", "flygaska"],
    ["en", "hazardous fly ash", "fly ash"],
  ])("leaves the words on the stuff, in %s: %s", (language, text, rest) => {
    expect(read(language, text).rest).toBe(rest);
  });
});
