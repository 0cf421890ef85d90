import { joinList, presentFaqSource } from "./faq-details.ts";
import type { FaqEntry } from "./parse-faq.ts";

/** What an entry holds beside its place in a file. */
export type WritableFaqEntry = Omit<FaqEntry, "answer" | "sources" | "file" | "line" | "language">;

/** Why an entry cannot be written to a FAQ file. */
export type UnwritableReason =
  | "question is empty"
  | "answer is empty"
  | "a detail is longer than one line"
  | "the answer holds a heading of a question";

/** A line that would begin another entry. */
const ENTRY_HEADING = /^##(?:\s|$)/m;

/**
 * Tells why an entry cannot be written: a line `## …` in its answer would begin another entry, and a question or
 * detail of several lines would end early.
 *
 * @returns The first reason; nothing for an entry that can be written.
 */
export function findUnwritable(entry: WritableFaqEntry): UnwritableReason | undefined {
  const { question, variants, tags = [], ownSources = [] } = entry;
  const answer = toLines(entry.answerWithMarks).trim();
  if (question.trim() === "") return "question is empty";
  if (answer === "") return "answer is empty";
  const details = [question, entry.id, entry.park ?? "", ...variants, ...tags];
  const ofSources = ownSources.flatMap(({ title, url }) => [title, url ?? ""]);
  if ([...details, ...ofSources].some((text) => /[\r\n]/.test(text)))
    return "a detail is longer than one line";
  return ENTRY_HEADING.test(answer) ? "the answer holds a heading of a question" : undefined;
}

/**
 * Writes entries as a FAQ file, so that `parseFaq` gives them back. Details that an entry lacks are left out; blanks at
 * the ends of texts and empty variants are not kept, and lines end in `\n`.
 *
 * @param options.preamble What stands before the first question. @default {"# FAQ"}
 * @throws {RangeError} For an entry that cannot be written; see {@link findUnwritable}.
 *
 * @example
 * ```ts
 * writeFaq([{ id: "gate", question: "When is the gate open?", variants: [], visibility: "public",
 *   answerWithMarks: "The gate opens at six. [^book]" }]);
 * ```
 */
export function writeFaq(entries: readonly WritableFaqEntry[], options: { preamble?: string } = {}): string {
  const preamble = toLines(options.preamble ?? "# FAQ").trim();
  const sections = entries.map(writeEntry);
  return `${[...(preamble === "" ? [] : [preamble]), ...sections].join("\n\n")}\n`;
}

function writeEntry(entry: WritableFaqEntry): string {
  const reason = findUnwritable(entry);
  if (reason !== undefined)
    throw new RangeError(`Cannot write the FAQ entry "${entry.id}": ${reason}: change its words`);
  const details = listDetails(entry).filter(([, value]) => value !== undefined && value !== "");
  const list = details.map(([key, value]) => `- ${key}: ${value}`).join("\n");
  return `## ${entry.question.trim()}\n${list}\n\n${toLines(entry.answerWithMarks).trim()}`;
}

function listDetails(entry: WritableFaqEntry): [key: string, value: string | undefined][] {
  const { id, park, year, visibility, changed, until, tags = [], ownSources = [] } = entry;
  return [
    ["id", id],
    ["also", writeList(entry.variants)],
    ["park", park],
    ["year", year === undefined ? undefined : String(year)],
    ["visibility", visibility],
    ["changed", changed],
    ["until", until],
    ["tags", writeList(tags)],
    ...ownSources.map((source): [string, string] => ["source", presentFaqSource(source)]),
  ];
}

function writeList(values: readonly string[]): string {
  return joinList(values.map((value) => value.trim()).filter((value) => value !== ""));
}

function toLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
