import { passageText, type RetrievedPassage } from "../../indexer/index.ts";
import { loadPromptParts } from "../../prompts/load-prompt.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { ReplyDraft } from "../skills/compose-reply.ts";
import { dateFrames } from "../skills/faq/date-frames.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerSource, gatherSources, presentSources } from "./answer-source.ts";
import { answersQuestion } from "./answers-question.ts";
import { checkSentence } from "./check/check-sentence.ts";
import { CheckedAnswer } from "./checked-answer.ts";
import { type CitedSentence, SentenceCutter } from "./cut-sentences.ts";
import { neutralise } from "./delimit-data.ts";
import { findQuote } from "./find-quote.ts";
import { PROMPT_LANGUAGES } from "./language-names.ts";
import { ModelFailure } from "./model-failure.ts";
import type { ModelSession } from "./model-session.ts";

/** Models that think first spend most of it on thoughts. */
const MOST_TOKENS = 1500;
/** Longer "sentences" are none. */
const MOST_SENTENCE_CHARS = 600;
/** What the model writes when the sources hold no answer. */
const NO_ANSWER = /^\W*no answer\W*$/i;

/** What an answer is written from. */
export interface WriteContext {
  session: ModelSession;
  view: KnowledgeView;
  /** The answer without a model; stays when the model has no better one. */
  draft: ReplyDraft;
  retrieved: readonly RetrievedPassage[];
  /** Told of the checked beginning of the answer. */
  onWriting: (text: string) => void;
}

/** What came of it: the answer and how many sentences were let through, replaced and dropped. */
export interface WrittenAnswer {
  draft: ReplyDraft;
  written: number;
  quotes: number;
  dropped: number;
}

/**
 * Has the model write an answer from the passages that were found. Each of its sentences is checked against what it
 * cites as soon as it is whole, and only then shown; one that fails gives way to the sentence of its source that comes
 * nearest, or to nothing.
 *
 * @returns Nothing when there is nothing to write from, or the model finds no answer: then the draft stands.
 * @throws {ModelFailure} When the model fails, also in the middle, or none of its sentences holds.
 */
export async function writeAnswer(
  question: Question,
  context: WriteContext,
): Promise<WrittenAnswer | undefined> {
  const { session, view, draft, retrieved, onWriting } = context;
  const sources = gatherSources(retrieved, { view, cited: draft.citations });
  if (sources.length === 0) return undefined;
  const prompt = await loadPromptParts("answer-question", {
    language: PROMPT_LANGUAGES[question.replyLanguage],
    question: neutralise(question.text),
    sources: presentSources(sources),
  });
  const answer = new CheckedAnswer({ language: question.replyLanguage, view });
  // Where the passages were found wanting, nobody sees the answer before it is known to be one.
  const isSure = !draft.refused && draft.isWeak !== true;
  const isAnswer = () => answersQuestion(question, { written: answer, draft, view });
  let dropped = 0;
  for await (const sentence of sentencesOf(session.stream({ ...prompt, maxTokens: MOST_TOKENS }))) {
    if (NO_ANSWER.test(sentence.text)) return answer.written === 0 ? undefined : failNonsense();
    // Whatever else it would say is not waited for, nor paid.
    if (answer.isFull) break;
    if (!addSentence(sentence, { answer, sources, question, view })) dropped += 1;
    if (isSure && answer.written > 0 && isAnswer()) onWriting(answer.text);
  }
  // A model most of whose sentences do not hold has not answered, even where some do.
  if (answer.written <= Math.max(0, answer.quotes + dropped - 1)) throw new ModelFailure("nonsense");
  if (!isAnswer()) return undefined;
  const { written, quotes } = answer;
  return { draft: toDraft(answer, { draft, question, sources }), written, quotes, dropped };
}

function failNonsense(): never {
  throw new ModelFailure("nonsense");
}

async function* sentencesOf(pieces: AsyncIterable<string>): AsyncGenerator<CitedSentence> {
  const cutter = new SentenceCutter();
  for await (const piece of pieces) yield* cutter.add(piece);
  yield* cutter.end();
}

/** @returns Whether the sentence, or one in its place, was added. */
function addSentence(
  sentence: CitedSentence,
  context: {
    answer: CheckedAnswer;
    sources: readonly AnswerSource[];
    question: Question;
    view: KnowledgeView;
  },
): boolean {
  const { answer, sources, question, view } = context;
  if (sentence.text.length > MOST_SENTENCE_CHARS) return false;
  const cited = sources.filter(({ n }) => sentence.marks.includes(n));
  const language = question.replyLanguage;
  // A mark of a source that is not there says that the model makes sources up.
  const isWhole = cited.length === sentence.marks.length;
  if (isWhole && checkSentence(sentence.text, { sources: cited, language, view }) === undefined) {
    answer.write(sentence, cited);
    return true;
  }
  const quote = findQuote(sentence.text, { sources: cited, question, language, view });
  if (quote === undefined) return false;
  answer.quote(quote);
  return true;
}

function toDraft(
  answer: CheckedAnswer,
  context: { draft: ReplyDraft; question: Question; sources: readonly AnswerSource[] },
): ReplyDraft {
  const { draft, question, sources } = context;
  const language = question.replyLanguage;
  const { text, citations } = answer;
  const frames = sources
    .filter(({ passage }) => citations.some((citation) => citation.passage === passageText(passage)))
    .map(({ passage }) => dateFrames(passage, { language, now: new Date() }));
  const expired = frames.find((frame) => frame.expired !== undefined)?.expired;
  const dated = frames.find((frame) => frame.dated !== undefined)?.dated;
  return {
    language,
    intent: "answer",
    refused: false,
    // Whoever tends the knowledge should look at questions that it meets badly, whoever words the answer.
    ...((draft.isWeak === true || draft.refused) && { isWeak: true as const }),
    text: [expired, text, dated].filter((part) => part !== undefined).join("\n\n"),
    citations,
    suggestions: draft.refused ? [] : draft.suggestions,
  };
}
