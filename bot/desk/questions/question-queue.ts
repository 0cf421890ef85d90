import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { type OpenQuestion, REASONS, type Reason, type Settlement } from "./asked-question.ts";
import { groupQuestions } from "./group-questions.ts";
import type { QuestionLog } from "./question-log.ts";
import { buildProfile, type QuestionProfile } from "./question-profile.ts";

/** The same words in the same language, as often as they were asked. */
export interface Wording {
  language: Language;
  /** As they were written last; empty where they are not known. */
  text: string;
  count: number;
  /** When they were asked last, in milliseconds since 1970. */
  latest: number;
  reasons: readonly Reason[];
  comments: readonly string[];
}

/** Questions that want the same answer. */
export interface QuestionGroup {
  /** Id of its oldest question: names the group while it waits. */
  id: number;
  /** Newest first. */
  questions: readonly OpenQuestion[];
  /** The most frequent first, of those the one asked last; the first stands for the group. */
  wordings: readonly Wording[];
}

/** Which groups are looked at; a group is shown whole when one of its questions fits. */
export interface QueueFilter {
  reason?: Reason;
  language?: Language;
  /** Asked since, in milliseconds since 1970. */
  since?: number;
}

/** Fields of a FAQ entry that are filled in from a group: question and variants by language. */
export type QueuePrefill = Partial<Record<`${"question" | "variants"}_${Language}`, string>>;

/** More questions at once nobody reads, and comparing them would take long; the newest are taken. */
const MOST_OPEN = 1000;
const MOST_VARIANTS = 12;
/** Profiles that are kept between two looks at the queue. */
const MOST_PROFILES = 4000;

/** What the bot could not answer, answered weakly, or answered to somebody's dislike, grouped by likeness. */
export class QuestionQueue {
  readonly #log: QuestionLog;
  readonly #currentView: () => KnowledgeView;
  readonly #profiles = new Map<string, QuestionProfile>();
  #grouped: { version: string; view: KnowledgeView; groups: QuestionGroup[] } | undefined;
  #profilesOf: KnowledgeView | undefined;

  constructor(log: QuestionLog, currentView: () => KnowledgeView) {
    this.#log = log;
    this.#currentView = currentView;
  }

  /** Groups that wait, largest first, of those the one asked last. */
  async list(filter: QueueFilter = {}): Promise<QuestionGroup[]> {
    const { reason, language, since = 0 } = filter;
    const fits = (question: OpenQuestion) =>
      question.created >= since &&
      (reason === undefined || question.reasons.includes(reason)) &&
      (language === undefined || question.language === language);
    return (await this.#groups()).filter(({ questions }) => questions.some(fits));
  }

  /** How many questions wait. */
  async count(): Promise<number> {
    return this.#log.countOpen();
  }

  /** The group that a question waits in. */
  async groupOf(id: number): Promise<QuestionGroup | undefined> {
    return (await this.#groups()).find(({ questions }) => questions.some((question) => question.id === id));
  }

  /** Takes questions out of the queue; what is asked again comes back. @returns How many still waited. */
  async settle(ids: readonly number[], as: Settlement): Promise<number> {
    return this.#log.settle(ids, as);
  }

  /**
   * What a FAQ entry for a group begins with.
   *
   * @param from `question:ID` with the id of any question of the group.
   * @returns `undefined` for anything else, and for a question that no longer waits.
   */
  async prefillFaq(from: string): Promise<QueuePrefill | undefined> {
    const group = await this.#groupFrom(from);
    if (group === undefined) return undefined;
    const prefill: QueuePrefill = {};
    for (const language of LANGUAGES) {
      const own = group.wordings.filter((wording) => wording.language === language && wording.text !== "");
      const [first, ...others] = own.map(({ text }) => text);
      if (first === undefined) continue;
      prefill[`question_${language}`] = first;
      prefill[`variants_${language}`] = others.slice(0, MOST_VARIANTS).join("\n");
    }
    return prefill;
  }

  /** Notes that an entry was written from a group: the group is done. @returns How many questions left the queue. */
  async noteFaq(from: string, entryId: string): Promise<number> {
    const group = await this.#groupFrom(from);
    if (group === undefined) return 0;
    return this.settle(
      group.questions.map(({ id }) => id),
      `faq:${entryId}`,
    );
  }

  async #groupFrom(from: string): Promise<QuestionGroup | undefined> {
    const id = /^question:(\d{1,15})$/.exec(from)?.[1];
    return id === undefined ? undefined : this.groupOf(Number(id));
  }

  async #groups(): Promise<QuestionGroup[]> {
    const open = await this.#log.readOpen(MOST_OPEN);
    const view = this.#currentView();
    // By the rows themselves: other processes change them too, and a backup may be put in the place of the file.
    const version = JSON.stringify(open);
    if (this.#grouped?.version === version && this.#grouped.view === view) return this.#grouped.groups;
    const groups = this.#groupAnew(open, view);
    this.#grouped = { version, view, groups };
    return groups;
  }

  #groupAnew(open: readonly OpenQuestion[], view: KnowledgeView): QuestionGroup[] {
    // The same words are compared once, however often they were asked; without words each stands alone.
    const byWords = Map.groupBy(open, ({ id, language, text }) =>
      text === "" ? `#${id}` : `${language} ${plainWords(text)}`,
    );
    const distinct = [...byWords.values()].map((same) => ({
      item: same,
      profile: this.#profileOf(same[0] as OpenQuestion, view),
    }));
    return groupQuestions(distinct)
      .map((group) => toGroup(group.flatMap(({ item }) => item)))
      .sort(
        (one, other) =>
          other.questions.length - one.questions.length || newest(other) - newest(one) || other.id - one.id,
      );
  }

  #profileOf({ text, language }: OpenQuestion, view: KnowledgeView): QuestionProfile {
    if (this.#profilesOf !== view || this.#profiles.size > MOST_PROFILES) this.#profiles.clear();
    this.#profilesOf = view;
    const key = `${language} ${text}`;
    const profile = this.#profiles.get(key) ?? buildProfile(text, { language, view });
    this.#profiles.set(key, profile);
    return profile;
  }
}

function toGroup(questions: readonly OpenQuestion[]): QuestionGroup {
  const sorted = questions.toSorted((one, other) => other.created - one.created || other.id - one.id);
  const same = Map.groupBy(sorted, ({ language, text }) => `${language} ${plainWords(text)}`);
  return {
    id: Math.min(...questions.map(({ id }) => id)),
    questions: sorted,
    wordings: [...same.values()].map(toWording).sort((one, other) => other.count - one.count),
  };
}

/** @param same Questions of the same words, newest first, at least one. */
function toWording(same: readonly OpenQuestion[]): Wording {
  const [newestOne] = same;
  if (newestOne === undefined) throw new RangeError("Cannot show a wording: nobody asked it");
  const { language, text, created } = newestOne;
  return {
    language,
    text,
    count: same.length,
    latest: created,
    reasons: REASONS.filter((reason) => same.some(({ reasons }) => reasons.includes(reason))),
    comments: same.flatMap(({ comments }) => comments),
  };
}

/** Words without what does not tell wordings apart: case, blanks, marks at the end. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[\s?!.…]+$/, "");
}

function newest({ questions }: QuestionGroup): number {
  return questions[0]?.created ?? 0;
}
