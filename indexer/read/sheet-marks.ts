import { listZipParts } from "./zip-parts.ts";

/** What a reader of values does not tell of a sheet; rows and columns count from 0. */
export interface SheetMarks {
  /** Formulas whose value is an error, or that no spreadsheet program has computed yet. */
  uncomputed: { row: number; column: number }[];
  /** First cells of areas merged downwards. */
  merged: { row: number; column: number; lastRow: number }[];
}

/** Larger parts are not looked into: a sheet of side streams is far smaller. */
const LARGEST_PART = 64 * 1024 * 1024;

/**
 * Finds formulas without a value and merged cells, which the library that reads the values leaves out.
 *
 * @param bytes A whole XLSX file that could be read.
 * @returns By the name of the sheet; nothing of a sheet whose part is not found.
 *
 * @example
 * ```ts
 * listSheetMarks(bytes).get("Virrat")?.uncomputed; // [{ row: 3, column: 2 }]
 * ```
 */
export function listSheetMarks(bytes: Buffer): Map<string, SheetMarks> {
  const parts = new Map(
    listZipParts(bytes).map(({ name, unpack }) => [name, () => unpack(LARGEST_PART).toString("utf8")]),
  );
  const workbook = parts.get("xl/workbook.xml")?.() ?? "";
  const relations = parts.get("xl/_rels/workbook.xml.rels")?.() ?? "";
  const targets = new Map(
    listTags(relations, "Relationship").map((tag) => [
      readAttribute(tag, "Id"),
      readAttribute(tag, "Target"),
    ]),
  );
  const marks = new Map<string, SheetMarks>();
  for (const tag of listTags(workbook, "sheet")) {
    const target = targets.get(readAttribute(tag, "r:id")) ?? "";
    const xml = parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`)?.();
    if (xml !== undefined) marks.set(decodeEntities(readAttribute(tag, "name")), readMarks(xml));
  }
  return marks;
}

function readMarks(xml: string): SheetMarks {
  const uncomputed: SheetMarks["uncomputed"] = [];
  for (const [, attributes = "", content = ""] of xml.matchAll(
    /<(?:\w+:)?c\s([^<>]*[^/<>])>((?:[^<]|<(?!(?:\w+:)?c\s))*?)<\/(?:\w+:)?c>/g,
  )) {
    const isFormula = /<(?:\w+:)?f[\s/>]/.test(content);
    const hasValue = /<(?:\w+:)?v[^>]*>[^<]/.test(content);
    // A formula of text may well give nothing.
    const isEmptyText = /\bt="str"/.test(attributes) && /<(?:\w+:)?v/.test(content);
    const isError = /\bt="e"/.test(attributes);
    if (!isError && (!isFormula || hasValue || isEmptyText)) continue;
    const place = parsePlace(readAttribute(attributes, "r"));
    if (place !== undefined) uncomputed.push(place);
  }
  const merged = listTags(xml, "mergeCell").flatMap((tag) => {
    const [first = "", last = ""] = readAttribute(tag, "ref").split(":");
    const from = parsePlace(first);
    const to = parsePlace(last);
    return from === undefined || to === undefined || to.row === from.row
      ? []
      : [{ ...from, lastRow: to.row }];
  });
  return { uncomputed, merged };
}

/** "C4" is row 3, column 2. */
function parsePlace(reference: string): { row: number; column: number } | undefined {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  if (letters === "") return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function listTags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, tag = ""]) => tag);
}

function readAttribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function decodeEntities(text: string): string {
  const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name] ?? "");
}
