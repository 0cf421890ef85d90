import type { Language } from "../../../knowledge/languages.ts";
import type { Channel, HappeningKind, Reason } from "./asked-question.ts";
import type { FigureTableId } from "./figure-table.ts";

/** Words of the queue's pages. */
export interface QueueTexts {
  title: string;
  /** What the section is for. */
  about: string;
  intro: string;
  empty: string;
  /** How many groups and questions are shown. */
  found: (groups: number, questions: number) => string;
  asked: (times: number) => string;
  reasons: Record<Reason, string>;
  /** In place of words that were never written down. */
  withoutWords: string;
  columns: { question: string; language: string; count: string; date: string; reason: string };
  /** Before what somebody wrote about an answer. */
  comment: string;
  write: string;
  done: string;
  unneeded: string;
  /** Shown once, after a group left the queue. */
  settled: (questions: number) => string;
  settledBefore: string;
  filter: { title: string; reason: string; language: string; days: string; all: string; show: string };
  lastDays: (days: number) => string;
  more: (wordings: number) => string;
  pages: { previous: string; next: string; page: (page: number, pages: number) => string };
}

/** Words of the page of figures and of its files. */
export interface FigureTexts {
  title: string;
  /** What the section is for. */
  about: string;
  intro: string;
  /** What is hidden, and why. */
  privacy: string;
  titles: Record<FigureTableId, string>;
  nameColumns: Record<FigureTableId, string>;
  /** Name column of days that are told by month. */
  month: string;
  /** All, answered, answered weakly, refused, handed over. */
  outcomeColumns: readonly [string, string, string, string, string];
  satisfactionColumns: readonly [string, string, string];
  count: string;
  share: string;
  all: string;
  languages: Record<Language, string>;
  channels: Record<Channel, string>;
  /** By the intent of an answer. */
  kinds: Readonly<Record<string, string>>;
  happenings: Record<HappeningKind, string>;
  /** In place of a figure that stands for too few conversations. */
  hidden: string;
  /** In place of a figure that there is none of. */
  none: string;
  nothing: string;
  /** Opens a long table. */
  openTable: string;
  plotText: (name: string, value: string) => string;
  period: {
    title: string;
    days: (days: number) => string;
    from: string;
    to: string;
    show: string;
    wrong: string;
  };
  shown: (from: string, to: string) => string;
  csv: string;
  csvAll: string;
  /** Columns of the file that holds all tables. */
  table: string;
  name: string;
  figure: string;
}

/** Words of the chat when somebody wants to be forgotten. */
export interface EraseTexts {
  title: string;
  /** What is deleted, a line each. */
  deleted: readonly string[];
  before: string;
  /** What stays. */
  stays: string;
  /** Where the messages themselves are deleted. */
  messages: Record<Channel, string>;
  /** Before the words that say yes without the buttons. */
  how: string;
  yes: string;
  no: string;
  done: string;
  kept: string;
  failed: string;
  /** In a chat with others. */
  shared: string;
}

/** Everything the part says, in one language. */
export interface QuestionTexts {
  queue: QueueTexts;
  figures: FigureTexts;
  erase: EraseTexts;
}
