import { z } from "zod";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { openIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";

/** A question on where to settle with the parks that are expected. */
export const locationCaseSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  question: z.string(),
  /** Ids of parks, one of which must be among the first `within`. */
  expected: z.array(z.string()).min(1),
  within: z.number().int().positive(),
  /** Ids of parks that must stand side by side. */
  compare: z.array(z.string()).optional(),
  /** What the sources do not tell, in words; the answer must name each. */
  missing: z.array(z.string()).optional(),
  why: z.string(),
});
export type LocationCase = z.infer<typeof locationCaseSchema>;

/** How one question was answered. */
export interface LocationScore {
  question: LocationCase;
  isRight: boolean;
  /** Absent where the case does not ask for it. */
  isCompared?: boolean;
  missingNamed?: number;
  missingAsked?: number;
  reason: string;
}

/** What a missing fact is about: the words of the case and those of the answer need not be the same. */
const THEMES: readonly RegExp[] = [
  /price|rent|hinta|hinnat|hinto|vuokr|pris|hyr/iu,
  /space|office|premises|laborator|tila(?!s)|lokal/iu,
  /heat|lämmön|värme/iu,
  /hectare|plot|area|land|pinta-ala|tont|hehtaar|\bha\b|maan|areal|tomt|mark|hektar|arctio/iu,
];

/** Measures advice on where to settle. */
export async function runLocations(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const cases = await readJsonLines(options.file, locationCaseSchema);
  const scores = await withIndex(options, async (folder) => {
    const view = new KnowledgeView(await openIndex(folder));
    const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
    const results: LocationScore[] = [];
    for (const question of cases) {
      const reply = await answerTurn({
        channel: "command-line",
        conversationId: question.id,
        text: question.question,
        reader: "public",
      });
      results.push(scoreLocation(question, reply));
    }
    return results;
  });
  return present(scores, options);
}

/** Compares the ranked parks of a reply, its comparison and what it says is not known with what is expected. */
export function scoreLocation(question: LocationCase, reply: Reply): LocationScore {
  const ids = reply.intent === "parks" ? (reply.parks ?? []).map(({ id }) => id) : [];
  const top = ids.slice(0, question.within);
  const isRight = question.expected.some((id) => top.includes(id)) && reply.language === question.language;
  const { compare, missing } = question;
  const told = [...(reply.parks ?? []).flatMap((park) => park.missing), ...pricesOf(reply)];
  const named = (missing ?? []).filter((fact) => {
    const theme = THEMES.find((pattern) => pattern.test(fact));
    return told.some((text) => theme?.test(text) ?? text.includes(fact));
  });
  const isCompared = compare?.every((id) => ids.includes(id)) === true && /^\| --- \|/m.test(reply.text);
  return {
    question,
    isRight,
    ...(compare === undefined ? {} : { isCompared }),
    ...(missing === undefined ? {} : { missingNamed: named.length, missingAsked: missing.length }),
    reason: isRight
      ? missing !== undefined && named.length < missing.length
        ? `not named as unknown: ${missing.filter((fact) => !named.includes(fact)).join("; ")}`
        : ""
      : `expected ${question.expected.join(" ")} within ${question.within}, got ${top.join(" ") || reply.text.slice(0, 100)}`,
  };
}

/** The sentence on prices stands in the text alone. */
function pricesOf(reply: Reply): string[] {
  return reply.intent === "parks"
    ? (reply.text.match(/[^.]*(?:Prices and rents|Hintoja ja|Priser och)[^.]*\./u) ?? [])
    : [];
}

function present(scores: readonly LocationScore[], options: { isJson: boolean; isVerbose: boolean }): string {
  const byLanguage = Object.fromEntries(
    LANGUAGES.map((language) => {
      const own = scores.filter(({ question }) => question.language === language);
      return [language, share(own.filter(({ isRight }) => isRight).length, own.length)];
    }),
  );
  const compared = scores.filter(({ isCompared }) => isCompared !== undefined);
  const sum = (key: "missingNamed" | "missingAsked") =>
    scores.reduce((all, score) => all + (score[key] ?? 0), 0);
  const figures = {
    cases: scores.length,
    right: share(scores.filter(({ isRight }) => isRight).length, scores.length),
    byLanguage,
    comparisons: share(compared.filter(({ isCompared }) => isCompared).length, compared.length),
    missingNamed: share(sum("missingNamed"), sum("missingAsked")),
  };
  const failures = scores
    .filter(({ reason, isCompared }) => reason !== "" || isCompared === false)
    .map(({ question, reason, isCompared }) => ({
      id: question.id,
      asked: question.question,
      reason: isCompared === false ? `not side by side; ${reason}` : reason,
    }));
  if (options.isJson) return JSON.stringify({ ...figures, ...(options.isVerbose ? { failures } : {}) });
  const told = options.isVerbose
    ? failures.map(({ id, asked, reason }) => `${id} ${JSON.stringify(asked)}\n  ${reason}`)
    : [];
  const languages = Object.entries(byLanguage).map(([language, value]) => `${language} ${value}`);
  return [
    ...told,
    `locations: ${figures.cases} cases; right ${figures.right} (${languages.join(", ")}); comparisons side by side ${figures.comparisons}; missing facts named ${figures.missingNamed}`,
  ].join("\n");
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;
}
