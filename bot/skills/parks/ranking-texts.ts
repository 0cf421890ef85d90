import type { Language } from "../../../knowledge/languages.ts";
import type { ParkMeasure } from "../../understand/read-park-ranking.ts";

/** Words around parks that are put in order. */
export interface ParkRankingTexts {
  /** Orders by name, from the greatest value and from the smallest. */
  most: Record<ParkMeasure, string>;
  least: Record<ParkMeasure, string>;
  /** Above the parks: by what they are ordered, and how many have a figure. */
  head: (order: string, known: number, all: number) => string;
  none: (order: string, all: number) => string;
  caution: string;
}

const FI: ParkRankingTexts = {
  most: {
    area: "Pinta-alan mukaan, suurin ensin",
    companies: "Yritysten määrän mukaan, suurin ensin",
    employees: "Työntekijöiden määrän mukaan, suurin ensin",
    founded: "Nuorin ensin",
  },
  least: {
    area: "Pinta-alan mukaan, pienin ensin",
    companies: "Yritysten määrän mukaan, pienin ensin",
    employees: "Työntekijöiden määrän mukaan, pienin ensin",
    founded: "Vanhin ensin",
  },
  head: (order, known, all) =>
    `**${order}** – taulukoissa on tieto ${known === all ? `${all === 1 ? "yhdestä" : `kaikista ${all}`}` : `${known === 1 ? "yhdestä" : known}`} puistosta${known === all ? "" : `, puistoja on kaikkiaan ${all}`}:`,
  none: (order, all) =>
    `**${order}** – taulukoissa ei ole tätä tietoa ${all === 1 ? "tästä puistosta" : `yhdestäkään näistä ${all} puistosta`}.`,
  caution: "Luvut ovat eri vuosilta eivätkä aina kuvaa samaa asiaa; puistot, joista lukua ei ole, puuttuvat.",
};

const SV: ParkRankingTexts = {
  most: {
    area: "Efter areal, störst först",
    companies: "Efter antal företag, flest först",
    employees: "Efter antal anställda, flest först",
    founded: "Yngst först",
  },
  least: {
    area: "Efter areal, minst först",
    companies: "Efter antal företag, minst antal först",
    employees: "Efter antal anställda, minst antal först",
    founded: "Äldst först",
  },
  head: (order, known, all) =>
    `**${order}** – tabellerna har en uppgift om ${known} av ${all} ${all === 1 ? "park" : "parker"}:`,
  none: (order, all) =>
    `**${order}** – tabellerna har ingen sådan uppgift om ${all === 1 ? "parken" : `någon av de ${all} parkerna`}.`,
  caution: "Uppgifterna är från olika år och gäller inte alltid samma sak; parker utan uppgift är inte med.",
};

const EN: ParkRankingTexts = {
  most: {
    area: "By area, largest first",
    companies: "By number of companies, largest first",
    employees: "By people employed, largest first",
    founded: "Youngest first",
  },
  least: {
    area: "By area, smallest first",
    companies: "By number of companies, smallest first",
    employees: "By people employed, smallest first",
    founded: "Oldest first",
  },
  head: (order, known, all) =>
    `**${order}** – the tables hold a figure for ${known} of ${all} ${all === 1 ? "park" : "parks"}:`,
  none: (order, all) =>
    `**${order}** – the tables hold no such figure for ${all === 1 ? "this park" : `any of these ${all} parks`}.`,
  caution:
    "The figures are from different years and do not always count the same thing; parks without one are left out.",
};

export const PARK_RANKING_TEXTS: Record<Language, ParkRankingTexts> = { fi: FI, sv: SV, en: EN };
