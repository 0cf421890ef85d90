import type { Language } from "../../../knowledge/languages.ts";
import type { TicketEventKind, TicketState } from "./ticket.ts";

/** Words to whoever asks a person. */
export interface ChatTexts {
  formTitle: string;
  /** Above the form: who reads it, and that this is all that is sent. */
  formIntro: string;
  /** In a group the answer is read by everybody there. */
  formShared: string;
  question: string;
  questionEmpty: string;
  questionMissing: string;
  /** Above the turns that go along. */
  turns: string;
  turnAsked: string;
  turnAnswered: string;
  noTurns: string;
  share: string;
  yourName: (name: string) => string;
  answerLanguage: string;
  languages: Record<Language, string>;
  contact: string;
  contacts: Record<"chat" | "email", string>;
  email: string;
  emailExample: string;
  emailMissing: string;
  howTo: string;
  send: string;
  cancel: string;
  sent: (id: number) => string;
  next: string;
  nextShared: string;
  nextEmail: string;
  askLater: (id: number) => string;
  twice: (id: number) => string;
  cancelled: string;
  tooMany: (most: number) => string;
  formGone: string;
  questionNumber: (id: number) => string;
  noTickets: string;
  unknownTicket: (id: number) => string;
  yourTickets: string;
  states: Record<TicketState, string>;
  ticketLine: (id: number, details: { question: string; state: string; date: string }) => string;
  helped: (id: number) => string;
  reopened: (id: number) => string;
  notAnswered: (id: number) => string;
  addTitle: string;
  addLabel: string;
  addMissing: string;
  addSend: string;
  added: (id: number) => string;
  addedTooMany: string;
  /** Titles of the buttons below an answer, and the words they say. */
  didItHelp: string;
  helps: string;
  needsMore: string;
  helpedSay: (id: number) => string;
  needsMoreSay: (id: number) => string;
  answerTo: (id: number, question: string) => string;
  answeredBy: (name: string | undefined, date: string) => string;
  /** Title of the source that a person's own words are. */
  statement: (name: string | undefined, date: string) => string;
  namedSource: (title: string, year: number | undefined) => string;
  closedFrame: (id: number, question: string) => string;
  /** Ends an e-mail. */
  goOn: string;
}

/** Words to coordinators, at the desk and in Teams. */
export interface DeskTexts {
  section: string;
  /** What the section is for. */
  about: string;
  ticket: (id: number) => string;
  fromAsker: string;
  columns: Record<"number" | "question" | "state" | "assignee" | "language" | "created", string>;
  states: Record<TicketState, string>;
  filters: Record<"state" | "assignee" | "language" | "age" | "apply", string>;
  any: string;
  waiting: string;
  mine: string;
  nobody: string;
  age: (days: number) => string;
  empty: string;
  older: string;
  languages: Record<Language, string>;
  asker: string;
  unnamed: string;
  /** In place of the name of a coordinator that no channel told. */
  aCoordinator: string;
  shared: string;
  mailWished: string;
  mailNotSet: string;
  turns: string;
  turnAsked: string;
  turnAnswered: string;
  turnRefused: string;
  additions: string;
  answers: string;
  events: string;
  eventKinds: Record<TicketEventKind, string>;
  house: string;
  answer: string;
  answerLabel: string;
  /** @param inLanguage Such as "suomeksi". */
  answerHint: (inLanguage: string) => string;
  sources: string;
  sourcesHint: string;
  showName: string;
  showNameChoices: Record<"yes" | "no", string>;
  send: string;
  assign: string;
  takeOver: (name: string) => string;
  close: string;
  closeAnswered: string;
  reason: string;
  reasonHint: string;
  reopen: string;
  note: string;
  noteLabel: string;
  noteSend: string;
  /** On request of the asker: deletes all that is kept of them. */
  erase: string;
  eraseHint: string;
  writeFaq: string;
  /** Before the link to the entry. */
  faqWritten: string;
  erased: string;
  conflict: string;
  yourWords: string;
  missing: string;
  problems: Record<"answer" | "answerLong" | "source" | "reason" | "note", string>;
  done: Record<"answered" | "assigned" | "closed" | "reopened" | "noted" | "erased", string>;
  announced: (id: number) => string;
  /** One line to the coordinators' channel; without a name nobody of the coordinators did it. */
  told: Partial<Record<TicketEventKind, (id: number, name: string) => string>>;
  someone: string;
  back: string;
}

export interface TicketTexts {
  chat: ChatTexts;
  desk: DeskTexts;
}
