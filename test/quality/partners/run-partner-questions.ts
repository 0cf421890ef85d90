import { z } from "zod";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { openIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";

/** A typed search for a partner with what is expected of its answer. */
export const partnerQuestionSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  question: z.string(),
  direction: z.enum(["give", "take"]),
  /** Receiving classes, one of which is expected among the first five. */
  classes: z.array(z.string()).min(1),
  /** Words of which one is expected in the names of the suggested streams, for a need. */
  materials: z.array(z.string()).optional(),
});
export type PartnerQuestion = z.infer<typeof partnerQuestionSchema>;

/** How one search was answered. */
export interface PartnerOutcome {
  question: PartnerQuestion;
  isRight: boolean;
  reason: string;
}

/** Measures typed searches for partners: an expected class among the first five, and for a need a fitting stream. */
export async function runPartnerQuestions(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const questions = await readJsonLines(options.file, partnerQuestionSchema);
  const outcomes = await withIndex(options, async (folder) => {
    const view = new KnowledgeView(await openIndex(folder));
    const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
    const results: PartnerOutcome[] = [];
    for (const question of questions) {
      const { id, question: text } = question;
      const reply = await answerTurn({ channel: "command-line", conversationId: id, text, reader: "public" });
      results.push(judge(question, { reply, view }));
    }
    return results;
  });
  return present(outcomes, options);
}

/** Tells whether an answer is of the question's language, names an expected class among the first five, and a wanted stream. */
export function judge(
  question: PartnerQuestion,
  context: { reply: Reply; view: KnowledgeView },
): PartnerOutcome {
  const { reply, view } = context;
  const { partners, language } = reply;
  if (partners === undefined)
    return { question, isRight: false, reason: `no partners: ${reply.text.slice(0, 100)}` };
  if (language !== question.language) return { question, isRight: false, reason: `answered in ${language}` };
  const classes = partners.industries.slice(0, 5).map((industry) => industry.class);
  const hasClass = question.classes.some((name) => classes.includes(name));
  const names = (reply.streams ?? []).map(({ id }) => {
    const stream = view.index.tables.streams?.find((row) => row.id === id);
    return `${stream?.name_en} ${stream?.category}`.toLowerCase();
  });
  const wanted = question.materials ?? [];
  const missing = wanted.filter((word) => !names.some((name) => name.includes(word.toLowerCase())));
  const hasStream = wanted.length === 0 || missing.length < wanted.length;
  const reasons = [
    ...(hasClass ? [] : [`expected ${question.classes.join(" / ")}, got ${classes.join(", ")}`]),
    ...(hasStream ? [] : [`expected streams of ${wanted.join(" / ")}, got ${names.slice(0, 5).join("; ")}`]),
  ];
  return { question, isRight: reasons.length === 0, reason: reasons.join("; ") };
}

function present(
  outcomes: readonly PartnerOutcome[],
  options: { isJson: boolean; isVerbose: boolean },
): string {
  const share = (some: readonly PartnerOutcome[]) =>
    Math.round((some.filter(({ isRight }) => isRight).length / Math.max(1, some.length)) * 1000) / 1000;
  const figures = {
    right: share(outcomes),
    ...Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        share(outcomes.filter(({ question }) => question.language === language)),
      ]),
    ),
    give: share(outcomes.filter(({ question }) => question.direction === "give")),
    take: share(outcomes.filter(({ question }) => question.direction === "take")),
    questions: outcomes.length,
  };
  const misses = outcomes
    .filter(({ isRight }) => !isRight)
    .map(({ question, reason }) => `${question.id} "${question.question}"\n  ${reason}`);
  if (options.isJson) return JSON.stringify({ ...figures, ...(options.isVerbose ? { misses } : {}) });
  const line = Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return [...(options.isVerbose ? misses : []), line].join("\n");
}
