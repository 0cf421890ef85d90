import { type Passage, passageText, type RetrievedPassage } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Question } from "../understand/question.ts";
import { chooseBest, chooseSentences } from "./choose-sentences.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { dateFrames } from "./faq/date-frames.ts";
import { isCovered } from "./is-covered.ts";
import { type ScoredSentence, scoreSentences } from "./score-sentences.ts";

/**
 * An answer whose best passage meets less of the question than this is weak. Measured on the seven sets of questions on
 * the product's own knowledge: 56 of 421 answers from passages are below it, and 10 of the 16 wrong ones among them.
 */
const WEAK_COVERAGE = 0.7;

/**
 * Answers from the best sentences of the best passages, quoted as they stand; a sentence in another language
 * is framed in the asker's and marked as what it is.
 *
 * @returns The reply, or nothing when no sentence covers the question.
 */
export function answerFromPassages(
  question: Question,
  context: { view: KnowledgeView; retrieved: readonly RetrievedPassage[] },
): ReplyDraft | undefined {
  const scored = scoreSentences(question, context);
  const best = chooseBest(scored);
  if (best === undefined || !isCovered(best, { question, passages: context.view.index.passages.length }))
    return undefined;
  const chosen = chooseSentences(best, { scored, question });
  const { expired, dated } = dateFrames(best.passage, { language: question.replyLanguage, now: new Date() });
  const lines = [
    ...(expired === undefined ? [] : [{ frame: expired }]),
    ...toLines(chosen, question),
    ...(dated === undefined ? [] : [{ frame: dated }]),
  ];
  const isContact = chosen.some((sentence) => sentence.sentence.kind === "contact");
  const intent = isContact ? "contact" : "answer";
  const draft = composeReply({ language: question.replyLanguage, intent, lines });
  return best.coverage < WEAK_COVERAGE ? { ...draft, isWeak: true } : draft;
}

/** Groups what comes from one passage to one claim; foreign-language claims are framed and set in quotation marks. */
function toLines(chosen: readonly ScoredSentence[], question: Question): AnswerLine[] {
  const lines: AnswerLine[] = [];
  const texts = TEXTS[question.replyLanguage];
  let frame = "";
  for (const group of groupByPassage(chosen)) {
    const [first] = group;
    if (first === undefined) continue;
    const { passage } = first;
    const isForeign = passage.language !== question.replyLanguage;
    const isContact = group.every(({ sentence }) => sentence.kind === "contact");
    const wanted = isContact
      ? contactFrame(passage, question)
      : isForeign
        ? texts.quotedIn[passage.language]
        : "";
    if (wanted !== "" && wanted !== frame) lines.push({ frame: wanted });
    frame = wanted;
    for (const claim of toClaims(group, { passage, isForeign })) lines.push(claim);
  }
  return lines;
}

/** "Yhteystiedot – ECO3, Nokia:" above a contact block: whose they are, by the heading or by the park named. */
function contactFrame(passage: Passage, question: Question): string {
  const park = question.matches.find(({ concept }) => concept.kind === "park")?.concept.labels[
    question.replyLanguage
  ];
  const heading = passage.language === question.replyLanguage ? passage.headings.at(-1) : undefined;
  const whose = park ?? heading;
  return `${TEXTS[question.replyLanguage].contactDetails}${whose === undefined ? "" : ` – ${whose}`}:`;
}

function groupByPassage(chosen: readonly ScoredSentence[]): ScoredSentence[][] {
  const groups = new Map<number, ScoredSentence[]>();
  for (const sentence of chosen)
    groups.set(sentence.entry, [...(groups.get(sentence.entry) ?? []), sentence]);
  return [...groups.values()];
}

/** Runs of sentences that rest on the same sources become one claim each. */
function toClaims(
  group: readonly ScoredSentence[],
  context: { passage: Passage; isForeign: boolean },
): AnswerLine[] {
  const { passage, isForeign } = context;
  const runs: ScoredSentence[][] = [];
  for (const sentence of group) {
    const last = runs.at(-1)?.at(-1);
    const isSameRun =
      last !== undefined &&
      last.sentence.kind === sentence.sentence.kind &&
      sentence.sentence.kind === "sentence" &&
      last.sentence.sources.join() === sentence.sentence.sources.join();
    if (isSameRun) runs.at(-1)?.push(sentence);
    else runs.push([sentence]);
  }
  return runs.map((run) => {
    const words = run.map(({ sentence }) => sentence.text).join(" ");
    const isList = run[0]?.sentence.kind !== "sentence" && group.length > 1;
    const isContact = run[0]?.sentence.kind === "contact";
    const claim = toClaim(isForeign && !isContact ? `”${words}”` : words, { passage, run });
    return { claim, ...(isList ? { prefix: "- " } : {}) };
  });
}

function toClaim(text: string, context: { passage: Passage; run: readonly ScoredSentence[] }): Claim {
  const { passage, run } = context;
  const words = passageText(passage);
  const used = [...new Set(run.flatMap(({ sentence }) => sentence.sources))];
  return {
    text,
    sources: used.map((position) => {
      const source = passage.sources[position];
      if (source === undefined)
        throw new RangeError(`Cannot cite source ${position} of passage "${passage.id}"`);
      return { ...source, passage: words, language: passage.language };
    }),
  };
}
