import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { AnswerScore } from "./score-answer.ts";
import type { AnswerFigures, AnswerSummary } from "./summarise-scores.ts";

const MOST_ANSWER_CHARS = 200;

const COLUMNS: readonly [heading: string, present: (figures: AnswerFigures) => string][] = [
  ["questions", ({ questions }) => String(questions)],
  ["fact %", ({ factInAnswer }) => presentShare(factInAnswer)],
  ["source %", ({ rightSource }) => presentShare(rightSource)],
  ["refused right %", ({ rightRefusals }) => presentShare(rightRefusals)],
  ["refused wrong %", ({ falseRefusals }) => presentShare(falseRefusals)],
  ["language %", ({ languageRight }) => presentShare(languageRight)],
  ["follow-ups %", ({ followUpsRight }) => presentShare(followUpsRight)],
  ["p50 ms", ({ msP50 }) => msP50?.toFixed(1) ?? "-"],
  ["p95 ms", ({ msP95 }) => msP95?.toFixed(1) ?? "-"],
];

/** The figures as a table: a line a language, then all. */
export function presentSummary(summary: AnswerSummary): string {
  const rows: [string, AnswerFigures][] = [
    ...LANGUAGES.map((language): [string, AnswerFigures] => [language, summary[language]]),
    ["all", summary],
  ];
  return [
    "".padEnd(4) + COLUMNS.map(([heading]) => `  ${heading}`).join(""),
    ...rows.map(
      ([name, figures]) =>
        name.padEnd(4) +
        COLUMNS.map(([heading, present]) => present(figures).padStart(heading.length + 2)).join(""),
    ),
  ].join("\n");
}

/** An answer that is not right: what failed, the question, what was expected, and how the answer begins. */
export function presentFailure(score: AnswerScore): string {
  const { question, reply } = score;
  const { expect } = question;
  const facts = expect.facts.map((group) => group.map(({ source }) => source).join(" | ")).join(" AND ");
  const wanted = expect.refused ? "a refusal" : `${facts}; from ${expect.sources.join(" | ")}`;
  const cited = reply.citations.map(({ title, source }) => `${title} (${source})`).join(", ") || "nothing";
  return [
    `${question.id}: ${nameFaults(score).join(", ")}`,
    `  asked:    ${question.turns.join(" → ")}`,
    `  expected: ${wanted}; in ${expect.language}`,
    `  answered: ${reply.refused ? "(refused) " : ""}${flatten(reply.text).slice(0, MOST_ANSWER_CHARS)}`,
    `  cited:    ${cited}; in ${reply.language}`,
  ].join("\n");
}

/** What is wrong with an answer, in a word each; empty for a right answer. */
export function nameFaults(score: AnswerScore): string[] {
  const isFalse = score.question.expect.refused ? "not refused" : "refused";
  return [
    ...(score.isRefusalRight ? [] : [isFalse]),
    ...(score.isRefusalRight && score.hasFact === false ? ["fact"] : []),
    ...(score.isRefusalRight && score.hasSource === false ? ["source"] : []),
    ...(score.isLanguageRight ? [] : ["language"]),
  ];
}

function presentShare(share: number | null): string {
  return share === null ? "-" : (100 * share).toFixed(1);
}

function flatten(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
