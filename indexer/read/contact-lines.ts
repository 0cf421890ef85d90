const PHONE = /(?:\+|\b0|\(0\))\d[\d\s()\u00A0-]{5,}\d/;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u;
const WEB_ADDRESS = /\b(?:https?:\/\/|www\.)\S+/i;
const CONTACT_LABEL =
  /^(?:yhteystiedot|yhteyshenkilö(?:t)?|kontaktuppgifter|kontaktperson(?:er)?|kontakt|contact(?: information| details| person)?|contacts?)\s*:?\s*$/iu;
const PERSON_NAME = /^\p{Lu}\p{L}+(?:[-\s]\p{Lu}\p{L}+){1,3}$/u;
const LONGEST_LINE = 80;

/** Tells whether a line holds a phone number, an e-mail address or nothing but a web address. */
export function hasContactDetail(line: string): boolean {
  return (
    PHONE.test(line) || EMAIL.test(line) || (WEB_ADDRESS.test(line) && line.trim().length < LONGEST_LINE)
  );
}

/** Tells whether a line is just a person's name: two to four capitalised words. */
export function isPersonName(line: string): boolean {
  return line.length <= 50 && PERSON_NAME.test(line.trim());
}

/** Tells whether a line only announces contact details ("Yhteystiedot:"). */
export function isContactLabel(line: string): boolean {
  return CONTACT_LABEL.test(line.trim());
}

/**
 * Tells whether the lines of a paragraph are contact details: short lines, at least one with a phone number,
 * an e-mail or a web address, and no full sentence among them.
 */
export function isContactParagraph(lines: readonly string[]): boolean {
  if (lines.length === 0 || lines.length > 8) return false;
  const isShort = lines.every((line) => line.length <= LONGEST_LINE && !/[.!?]\s+\p{Lu}/u.test(line));
  return isShort && lines.some(hasContactDetail);
}
