/** Digits of a waste code; `isHazardous` when an asterisk says so. */
export interface WasteCode {
  code: string;
  isHazardous: boolean;
  /** A leading zero was put back that the spreadsheet had dropped. */
  isPadded: boolean;
}

/**
 * Reads a code of the European List of Waste: six digits, the first two from 01 to 20.
 *
 * @returns Nothing when the text is no such code. That the code exists in the list is not checked.
 *
 * @example
 * ```ts
 * parseWasteCode("10 01 04*"); // { code: "100104", isHazardous: true, isPadded: false }
 * ```
 */
export function parseWasteCode(text: string): WasteCode | undefined {
  const [, written = "", star = ""] = /^(?:(?:EWC|LoW)[ :-]*)?([\d .,-]+?)\s*(\*?)$/i.exec(text.trim()) ?? [];
  const digits = written.replace(/[ .,-]/g, "");
  // Only the first of six digits is dropped, and only where nothing parts them.
  const isPadded = /^[1-9]\d{4}$/.test(written);
  const code = isPadded ? `0${digits}` : digits;
  if (!/^(?:0[1-9]|1\d|20)\d{4}$/.test(code)) return undefined;
  return { code, isHazardous: star === "*", isPadded };
}
