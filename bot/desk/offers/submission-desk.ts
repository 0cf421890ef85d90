import type { Language } from "../../../knowledge/languages.ts";
import { dayOf } from "../../calendar.ts";
import type { Actor } from "../actor.ts";
import { changeKnowledge } from "../change-knowledge.ts";
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
  announce?: (submission: Submission) => Promise<void>;
}

/** What became of something that a member told; `full` when too many of the person wait already. */
export type SubmitOutcome = { kind: "kept" | "same"; submission: Submission } | { kind: "full" };

/** A submission as a coordinator approves it. */
export interface Approved {
  /** As the coordinator leaves them: checked, and whole. */
  values: OfferValues;
  names: Names;
  language: Language;
  /** Revision of the row as the coordinator saw it. */
  rowRevision: number;
  actor: Actor;
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
  submit(told: NewSubmission, actor: Actor): Promise<SubmitOutcome> {
    const { audit, now, database } = this.#base;
    return database.transact(async (): Promise<SubmitOutcome> => {
      const own = (await this.store.listOwn(told)).filter(({ state }) => state === "waiting");
      const same = own.find(
        (one) =>
          one.record === told.record &&
          isSame(one.values, told.values) &&
          now() - one.created < SAME_WITHIN_IN_MS,
      );
      if (same !== undefined) return { kind: "same", submission: same };
      if (own.length >= MOST_WAITING) return { kind: "full" };
      const submission = await this.store.add(told, now());
      const detail = { kind: told.kind, record: told.record ?? null };
      await audit.add({ actor, action: "submission.add", subject: `submission:${submission.id}`, detail });
      await this.#options.announce?.(submission);
      return { kind: "kept", submission };
    });
  }

  /** Sends a returned submission again, or a waiting one with other values. */
  resubmit(submission: Submission, values: OfferValues, actor: Actor): Promise<DeskOutcome<Submission>> {
    const { words: _, ...rest } = submission;
    return this.#change(
      { ...rest, state: "waiting", values },
      { actor, action: "submission.again" },
      async (kept) => this.#options.announce?.(kept),
    );
  }

  /** Takes a submission back that nobody has decided on. */
  withdrawSubmission(submission: Submission, actor: Actor): Promise<DeskOutcome<Submission>> {
    return this.#change({ ...submission, state: "withdrawn" }, { actor, action: "submission.withdraw" });
  }

  /** Returns a submission to the member, with words on what is missing. */
  async returnSubmission(
    submission: Submission,
    words: string,
    actor: Actor,
  ): Promise<DeskOutcome<Submission>> {
    if (submission.state !== "waiting") return { kind: "conflict" };
    const changed: Submission = { ...submission, state: "returned", words };
    return this.#change(changed, { actor, action: "submission.return" }, async (kept) => {
      if (kept.conversation !== "")
        await this.#base.notices.add({ conversationId: kept.conversation, reply: returnedNotice(kept) });
    });
  }

  /**
   * Approves a submission: its row is live in the next answer.
   *
   * @param submission As the coordinator saw it.
   */
  async approve(submission: Submission, approved: Approved): Promise<DeskOutcome<LiveRecord>> {
    if (submission.state !== "waiting") return { kind: "conflict" };
    return changeKnowledge(this.#base, () => this.#approve(submission, approved), {
      isChange: ({ kind }) => kind === "done",
    });
  }

  /** The row that a submission changes, as it is now; also for a row of the files that nobody changed yet. */
  currentRow(changed: { kind: OfferKind; record?: string | undefined }): Promise<CurrentRow> {
    return readCurrentRow(changed, { store: this.store, view: this.#base.currentView() });
  }

  /** What the row would hold: as it is now, with what the member changed. */
  async mergedValues(submission: Submission): Promise<OfferValues> {
    const current = await this.currentRow(submission);
    return mergeValues(submission, { current, today: dayOf(this.#base.now()) });
  }

  /** Within the transaction of {@link approve}. */
  async #approve(submission: Submission, approved: Approved): Promise<DeskOutcome<LiveRecord>> {
    const { values, actor } = approved;
    const now = this.#base.now();
    const view = this.#base.currentView();
    const current = await this.currentRow(submission);
    if (current.revision !== approved.rowRevision) return { kind: "conflict" };
    const id = submission.record ?? (await nextId(submission.kind, { store: this.store, view }));
    const record = toLiveRecord(submission, { ...approved, current, id, view, now });
    const changed: Submission = { ...submission, state: "approved", record: record.id, values };
    if (!(await this.store.change(changed, now))) return { kind: "conflict" };
    await this.store.saveLive(record);
    const detail = { submission: submission.id };
    await this.live.note(record, { actor, action: "live.approve", detail });
    const { conversation: conversationId, language } = submission;
    const isUpdate = submission.record !== undefined;
    const reply = approvedNotice(record, { language, isUpdate });
    if (conversationId !== "") await this.#base.notices.add({ conversationId, reply });
    return { kind: "done", value: record };
  }

  #change(
    changed: Submission,
    by: { actor: Actor; action: string },
    also: (kept: Submission) => Promise<void> = async () => {},
  ): Promise<DeskOutcome<Submission>> {
    const { database, now, audit } = this.#base;
    return database.transact(async (): Promise<DeskOutcome<Submission>> => {
      if ((await this.store.read(changed.id)) === undefined) return { kind: "missing" };
      if (!(await this.store.change(changed, now()))) return { kind: "conflict" };
      const kept = (await this.store.read(changed.id)) ?? changed;
      await audit.add({ ...by, subject: `submission:${kept.id}`, detail: { state: kept.state } });
      await also(kept);
      return { kind: "done", value: kept };
    });
  }
}

function isSame(one: OfferValues, other: OfferValues): boolean {
  return OFFER_FIELDS.every((field) => one[field] === other[field]);
}
