import type { Actor } from "../actor.ts";
import type { FaqDraft, FaqField } from "./faq-draft.ts";
import type { FaqItem } from "./faq-item.ts";
import type { FaqProblem } from "./parse-draft.ts";

/** An entry whose question is close to another. */
export interface NearEntry {
  id: string;
  question: string;
  /** 0 to 1; larger is closer. */
  score: number;
}

/** Finds entries that ask much the same as some questions, closest first. */
export type FindNear = (questions: readonly string[], options: { excludeId?: string }) => NearEntry[];

/** A form that was sent. */
export interface SentDraft {
  draft: FaqDraft;
  actor: Actor;
  /** Saves although others ask much the same. @default {false} */
  isSure?: boolean;
  /** What the entry is written from, such as `ticket:12`. */
  from?: string | undefined;
}

/** Something done to an entry, naming the form of it that was seen. */
export interface EntryAction {
  id: string;
  /** Of the {@link FaqItem} that was looked at. */
  token: string;
  actor: Actor;
}

/** Two people changed the same entry: nothing was saved, and nothing is lost. */
export interface FaqConflict {
  kind: "conflict";
  /** What the other one saved. */
  theirs: FaqItem;
  /** Both changes put together; saved with the token of `theirs` it loses neither. */
  merged: FaqDraft;
  /** Fields that both changed; `merged` holds mine. */
  clashes: readonly FaqField[];
}

/** What became of a form that was sent. */
export type SaveOutcome =
  | { kind: "saved"; id: string }
  /** Nothing differed. */
  | { kind: "unchanged"; id: string }
  | { kind: "invalid"; problems: readonly FaqProblem[] }
  /** Others ask much the same; nothing was saved. */
  | { kind: "similar"; near: readonly NearEntry[] }
  | FaqConflict
  | { kind: "missing" };

/** What became of retiring, restoring or taking over. */
export type StateOutcome =
  | { kind: "saved"; id: string }
  | { kind: "unchanged"; id: string }
  /** Somebody changed it meanwhile. */
  | { kind: "outdated"; theirs: FaqItem }
  | { kind: "missing" };
