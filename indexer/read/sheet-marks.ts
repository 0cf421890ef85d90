import { inflateRawSync } from "node:zlib";

/** What a reader of values does not tell of a sheet; rows and columns count from 0. */
export interface SheetMarks {
  /** Formulas whose value is an error, or that no spreadsheet program has computed yet. */
  uncomputed: { row: number; column: number }[];
  /** First cells of areas merged downwards. */
  merged: { row: number; column: number; lastRow: number }[];
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
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
  const parts = listParts(bytes);
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
    /<(?:\w+:)?c\s([^>]*[^/>])>(.*?)<\/(?:\w+:)?c>/gs,
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

/** The files of a ZIP by name, each unpacked when it is asked for. */
function listParts(bytes: Buffer): Map<string, () => string> {
  const parts = new Map<string, () => string>();
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) return parts;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) break;
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = {
      isPacked: bytes.readUInt16LE(at + 10) !== 0,
      size: bytes.readUInt32LE(at + 20),
      local: bytes.readUInt32LE(at + 42),
    };
    parts.set(bytes.toString("utf8", at + 46, at + 46 + nameLength), () => unpack(bytes, entry));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function unpack(bytes: Buffer, entry: { isPacked: boolean; size: number; local: number }): string {
  const { isPacked, size, local } = entry;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  return (isPacked ? inflateRawSync(packed, { maxOutputLength: LARGEST_PART }) : packed).toString("utf8");
}
