import leven, { closestMatch } from "leven";
import { type BaseField, type Field, isField, isLanguageField, JOINED_FIELDS } from "./fields.ts";
import { foldText } from "./fold-text.ts";
import { HEADING_WORDS } from "./heading-words.ts";
import { type HeadingReading, parseHeading } from "./parse-heading.ts";
import { parseUnit } from "./parse-unit.ts";

/** How a heading found its field; `taken`: the field has a column already, so this one is not read. */
export type MappingWay = "given" | "exact" | "normalised" | "nearest" | "taken" | "unknown";

/** A column of the table and what is made of it. */
export interface MappedColumn {
  /** Position in the row, from 0. */
  index: number;
  heading: string;
  way: MappingWay;
  /** Absent of an unknown heading. */
  field?: Field;
  /** The known heading that is nearest, when the way is `nearest`. */
  nearest?: string;
  /** Unit that the heading names. */
  unit?: string;
}

/** A shorter heading is not guessed at: one letter more makes another word of it. */
const SHORTEST_GUESS = 6;
const LONG_HEADING = 10;
const YEARLY = /vuosi|vuotui|vuodessa|årsm|årlig|per år|annual|yearly|per year/i;

const FIELD_OF_WORD = new Map<string, BaseField>();
const FIELD_OF_FOLDED = new Map<string, BaseField>();
const WORD_OF_FOLDED = new Map<string, string>();
for (const [field, words] of Object.entries(HEADING_WORDS)) {
  for (const word of words.split(" | ").filter((found) => found !== "")) {
    FIELD_OF_WORD.set(word, field as BaseField);
    FIELD_OF_FOLDED.set(foldText(word), field as BaseField);
    WORD_OF_FOLDED.set(foldText(word), word);
  }
}

/**
 * Finds the field of each heading: the one given, else the same words, the same words without marks, brackets and
 * units, else the nearest spelling when no other field is as near.
 *
 * @param headings Cells of the row of headings; empty ones are left out.
 * @param given Fields by heading, from `--map`; these come first.
 * @returns A column for each heading, in their order; a heading that nothing is known of has no field.
 *
 * @example
 * ```ts
 * mapHeadings(["Jätekoodi", "Määrä (t/v)"], new Map()).map(({ field }) => field); // ["waste_code", "quantity"]
 * ```
 */
export function mapHeadings(headings: readonly string[], given: ReadonlyMap<string, Field>): MappedColumn[] {
  const columns = headings.flatMap((heading, index) =>
    heading === "" ? [] : [{ index, ...withPeriod({ heading, ...mapHeading(heading, given) }) }],
  );
  const ways: MappingWay[] = ["given", "exact", "normalised", "nearest"];
  const taken = new Set<Field>();
  for (const way of ways) {
    for (const column of columns.filter((candidate) => candidate.way === way)) {
      const { field } = column;
      if (field === undefined) continue;
      if (taken.has(field) && !JOINED_FIELDS.has(field)) column.way = "taken";
      taken.add(field);
    }
  }
  return columns;
}

/** "Vuosimäärä (t)" says the period in its name. */
function withPeriod(column: Omit<MappedColumn, "index">): Omit<MappedColumn, "index"> {
  const { field, heading, unit = "" } = column;
  if (field !== "quantity" || !YEARLY.test(heading) || parseUnit(unit)?.period !== undefined) return column;
  return { ...column, unit: `${unit}/v` };
}

function mapHeading(
  heading: string,
  given: ReadonlyMap<string, Field>,
): Omit<MappedColumn, "index" | "heading"> {
  const reading = parseHeading(heading);
  const unit = reading.unit === undefined ? {} : { unit: reading.unit };
  const own = given.get(foldText(heading));
  if (own !== undefined) return { way: "given", field: own, ...unit };
  const lower = heading.trim().toLowerCase();
  if (isField(lower)) return { way: "exact", field: lower, ...unit };
  const exact = FIELD_OF_WORD.get(lower);
  if (exact !== undefined) return { way: "exact", field: exact, ...unit };
  for (const label of reading.labels) {
    const base = FIELD_OF_FOLDED.get(label);
    if (base !== undefined) return { way: "normalised", field: withLanguage(base, reading), ...unit };
  }
  return { ...guessField(reading), ...unit };
}

/** "Nimi ruotsiksi" is the Swedish name; of other fields the language says nothing. */
function withLanguage(base: BaseField, { language }: HeadingReading): Field {
  return language !== undefined && isLanguageField(base) ? `${base}_${language}` : base;
}

function guessField(reading: HeadingReading): Pick<MappedColumn, "way" | "field" | "nearest"> {
  const known = [...FIELD_OF_FOLDED.keys()].filter((word) => word.length >= SHORTEST_GUESS);
  for (const label of reading.labels.toReversed()) {
    if (label.length < SHORTEST_GUESS) continue;
    const maxDistance = label.length < LONG_HEADING ? 1 : 2;
    const nearest = closestMatch(label, known, { maxDistance });
    const field = nearest === undefined ? undefined : FIELD_OF_FOLDED.get(nearest);
    if (nearest === undefined || field === undefined) continue;
    const distance = leven(label, nearest);
    const others = known.filter((word) => FIELD_OF_FOLDED.get(word) !== field);
    if (closestMatch(label, others, { maxDistance: distance }) !== undefined) continue;
    return {
      way: "nearest",
      field: withLanguage(field, reading),
      nearest: WORD_OF_FOLDED.get(nearest) ?? nearest,
    };
  }
  return { way: "unknown" };
}
