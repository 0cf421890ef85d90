import { type Period, parsePeriod, parseUnit, type UnitReading } from "./parse-unit.ts";
import type { Problem } from "./problem.ts";

/** Everything of a row and its headings that may tell an amount. */
export interface AmountCells {
  text: string;
  /** The value of a cell that holds a number. */
  number?: number;
  /** Column of units; may be empty. */
  unit: string;
  /** Column of periods; may be empty. */
  period: string;
  /** Unit in the heading of the amount. */
  headingUnit: string;
}

/** An amount as the table stores it: a bare number a year. */
export interface Amount {
  quantity: string;
  unit: string;
  /** Absent when nothing names one: a year is assumed. */
  period?: Period;
  /** The cell's own words, when the number does not say all of them. */
  asGiven?: string;
  /** Two numbers, of which the table can hold neither. */
  isRange?: true;
}

const TIMES_A_YEAR: Record<Period, number> = {
  year: 1,
  quarter: 4,
  month: 12,
  week: 52,
  once: 1,
  planned: 1,
  other: Number.NaN,
};

const ABOUT =
  /^(?:noin|n\.|ca\.?|c\.|cirka|circa|about|approx(?:imately|\.)?|around|ungefär|omkring|jopa|upp till|up to|yli|över|over|more than|alle|under|less than|enintään|vähintään|högst|minst|at least|at most|max\.?|min\.?|[~≈<>≤≥±])\s*/i;
/** "1,234 milj." cannot mean thousands of millions. */
const MULTIPLIER = /^(?:milj|million|mio|mn|mrd)/i;
const NUMBER = /^-?\d+(?:[ '.,]\d+)*/;
const RANGE_SIGN = /^\s*(?:-|–|—|…|\.\.\.?|to|till|ja|och)\s*(?=\d)/;

/**
 * Reads an amount with its unit and period, wherever they stand, and makes a yearly number of it.
 *
 * A single point or comma before three digits ("1,200") may mean either; such a cell is refused, unless it holds a
 * number of the spreadsheet.
 *
 * @returns The amount, or what is wrong with it.
 *
 * @example
 * ```ts
 * parseAmount({ text: "1,2 milj. t/v", unit: "", period: "", headingUnit: "" });
 * // { quantity: "1200000", unit: "t", period: "year" }
 * ```
 */
export function parseAmount(cells: AmountCells): Amount | Problem {
  const text = cells.text.replace(/\s+/g, " ").trim();
  const about = ABOUT.exec(text)?.[0] ?? "";
  let rest = text.slice(about.length);
  const first = NUMBER.exec(rest)?.[0];
  if (first === undefined || first.startsWith("-")) return wrong("amount-unclear", text);
  rest = rest.slice(first.length);
  const rangeSign = RANGE_SIGN.exec(rest)?.[0];
  const second = rangeSign === undefined ? undefined : NUMBER.exec(rest.slice(rangeSign.length))?.[0];
  if (rangeSign !== undefined) rest = rest.slice(rangeSign.length + (second ?? "").length);
  const remark = /\(([^)]*)\)\s*$/.exec(rest)?.[0] ?? "";
  const own = rest.slice(0, rest.length - remark.length).trim();
  const named = readUnits(cells, { own, text });
  if ("code" in named) return named;
  const value = cells.number ?? parseNumber(first, { hasMultiplier: MULTIPLIER.test(own) });
  if (typeof value !== "number") return wrong("amount-ambiguous", text, value?.join(" / "));
  const { period = undefined, unit, factor } = named;
  const times = period === undefined ? 1 : TIMES_A_YEAR[period];
  if (Number.isNaN(times)) return wrong("period-unclear", describe(cells, { text, own }));
  const isWhole = about === "" && remark === "" && times === 1 && second === undefined;
  return {
    quantity: second === undefined ? String(Number((value * factor * times).toPrecision(12))) : "",
    unit: second === undefined ? unit : "",
    ...(period === undefined ? {} : { period }),
    ...(isWhole ? {} : { asGiven: describe(cells, { text, own }) }),
    ...(second === undefined ? {} : { isRange: true as const }),
  };
}

/** The unit of the cell, else that of its column, else that of the heading; two that differ are a fault. */
function readUnits(cells: AmountCells, { own, text }: { own: string; text: string }) {
  const inCell = own === "" ? { factor: 1 } : parseUnit(own);
  if (inCell === undefined) return wrong("unit-unknown", text, own);
  const column = cells.unit === "" ? undefined : parseUnit(cells.unit);
  if (cells.unit !== "" && column === undefined) return wrong("unit-unknown", cells.unit, cells.unit);
  const heading: UnitReading | undefined = parseUnit(cells.headingUnit);
  const periodColumn = parsePeriod(cells.period);
  if (periodColumn === undefined) return wrong("period-unclear", cells.period);
  const source = inCell.unit !== undefined ? inCell : column?.unit !== undefined ? column : heading;
  if (source?.unit === undefined) return wrong("unit-missing", text);
  if (inCell.unit !== undefined && column?.unit !== undefined && !isSameUnit(inCell, column))
    return wrong("unit-conflict", text, cells.unit);
  // "5 milj." in a cell counts on top of the unit beside it.
  const ownFactor = inCell.unit === undefined ? inCell.factor : 1;
  const periods = [inCell.period, periodColumn.period, column?.period, heading?.period];
  const period = periods.find((found) => found !== undefined);
  if (inCell.period !== undefined && periodColumn.period !== undefined && period !== periodColumn.period)
    return wrong("unit-conflict", text, cells.period);
  return { unit: source.unit, factor: source.factor * ownFactor, period };
}

function isSameUnit(left: UnitReading, right: UnitReading): boolean {
  return left.unit === right.unit && left.factor === right.factor;
}

/** The words of the cell with the unit that stands elsewhere. */
function describe(cells: AmountCells, { text, own }: { text: string; own: string }): string {
  const unit = own !== "" ? "" : cells.unit || cells.headingUnit;
  return [text, unit, cells.period].filter((part) => part !== "").join(" ");
}

/**
 * Reads a number as people write it in Finland: "22 000", "1 200,5", "1.234,5".
 *
 * @returns The number; both readings of one that has two; nothing of what is no number.
 */
function parseNumber(
  text: string,
  { hasMultiplier }: { hasMultiplier: boolean },
): number | [string, string] | undefined {
  const compact = text.replace(/[ ']/g, "");
  if (/^\d+$/.test(compact)) return isGrouped(text) ? Number(compact) : undefined;
  const signs = compact.match(/[.,]/g) ?? [];
  const last = compact.search(/[.,][^.,]*$/);
  if (signs.length === 1) {
    const [whole = "", fraction = ""] = [compact.slice(0, last), compact.slice(last + 1)];
    const mayBeThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !hasMultiplier;
    if (mayBeThousands) return [`${whole}${fraction}`, `${whole},${fraction}`];
    return Number(`${whole}.${fraction}`);
  }
  const isThousandsOnly = new Set(signs).size === 1;
  const thousands = isThousandsOnly ? compact : compact.slice(0, last);
  if (!/^\d{1,3}(?:[.,]\d{3})+$/.test(thousands) || (thousands.includes(".") && thousands.includes(",")))
    return undefined;
  const whole = thousands.replace(/[.,]/g, "");
  return Number(isThousandsOnly ? whole : `${whole}.${compact.slice(last + 1)}`);
}

/** Spaces part thousands: "22 000" is one number, "22 1" is two. */
function isGrouped(text: string): boolean {
  return /^\d+$/.test(text) || /^\d{1,3}(?:[ ']\d{3})+$/.test(text);
}

function wrong(code: Problem["code"], found: string, detail?: string): Problem {
  return { code, field: "quantity", found, ...(detail === undefined ? {} : { detail }) };
}
