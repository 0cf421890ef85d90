import type { Language } from "../../../knowledge/languages.ts";
import type { FieldGroup, StreamRecord } from "../../../knowledge/schema.ts";
import type { OfferField, OfferKind } from "./offer-fields.ts";
import type { SubmissionState } from "./submission.ts";

/** What may be wrong with a field. */
export type FieldProblem =
  | "missing"
  | "unknownChoice"
  | "tooLong"
  | "noNumber"
  | "noUnit"
  | "noPeriod"
  | "noDate"
  | "dateOrder"
  | "past"
  | "tooFar"
  | "parkMissing"
  | "parkUnknown"
  | "parkSeveral"
  | "townUnknown"
  | "wasteCode"
  | "hazardConflict"
  | "moreOpen"
  | "noName";

/** Words of published offers and needs: in the chat, on cards and at the desk. */
export interface OfferTexts {
  formTitle: Record<OfferKind, string>;
  formSubtitle: string;
  updateTitle: (id: string) => string;
  labels: Record<OfferField, string>;
  examples: Partial<Record<OfferField, string>>;
  /** Headings of the form's parts. */
  parts: { stuff: string; amount: string; place: string; details: string; access: string };
  kinds: Record<OfferKind, string>;
  periods: Record<"year" | "once", string>;
  ranks: Record<"public" | "member" | "coordinator", string>;
  asRow: string;
  groups: Record<FieldGroup, string>;
  answers: Record<StreamRecord["hazardous"], string>;
  choose: string;
  /** In an empty choice: what is usual, though nobody told it. */
  chooseUsual: (usual: string) => string;
  submit: string;
  cancel: string;
  cancelled: string;
  problems: Record<FieldProblem, string>;
  /** Before the form: what was understood and what to do. */
  intro: Record<OfferKind, string>;
  introUnknown: string;
  /** Before what the form holds. */
  filled: string;
  introUpdate: (id: string, name: string) => string;
  noSuchRow: (id: string) => string;
  noOwnRow: (name: string) => string;
  whichRow: string;
  noneToWithdraw: string;
  /** Above rows that may be taken back, how many there are. */
  whichWithdrawn: (count: number) => string;
  faulty: (count: number) => string;
  waits: (number: number) => string;
  waitsUpdate: (number: number, id: string) => string;
  same: (number: number) => string;
  tooMany: (most: number) => string;
  membersOnly: string;
  signIn: string;
  inPrivate: string;
  whoCouldTake: { title: string; text: (what: string) => string };
  whoCouldGive: { title: string; text: (what: string) => string };
  publishThis: Record<OfferKind, string>;
  ownHead: string;
  ownNone: string;
  publishButton: string;
  listButton: string;
  states: Record<SubmissionState | "live", string>;
  expiresOn: (date: string) => string;
  expiredOn: (date: string) => string;
  submissionName: (number: number) => string;
  says: {
    update: (id: string) => string;
    withdraw: (id: string) => string;
    renew: (id: string) => string;
    withdrawSubmission: (number: number) => string;
    editSubmission: (number: number) => string;
  };
  buttons: { update: string; withdraw: string; renew: string; edit: string };
  withdrawn: (id: string) => string;
  renewed: (id: string, date: string) => string;
  notYours: (id: string) => string;
  stale: string;
  notices: {
    approved: (name: string, id: string, date: string) => string;
    approvedUpdate: (name: string, id: string, date: string) => string;
    returned: (name: string) => string;
    withdrawn: (name: string, id: string, words: string) => string;
    expiring: (name: string, id: string, date: string) => string;
    expiringHint: string;
  };
  /** What stands in the row beside the member's own note. */
  origin: (date: string, language: string) => string;
  originAll: (date: string) => string;
  languageNames: Record<Language, string>;
  /** Of a company by its need. */
  need: {
    input: (what: string, date: string) => string;
    industry: (what: string) => string;
    note: (what: string, date: string) => string;
    perYear: string;
    once: string;
  };
}

/** Words of the desk's pages and of the coordinators' cards. */
export interface DeskOfferTexts {
  title: string;
  /** What the section is for. */
  about: string;
  /** Of what has no row yet. */
  newRow: Record<OfferKind, string>;
  waiting: string;
  live: string;
  noneWaiting: string;
  noneLive: string;
  decided: string;
  from: string;
  sent: string;
  state: string;
  field: string;
  now: string;
  told: string;
  change: string;
  changed: string;
  /** How many details stay as they are. */
  same: (count: number) => string;
  review: string;
  reviewTitle: (number: number) => string;
  duplicates: string;
  noDuplicates: string;
  approve: string;
  approveConflict: string;
  returnIt: string;
  returnWords: string;
  wordsMissing: string;
  namesHint: string;
  nameIn: Record<Language, string>;
  expires: string;
  renew: string;
  withdraw: string;
  withdrawWords: string;
  edit: string;
  expiringSoon: string;
  all: string;
  filter: string;
  row: string;
  owner: string;
  notOwner: string;
  rowChanged: string;
  conflict: string;
  gone: string;
  doneApproved: (id: string) => string;
  doneReturned: string;
  doneWithdrawn: (id: string) => string;
  doneRenewed: (id: string) => string;
  newCard: Record<OfferKind, string>;
  updateCard: (id: string) => string;
  openDesk: string;
  problemHead: string;
  save: string;
  parkNeeded: string;
}
