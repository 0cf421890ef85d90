import { parseSources } from "./parse-sources.ts";
import { oneLine, tidyText } from "./present-words.ts";
import { MAX_ANSWER_CHARS, MAX_QUESTION_CHARS } from "./ticket.ts";
import type { WrittenAnswer } from "./ticket-desk.ts";
import type { DeskTexts } from "./ticket-texts.ts";

/** Gives the answer of a field by its id; empty where there is none. */
export type ReadField = (id: string) => string;

/** Number of a ticket as it stands in an address or a field; nothing for anything else. */
export function readTicketNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Revision that a form was made on; 0, which no ticket has, when it tells none. */
export function readRevision(field: ReadField): number {
  return readTicketNumber(field("revision")) ?? 0;
}

/** Reads the fields `answer`, `sources` and `showName` of a form. @returns The answer, or what is wrong with it. */
export function readAnswer(
  field: ReadField,
): { answer: WrittenAnswer } | { problem: keyof DeskTexts["problems"] } {
  if (field("answer").length > MAX_ANSWER_CHARS) return { problem: "answerLong" };
  const text = tidyText(field("answer"), MAX_ANSWER_CHARS);
  if (!/[\p{L}\d]/u.test(text)) return { problem: "answer" };
  const sources = parseSources(field("sources"));
  if (sources === undefined) return { problem: "source" };
  return { answer: { text, sources, showsName: field("showName") === "yes" } };
}

/** Reads a reason or note; empty when it holds no word. */
export function readWords(field: ReadField, id: string): string {
  const text = tidyText(field(id), MAX_QUESTION_CHARS);
  return /[\p{L}\d]/u.test(oneLine(text)) ? text : "";
}
