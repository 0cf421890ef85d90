/** A publication that a FAQ entry names in its details. */
export type FaqSource = {
  title: string;
  /** Web address; absent for what somebody told. */
  url?: string;
  year?: number;
};

/**
 * Splits a detail of several values at its bars; `\|` is a bar within a value, `\\` a backslash before a bar.
 *
 * @returns The values without the blanks around them; empty ones are left out.
 *
 * @example
 * ```ts
 * splitList("ash | a\\|b | "); // ["ash", "a|b"]
 * ```
 */
export function splitList(text: string): string[] {
  return splitFields(text).filter((value) => value !== "");
}

/** Puts values together so that {@link splitList} gives them back. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, "\\$&")).join(" | ");
}

function splitFields(text: string): string[] {
  const fields: string[] = [];
  let field = "";
  for (const [piece] of text.matchAll(/\\[\\|]|[\s\S]/g)) {
    if (piece === "|") {
      fields.push(field);
      field = "";
    } else field += piece.length === 2 ? piece.slice(1) : piece;
  }
  return [...fields, field].map((each) => each.trim());
}

/**
 * Reads a detail `source: Title | https://… | 2026`, of which address and year may be left out.
 *
 * @returns The source, or what is wrong with it.
 */
export function parseFaqSource(text: string): { source?: FaqSource; reason?: string } {
  const [title = "", url = "", year = "", ...rest] = splitFields(text);
  if (title === "" || rest.length > 0) return { reason: `must be "Title | address | year"${found(text)}` };
  if (url !== "" && !isWebAddress(url)) {
    return { reason: `must have an address that begins with http:// or https://${found(url)}` };
  }
  if (year !== "" && !/^(?:19|20)\d\d$/.test(year))
    return { reason: `must have a year such as 2026${found(year)}` };
  return {
    source: { title, ...(url === "" ? {} : { url }), ...(year === "" ? {} : { year: Number(year) }) },
  };
}

/** Writes a source so that {@link parseFaqSource} gives it back. */
export function presentFaqSource({ title, url, year }: FaqSource): string {
  const fields = [title, url ?? "", year === undefined ? "" : String(year)];
  while (fields.at(-1) === "") fields.pop();
  return joinList(fields);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** Tells whether a text `2027-12-31` names a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function found(text: string): string {
  return ` (found "${text.length > 60 ? `${text.slice(0, 60)}…` : text}")`;
}
