import { LRUCache } from "lru-cache";
import { type AnalysedText, doAtOnce, mapInSteps, type Steps } from "../../indexer/index.ts";
import { LANGUAGES, type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, MaterialRecord, ParkRecord, PlaceRecord } from "../../knowledge/schema.ts";
import type { CompanyHold, CompanyQuery, CompanyRole } from "./company-query.ts";
import { createNarrower, hasCommon } from "./narrower-concepts.ts";

/** Cells that a thing is looked for in; services tell a line of business. */
type Column = "inputs" | "products" | "outputs" | "industry";

const ROLE_COLUMNS: Record<CompanyRole, readonly Column[]> = {
  takes: ["inputs"],
  makes: ["products"],
  gives: ["outputs"],
  offers: ["products", "industry"],
  handles: ["inputs", "industry"],
  industry: ["industry"],
  any: ["inputs", "products", "outputs", "industry"],
};

/** A row with what filters look at, worked out once. */
export interface IndexedCompany {
  company: CompanyRecord;
  cells: Readonly<Record<Column, ReadonlySet<string>>>;
  /** Regions of its parks. */
  regions: readonly string[];
}

/** What a query gives. */
export interface CompanyResult {
  /** Every row that meets the filters, in the order of the table. */
  rows: readonly CompanyRecord[];
  /** Where products were asked for: rows that have the thing among their side streams only. */
  besides: readonly CompanyRecord[];
  /** The roles that were looked at in the end. */
  roles: readonly CompanyRole[];
  groups?: readonly { park: string; rows: readonly CompanyRecord[] }[];
}

export interface CompanyTableParts {
  companies: readonly CompanyRecord[];
  parks: readonly ParkRecord[];
  places: readonly PlaceRecord[];
  materials: readonly MaterialRecord[];
  analyse: (text: string, language: Language) => AnalysedText;
}

/** Works out what filters look at: half a millisecond a row. */
export function readCompanies(parts: CompanyTableParts): Steps<IndexedCompany[]> {
  const regions = new Map(parts.parks.map((park) => [park.id, park.region]));
  return mapInSteps(
    parts.companies,
    (company) => ({
      company,
      cells: toCells(company, parts.analyse),
      regions: company.parks.map((park) => regions.get(park) ?? ""),
    }),
    ROWS_AT_ONCE,
  );
}

/** What is asked of the table again and again is kept: the thousand words that questions are about. */
const MOST_HELD = 1000;

/** Rows read between two looks at the clock. */
const ROWS_AT_ONCE = 8;

/**
 * The table of companies, ready for exact questions.
 *
 * @example
 * ```ts
 * const query = { holds: [{ role: "takes", terms: ["trade:sulphuric-acid"] }], places: ["harjavalta"] } as const;
 * table.run(query, "public").rows; // Nornickel
 * ```
 */
export class CompanyTable {
  readonly #rows: readonly IndexedCompany[];
  readonly #placeNames: ReadonlyMap<string, readonly string[]>;
  readonly #narrower: (concept: string) => ReadonlySet<string>;
  readonly #held = new LRUCache<string, boolean>({ max: MOST_HELD });

  /** @param rows The rows of `parts` as {@link readCompanies} gives them, where they were read in steps. */
  constructor(parts: CompanyTableParts, rows: readonly IndexedCompany[] = doAtOnce(readCompanies(parts))) {
    this.#placeNames = new Map(parts.places.map((place) => [place.id, [place.en, place.fi, place.sv]]));
    this.#narrower = createNarrower(parts.materials);
    this.#rows = rows;
  }

  /** Whether some row that a reader may see holds one of the terms in a role; kept, for each word of a question asks. */
  holds(hold: CompanyHold, reader: Reader): boolean {
    const key = JSON.stringify([reader, hold.role, hold.terms]);
    const held = this.#held.get(key);
    if (held !== undefined) return held;
    const test = this.#createHoldTest(hold);
    const isHeld = this.#rows.some((row) => mayRead(reader, row.company.visibility) && test(row));
    this.#held.set(key, isHeld);
    return isHeld;
  }

  /**
   * Runs a query.
   *
   * @param reader Rank of the asker; rows above it take no part in anything, counts included.
   */
  run(query: CompanyQuery, reader: Reader): CompanyResult {
    // What nobody has for a product may still be a side stream: "who makes ash?".
    const holds = (query.holds ?? []).map((hold): CompanyHold => {
      const isSideStream = hold.role === "makes" && !this.holds(hold, reader);
      return isSideStream ? { ...hold, role: "gives" } : hold;
    });
    const isThere = this.#createPlaceTest(query);
    const candidates = this.#rows.filter(
      (row) => mayRead(reader, row.company.visibility) && isThere(row) && hasState(row.company, query),
    );
    const rows = this.#meeting(candidates, holds);
    const known = new Set(rows);
    const asStreams = holds.map(
      (hold): CompanyHold => (hold.role === "makes" ? { ...hold, role: "gives" } : hold),
    );
    const asksProducts = holds.some(({ role }) => role === "makes");
    const besides = asksProducts ? this.#meeting(candidates, asStreams).filter((row) => !known.has(row)) : [];
    return {
      rows: rows.map(({ company }) => company),
      besides: besides.map(({ company }) => company),
      roles: holds.map(({ role }) => role),
      ...(query.groupBy === undefined ? {} : { groups: groupByPark(rows.map(({ company }) => company)) }),
    };
  }

  #meeting(rows: readonly IndexedCompany[], holds: readonly CompanyHold[]): IndexedCompany[] {
    const tests = holds.map((hold) => this.#createHoldTest(hold));
    return rows.filter((row) => tests.every((test) => test(row)));
  }

  #createHoldTest({ role, terms }: CompanyHold): (row: IndexedCompany) => boolean {
    const columns = ROLE_COLUMNS[role];
    const concepts = new Set(terms.flatMap((term) => [...this.#narrower(term)]));
    const phrases = terms.filter((term) => term.startsWith("stem:")).map(splitStemTerm);
    return ({ cells }) =>
      columns.some(
        (column) =>
          hasCommon(concepts, cells[column]) ||
          phrases.some((stems) => stems.every((stem) => cells[column].has(stem))),
      );
  }

  #createPlaceTest({ parks, places }: CompanyQuery): (row: IndexedCompany) => boolean {
    if (parks === undefined && places === undefined) return () => true;
    const parkIds = new Set(parks);
    const names = new Set((places ?? []).flatMap((id) => this.#placeNames.get(id) ?? []));
    return ({ company, regions }) =>
      company.parks.some((park) => parkIds.has(park)) ||
      (company.municipality !== undefined && names.has(company.municipality)) ||
      regions.some((region) => names.has(region));
  }
}

/** "stem:en:sawn+timber" asks for both stems in one cell. */
function splitStemTerm(term: string): string[] {
  const [, language = "", stems = ""] = term.split(":");
  return stems.split("+").map((stem) => `stem:${language}:${stem}`);
}

function hasState(company: CompanyRecord, { ids, statuses }: CompanyQuery): boolean {
  return (
    (ids === undefined || ids.includes(company.id)) &&
    (statuses === undefined || statuses.includes(company.status))
  );
}

function groupByPark(rows: readonly CompanyRecord[]): { park: string; rows: CompanyRecord[] }[] {
  const groups = new Map<string, CompanyRecord[]>();
  for (const company of rows) {
    for (const park of company.parks) groups.set(park, [...(groups.get(park) ?? []), company]);
  }
  return [...groups]
    .map(([park, members]) => ({ park, rows: members }))
    .sort((a, b) => b.rows.length - a.rows.length || a.park.localeCompare(b.park));
}

function toCells(
  company: CompanyRecord,
  analyse: CompanyTableParts["analyse"],
): Record<Column, ReadonlySet<string>> {
  const cellOf = (...fields: ("inputs" | "products" | "outputs" | "industry" | "services")[]) => {
    const found = new Set<string>();
    for (const language of LANGUAGES) {
      for (const field of fields) {
        const { concepts, stems } = analyse(company[`${field}_${language}`] ?? "", language);
        // What is named as part of something else is not it: hydrogen peroxide is no hydrogen.
        for (const [id, share] of concepts) if (share === 1) found.add(id);
        for (const stem of stems) found.add(`stem:${language}:${stem}`);
      }
    }
    return found;
  };
  const industry = cellOf("industry", "services");
  for (const name of company.receiver_classes) industry.add(`class:${name}`);
  return { inputs: cellOf("inputs"), products: cellOf("products"), outputs: cellOf("outputs"), industry };
}
