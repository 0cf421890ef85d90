import { presentFaqSource } from "../../../knowledge/faq-details.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { FaqContent, FaqSource } from "./faq-entry.ts";

/** Fields that an entry has in each language. */
export const TEXT_FIELDS = ["question", "variants", "answer"] as const;
/** Fields that an entry has once. */
export const COMMON_FIELDS = ["sources", "tags", "park", "visibility", "year", "validUntil"] as const;

/** A field of the form in one language, such as `answer_fi`. */
export type FaqTextField = `${(typeof TEXT_FIELDS)[number]}_${Language}`;
/** A field of the form, as both the page and the card name it. */
export type FaqField = FaqTextField | (typeof COMMON_FIELDS)[number];

/**
 * An entry as it stands in a form: all of it texts. Variants and sources have a line each, tags a comma between them.
 * Forms, differences and merging all work on this.
 */
export type FaqDraft = Record<FaqField, string>;

/** Name of a field in a language. */
export function textField(field: (typeof TEXT_FIELDS)[number], language: Language): FaqTextField {
  return `${field}_${language}`;
}

/** Every field in the order of the form. */
export const FAQ_FIELDS: readonly FaqField[] = [
  ...LANGUAGES.flatMap((language) => TEXT_FIELDS.map((field) => textField(field, language))),
  ...COMMON_FIELDS,
];

/** A form that nothing has been filled in on, or only what is known. */
export function emptyDraft(filled: Partial<FaqDraft> = {}): FaqDraft {
  const empty = Object.fromEntries(FAQ_FIELDS.map((field) => [field, ""])) as FaqDraft;
  return { ...empty, visibility: "public", ...filled };
}

/** Reads the fields of a sent form; one that is absent is empty, line ends become `\n`. */
export function readDraft(read: (field: FaqField) => string | null | undefined): FaqDraft {
  const fields = FAQ_FIELDS.map((field) => [field, tidy(read(field) ?? "")]);
  return Object.fromEntries(fields) as FaqDraft;
}

/** Writes an entry as it stands in a form. */
export function draftOf(content: FaqContent): FaqDraft {
  const draft = emptyDraft();
  for (const language of LANGUAGES) {
    const { question, variants, answer } = content.texts[language];
    draft[textField("question", language)] = question;
    draft[textField("variants", language)] = variants.join("\n");
    draft[textField("answer", language)] = answer;
  }
  return {
    ...draft,
    sources: content.sources.map(sourceLine).join("\n"),
    tags: content.tags.join(", "),
    park: content.park ?? "",
    visibility: content.visibility,
    year: content.year === undefined ? "" : String(content.year),
    validUntil: content.validUntil ?? "",
  };
}

/** Fields in which two forms differ. */
export function changedFields(before: FaqDraft, after: FaqDraft): FaqField[] {
  return FAQ_FIELDS.filter((field) => before[field] !== after[field]);
}

/** A source on one line: `Title | address | year`, or the id of a known publication. */
function sourceLine({ title, url, year, mark }: FaqSource): string {
  if (mark !== undefined) return mark;
  return presentFaqSource({
    title,
    ...(url === undefined ? {} : { url }),
    ...(year === undefined ? {} : { year }),
  });
}

/** Control characters are nobody's words; a tab is a space. */
function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replaceAll("\t", " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g, "")
      .trim()
  );
}
