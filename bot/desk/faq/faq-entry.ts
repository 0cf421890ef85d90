import { z } from "zod";
import { LANGUAGES, type Language, READERS } from "../../../knowledge/languages.ts";

/** Longest question or other way to ask, in characters. */
export const MAX_QUESTION_CHARS = 300;
/** Longest answer in one language, in characters: what fits into one passage. */
export const MAX_ANSWER_CHARS = 4000;
const MAX_VARIANTS = 30;
const MAX_TAGS = 12;
const MAX_TAG_CHARS = 40;
const MAX_SOURCES = 10;
const MAX_TITLE_CHARS = 200;
const MAX_URL_CHARS = 500;

/** What can be wrong with a field; `FaqTexts.problems` has the words. */
export const PROBLEM_CODES = [
  "answer-missing",
  "question-missing",
  "too-long",
  "too-many",
  "heading",
  "unknown-mark",
  "unknown-park",
  "source",
  "year",
  "date",
  "choice",
] as const;

/** One of {@link PROBLEM_CODES}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

const code = (problem: ProblemCode) => ({ error: problem });

/** A text that stands on one line of a FAQ file. */
const oneLine = (most: number) => z.string().max(most, code("too-long"));

const year = (problem: ProblemCode) => z.int(code(problem)).min(1900, code(problem)).max(2099, code(problem));

const isoDate = z.iso.date(code("date"));

const textSchema = z.object({
  question: oneLine(MAX_QUESTION_CHARS),
  variants: z.array(oneLine(MAX_QUESTION_CHARS)).max(MAX_VARIANTS, code("too-many")),
  answer: z
    .string()
    .max(MAX_ANSWER_CHARS, code("too-long"))
    // A heading would end the entry in its file.
    .refine((answer) => !/^\s{0,3}#{1,6}(?:\s|$)/m.test(answer), code("heading")),
  /** Day on which the answer, its sources or its validity last changed at the desk. */
  answered: isoDate.optional(),
});

const sourceSchema = z.object({
  title: oneLine(MAX_TITLE_CHARS).min(1, code("source")),
  url: z
    .url({ protocol: /^https?$/, ...code("source") })
    .max(MAX_URL_CHARS, code("source"))
    .regex(/^\S*$/, code("source"))
    .optional(),
  year: year("source").optional(),
  /** Id of the publication, where `sources.csv` has it. */
  mark: z.string().optional(),
});

const textsShape = Object.fromEntries(LANGUAGES.map((language) => [language, textSchema])) as Record<
  Language,
  typeof textSchema
>;

/** Everything about an entry that a coordinator writes. */
export const faqContentSchema = z.object({
  /** In each language; an empty answer is missing and is never made up from another language. */
  texts: z.object(textsShape),
  tags: z.array(oneLine(MAX_TAG_CHARS)).max(MAX_TAGS, code("too-many")),
  /** Id of the park the answer is about. */
  park: z.string().optional(),
  /** None: the answer rests on the word of the coordinator, and says so. */
  sources: z.array(sourceSchema).max(MAX_SOURCES, code("too-many")),
  visibility: z.enum(READERS, code("choice")),
  /** Year the answer holds for. */
  year: year("year").optional(),
  /** Last day of validity. */
  validUntil: isoDate.optional(),
});

/** An entry as it is kept: of the same shape, but one of a file may be longer than the form allows. */
export const keptContentSchema = z.object({
  texts: z.record(
    z.enum(LANGUAGES),
    z.object({
      question: z.string(),
      variants: z.array(z.string()),
      answer: z.string(),
      answered: z.string().optional(),
    }),
  ),
  tags: z.array(z.string()),
  park: z.string().optional(),
  sources: z.array(
    z.object({
      title: z.string(),
      url: z.string().optional(),
      year: z.number().optional(),
      mark: z.string().optional(),
    }),
  ),
  visibility: z.enum(READERS),
  year: z.number().optional(),
  validUntil: z.string().optional(),
});

/** What a coordinator writes of an entry. */
export type FaqContent = z.output<typeof faqContentSchema>;

/** Where an answer comes from. */
export type FaqSource = FaqContent["sources"][number];

/** A retired entry answers nobody and can be restored. */
export type FaqState = "live" | "retired";

/** Languages that an entry has an answer in. */
export function answeredLanguages({ texts }: Pick<FaqContent, "texts">): Language[] {
  return LANGUAGES.filter((language) => texts[language].answer !== "");
}

/** The question as it is shown: in the language, else in the first one that has a question. */
export function shownQuestion({ texts }: Pick<FaqContent, "texts">, language: Language): string {
  const order: readonly Language[] = [language, ...LANGUAGES];
  return order.map((candidate) => texts[candidate].question).find((question) => question !== "") ?? "";
}

/** Whether the day of validity has passed. @param today Date as `2026-03-01`. */
export function isExpired({ validUntil }: Pick<FaqContent, "validUntil">, today: string): boolean {
  return validUntil !== undefined && validUntil < today;
}
