import type { Language } from "../../../knowledge/languages.ts";
import type { AnswerScore } from "./score-answer.ts";

/** Figures over some answers; shares from 0 to 1, `null` where no question asks for it. */
export interface AnswerFigures {
  readonly questions: number;
  /** Share of the questions with an answer whose answer states every fact. */
  readonly factInAnswer: number | null;
  /** Share of the questions with an answer whose answer cites a right source. */
  readonly rightSource: number | null;
  /** Share of the questions without an answer that are refused. Higher is better. */
  readonly rightRefusals: number | null;
  /** Share of the questions with an answer that are refused. Lower is better. */
  readonly falseRefusals: number | null;
  readonly languageRight: number | null;
  /** Share of the follow-ups right in every respect. */
  readonly followUpsRight: number | null;
  /** Half of the answers take at most this long, in milliseconds. */
  readonly msP50: number | null;
  /** 95 of 100 answers take at most this long, in milliseconds. */
  readonly msP95: number | null;
}

/** Figures over all answers, and over those to questions of each language. */
export type AnswerSummary = AnswerFigures & Readonly<Record<Language, AnswerFigures>>;

/** Sums up the scores of a set, in all and per language. */
export function summariseScores(scores: readonly AnswerScore[]): AnswerSummary {
  const measure = (language: Language): AnswerFigures =>
    measureScores(scores.filter(({ question }) => question.lang === language));
  return { ...measureScores(scores), fi: measure("fi"), sv: measure("sv"), en: measure("en") };
}

/** Sums up scores. */
export function measureScores(scores: readonly AnswerScore[]): AnswerFigures {
  const unanswerable = scores.filter(({ question }) => question.expect.refused);
  const answerable = scores.filter(({ question }) => !question.expect.refused);
  const times = scores.map(({ reply }) => reply.ms);
  return {
    questions: scores.length,
    factInAnswer: shareOf(answerable, ({ hasFact }) => hasFact === true),
    rightSource: shareOf(answerable, ({ hasSource }) => hasSource === true),
    rightRefusals: shareOf(unanswerable, ({ isRefusalRight }) => isRefusalRight),
    falseRefusals: shareOf(answerable, ({ isRefusalRight }) => !isRefusalRight),
    languageRight: shareOf(scores, ({ isLanguageRight }) => isLanguageRight),
    followUpsRight: shareOf(
      scores.filter(({ question }) => question.isFollowUp),
      ({ isRight }) => isRight,
    ),
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
  };
}

function shareOf(scores: readonly AnswerScore[], isCounted: (score: AnswerScore) => boolean): number | null {
  return scores.length === 0 ? null : scores.filter(isCounted).length / scores.length;
}

/**
 * Smallest value that at least a share of the values do not exceed; `null` without values.
 *
 * @param share From 0 to 1.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
