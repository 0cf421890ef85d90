import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { AnswerSource } from "./answer-source.ts";
import { measureSupport } from "./check/measure-support.ts";

/** A sentence of a source, to be quoted as it stands. */
export interface Quote {
  source: AnswerSource;
  /** Position among the source's sentences. */
  at: number;
}

/** A sentence that shares less with the question than this does not answer it. */
const LEAST_OF_QUESTION = 0.3;

/**
 * Finds the sentence of the cited sources that comes nearest to what the model wanted to say.
 *
 * @param text The sentence that was not let through.
 * @returns Nothing when no sentence has to do with the question.
 */
export function findQuote(
  text: string,
  context: {
    sources: readonly AnswerSource[];
    question: { text: string; language: Language };
    language: Language;
    view: KnowledgeView;
  },
): Quote | undefined {
  const { sources, question, language, view } = context;
  const { lexicon } = view.index;
  const rated = sources.flatMap((source) =>
    source.sentences.map(({ evidence }, at) => {
      const own = measureSupport(text, { language, lexicon, evidence: [evidence] });
      const asked = measureSupport(question.text, {
        language: question.language,
        lexicon,
        evidence: [evidence, source.heading],
      });
      const isOfQuestion = asked.compared > 0 && asked.share >= LEAST_OF_QUESTION;
      return { source, at, fit: isOfQuestion && own.compared > 0 ? own.share + asked.share : 0 };
    }),
  );
  const [best] = rated.filter(({ fit }) => fit > 0).sort((one, other) => other.fit - one.fit);
  return best && { source: best.source, at: best.at };
}
