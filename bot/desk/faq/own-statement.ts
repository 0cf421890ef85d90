import type { Language } from "../../../knowledge/languages.ts";
import { presentDay } from "../../calendar.ts";

/** How a source is named that is no publication but the word of a coordinator. */
const OPENINGS: Record<Language, string> = {
  fi: "Koordinaattorin oma tieto",
  sv: "Koordinatorns egen uppgift",
  en: "The coordinator's own statement",
};

/**
 * Names the source of an answer that rests on no publication: who says it, for which park, and when.
 *
 * @param options.place Name of the park, or of the desk.
 * @param options.day Day of the answer, `2026-03-01`.
 *
 * @example
 * ```ts
 * nameOwnStatement({ language: "fi", place: "ECO3", day: "2026-03-01" }); // "Koordinaattorin oma tieto, ECO3, 1.3.2026"
 * ```
 */
export function nameOwnStatement(options: { language: Language; place: string; day: string }): string {
  const { language, place, day } = options;
  return `${OPENINGS[language]}, ${place}, ${presentDay(day, language)}`;
}

/** Tells whether a source's name was made by {@link nameOwnStatement}: such a source is made anew, not kept. */
export function isOwnStatement(title: string): boolean {
  return Object.values(OPENINGS).some((opening) => title.startsWith(`${opening}, `));
}
