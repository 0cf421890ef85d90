import type { Lexicon } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";

/** Where a name begins to tell where the stuff comes from or what becomes of it: "gas from bark", "slam för åker". */
const ORIGIN: Record<Language, RegExp> = {
  en: /\s(?:from|of|for|in|unsuitable|sorted|processed|burned)\s.*$/iu,
  sv: /\s(?:från|av|ur|för|i|vid|till|som|förbränns)\s.*$/iu,
  fi: /\s\p{L}+ksi\s+kelpaamat\p{L}+|\s(?:poltetaan|käytetään|jalostetaan)\s+\p{L}+ksi/iu,
};
/** Finnish cases that tell where a thing comes from. */
const FROM_CASE = /\p{L}{2}(?:sta|stä|lta|ltä)$/u;
/** Words behind a material that make it part of a plant or process: a bark boiler holds no bark. */
const PLANT =
  /^\s+(?:fired\s+)?(?:boilers?|kilns?|furnaces?|plants?|mills?|works|smelters?|refiner(?:y|ies)|making|production|leaching|purification|treatment|incineration|combustion|splitting|stations?|processing|cleaning|washing)(?!\p{L})/iu;

/**
 * Finds the concepts a stream's names hold as its stuff: what a name tells of plants, processes and origin is no stuff.
 * In Finnish and Swedish the last word of a phrase is the thing; in English any word is that no plant word follows.
 *
 * @returns Concepts with 1 for a whole word or phrase, less for a part of a compound.
 *
 * @example
 * ```ts
 * // "Biogenic carbon dioxide (recovery boiler, bark boiler, lime kiln)"
 * nameConcepts(stream, lexicon).has("trade:bark"); // false
 * ```
 */
export function nameConcepts(stream: StreamRecord, lexicon: Pick<Lexicon, "match">): Map<string, number> {
  const concepts = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const phrase of phrasesOf(stream[`name_${language}`], language)) {
      for (const { concept, share, end } of lexicon.match(phrase, language)) {
        // "Tuotekaasu kuoresta" is gas, made of bark.
        if (language === "fi" && FROM_CASE.test(phrase.slice(0, end))) continue;
        const rest = phrase.slice(end);
        const isStuff = language === "en" ? !PLANT.test(rest) : rest.trim() === "" || isJoined(rest);
        if (isStuff) concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
      }
    }
  }
  return concepts;
}

/** A hyphen behind a word in Finnish and Swedish leaves the head to the next: "pohja- ja lentotuhka". */
function isJoined(rest: string): boolean {
  return /^-?\s*(?:ja|och|sekä|samt|eli|tai|eller)\s/iu.test(rest);
}

/** The parts of a name between brackets, commas and slashes, without what tells the origin or what it is not for. */
export function phrasesOf(name: string, language: Language): string[] {
  return name
    .split(/[(),;/]/)
    .map((part) => ` ${part}`.replace(ORIGIN[language], "").trim())
    .filter((part) => part !== "");
}
