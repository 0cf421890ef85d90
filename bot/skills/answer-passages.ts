import { type Passage, passageText, type RetrievedPassage } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { TEXTS } from "../texts.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerLine, type Claim, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { type ScoredSentence, scoreSentences } from "./score-sentences.ts";

/** Least share of the question that the best sentence and its surroundings must meet. */
const LEAST_COVERAGE = 0.6;
/** Least share that the sentence's own words or headings must meet. */
const LEAST_OWN = 0.12;
const LONGEST_ANSWER = 700;
const MOST_SENTENCES = 4;

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
  // A sentence that leaves a name of the question out is about something else, however well it scores.
  const best = scored.find((sentence) => sentence.namesMet) ?? scored[0];
  if (best === undefined || !isCovered(best, question)) return undefined;
  const chosen = chooseSentences(best, { scored, question });
  const lines = toLines(chosen, question);
  const isContact = chosen.every((sentence) => sentence.sentence.kind === "contact");
  return composeReply({ language: question.replyLanguage, intent: isContact ? "contact" : "answer", lines });
}

function isCovered(best: ScoredSentence, question: Question): boolean {
  if (question.terms.length === 0) return false;
  if (best.coverage < LEAST_COVERAGE || best.own < LEAST_OWN || !best.namesMet) return false;
  const asksDetail = question.answerType === "phone" || question.answerType === "email" || question.answerType === "web";
  return !(asksDetail && !best.fits);
}

/** The best sentence, its close rivals in the same passage, and what other sources say on the same point. */
function chooseSentences(
  best: ScoredSentence,
  context: { scored: readonly ScoredSentence[]; question: Question },
): ScoredSentence[] {
  const { scored, question } = context;
  if (best.passage.kind === "faq" || best.passage.kind === "outline") {
    return scored
      .filter((other) => other.entry === best.entry)
      .sort((a, b) => a.position - b.position);
  }
  const chosen = [best];
  let length = best.sentence.text.length;
  const isNew = (other: ScoredSentence) =>
    !chosen.some((sentence) => sentence === other || sameWords(sentence.sentence.text, other.sentence.text));
  for (const other of scored.slice(1, 40)) {
    if (chosen.length >= MOST_SENTENCES || length + other.sentence.text.length > LONGEST_ANSWER) break;
    if (!isNew(other) || !belongs(other, { best, question })) continue;
    chosen.push(other);
    length += other.sentence.text.length;
  }
  return chosen.sort((a, b) => rankOf(a, chosen) - rankOf(b, chosen) || a.position - b.position);
}

/** Keeps passages in the order of their best sentence, and sentences in the order of the passage. */
function rankOf(sentence: ScoredSentence, chosen: readonly ScoredSentence[]): number {
  return -Math.max(...chosen.filter((other) => other.entry === sentence.entry).map((other) => other.score));
}

function belongs(other: ScoredSentence, context: { best: ScoredSentence; question: Question }): boolean {
  const { best, question } = context;
  const isSamePassage = other.entry === best.entry;
  if (best.sentence.kind === "contact") {
    return other.sentence.kind === "contact" && other.coverage >= best.coverage * 0.85 && other.fits === best.fits;
  }
  if (question.answerType !== "any" && question.answerType !== "definition") {
    return other.namesMet && other.fits && other.score >= best.score * (isSamePassage ? 0.85 : 0.93) && other.own >= best.own * 0.8;
  }
  return isSamePassage
    ? other.score >= best.score * 0.7 && other.own > 0
    : other.score >= best.score * 0.92 && other.own >= best.own * 0.8 && other.passage.language === best.passage.language;
}

/** Tells whether two sentences say the same in nearly the same words. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== ""));
  const [a, b] = [words(one), words(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size)) > 0.8;
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
    const wanted = isContact ? contactFrame(passage, question) : isForeign ? texts.quotedIn[passage.language] : "";
    if (wanted !== "" && wanted !== frame) lines.push({ frame: wanted });
    frame = wanted;
    for (const claim of toClaims(group, { passage, isForeign })) lines.push(claim);
  }
  return lines;
}

/** "Yhteystiedot – ECO3, Nokia:" above a contact block: whose they are, by the heading or by the park named. */
function contactFrame(passage: Passage, question: Question): string {
  const park = question.matches.find(({ concept }) => concept.kind === "park")?.concept.labels[question.replyLanguage];
  const heading = passage.headings.at(-1);
  return `${TEXTS[question.replyLanguage].contactDetails} – ${park ?? heading ?? passage.title}:`;
}

function groupByPassage(chosen: readonly ScoredSentence[]): ScoredSentence[][] {
  const groups = new Map<number, ScoredSentence[]>();
  for (const sentence of chosen) groups.set(sentence.entry, [...(groups.get(sentence.entry) ?? []), sentence]);
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
      if (source === undefined) throw new RangeError(`Cannot cite source ${position} of passage "${passage.id}"`);
      return { ...source, passage: words, language: passage.language };
    }),
  };
}
