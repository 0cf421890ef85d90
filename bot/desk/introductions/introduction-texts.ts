import type { Language } from "../../../knowledge/languages.ts";
import type { FIELD_GROUPS } from "../../../knowledge/schema.ts";
import type { AskerField, IntroductionEvent, IntroductionState } from "./introduction.ts";

type FieldGroup = (typeof FIELD_GROUPS)[number];
/** Fields that may be missing or wrong in the form. */
export type IntroductionFault = "name" | "company" | "contact" | "message" | "consent";

/** Words around introductions. */
export interface IntroductionTexts {
  producerOf: (stream: string) => string;
  /** What a button says for the person; `introduction-words.ts` understands it. */
  say: { introduce: (label: string) => string; list: string; withdraw: (id: number) => string };
  introduceButton: (label: string) => string;
  listButton: string;
  withdrawButton: (id: number) => string;
  /** Below an answer that lists companies. */
  offer: (label: string) => string;
  explain: { head: (label: string) => string; coordinator: string; contact: string; confidential: string };
  which: string;
  unknown: string;
  personalOnly: string;
  form: {
    title: string;
    subtitle: (label: string) => string;
    company: string;
    name: string;
    contact: string;
    contactHint: string;
    stream: string;
    amount: string;
    message: string;
    messageHint: string;
    allowed: string;
    fields: Record<AskerField, string>;
    consentLabel: string;
    consent: string;
    submit: string;
  };
  faults: Record<IntroductionFault, string>;
  outdated: string;
  gone: string;
  tooMany: (most: number) => string;
  sent: (introduction: { id: number; label: string }) => string;
  alreadySent: (introduction: { id: number; label: string }) => string;
  nextCoordinator: string;
  nextContact: string;
  howToWithdraw: (id: number) => string;
  list: string;
  none: string;
  item: (introduction: { id: number; label: string; state: string; date: string }) => string;
  withdrawn: (id: number) => string;
  notOpen: (id: number) => string;
  noSuch: (id: number) => string;
  states: Record<IntroductionState, string>;
  /** Messages to the asker. */
  told: {
    contacted: (introduction: { id: number; label: string }) => string;
    agreed: (introduction: { id: number; label: string }) => string;
    released: string;
    passedOn: string;
    declined: (introduction: { id: number; label: string }) => string;
    words: (words: string) => string;
    expired: (introduction: { id: number; label: string }) => string;
    stopped: (introduction: { id: number; label: string }) => string;
  };
  groups: Record<FieldGroup, string>;
  askerFields: Record<AskerField | "message", string>;
  /** What the other side gets. */
  mail: {
    subject: string;
    asks: string;
    answer: (address: string) => string;
    source: string;
    agreedSubject: string;
    agreed: string;
  };
  desk: {
    section: string;
    /** What the section is for. */
    about: string;
    /** In place of the name of a coordinator that no channel told. */
    aCoordinator: string;
    heading: (id: number) => string;
    back: string;
    empty: string;
    state: string;
    anyState: string;
    filter: string;
    columns: { id: string; asker: string; target: string; state: string; changed: string };
    asks: string;
    target: string;
    candidates: string;
    noCandidates: string;
    whichCompany: string;
    mayTell: string;
    mayNotTell: string;
    mailed: (address: string) => string;
    language: string;
    languages: Record<Language, string>;
    askThem: string;
    contacted: string;
    contactedHint: string;
    contactText: string;
    agree: string;
    agreeHint: string;
    release: string;
    words: string;
    decline: string;
    declineHint: string;
    reason: string;
    releasedText: string;
    otherSideText: string;
    history: string;
    events: Record<IntroductionEvent["kind"], string>;
    asker: string;
    house: string;
    erased: string;
    conflict: (now: { state: string; name: string }) => string;
    stopped: string;
    needsRelease: string;
    done: Record<"contacted" | "agreed" | "declined", string>;
    missing: string;
    announced: (id: number) => string;
    review: string;
    outcome: string;
    send: string;
  };
}
