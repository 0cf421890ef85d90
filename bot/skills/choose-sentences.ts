import { isFunctionWord, splitWords, stemWord } from "../../indexer/index.ts";
import { LOOSE_TYPES } from "../understand/answer-type.ts";
import type { Question } from "../understand/question.ts";
import type { ScoredSentence } from "./score-sentences.ts";

/** Characters of quoted text in one answer, and of one passage in it. */
const LONGEST_ANSWER = 1200;
const LONGEST_BLOCK = 640;
/** A best sentence that meets little of the question by itself is shown with more around it. */
const LONGEST_WEAK_BLOCK = 800;
const STRONG_OWN = 0.7;
const MOST_PASSAGES = 4;
const LONGEST_OPENING = 240;
/** Share of a contact's score that a sentence needs to be told beside it. */
const SAID_SHARE = 0.5;

/** Share of the best score that a neighbour needs to be quoted along, beside the best sentence and beside another. */
const NEIGHBOUR_SHARE = { best: 0.35, other: 0.9 } as const;
/** Share of the best score that a sentence of another passage needs: measured, the second best is often the right one. */
const RIVAL_SHARE = 0.7;
/** The same when the best sentence meets nearly all of the question by itself. */
const STRONG_RIVAL_SHARE = 0.8;
const FULL_OWN = 0.9;
/** The same for a sentence in another language, when the best stands in the asker's. */
const FOREIGN_RIVAL_SHARE = 0.85;

/** Share of the best score that a sentence needs to be preferred for speaking of what is asked for. */
const PREFERRED_SHARE = 0.5;

/**
 * The sentence to answer with. One that leaves a name of the question out is about something else, however well it
 * scores; of the others, one that speaks of the very thing asked for goes first.
 */
export function chooseBest(scored: readonly ScoredSentence[]): ScoredSentence | undefined {
  const fitting = scored.filter((sentence) => sentence.namesMet && sentence.focusMet);
  const [first] = fitting;
  if (first === undefined) return scored[0];
  const close = fitting.filter(({ score }) => score >= first.score * PREFERRED_SHARE);
  return close.find(({ askedNamed }) => askedNamed) ?? close.find(({ askedMet }) => askedMet) ?? first;
}

/** The best sentence with its surroundings, then what other passages say nearly as well. */
export function chooseSentences(
  best: ScoredSentence,
  context: { scored: readonly ScoredSentence[]; question: Question },
): ScoredSentence[] {
  const { scored, question } = context;
  const ofPassage = (entry: number) => scored.filter((other) => other.entry === entry);
  if (best.sentence.kind === "contact") return chooseContacts(best, context);
  const isWhole = best.passage.kind === "faq" || best.passage.kind === "outline";
  const chosen = isWhole ? ofPassage(best.entry).sort((a, b) => a.position - b.position) : [];
  // A written answer that meets all that is asked needs no others beside it.
  if (isWhole && best.own >= STRONG_OWN) return chosen;
  let length = chosen.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  const used = new Set<number>(chosen.map(({ entry }) => entry));
  for (const candidate of [best, ...scored]) {
    const isRowOfChosen = used.has(candidate.entry) && candidate.sentence.kind === "row";
    if (!isRowOfChosen && (used.has(candidate.entry) || used.size >= MOST_PASSAGES)) continue;
    if (candidate !== best && !isRival(candidate, { best, question })) continue;
    if (isRowOfChosen) {
      // A table below the text may hold the very figure.
      if (!chosen.includes(candidate)) insertInOrder(candidate, chosen);
      continue;
    }
    if (chosen.some((other) => sayTheSame(other, candidate))) continue;
    const sentences = ofPassage(candidate.entry);
    // An answer that somebody wrote is told whole.
    const grown =
      candidate.passage.kind === "faq"
        ? sentences.sort((a, b) => a.position - b.position)
        : growBlock(candidate, { sentences, isBest: candidate === best });
    const block = grown.filter((sentence) => !chosen.some((other) => sayTheSame(other, sentence)));
    const added = block.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
    if (candidate !== best && length + added > LONGEST_ANSWER) continue;
    used.add(candidate.entry);
    chosen.push(...block);
    length += added;
  }
  return chosen;
}

/** Puts a sentence behind the last chosen one of its passage that stands before it. */
function insertInOrder(sentence: ScoredSentence, chosen: ScoredSentence[]): void {
  const before = chosen.findLastIndex(
    (other) => other.entry === sentence.entry && other.position < sentence.position,
  );
  const first = chosen.findIndex((other) => other.entry === sentence.entry);
  chosen.splice(before === -1 ? first : before + 1, 0, sentence);
}

/** People named for the same thing by several documents: all of them, since sources may disagree. */
function chooseContacts(
  best: ScoredSentence,
  context: { scored: readonly ScoredSentence[]; question: Question },
): ScoredSentence[] {
  const { scored, question } = context;
  const rivals = scored.filter(
    (other) => other.sentence.kind === "contact" && other.namesMet && other.coverage >= best.coverage * 0.8,
  );
  const others = rivals
    .filter((other) => other !== best && other.passage.file !== best.passage.file)
    .slice(0, 2);
  const contacts = [best, ...others].flatMap((contact) => [...openingOf(contact, scored), contact]);
  if (question.asksContact) return contacts;
  // "Who plans the area together?" may be told by a sentence better than by whom to call.
  const said = scored.find(
    (other) =>
      other.sentence.kind !== "contact" &&
      other.namesMet &&
      other.focusMet &&
      other.fits &&
      other.score >= best.score * SAID_SHARE &&
      !contacts.includes(other),
  );
  return said === undefined ? contacts : [...contacts, said];
}

/** What a contact block stands under, where no heading of its own says it: the first sentence of its passage. */
function openingOf(contact: ScoredSentence, scored: readonly ScoredSentence[]): ScoredSentence[] {
  const opening = scored.find((other) => other.entry === contact.entry && other.position === 0);
  if (opening === undefined || opening.sentence.kind !== "sentence") return [];
  return opening.sentence.text.length <= LONGEST_OPENING ? [opening] : [];
}

/** A sentence and its neighbours, the better ones first, as far as the block allows, in the order of the text. */
function growBlock(
  core: ScoredSentence,
  context: { sentences: readonly ScoredSentence[]; isBest: boolean },
): ScoredSentence[] {
  const { sentences, isBest } = context;
  const block = [core];
  const full = core.own >= STRONG_OWN ? LONGEST_BLOCK : LONGEST_WEAK_BLOCK;
  const limit = isBest ? full : LONGEST_BLOCK / 2;
  let length = core.sentence.text.length;
  const byPosition = new Map(sentences.map((sentence) => [sentence.position, sentence]));
  let first = core.position;
  let last = core.position;
  for (;;) {
    const around = [byPosition.get(first - 1), byPosition.get(last + 1)].filter(
      (sentence) =>
        sentence !== undefined &&
        sentence.sentence.kind !== "contact" &&
        // Rows beside a text that itself is none belong to it only when they speak of the same.
        (sentence.sentence.kind !== "row" || core.sentence.kind === "row" || sentence.own >= core.own / 2),
    ) as ScoredSentence[];
    const [next] = around.sort((a, b) => b.score - a.score);
    if (next === undefined || length + next.sentence.text.length > limit) break;
    if (next.score < core.score * (isBest ? NEIGHBOUR_SHARE.best : NEIGHBOUR_SHARE.other)) break;
    block.push(next);
    length += next.sentence.text.length;
    first = Math.min(first, next.position);
    last = Math.max(last, next.position);
  }
  return block.sort((a, b) => a.position - b.position);
}

/** Tells whether another passage answers nearly as well and is worth showing too. */
function isRival(other: ScoredSentence, context: { best: ScoredSentence; question: Question }): boolean {
  const { best, question } = context;
  if (!other.namesMet || !other.focusMet || other.sentence.kind === "contact") return false;
  const asksKind = !LOOSE_TYPES.has(question.answerType);
  if (asksKind && !other.fits) return false;
  const isOtherLanguage = other.passage.language !== question.replyLanguage;
  const share =
    best.passage.language === question.replyLanguage && isOtherLanguage
      ? FOREIGN_RIVAL_SHARE
      : best.own >= FULL_OWN
        ? STRONG_RIVAL_SHARE
        : RIVAL_SHARE;
  return other.score >= best.score * share;
}

/** Share of the shorter sentence's content words that two sentences have in common when they say the same. */
const SAME_SHARE = 0.75;

/** Tells whether two sentences of one language say the same in nearly the same words and with the same figures. */
function sayTheSame(one: ScoredSentence, other: ScoredSentence): boolean {
  const figures = ({ sentence }: ScoredSentence) => (sentence.text.match(/\d+/g) ?? []).toSorted().join(" ");
  if (one.passage.language !== other.passage.language || figures(one) !== figures(other)) return false;
  const [a, b] = [contentStems(one), contentStems(other)];
  const common = [...a].filter((stem) => b.has(stem)).length;
  return common / Math.max(1, Math.min(a.size, b.size)) > SAME_SHARE;
}

function contentStems({ sentence, passage: { language } }: ScoredSentence): Set<string> {
  const words = splitWords(sentence.text).map(({ lower }) => lower);
  return new Set(
    words.filter((word) => !isFunctionWord(word, language)).map((word) => stemWord(word, language)),
  );
}
