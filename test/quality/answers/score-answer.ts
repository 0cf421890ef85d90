import type { Reply } from "../../../bot/reply/reply.ts";
import { isFramedIn } from "./framing-language.ts";
import type { EvaluationQuestion } from "./read-questions.ts";

/** The parts of a reply that are judged. */
export type JudgedReply = Pick<Reply, "language" | "refused" | "text" | "ms"> & {
  readonly citations: readonly Pick<Reply["citations"][number], "title" | "source">[];
};

/** How one answer did; a part that a question does not ask for is `undefined`. */
export interface AnswerScore {
  readonly question: EvaluationQuestion;
  readonly reply: JudgedReply;
  /** Whether the answer states every fact; a refusal states none. */
  readonly hasFact: boolean | undefined;
  /** Whether the answer cites one of the right sources; a refusal cites none. */
  readonly hasSource: boolean | undefined;
  /** Whether the answer refuses when it should and answers when it should. */
  readonly isRefusalRight: boolean;
  readonly isLanguageRight: boolean;
  /** Whether all of the above hold. */
  readonly isRight: boolean;
}

/** Judges one answer by what the question expects. */
export function scoreAnswer(question: EvaluationQuestion, reply: JudgedReply): AnswerScore {
  const { facts, sources, refused, language } = question.expect;
  const hasFact = refused ? undefined : !reply.refused && hasAllFacts(reply.text, facts);
  const hasSource = refused ? undefined : !reply.refused && citesAny(reply.citations, sources);
  const isRefusalRight = reply.refused === refused;
  const isLanguageRight = reply.language === language && isFramedIn(reply.text, language);
  const isRight = hasFact !== false && hasSource !== false && isRefusalRight && isLanguageRight;
  return { question, reply, hasFact, hasSource, isRefusalRight, isLanguageRight, isRight };
}

/**
 * Whether a text states a fact of every group.
 *
 * The text is read as it stands and once more with spaces and commas between digits taken out, so that the pattern
 * `1000` finds "1,000" and "1 000" while years in a list stay apart in the first reading.
 */
export function hasAllFacts(text: string, facts: readonly (readonly RegExp[])[]): boolean {
  const readings = [text, joinDigits(text)];
  return facts.every((group) => group.some((pattern) => readings.some((reading) => pattern.test(reading))));
}

/** Takes out spaces and commas between digits: "+358 40 730 5440" becomes "+358407305440". */
export function joinDigits(text: string): string {
  return text.replace(/(?<=\d)[\s,]+(?=\d)/gu, "");
}

/** Whether the title or address of a citation holds one of the parts, in any case of letters. */
export function citesAny(citations: JudgedReply["citations"], parts: readonly string[]): boolean {
  return citations.some(({ title, source }) =>
    parts.some((part) => `${title}\n${source}`.toLowerCase().includes(part.toLowerCase())),
  );
}
