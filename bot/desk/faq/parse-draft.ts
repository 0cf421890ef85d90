import { parseFaqSource } from "../../../knowledge/faq-details.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { listMarks } from "../../../knowledge/source-marks.ts";
import { type FaqDraft, type FaqField, textField } from "./faq-draft.ts";
import {
  answeredLanguages,
  type FaqContent,
  type FaqSource,
  faqContentSchema,
  type ProblemCode,
} from "./faq-entry.ts";

/** Something wrong with a field of a form. */
export interface FaqProblem {
  field: FaqField;
  code: ProblemCode;
}

/** What an entry may refer to. */
export interface DraftContext {
  /** A publication of `sources.csv` by its id; nothing for an unknown one. */
  findSource: (id: string) => Omit<FaqSource, "mark"> | undefined;
  isPark: (id: string) => boolean;
}

/**
 * Reads a filled form.
 *
 * @returns The entry without the day it was answered, or what is wrong, each field at most once.
 *
 * @example
 * ```ts
 * parseDraft(emptyDraft(), context); // { problems: [{ field: "answer_fi", code: "answer-missing" }] }
 * ```
 */
export function parseDraft(
  draft: FaqDraft,
  context: DraftContext,
): { content: FaqContent } | { problems: FaqProblem[] } {
  const parsed = faqContentSchema.safeParse(toCandidate(draft, context));
  const problems: FaqProblem[] = parsed.success
    ? checkContent(parsed.data, context)
    : parsed.error.issues.map(({ path, message }) => ({
        field: fieldOf(path),
        code: message as ProblemCode,
      }));
  const first = problems.filter(
    ({ field }, at) => problems.findIndex((other) => other.field === field) === at,
  );
  return parsed.success && first.length === 0 ? { content: parsed.data } : { problems: first };
}

function toCandidate(draft: FaqDraft, context: DraftContext): unknown {
  const texts = LANGUAGES.map((language) => [
    language,
    {
      question: inOneLine(draft[textField("question", language)]),
      variants: lines(draft[textField("variants", language)]),
      answer: draft[textField("answer", language)].replace(/ +$/gm, "").trim(),
    },
  ]);
  return {
    texts: Object.fromEntries(texts),
    tags: [...new Set(draft.tags.split(/[,\n]/).map(inOneLine).filter(Boolean))],
    ...(draft.park === "" ? {} : { park: draft.park }),
    sources: lines(draft.sources).map((line) => toSource(line, context)),
    visibility: draft.visibility,
    ...(draft.year === "" ? {} : { year: Number(draft.year) }),
    ...(draft.validUntil === "" ? {} : { validUntil: draft.validUntil }),
  };
}

/** An id of `sources.csv` alone, or `Title | address | year`, of which address and year may be left out. */
function toSource(line: string, { findSource }: DraftContext): unknown {
  const known = findSource(line);
  if (known !== undefined) return { ...known, mark: line };
  const { source } = parseFaqSource(line);
  return source ?? { title: "" };
}

function checkContent(content: FaqContent, context: DraftContext): FaqProblem[] {
  const problems: FaqProblem[] = [];
  const add = (field: FaqField, code: ProblemCode) => problems.push({ field, code });
  for (const language of LANGUAGES) {
    const { question, variants, answer } = content.texts[language];
    if (question === "" && (answer !== "" || variants.length > 0)) {
      add(textField("question", language), "question-missing");
    }
    const marks = listMarks(answer);
    if (marks.some((id) => context.findSource(id) === undefined)) {
      add(textField("answer", language), "unknown-mark");
    }
  }
  if (answeredLanguages(content).length === 0) {
    const asked = LANGUAGES.find((language) => content.texts[language].question !== "");
    add(textField("answer", asked ?? LANGUAGES[0]), "answer-missing");
  }
  if (content.park !== undefined && !context.isPark(content.park)) add("park", "unknown-park");
  return problems;
}

function fieldOf([part, language, field]: readonly PropertyKey[]): FaqField {
  return part === "texts" ? (`${String(field)}_${String(language)}` as FaqField) : (String(part) as FaqField);
}

function lines(text: string): string[] {
  return text.split("\n").map(inOneLine).filter(Boolean);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
