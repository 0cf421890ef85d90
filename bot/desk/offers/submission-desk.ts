import type { Language } from "../../../knowledge/languages.ts";
import { dayOf } from "../../calendar.ts";
import { transact } from "../../state/transact.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type CurrentRow, mergeValues, readCurrentRow } from "./current-row.ts";
import type { DeskOutcome } from "./desk-outcome.ts";
import { LiveDesk } from "./live-desk.ts";
import type { OfferKind, OfferValues } from "./offer-fields.ts";
import { OFFER_FIELDS } from "./offer-fields.ts";
import { approvedNotice, returnedNotice } from "./offer-notices.ts";
import type { LiveRecord, Names, Submission } from "./submission.ts";
import { type NewSubmission, SubmissionStore } from "./submission-store.ts";
import { nextId, toLiveRecord } from "./to-live-record.ts";

export interface SubmissionDeskOptions {
  /** Called within the transaction of a new submission, to tell the coordinators. */
  announce?: (submission: Submission) => void;
}

/** Waiting submissions of a person at most. */
export const MOST_WAITING = 20;
const SAME_WITHIN_IN_MS = 600_000;

/** What members tell, what coordinators make of it, and the rows that come of it. Every change is one transaction. */
export class SubmissionDesk {
  readonly store: SubmissionStore;
  /** What is done with rows that are live. */
  readonly live: LiveDesk;
  readonly #base: DeskBase;
  readonly #options: SubmissionDeskOptions;

  constructor(base: DeskBase, options: SubmissionDeskOptions = {}) {
    this.store = new SubmissionStore(base.database);
    this.live = new LiveDesk(base, this.store);
    this.#base = base;
    this.#options = options;
  }

  /**
   * Keeps what a member told until a coordinator has looked at it. The same form sent twice within ten minutes is one.
   *
   * @returns `full` when too many of the person wait already.
   */
  submit(
    told: NewSubmission,
    actor: Actor,
  ): { kind: "kept" | "same"; submission: Submission } | { kind: "full" } {
    const { audit, now, database } = this.#base;
    return transact(database, () => {
      const own = this.store.listOwn(told).filter(({ state }) => state === "waiting");
      const same = own.find(
        (one) =>
          one.record === told.record &&
          isSame(one.values, told.values) &&
          now() - one.created < SAME_WITHIN_IN_MS,
      );
      if (same !== undefined) return { kind: "same", submission: same };
      if (own.length >= MOST_WAITING) return { kind: "full" };
      const submission = this.store.add(told, now());
      const detail = { kind: told.kind, record: told.record ?? null };
      audit.add({ actor, action: "submission.add", subject: `submission:${submission.id}`, detail });
      this.#options.announce?.(submission);
      return { kind: "kept", submission };
    });
  }

  /** Sends a returned submission again, or a waiting one with other values. */
  resubmit(submission: Submission, values: OfferValues, actor: Actor): DeskOutcome<Submission> {
    const { words: _, ...rest } = submission;
    return this.#change(
      { ...rest, state: "waiting", values },
      { actor, action: "submission.again" },
      (kept) => this.#options.announce?.(kept),
    );
  }

  /** Takes a submission back that nobody has decided on. */
  withdrawSubmission(submission: Submission, actor: Actor): DeskOutcome<Submission> {
    return this.#change({ ...submission, state: "withdrawn" }, { actor, action: "submission.withdraw" });
  }

  /** Returns a submission to the member, with words on what is missing. */
  returnSubmission(submission: Submission, words: string, actor: Actor): DeskOutcome<Submission> {
    if (submission.state !== "waiting") return { kind: "conflict" };
    const changed: Submission = { ...submission, state: "returned", words };
    return this.#change(changed, { actor, action: "submission.return" }, (kept) => {
      if (kept.conversation !== "")
        this.#base.notices.add({ conversationId: kept.conversation, reply: returnedNotice(kept) });
    });
  }

  /**
   * Approves a submission: its row is live in the next answer.
   *
   * @param submission As the coordinator saw it.
   * @param approved.values As the coordinator leaves them: checked, and whole.
   * @param approved.rowRevision Revision of the row as the coordinator saw it.
   */
  approve(
    submission: Submission,
    approved: { values: OfferValues; names: Names; language: Language; rowRevision: number; actor: Actor },
  ): DeskOutcome<LiveRecord> {
    if (submission.state !== "waiting") return { kind: "conflict" };
    const outcome = transact(this.#base.database, (): DeskOutcome<LiveRecord> => {
      const current = this.currentRow(submission);
      if (current.revision !== approved.rowRevision) return { kind: "conflict" };
      const record = toLiveRecord(submission, {
        ...approved,
        current,
        id:
          submission.record ?? nextId(submission.kind, { store: this.store, view: this.#base.currentView() }),
        view: this.#base.currentView(),
        now: this.#base.now(),
      });
      const changed: Submission = {
        ...submission,
        state: "approved",
        record: record.id,
        values: approved.values,
      };
      if (!this.store.change(changed, this.#base.now())) return { kind: "conflict" };
      this.store.saveLive(record);
      const detail = { submission: submission.id };
      this.live.note(record, { actor: approved.actor, action: "live.approve", detail });
      const isUpdate = submission.record !== undefined;
      if (submission.conversation !== "")
        this.#base.notices.add({
          conversationId: submission.conversation,
          reply: approvedNotice(record, { language: submission.language, isUpdate }),
        });
      return { kind: "done", value: record };
    });
    if (outcome.kind === "done") this.#base.knowledgeChanged();
    return outcome;
  }

  /** The row that a submission changes, as it is now; also for a row of the files that nobody changed yet. */
  currentRow(changed: { kind: OfferKind; record?: string | undefined }): CurrentRow {
    return readCurrentRow(changed, { store: this.store, view: this.#base.currentView() });
  }

  /** What the row would hold: as it is now, with what the member changed. */
  mergedValues(submission: Submission): OfferValues {
    return mergeValues(submission, { current: this.currentRow(submission), today: dayOf(this.#base.now()) });
  }

  #change(
    changed: Submission,
    by: { actor: Actor; action: string },
    also: (kept: Submission) => void = () => {},
  ): DeskOutcome<Submission> {
    const { database, now, audit } = this.#base;
    return transact(database, () => {
      if (this.store.read(changed.id) === undefined) return { kind: "missing" };
      if (!this.store.change(changed, now())) return { kind: "conflict" };
      const kept = this.store.read(changed.id) ?? changed;
      audit.add({ ...by, subject: `submission:${kept.id}`, detail: { state: kept.state } });
      also(kept);
      return { kind: "done", value: kept };
    });
  }
}

function isSame(one: OfferValues, other: OfferValues): boolean {
  return OFFER_FIELDS.every((field) => one[field] === other[field]);
}
