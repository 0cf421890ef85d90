/**
 * Reduces a heading, name or choice to what is compared: small letters without marks, digits, single spaces.
 *
 * @example
 * ```ts
 * foldText("Määrä (t/v):"); // "maara t v"
 * ```
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();
}

/** What people write where they know nothing: "ei tietoa", "-", "n/a". */
const NOTHING: ReadonlySet<string> = new Set([
  "",
  "ei tietoa",
  "ei tiedossa",
  "ei tiedeta",
  "ei tiedetty",
  "tuntematon",
  "puuttuu",
  "tieto puuttuu",
  "ei maaritetty",
  "uppgift saknas",
  "uppgifter saknas",
  "saknas",
  "ej kant",
  "ej kand",
  "inte kant",
  "okant",
  "okand",
  "ingen uppgift",
  "vet ej",
  "unknown",
  "not known",
  "no data",
  "no information",
  "not available",
  "missing",
  "n a",
  "na",
  "nd",
  "tbd",
]);

/**
 * Tells whether a cell says nothing: it is empty, holds a dash or a question mark, or words for "unknown".
 *
 * @example
 * ```ts
 * isNothing("ei tietoa"); // true
 * ```
 */
export function isNothing(text: string): boolean {
  return NOTHING.has(foldText(text));
}
