import { beforeAll, describe, expect, it } from "vitest";
import { readLexicon } from "../../../indexer/default-lexicon.ts";
import { Lexicon } from "../../../indexer/lexicon/lexicon.ts";
import {
  detectLanguage,
  type KnownLanguages,
  weighLanguages,
} from "../../../indexer/text/detect-language.ts";

const QUESTIONS = {
  fi: `Mitä sivuvirtoja satamasta saa?|Kuka johtaa puistoa?|Paljonko tuhkaa syntyy vuosittain?
    |Tarvitsen kipsiä levytehtaalle|Missä on vapaita tontteja?|Onko höyryä tarjolla?|Kerro Kemi-Tornion alueesta
    |Mikä on teollinen symbioosi?|Miten pääsen jäseneksi?|Ketkä ostavat kuonaa?|Voiko lietettä polttaa?
    |Tarvitaanko ympäristölupa?|Entä Pori?|Mistä löydän yhteyshenkilön puhelinnumeron?|Listaa Raahen yritykset
    |Etsin käyttöä hukkalämmölle|Kuinka monta työntekijää alueella on?|Saako lentotuhkaa käyttää tierakenteissa?
    |kiitos avusta|milloin puisto perustettiin|Haluaisin puhua ihmisen kanssa|Mitä MARA-asetus sanoo?`,
  sv: `Vilka sidoströmmar finns i hamnen?|Vem leder parken?|Hur mycket aska uppstår per år?
    |Jag behöver gips till en skivfabrik|Var finns lediga tomter?|Säljer någon ånga?|Berätta om Kemi-Torneå
    |Vad är industriell symbios?|Hur blir vi medlem?|Vem köper slagg?|Kan man bränna slammet?|Krävs det miljötillstånd?
    |Och Björneborg då?|Var hittar jag kontaktpersonens telefonnummer?|Lista företagen i Brahestad
    |Jag söker användning för spillvärme|Hur många anställda har området?|Får flygaska användas i vägar?
    |tack för hjälpen|när grundades parken|Jag vill tala med en människa|Vad säger avfallslagen?`,
  en: `Which side streams does the harbour have?|Who runs the park?|How much ash is produced every year?
    |I need gypsum for a board mill|Where are free plots?|Is steam on offer?|Tell me about Kemi-Tornio
    |What is industrial symbiosis?|How do we become a member?|Who buys slag?|Can sludge be burned?
    |Is an environmental permit needed?|And Pori?|Where do I find the phone number of a contact person?
    |List the companies in Raahe|I am looking for a use for waste heat|How many employees does the area have?
    |May fly ash be used in road building?|thanks for the help|when was the park founded
    |I want to talk to a human|What does the waste act say?`,
} as const;

const WORDS = {
  fi: ["lentotuhka", "kipsi", "teollisuuspuisto", "liete", "hukkalämpö"],
  sv: ["flygaska", "slagg", "sidoström", "avfall", "spillvärme"],
  en: ["ash", "gypsum", "sludge", "waste", "landfill"],
} as const;

let knownLanguages: KnownLanguages;
beforeAll(async () => {
  knownLanguages = new Lexicon(await readLexicon({})).knownLanguages;
});

describe("detectLanguage()", () => {
  it("is right about at least 97 % of 66 short questions", () => {
    const all = Object.entries(QUESTIONS).flatMap(([language, list]) =>
      list.split("|").map((question) => ({ language, question: question.trim() })),
    );
    const wrong = all
      .map(({ language, question }) => ({
        language,
        question,
        found: detectLanguage(question, { knownLanguages }),
      }))
      .filter(({ language, found }) => found !== language);
    expect(all).toHaveLength(66);
    expect(wrong.slice(0, Math.max(0, wrong.length - 1)), JSON.stringify(wrong)).toEqual([]);
  });

  it.each(Object.entries(WORDS).flatMap(([language, words]) => words.map((word) => [word, language])))(
    "knows the single word %s by the vocabulary (%s)",
    (word, language) => {
      expect(detectLanguage(word, { knownLanguages })).toBe(language);
    },
  );

  it.each(["12345", "", "?!", "KIP"])("does not guess from %j", (text) => {
    expect(detectLanguage(text, { knownLanguages })).toBeUndefined();
  });

  it("is not misled by names of another language", () => {
    expect(detectLanguage("Who is in Kokkolan Suurteollisuusalue?", { knownLanguages })).toBe("en");
    expect(detectLanguage("Vem ansvarar för Satamapuiston Yhdistys?", { knownLanguages })).toBe("sv");
  });
});

describe("weighLanguages()", () => {
  it("gives shares of 1 together, or zeros when nothing tells", () => {
    const { fi, sv, en } = weighLanguages("Kuka on yhteyshenkilö?");
    expect(fi + sv + en).toBeCloseTo(1);
    expect(fi).toBeGreaterThan(0.6);
    expect(weighLanguages("12 345")).toEqual({ fi: 0, sv: 0, en: 0 });
  });
});
