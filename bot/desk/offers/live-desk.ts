import { dayOf } from "../../calendar.ts";
import { transact } from "../../state/transact.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { DeskOutcome } from "./desk-outcome.ts";
import { withdrawnNotice } from "./offer-notices.ts";
import type { Cells } from "./stream-cells.ts";
import { type LiveRecord, yearsAfter } from "./submission.ts";
import type { SubmissionStore } from "./submission-store.ts";

/** What is done with live rows; every change is one transaction, and known in the next answer. */
export class LiveDesk {
  readonly #base: DeskBase;
  readonly #store: SubmissionStore;

  constructor(base: DeskBase, store: SubmissionStore) {
    this.#base = base;
    this.#store = store;
  }

  /** Takes a live row out of all answers. */
  withdraw(
    record: LiveRecord,
    { actor, words = "" }: { actor: Actor; words?: string },
  ): DeskOutcome<LiveRecord> {
    const isOwner = actor.id === record.person || actor.id === record.conversation;
    return this.#change({ ...record, state: "withdrawn" }, { actor, action: "live.withdraw" }, (kept) => {
      // A change that still waits would bring the row back.
      for (const waiting of this.#store.list("waiting")) {
        if (waiting.record !== kept.id) continue;
        this.#store.change({ ...waiting, state: "withdrawn" }, this.#base.now());
      }
      if (!isOwner && kept.conversation !== undefined)
        this.#base.notices.add({ conversationId: kept.conversation, reply: withdrawnNotice(kept, words) });
    });
  }

  /** Notes that a row is still right, for a year from today on. */
  renew(record: LiveRecord, actor: Actor): DeskOutcome<LiveRecord> {
    const today = dayOf(this.#base.now());
    const expires = yearsAfter(today, 1);
    const cells: Cells =
      record.kind === "stream" ? { ...record.cells, verified: today, expires } : record.cells;
    const renewed: LiveRecord = {
      ...record,
      state: "live",
      cells,
      expires,
      verified: today,
      values: { ...record.values, validUntil: expires },
      reminded: [],
    };
    return this.#change(renewed, { actor, action: "live.renew" });
  }

  /** Notes a change of a row in the audit log, within the transaction of the caller. */
  note(record: LiveRecord, by: { actor: Actor; action: string; detail?: Record<string, unknown> }): void {
    const { id, revision } = record;
    this.#base.audit.add({ ...by, subject: `offer:${id}`, detail: { revision, ...by.detail } });
  }

  #change(
    changed: LiveRecord,
    by: { actor: Actor; action: string },
    also: (kept: LiveRecord) => void = () => {},
  ): DeskOutcome<LiveRecord> {
    const outcome = transact(this.#base.database, (): DeskOutcome<LiveRecord> => {
      const current = this.#store.readLive(changed);
      if (current === undefined) return { kind: "missing" };
      if (current.revision !== changed.revision) return { kind: "conflict" };
      const kept = {
        ...changed,
        revision: current.revision + 1,
        changed: this.#base.now(),
        changedBy: by.actor.id,
      };
      this.#store.saveLive(kept);
      this.note(kept, by);
      also(kept);
      return { kind: "done", value: kept };
    });
    if (outcome.kind === "done") this.#base.knowledgeChanged();
    return outcome;
  }
}
