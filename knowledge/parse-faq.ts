import { z } from "zod";
import { type FaqSource, isDay, parseFaqSource, splitList } from "./faq-details.ts";
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
  /** Day of the last change, `2026-11-22`. */
  changed?: string;
  /** Last day on which the answer holds, `2027-12-31`. */
  until?: string;
  /** What the entry is about, in words of whoever keeps it. */
  tags?: string[];
  /** Lowest rank that may see the answer. @default {"public"} */
  visibility: Reader;
  /** Ids of the sources marked in the answer, each once. */
  sources: string[];
  /** Sources that the entry names itself: what its unmarked sentences rest on. */
  ownSources?: FaqSource[];
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

const daySchema = z.string().refine(isDay, "must be a day such as 2027-12-31");

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
  until: daySchema.optional(),
  changed: daySchema.optional(),
  tags: z.string().optional(),
  source: z.string().optional(),
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
  const { values, sourceLines, answerLines } = splitDetails(lines);
  const at = { file, line };
  const unknown = Object.keys(values).filter((key) => !(key in detailsSchema.shape));
  const known = Object.keys(detailsSchema.shape).join(", ");
  const faults = unknown.map(
    (field): Fault => ({ ...at, field, reason: `unknown detail, an entry has: ${known}` }),
  );
  const parsed = detailsSchema.safeParse(values);
  if (!parsed.success)
    faults.push(...parsed.error.issues.map((issue) => presentIssue(issue, { ...at, value: values })));
  const { ownSources, faults: sourceFaults } = parseSources(sourceLines, at);
  const answerWithMarks = answerLines.join("\n").trim();
  const sources = listMarks(answerWithMarks);
  faults.push(...sourceFaults);
  faults.push(
    ...checkWords(
      { question, answer: answerWithMarks, hasSource: sources.length + sourceLines.length > 0 },
      at,
    ),
  );
  if (faults.length > 0 || !parsed.success) return { faults };
  const { also = "", tags = "", source: _, ...details } = parsed.data;
  const tagList = splitList(tags);
  const entry = {
    ...details,
    ...(tagList.length === 0 ? {} : { tags: tagList }),
    language,
    question,
    variants: splitList(also),
    sources,
    ...(ownSources.length === 0 ? {} : { ownSources }),
    answer: removeMarks(answerWithMarks),
    answerWithMarks,
    ...at,
  };
  return { entry, faults };
}

function parseSources(
  lines: readonly string[],
  at: { file: string; line: number },
): { ownSources: FaqSource[]; faults: Fault[] } {
  const read = lines.map((text) => parseFaqSource(text));
  return {
    ownSources: read.flatMap(({ source }) => source ?? []),
    faults: read.flatMap(({ reason }) => (reason === undefined ? [] : [{ ...at, field: "source", reason }])),
  };
}

function checkWords(
  { question, answer, hasSource }: { question: string; answer: string; hasSource: boolean },
  at: { file: string; line: number },
): Fault[] {
  const faults: Fault[] = [];
  if (question === "") faults.push({ ...at, field: "question", reason: "must not be empty" });
  if (answer === "") faults.push({ ...at, field: "answer", reason: "must not be empty" });
  else if (!hasSource) {
    const wanted =
      'must carry a source mark such as [^park-network], or the entry a detail "source: Title | address | year"';
    faults.push({ ...at, field: "answer", reason: wanted });
  }
  return faults;
}

/** The list `- key: value` right below the question; the answer begins after the empty line that ends it. */
function splitDetails(lines: string[]): {
  values: Record<string, string>;
  sourceLines: string[];
  answerLines: string[];
} {
  const values: Record<string, string> = {};
  const sourceLines: string[] = [];
  const start = lines.findIndex((line) => line.trim() !== "");
  let index = start === -1 ? lines.length : start;
  for (; index < lines.length; index += 1) {
    const detail = /^-\s+([a-z]+):\s*(.*)$/.exec(lines[index] ?? "");
    if (detail === null) break;
    const [, key = "", value = ""] = detail;
    if (key === "source") sourceLines.push(value.trim());
    else values[key] = value.trim();
  }
  return { values, sourceLines, answerLines: lines.slice(index) };
}
