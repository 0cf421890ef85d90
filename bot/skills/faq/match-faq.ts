import type { Passage } from "../../../indexer/index.ts";
import { mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Question } from "../../understand/question.ts";
import type { AskedKind } from "./asked-thing.ts";
import { compareQuestions, type Likeness } from "./compare-questions.ts";
import { type EntryForm, keysOf, type QuestionForm, readFaqForms, toAskedForm } from "./question-forms.ts";

/** An entry whose question is like another, by its likest form. */
export interface FaqMatch {
  id: string;
  /** The question or variant that is likest. */
  form: EntryForm;
  /** What the asker wants to know. */
  asked: AskedKind;
  likeness: Likeness;
}

/** From here on an entry answers the very question. */
const STRONG = { score: 0.76, covered: 0.76, used: 0.55, unmet: 0.31 } as const;
/** The same for a question of which everything is met. */
const WHOLE = { score: 0.7, covered: 0.94, used: 0.42 } as const;
/** The same where only what hardly counts is not met, and the same kind of thing is asked. */
const NEARLY_WHOLE = { score: 0.63, covered: 0.81, used: 0.42, unmet: 0.16 } as const;
/** Kinds of questions where what is said beside the question makes another of it. */
const EXACT: ReadonlySet<AskedKind> = new Set(["count", "definition"]);
/** Kinds of questions whose answers tell no amount but by the way. */
const NO_AMOUNT: ReadonlySet<AskedKind> = new Set(["thing", "person", "manner", "reason", "definition"]);
/** From here on a question is an entry's own in other endings. */
const SAME_SCORE = 0.93;
/** Forms that share less of the question's weight are not compared. */
const LEAST_SHARED = 0.4;

/**
 * Finds the entry that really answers a question: the same asked thing of the same names, materials and figures.
 *
 * @returns Nothing when no entry matches strongly; weaker ones stay with the passages.
 */
export function matchFaq(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): (FaqMatch & { isSame: boolean }) | undefined {
  const asksAmount = asksAmountOfStuff(question, context.view);
  const [best] = rankFaq(question, context).filter(
    (match) => isStrong(match) && !(asksAmount && NO_AMOUNT.has(match.form.asked.kind)),
  );
  return best === undefined ? undefined : { ...best, isSame: best.likeness.score >= SAME_SCORE };
}

/** "How much fly ash is there?" names nothing but a stuff; what happens to it, or who takes it, does not tell how much. */
function asksAmountOfStuff({ answerType, terms }: Question, { materials }: KnowledgeView): boolean {
  const isStuff = ({ concepts }: Question["terms"][number]) =>
    [...concepts.keys()].some((id) => materials.has(id));
  return answerType === "number" && terms.length > 0 && terms.every(isStuff);
}

function isStrong({ form, asked, likeness }: FaqMatch): boolean {
  const { obstacle, score, covered, used, unmet } = likeness;
  if (obstacle !== undefined) return false;
  // An entry may be more exact than what is asked; but a count of some is no count of all, nor a rule of a thing the thing.
  const isExact = (kind: AskedKind) => EXACT.has(kind) || (kind === "amount" && form.asked.kind !== asked);
  if (!isExact(form.asked.kind) && !isExact(asked) && covered >= WHOLE.covered)
    return score >= WHOLE.score && used >= WHOLE.used;
  const isSameKind = form.asked.kind === asked;
  const isNearlyWhole = covered >= NEARLY_WHOLE.covered && unmet <= NEARLY_WHOLE.unmet;
  if (isSameKind && !EXACT.has(asked) && isNearlyWhole)
    return score >= NEARLY_WHOLE.score && used >= NEARLY_WHOLE.used;
  return score >= STRONG.score && covered >= STRONG.covered && used >= STRONG.used && unmet <= STRONG.unmet;
}

/** One turn asks for the same ranking up to three times: before the tables, behind them, and among the passages. */
const RANKED = new WeakMap<Question, { view: KnowledgeView; reader: Reader; ranked: readonly FaqMatch[] }>();

/** The entries that a reader may see by how like their questions are to one, likest first; each once. */
export function rankFaq(
  question: Question,
  { view, reader }: { view: KnowledgeView; reader: Reader },
): readonly FaqMatch[] {
  const known = RANKED.get(question);
  if (known?.view === view && known.reader === reader) return known.ranked;
  const ranked = rank(question, { view, reader });
  RANKED.set(question, { view, reader, ranked });
  return ranked;
}

function rank(question: Question, { view, reader }: { view: KnowledgeView; reader: Reader }): FaqMatch[] {
  const one = toAskedForm(question, view);
  const best = new Map<string, FaqMatch>();
  for (const form of findCandidates(one, view)) {
    if (!mayRead(reader, form.passage.visibility)) continue;
    const likeness = compareQuestions(one, form, {
      materials: view.materials,
      years: yearsOf(form.passage),
      park: form.passage.park,
    });
    const known = best.get(form.id);
    if (known === undefined || standing(likeness) > standing(known.likeness))
      best.set(form.id, { id: form.id, form, asked: one.asked.kind, likeness });
  }
  return [...best.values()].sort((a, b) => standing(b.likeness) - standing(a.likeness));
}

/** What an obstacle costs when forms are ranked: one that may have the same answer and is strong comes before it. */
const OBSTACLE_COST = 0.25;

function standing({ score, obstacle }: Likeness): number {
  return obstacle === undefined ? score : score - OBSTACLE_COST;
}

function yearsOf(passage: Passage): ReadonlySet<string> {
  const years = [passage.year, passage.faq?.changed?.slice(0, 4)];
  return new Set(years.filter((year) => year !== undefined).map(String));
}

/** Forms that share enough words or concepts with a question to be compared. */
function findCandidates(one: QuestionForm, view: KnowledgeView): EntryForm[] {
  const { forms, byKey } = readFaqForms(view);
  const shared = new Map<number, number>();
  const all = one.terms.reduce((sum, { weight }) => sum + weight, 0);
  for (const term of one.terms) {
    const met = new Set(keysOf(term).flatMap((key) => byKey.get(key) ?? []));
    for (const position of met) shared.set(position, (shared.get(position) ?? 0) + term.weight);
  }
  return [...shared].flatMap(([position, weight]) => {
    const form = forms[position];
    return form !== undefined && weight >= all * LEAST_SHARED ? [form] : [];
  });
}
