import { crc32 } from "node:zlib";

/** A cell: text, number, nothing, or a formula with the value (text of `<v>`) it was saved with, if any. */
export type XlsxCell = string | number | undefined | { formula: string; value?: string; isError?: boolean };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Makes a small XLSX by hand, so that tests may hold what no writer makes: formulas without value, errors.
 *
 * @param sheets Rows of cells by name of the sheet; a row without cells is left out of the file.
 * @param merged Areas such as "A2:A4", of the first sheet.
 */
export function makeXlsx(sheets: Record<string, XlsxCell[][]>, merged: string[] = []): Buffer {
  const names = Object.keys(sheets);
  const tags = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "xl/workbook.xml": `${HEAD}<workbook ${NAMESPACE} xmlns:r="${RELATIONS}"><sheets>${tags.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
  };
  names.forEach((name, at) => {
    const merges = at === 0 && merged.length > 0 ? toMerges(merged) : "";
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${HEAD}<worksheet ${NAMESPACE}><sheetData>${toRows(sheets[name] ?? [])}</sheetData>${merges}</worksheet>`;
  });
  return zip(parts);
}

function toMerges(areas: string[]): string {
  return `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`;
}

function toRows(rows: XlsxCell[][]): string {
  return rows
    .map((cells, row) => {
      const inside = cells.map((cell, column) =>
        toCell(cell, `${String.fromCharCode(65 + column)}${row + 1}`),
      );
      return cells.length === 0 ? "" : `<row r="${row + 1}">${inside.join("")}</row>`;
    })
    .join("");
}

function toCell(cell: XlsxCell, place: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  const type = cell.isError === true ? ' t="e"' : "";
  const value = cell.value === undefined ? "" : `<v>${escapeXml(cell.value)}</v>`;
  return `<c r="${place}"${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** Files of a ZIP, stored as they are. */
function zip(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
