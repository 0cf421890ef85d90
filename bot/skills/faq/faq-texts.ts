import type { Language } from "../../../knowledge/languages.ts";

/** What is said around a curated answer. */
export interface FaqTexts {
  /** When the answer was written or last changed; `day` as {@link presentDay} writes it. */
  dated: (day: string) => string;
  /** The year of an answer of which no day is known. */
  ofYear: (year: number) => string;
  /** Above an answer whose last day has passed. */
  expired: (day: string) => string;
}

export const FAQ_TEXTS: Readonly<Record<Language, FaqTexts>> = {
  fi: {
    dated: (day) => `Vastaus päivätty ${day}.`,
    ofYear: (year) => `Vastaus vuodelta ${year}.`,
    expired: (day) => `Huomaa: vastaus oli voimassa ${day} asti, joten se voi olla vanhentunut.`,
  },
  sv: {
    dated: (day) => `Svaret är daterat ${day}.`,
    ofYear: (year) => `Svaret är från ${year}.`,
    expired: (day) => `Obs! Svaret gällde till och med ${day} och kan vara föråldrat.`,
  },
  en: {
    dated: (day) => `Answer of ${day}.`,
    ofYear: (year) => `Answer of ${year}.`,
    expired: (day) => `Please note: this answer was valid until ${day} and may be out of date.`,
  },
};
