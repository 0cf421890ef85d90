import { dayOf } from "../../calendar.ts";
import type { Actor } from "../actor.ts";
import { changeKnowledge } from "../change-knowledge.ts";
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
  ): Promise<DeskOutcome<LiveRecord>> {
    const isOwner = actor.id === record.person || actor.id === record.conversation;
    const changed: LiveRecord = { ...record, state: "withdrawn" };
    return this.#change(changed, { actor, action: "live.withdraw" }, async (kept) => {
      // A change that still waits would bring the row back.
      for (const waiting of await this.#store.list("waiting")) {
        if (waiting.record !== kept.id) continue;
        await this.#store.change({ ...waiting, state: "withdrawn" }, this.#base.now());
      }
      const { conversation: conversationId } = kept;
      if (!isOwner && conversationId !== undefined)
        await this.#base.notices.add({ conversationId, reply: withdrawnNotice(kept, words) });
    });
  }

  /** Notes that a row is still right, for a year from today on. */
  renew(record: LiveRecord, actor: Actor): Promise<DeskOutcome<LiveRecord>> {
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
  async note(
    record: LiveRecord,
    by: { actor: Actor; action: string; detail?: Record<string, unknown> },
  ): Promise<void> {
    const { id, revision } = record;
    await this.#base.audit.add({ ...by, subject: `offer:${id}`, detail: { revision, ...by.detail } });
  }

  #change(
    changed: LiveRecord,
    by: { actor: Actor; action: string },
    also: (kept: LiveRecord) => Promise<void> = async () => {},
  ): Promise<DeskOutcome<LiveRecord>> {
    const work = async (): Promise<DeskOutcome<LiveRecord>> => {
      const current = await this.#store.readLive(changed);
      if (current === undefined) return { kind: "missing" };
      if (current.revision !== changed.revision) return { kind: "conflict" };
      const kept = {
        ...changed,
        revision: current.revision + 1,
        changed: this.#base.now(),
        changedBy: by.actor.id,
      };
      await this.#store.saveLive(kept);
      await this.note(kept, by);
      await also(kept);
      return { kind: "done", value: kept };
    };
    return changeKnowledge(this.#base, work, { isChange: ({ kind }) => kind === "done" });
  }
}
