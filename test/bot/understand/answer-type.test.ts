import { describe, expect, it } from "vitest";
import { type AnswerType, detectAnswerType, holdsAnswerType } from "../../../bot/understand/answer-type.ts";
import type { Language } from "../../../knowledge/languages.ts";

const QUESTIONS: Record<Language, readonly [AnswerType, string][]> = {
  en: [
    ["phone", "What is the phone number of ECO3?"],
    ["phone", "and his number?"],
    ["email", "What is her e-mail?"],
    ["web", "What is the website of Kilpilahti?"],
    ["number", "How many companies are there?"],
    ["number", "What is the number of employees?"],
    ["date", "When was KIP founded?"],
    ["date", "In which year did it start?"],
    ["person", "Who leads the network?"],
    ["person", "Whom do I get in touch with?"],
    ["place", "Where is Lounapuisto?"],
    ["place", "In which town is it?"],
    ["definition", "What is FISS?"],
    ["definition", "Tell me about Materiaalitori"],
    ["number", "What does Soilfood pay per tonne?"],
    ["number", "What is the depth of the fairway?"],
    ["reason", "Why do companies move there?"],
    ["any", ""],
  ],
  fi: [
    ["phone", "Mikä on ECO3:n puhelinnumero?"],
    ["phone", "Kenelle voin soittaa?"],
    ["email", "Mikä on hänen sähköpostinsa?"],
    ["web", "Mitkä ovat Kilpilahden verkkosivut?"],
    ["number", "Montako yritystä siellä on?"],
    ["number", "Kuinka suuri puisto on?"],
    ["number", "paljonko tonttimaata on"],
    ["date", "Milloin KIP perustettiin?"],
    ["date", "Minä vuonna se alkoi?"],
    ["person", "Kuka johtaa verkostoa?"],
    ["person", "Keneen otan yhteyttä?"],
    ["place", "Missä Lounapuisto on?"],
    ["place", "Mikä on puiston sijainti?"],
    ["definition", "Mikä on FISS?"],
    ["definition", "Kerro Materiaalitorista"],
    ["number", "työryhmien määrä kip ry?"],
    ["number", "Mikä sen kapasiteetti on?"],
    ["phone", "Mistä numerosta hänet tavoittaa?"],
    ["person", "Keiden kanssa yhdistys toimii?"],
    ["reason", "Miksi yritykset muuttavat sinne?"],
  ],
  sv: [
    ["phone", "Vad är telefonnumret till ECO3?"],
    ["phone", "Vem kan jag ringa?"],
    ["email", "Vad är hennes e-post?"],
    ["web", "Vilken är parkens webbplats?"],
    ["number", "Hur många företag finns där?"],
    ["number", "Hur stor är parken?"],
    ["date", "När grundades KIP?"],
    ["date", "Vilket år började det?"],
    ["person", "Vem leder nätverket?"],
    ["person", "Hur får jag tag på någon?"],
    ["place", "Var ligger Lounapuisto?"],
    ["place", "I vilken kommun finns den?"],
    ["definition", "Vad är FISS?"],
    ["definition", "Berätta om Materiaalitori"],
    ["reason", "Varför flyttar företag dit?"],
  ],
};

describe("detectAnswerType()", () => {
  describe.each(Object.keys(QUESTIONS) as Language[])("%s", (language) => {
    it.each(QUESTIONS[language])("is %s for: %s", (type, question) => {
      expect(detectAnswerType(question, language)).toBe(type);
      expect(detectAnswerType(question.toUpperCase(), language)).toBe(type);
    });
  });
});

describe("holdsAnswerType()", () => {
  it.each([
    ["phone", "Call +358 50 464 1333.", "Founded in 2016."],
    ["email", "Write to jari.polvi@kemijarvi.fi.", "Write to Jari."],
    ["web", "See www.eco3.fi.", "See the page."],
    ["number", "There are twenty-two members.", "There are members."],
    ["number", "Yrityksiä on kuusitoista eli 16.", "Yrityksiä on."],
    ["number", "Satamassa käy 40 laivaa.", "Alueella on satama."],
    ["number", "It took 2000 t of ash.", "It was founded in 2006."],
    ["reason", "It grew because Kemira left.", "It grew."],
    ["reason", "Yhdistys syntyi, koska Kemira lähti.", "Yhdistys syntyi."],
    ["date", "Founded in May 2016.", "Founded long ago."],
    ["person", "It is led by Jari Polvi.", "it is led by a company."],
    ["place", "It lies in Nokia.", "It lies there."],
    ["any", "", undefined],
    ["definition", "FISS is a model.", undefined],
  ] as const)("tells what holds a %s", (type, yes, no) => {
    expect(holdsAnswerType(yes, type)).toBe(true);
    if (no !== undefined) expect(holdsAnswerType(no, type)).toBe(false);
  });
});
