import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import { type FaqContent, type FaqState, isExpired } from "./faq-entry.ts";
import type { FaqAuthor, FaqRecord } from "./faq-store.ts";
import { fingerprint, fromFaqEntries } from "./from-faq-entries.ts";

/**
 * How the knowledge files stand to an entry: they never held it, hold what they held when it was taken over or written
 * back, were changed since, or hold it no more.
 */
export type FileState = "none" | "same" | "changed" | "gone";

/** An entry as the desk shows it, whether the desk keeps it or a file alone. */
export interface FaqItem {
  id: string;
  /** Names this form of it; a change names the form it was made on. */
  token: string;
  state: FaqState;
  content: FaqContent;
  origin: "file" | "desk";
  file: FileState;
  /** Milliseconds since 1970; absent for an entry that only stands in a file. */
  changed?: number;
  changedBy?: FaqAuthor;
}

/** Makes the item of an entry that only the files hold. */
export function itemOfFile(id: string, versions: readonly FaqEntry[]): FaqItem {
  return {
    id,
    token: `0.${fingerprint(versions)}`,
    state: "live",
    content: fromFaqEntries(versions),
    origin: "file",
    file: "same",
  };
}

/**
 * Makes the item of an entry that the desk keeps.
 *
 * @param options.inFiles What the files hold of it now.
 * @param options.written What an export would write now.
 */
export function itemOfRecord(
  record: FaqRecord,
  { inFiles, written }: { inFiles: readonly FaqEntry[]; written: readonly FaqEntry[] },
): FaqItem {
  const { id, revision, state, content, changed, changedBy, base } = record;
  const found = fingerprint(inFiles);
  const isKnown = found === base || found === fingerprint(written);
  const file = isKnown ? (found === "" ? "none" : "same") : found === "" ? "gone" : "changed";
  return { id, token: String(revision), state, content, origin: "desk", file, changed, changedBy };
}

/** Whether an entry that answers is past its last day. @param today Date as `2026-03-01`. */
export function isOutdated({ state, content }: FaqItem, today: string): boolean {
  return state === "live" && isExpired(content, today);
}
