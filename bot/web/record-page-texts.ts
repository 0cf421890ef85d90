import type { Language } from "../../knowledge/languages.ts";

/** Words of a record's page that the record itself does not bring. */
export interface RecordPageTexts {
  ask: string;
  notFound: { title: string; advice: string };
}

const FI: RecordPageTexts = {
  ask: "Kysy tästä Sivuvirralta",
  notFound: {
    title: "Sivua ei löytynyt",
    advice:
      "Tässä osoitteessa ei ole julkisia tietoja. Tarkista osoite, tai kysy Sivuvirralta, niin etsin oikean kohdan.",
  },
};

const SV: RecordPageTexts = {
  ask: "Fråga Sivuvirta om det här",
  notFound: {
    title: "Sidan hittades inte",
    advice:
      "På den här adressen finns inga offentliga uppgifter. Kontrollera adressen, eller fråga Sivuvirta så letar jag upp rätt ställe.",
  },
};

const EN: RecordPageTexts = {
  ask: "Ask Sivuvirta about this",
  notFound: {
    title: "Page not found",
    advice:
      "There is nothing public at this address. Check the address, or ask Sivuvirta and I will look for it.",
  },
};

/** The words by language. */
export const RECORD_PAGE_TEXTS: Record<Language, RecordPageTexts> = { fi: FI, sv: SV, en: EN };
