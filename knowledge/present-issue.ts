import type { z } from "zod";
import type { Fault } from "./fault.ts";

/** Longest piece of a faulty cell that is shown. */
const MAX_SHOWN_CHARS = 60;

/**
 * Turns an issue of a schema into a fault that shows the value which was found.
 *
 * @param issue What zod found wrong.
 * @param options.file File the value stands in.
 * @param options.line Line of the file, from 1.
 * @param options.value The record that was checked.
 */
export function presentIssue(
  issue: z.core.$ZodIssue,
  { file, line, value }: { file: string; line: number; value: Record<string, unknown> },
): Fault {
  const field = issue.path[0] === undefined ? undefined : String(issue.path[0]);
  const found = field === undefined ? undefined : value[field];
  return { file, line, field, reason: `${presentReason(issue, found)}${presentFound(found)}` };
}

function presentReason(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === undefined) return "must be given";
  if (issue.code === "invalid_value") {
    return `must be one of ${issue.values.map((value) => (value === "" ? "nothing" : value)).join(", ")}`;
  }
  return issue.message;
}

function presentFound(found: unknown): string {
  if (found === undefined || found === "") return "";
  const shown = String(found);
  return ` (found "${shown.length > MAX_SHOWN_CHARS ? `${shown.slice(0, MAX_SHOWN_CHARS)}…` : shown}")`;
}
