import { z } from "zod";
import type { Fault } from "./fault.ts";
import type { Language, Reader } from "./languages.ts";
import { READERS } from "./languages.ts";
import { presentIssue } from "./present-issue.ts";
import { listMarks, removeMarks } from "./source-marks.ts";

/** A question with its curated answer. */
export type FaqEntry = {
  id: string;
  language: Language;
  question: string;
  /** Other ways to ask the same; may be empty. */
  variants: string[];
  /** Id of the park the answer is about. */
  park?: string;
  /** Year the answer holds for. */
  year?: number;
  /** Lowest rank that may see the answer. @default {"public"} */
  visibility: Reader;
  /** Ids of the sources marked in the answer, each once. */
  sources: string[];
  /** Markdown without source marks. */
  answer: string;
  /** The same Markdown as it stands in the file. */
  answerWithMarks: string;
  file: string;
  /** Line of the question, from 1. */
  line: number;
};

/** Entries that passed, in the order of the file, and what is wrong with the others. */
export type FaqReading = { entries: FaqEntry[]; faults: Fault[] };

const detailsSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens"),
  also: z.string().optional(),
  park: z.string().optional(),
  year: z
    .string()
    .regex(/^(19|20)\d\d$/, "must be a year such as 2022")
    .transform(Number)
    .optional(),
  visibility: z.enum(READERS).default("public"),
});

type Section = { question: string; line: number; lines: string[] };

/**
 * Parses a FAQ file: a section `## question` for each entry, its details as a list, then the answer.
 *
 * Text before the first `## ` is ignored. A faulty entry is left out and named; of entries with the same id
 * the first is kept.
 *
 * @param content The whole file.
 * @param options.language Language of the questions and answers.
 * @param options.file Path within the knowledge folder, for the faults. @default {"faq/<language>.md"}
 */
export function parseFaq(
  content: string,
  { language, file = `faq/${language}.md` }: { language: Language; file?: string },
): FaqReading {
  const entries: FaqEntry[] = [];
  const faults: Fault[] = [];
  for (const section of splitSections(content)) {
    const reading = parseSection(section, { language, file });
    faults.push(...reading.faults);
    if (reading.entry === undefined) continue;
    const { id, line } = reading.entry;
    const earlier = entries.find((entry) => entry.id === id);
    if (earlier === undefined) entries.push(reading.entry);
    else faults.push({ file, line, field: "id", reason: `"${id}" already stands on line ${earlier.line}` });
  }
  return { entries, faults };
}

function splitSections(content: string): Section[] {
  const sections: Section[] = [];
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const heading = /^##(?:\s+(.*))?$/.exec(line);
    if (heading !== null) sections.push({ question: (heading[1] ?? "").trim(), line: index + 1, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function parseSection(
  { question, line, lines }: Section,
  { language, file }: { language: Language; file: string },
): { entry?: FaqEntry; faults: Fault[] } {
  const faults: Fault[] = [];
  const { values, answerLines } = splitDetails(lines);
  for (const field of Object.keys(values).filter((key) => !(key in detailsSchema.shape))) {
    const known = Object.keys(detailsSchema.shape).join(", ");
    faults.push({ file, line, field, reason: `unknown detail, an entry has: ${known}` });
  }
  const parsed = detailsSchema.safeParse(values);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => presentIssue(issue, { file, line, value: values })));
  }
  const answerWithMarks = answerLines.join("\n").trim();
  const sources = listMarks(answerWithMarks);
  if (question === "") faults.push({ file, line, field: "question", reason: "must not be empty" });
  if (answerWithMarks === "") faults.push({ file, line, field: "answer", reason: "must not be empty" });
  else if (sources.length === 0) {
    faults.push({ file, line, field: "answer", reason: "must carry a source mark such as [^park-network]" });
  }
  if (faults.length > 0 || !parsed.success) return { faults };
  const { also = "", ...details } = parsed.data;
  const variants = also.split("|").map((variant) => variant.trim());
  return {
    entry: {
      ...details,
      language,
      question,
      variants: variants.filter((variant) => variant !== ""),
      sources,
      answer: removeMarks(answerWithMarks),
      answerWithMarks,
      file,
      line,
    },
    faults,
  };
}

/** The list `- key: value` right below the question; the answer begins after the empty line that ends it. */
function splitDetails(lines: string[]): { values: Record<string, string>; answerLines: string[] } {
  const values: Record<string, string> = {};
  const start = lines.findIndex((line) => line.trim() !== "");
  let index = start === -1 ? lines.length : start;
  for (; index < lines.length; index += 1) {
    const detail = /^-\s+([a-z]+):\s*(.*)$/.exec(lines[index] ?? "");
    if (detail === null) break;
    const [, key = "", value = ""] = detail;
    values[key] = value.trim();
  }
  return { values, answerLines: lines.slice(index) };
}
