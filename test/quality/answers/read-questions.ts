import { z } from "zod";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";

const patternSchema = z.string().min(1).refine(isPattern, "must be a regular expression");

const lineSchema = z
  .strictObject({
    id: z.string().min(1),
    lang: z.enum(LANGUAGES),
    question: z.string().min(1).optional(),
    turns: z.array(z.string().min(1)).min(2).optional(),
    expect: z
      .strictObject({
        facts: z.array(z.array(patternSchema).min(1)).min(1).optional(),
        sources: z.array(z.string().min(1)).min(1).optional(),
        refused: z.boolean().default(false),
        language: z.enum(LANGUAGES),
      })
      .refine(
        ({ refused, facts, sources }) => refused || (facts !== undefined && sources !== undefined),
        'must have "facts" and "sources", or "refused": true',
      ),
  })
  .refine(
    ({ question, turns }) => (question === undefined) !== (turns === undefined),
    'must have either "question" or "turns"',
  );

/** One question of a development set and what a right answer to it holds. */
export interface EvaluationQuestion {
  readonly id: string;
  /** Language of the words last asked, under which the question is counted. */
  readonly lang: Language;
  /** Turns of one conversation; only the answer to the last one is judged. */
  readonly turns: readonly string[];
  /** Whether the last turn leans on the ones before it. */
  readonly isFollowUp: boolean;
  readonly expect: Expectation;
}

/** What a right answer holds. */
export interface Expectation {
  /** Groups of alternative patterns; of every group one must match the answer. Empty for refusals. */
  readonly facts: readonly (readonly RegExp[])[];
  /** Parts of the name or address of a source, one of which must be cited. Empty for refusals. */
  readonly sources: readonly string[];
  readonly refused: boolean;
  readonly language: Language;
}

/** A line that is not a question. */
export interface LineFault {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

/**
 * Reads the questions of a development set, one JSON object a line; empty lines are passed over.
 *
 * @param content Text of the file.
 * @returns The questions in their order, and each line that is none, with the reason; an `id` used before is a fault.
 */
export function parseQuestions(content: string): { questions: EvaluationQuestion[]; faults: LineFault[] } {
  const questions = new Map<string, EvaluationQuestion>();
  const faults: LineFault[] = [];
  for (const [position, text] of content.split(/\r?\n/).entries()) {
    if (text.trim() === "") continue;
    const parsed = parseLine(text);
    const line = position + 1;
    if (typeof parsed === "string") faults.push({ line, reason: parsed });
    else if (questions.has(parsed.id)) faults.push({ line, reason: `the id "${parsed.id}" is used before` });
    else questions.set(parsed.id, parsed);
  }
  return { questions: [...questions.values()], faults };
}

/** The question of a line, or why it is none. */
function parseLine(text: string): EvaluationQuestion | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const parsed = lineSchema.safeParse(content);
  if (!parsed.success) return parsed.error.issues.map(presentIssue).join("; ");
  const { id, lang, question, turns, expect } = parsed.data;
  return {
    id,
    lang,
    turns: turns ?? [question ?? ""],
    isFollowUp: turns !== undefined,
    expect: {
      facts: (expect.facts ?? []).map((group) => group.map((pattern) => new RegExp(pattern, "iu"))),
      sources: expect.sources ?? [],
      refused: expect.refused,
      language: expect.language,
    },
  };
}

function presentIssue({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "iu");
    return true;
  } catch {
    return false;
  }
}
