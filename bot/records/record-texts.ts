import type { Language } from "../../knowledge/languages.ts";
import type { ParkFactRecord } from "../../knowledge/schema.ts";
import type { RecordKind } from "./record-sheet.ts";

/** Figures of parks; what is told of one attribute and its kin stands under one label. */
export type ParkFigure = Exclude<
  ParkFactRecord["attribute"],
  "production-companies" | "service-companies" | "network-companies" | "free-area"
>;

/** Words of sheets, cards and pages that no other part of the product has already. */
export interface RecordTexts {
  /** What a record is, in the singular. */
  kinds: Record<RecordKind, string>;
  /** Labels of the figures of parks. */
  parkFacts: Record<ParkFigure, string>;
  /** Tells that an answer is there in another language only. */
  onlyIn: Record<Language, string>;
  sources: string;
  open: string;
}

const FI: RecordTexts = {
  kinds: { streams: "Sivuvirta", companies: "Yritys", parks: "Puisto", faq: "Kysymys ja vastaus" },
  parkFacts: {
    companies: "Yrityksiä",
    "association-members": "Yhdistyksen jäseniä",
    employees: "Työpaikkoja",
    "total-area": "Pinta-ala",
    founded: "Historia",
    investment: "Investoinnit",
    "by-products": "Sivutuotteita",
    "export-share": "Viennin osuus",
  },
  onlyIn: {
    fi: "Vastaus on saatavilla vain suomeksi.",
    sv: "Vastaus on saatavilla vain ruotsiksi.",
    en: "Vastaus on saatavilla vain englanniksi.",
  },
  sources: "Lähteet",
  open: "Avaa",
};

const SV: RecordTexts = {
  kinds: { streams: "Sidoström", companies: "Företag", parks: "Park", faq: "Fråga och svar" },
  parkFacts: {
    companies: "Företag",
    "association-members": "Föreningens medlemmar",
    employees: "Arbetsplatser",
    "total-area": "Areal",
    founded: "Historia",
    investment: "Investeringar",
    "by-products": "Biprodukter",
    "export-share": "Exportandel",
  },
  onlyIn: {
    fi: "Svaret finns bara på finska.",
    sv: "Svaret finns bara på svenska.",
    en: "Svaret finns bara på engelska.",
  },
  sources: "Källor",
  open: "Öppna",
};

const EN: RecordTexts = {
  kinds: { streams: "Side stream", companies: "Company", parks: "Park", faq: "Question and answer" },
  parkFacts: {
    companies: "Companies",
    "association-members": "Members of the association",
    employees: "Jobs",
    "total-area": "Area",
    founded: "History",
    investment: "Investment",
    "by-products": "By-products",
    "export-share": "Share of exports",
  },
  onlyIn: {
    fi: "The answer is there in Finnish only.",
    sv: "The answer is there in Swedish only.",
    en: "The answer is there in English only.",
  },
  sources: "Sources",
  open: "Open",
};

/** The words by language. */
export const RECORD_TEXTS: Record<Language, RecordTexts> = { fi: FI, sv: SV, en: EN };
