import { isAll, namesOf } from "./copied-languages.ts";
import type { ImportTexts } from "./texts-type.ts";

const NAMES = { fi: "finska", sv: "svenska", en: "engelska" };

/** What is wrong with a row, and what is worth checking, in Swedish. */
export const SV_PROBLEMS: Pick<ImportTexts, "problems" | "remarks"> = {
  problems: {
    missing: { reason: () => "här står ingenting", expected: () => "ett namn" },
    "park-missing": {
      reason: () => "varken park eller kommun leder till en park",
      expected: () => "park eller kommun på raden, eller --park ID för alla sådana rader",
    },
    "park-unknown": {
      reason: (found) => `"${found}" är ingen park i parks.csv`,
      expected: () => "ett id, namn eller annat namn i parks.csv",
    },
    "park-several": {
      reason: (found) => `det finns fler än en park i "${found}"`,
      expected: (_, detail) => `någon av dessa i en kolumn "Park": ${detail}`,
    },
    "amount-unclear": {
      reason: (found) => `"${found}" är ingen mängd`,
      expected: () => "ett tal med enhet, till exempel 22 000 t/år eller 5 kt",
    },
    "amount-ambiguous": {
      reason: (found, detail) => `"${found}" kan läsas på två sätt${detail === "" ? "" : ` (${detail})`}`,
      expected: () => "tusental utan punkt och komma (1 200), eller en eller två decimaler (1,2)",
    },
    "unit-missing": {
      reason: (found) => `"${found}" saknar enhet`,
      expected: () => "t, kg, m3, MWh eller GWh i cellen, i en kolumn för enheter eller i rubriken",
    },
    "unit-unknown": {
      reason: (found, detail) => `enheten "${detail || found}" är okänd`,
      expected: () => "t, kt, kg, m3, MWh eller GWh, per år eller månad",
    },
    "unit-conflict": {
      reason: (found, detail) => `"${found}" motsäger "${detail}" bredvid`,
      expected: () => "samma enhet och period i båda cellerna",
    },
    "period-unclear": {
      reason: (found) => `perioden i "${found}" ger ingen årsmängd`,
      expected: () => "år, månad, kvartal eller vecka, engångsparti eller planerad",
    },
    "waste-code-wrong": {
      reason: (found) => `"${found}" är ingen avfallskod`,
      expected: () => "sex siffror av vilka de två första är 01–20, till exempel 10 01 03",
    },
    "hazard-conflict": {
      reason: (found, detail) => `"${found}" betyder farligt, "${detail}" inte farligt`,
      expected: () => "kod, klass och farlighet som stämmer överens",
    },
    "choice-unknown": {
      reason: (found) => `"${found}" är inget av alternativen`,
      expected: (_, detail) => `något av dessa eller motsvarande svenska ord: ${detail}`,
    },
    "form-missing": {
      reason: () => "den fysikaliska formen anges inte och följer inte av namnet",
      expected: (_, detail) =>
        `fast, slam, flytande, gas eller värme i kolumnen "Fysikalisk form" (${detail})`,
    },
    "source-missing": {
      reason: () => "ingen källa anges",
      expected: () => "ett id i sources.csv, eller --source ID för alla sådana rader",
    },
    "source-unknown": {
      reason: (found) => `"${found}" är ingen källa i sources.csv`,
      expected: () =>
        "ett id eller en titel i sources.csv, eller --source ID: texten hamnar då i anmärkningen",
    },
    "year-wrong": {
      reason: (found) => `"${found}" är inget år`,
      expected: () => "ett år, till exempel 2022",
    },
    "too-many-cells": {
      reason: (found, detail) => `"${found}" står till höger om den sista av ${detail} rubriker`,
      expected: () => "citattecken kring en cell som innehåller skiljetecknet",
    },
    "unreadable-line": {
      reason: () => "raden kan inte delas i celler",
      expected: () => "citattecken i par",
    },
    "empty-formula": {
      reason: (found) => `formeln under "${found}" saknar värde`,
      expected: () => "ett tal eller en text; öppna filen i kalkylprogrammet, låt det räkna och spara",
    },
    "contact-in-public": {
      reason: (found) => `"${found}" är en kontakt, ett pris eller ett FO-nummer, och raden är offentlig`,
      expected: () => "texten utan det, eller en rad som inte är offentlig",
    },
    "twice-in-table": {
      reason: (found, detail) => `"${found}" med samma producent och park står också på rad ${detail}`,
      expected: () => "en rad för varje ström",
    },
    "several-existing": {
      reason: (found, detail) => `"${found}" har flera rader i side-streams.csv: ${detail}`,
      expected: () => "en ändring för hand i side-streams.csv",
    },
    "check-fails": {
      reason: (_, detail) => detail,
      expected: () => "en rad som npm run knowledge:check godkänner",
    },
  },
  remarks: {
    copied: (_, detail = "") =>
      isAll(detail)
        ? "textens språk anges inte: den står nu på alla tre; översätt den i side-streams.csv"
        : `saknas på ${namesOf(detail, NAMES)}: texten kopierades från det språk som angavs; översätt den i side-streams.csv`,
    "park-from-municipality": (found, detail) => `park ${detail}, den enda i ${found}`,
    "period-assumed": () => "ingen period anges: läses som mängd per år",
    "category-unsure": (found) => `grupp "other": "${found}" säger inte vilken; rätta den i side-streams.csv`,
    "form-from-category": (_, detail) => `fysikalisk form "${detail}" enligt gruppen eller enheten`,
    "municipality-unknown": (found) => `"${found}" finns inte i kommunförteckningen; behålls som den står`,
    "municipality-outside": (found, detail) => `"${found}" är ingen kommun för ${detail} i parks.csv`,
    "waste-code-padded": (found, detail) =>
      `avfallskod ${found} lästes som ${detail}: den inledande nollan saknades`,
    "amount-noted": (found, detail) => `"${found}" sparas som ${detail}; orden hamnar i anmärkningen`,
    "amount-range": (found) => `"${found}" är ett intervall: det hamnar i anmärkningen, mängden blir tom`,
    "source-noted": (found) => `"${found}" hamnar i anmärkningen; källan är den som --source anger`,
    similar: (found, detail) =>
      `"${found}" finns i tabellen som ${detail} med en annan producent: samma ström?`,
    "not-opened": (found, detail) =>
      `förblir synlig för ${found} fast ${detail} begärdes: en uppdatering öppnar ingen rad`,
  },
};
