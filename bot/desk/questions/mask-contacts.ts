/** What stands in the place of an address, a number or a code. */
export const MASK = "…";

const ADDRESS = /[^\s<>()[\]"',;:@]+@[^\s<>()[\]"',;@]+\.\p{L}{2,}/giu;
/** "anna (at) yritys.fi" */
const SPELLED_ADDRESS =
  /[^\s<>()[\]"',;:@]+\s?[[(]\s?(?:at|ät|miukumauku)\s?[\])]\s?[^\s<>()[\]"',;@]+\.\p{L}{2,}/giu;
const IDENTITY_CODE = /(?<![\p{L}\d])\d{6}[-+A-FU-Y]\d{3}[\dA-Z](?![\p{L}\d])/gu;
/** Numbers of people begin with a plus or a zero; amounts do not. */
const PHONE = /(?<![\p{L}\d.,])(?:\+|00?)(?:[\s()/–-]?\d|\.\d){6,14}(?!\d)/gu;
const DATE = /^0?\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d{2}$/;

/**
 * Takes e-mail addresses, phone numbers and Finnish identity codes out of a person's words.
 *
 * Names stay: they cannot be told from those of companies and parks, of which questions are full.
 *
 * @example
 * ```ts
 * maskContacts("Soita 040 123 4567, 22 000 t tuhkaa"); // "Soita …, 22 000 t tuhkaa"
 * ```
 */
export function maskContacts(text: string): string {
  return text
    .replace(ADDRESS, MASK)
    .replace(SPELLED_ADDRESS, MASK)
    .replace(IDENTITY_CODE, MASK)
    .replace(PHONE, (found) => (DATE.test(found.trim()) ? found : MASK));
}
