const DETAILS: readonly RegExp[] = [
  // An e-mail address.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
  // A business ID.
  /\b\d{7}-\d\b/,
  // A telephone number of Finland.
  /(?:\+358[\s-]?\d{1,3}|\b0\d{1,2})[\s-]?\d{3,4}[\s-]?\d{3,5}\b/,
  // A price.
  /\d[\s\u00A0]?(?:€|eur(?:o|oa|os)?\b)|€\s?\d/i,
];

/**
 * Finds an e-mail address, telephone number, business ID or price in a text: such may not stand in a public row, in
 * whatever column it was written.
 *
 * @returns The detail, or nothing.
 *
 * @example
 * ```ts
 * findPrivateDetail("Kysy: ville@esimerkki.fi"); // "ville@esimerkki.fi"
 * ```
 */
export function findPrivateDetail(text: string): string | undefined {
  for (const detail of DETAILS) {
    const found = detail.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
