import { describe, expect, it } from "vitest";
import { type Attribute, detectAttributes } from "../../../bot/understand/attributes.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";

/** The same question in each language, and the attribute it asks for first. */
const QUESTIONS: readonly [Attribute, Record<Language, string>][] = [
  ["phone", { en: "phone number of ECO3", fi: "ECO3:n puhelinnumero", sv: "telefonnumret till ECO3" }],
  ["email", { en: "e-mail of ECO3", fi: "ECO3:n sähköposti", sv: "e-posten till ECO3" }],
  ["contact", { en: "contact person of ECO3", fi: "ECO3:n yhteyshenkilö", sv: "kontaktperson för ECO3" }],
  ["website", { en: "website of ECO3", fi: "ECO3:n verkkosivut", sv: "webbplats för ECO3" }],
  ["coordinator", { en: "Who runs ECO3?", fi: "Kuka vastaa ECO3:sta?", sv: "Vem driver ECO3?" }],
  [
    "member-count",
    {
      en: "How many members has KIP?",
      fi: "Montako jäsentä KIPissä on?",
      sv: "Hur många medlemmar har KIP?",
    },
  ],
  [
    "company-count",
    {
      en: "How many companies are in KIP?",
      fi: "Montako yritystä KIPissä on?",
      sv: "Hur många företag finns i KIP?",
    },
  ],
  [
    "employees",
    {
      en: "How many people work in KIP?",
      fi: "Montako työntekijää KIPissä on?",
      sv: "Hur många anställda har KIP?",
    },
  ],
  [
    "free-area",
    {
      en: "How much free land is in KIP?",
      fi: "Paljonko vapaata tonttimaata KIPissä on?",
      sv: "Hur mycket ledig mark har KIP?",
    },
  ],
  ["area", { en: "How big is KIP?", fi: "Mikä on KIPin pinta-ala?", sv: "Hur stor är KIP?" }],
  ["founded", { en: "When was KIP founded?", fi: "Milloin KIP perustettiin?", sv: "När grundades KIP?" }],
  ["location", { en: "Where is KIP located?", fi: "Missä KIP sijaitsee?", sv: "Var ligger KIP?" }],
  [
    "streams",
    {
      en: "Which side streams arise in KIP?",
      fi: "Mitä sivuvirtoja KIPissä syntyy?",
      sv: "Vilka sidoströmmar uppstår i KIP?",
    },
  ],
  [
    "companies",
    {
      en: "Which companies operate in KIP?",
      fi: "Mitkä yritykset toimivat KIPissä?",
      sv: "Vilka företag verkar i KIP?",
    },
  ],
  [
    "parks",
    {
      en: "Which eco-industrial parks are in Lapland?",
      fi: "Mitkä ekoteollisuuspuistot ovat Lapissa?",
      sv: "Vilka ekoindustriparker finns i Lappland?",
    },
  ],
];

describe("detectAttributes()", () => {
  describe.each(LANGUAGES)("%s", (language) => {
    it.each(QUESTIONS)("finds %s", (attribute, texts) => {
      const [first] = detectAttributes(texts[language], language);
      expect(first?.attribute).toBe(attribute);
      expect(first?.words.length).toBeGreaterThan(0);
      for (const word of first?.words ?? []) expect(texts[language].toLowerCase()).toContain(word);
    });
  });

  it.each([
    ["en", "What does an eco-industrial park offer?"],
    ["fi", "Mitä ekoteollisuuspuisto tarjoaa yritykselle?"],
    ["fi", "Mitä hyötyä puistolle on ankkuriyrityksistä?"],
    ["sv", "Vilka kostnader kan man spara i en ekoindustripark?"],
    ["sv", "Vilka är de nio stegen för att grunda en ekoindustripark?"],
  ] as const)("finds no list of parks in a question on the park (%s): %s", (language, text) => {
    expect(detectAttributes(text, language).map(({ attribute }) => attribute)).not.toContain("parks");
  });

  it("finds nothing in a question on something else, nor in nothing", () => {
    for (const language of LANGUAGES) {
      expect(detectAttributes("", language)).toEqual([]);
      expect(detectAttributes("FISS", language)).toEqual([]);
    }
  });

  it("gives the same answer each time it is asked", () => {
    // Patterns with the global flag remember where they stopped when they are used carelessly.
    const ask = () => detectAttributes("phone number of ECO3", "en");
    expect(ask()).toEqual(ask());
  });
});
