import { HOUSE } from "../actor.ts";
import { type ChangeParts, changeIntroduction } from "./change-introduction.ts";
import { type Introduction, isOpen } from "./introduction.ts";

/** A request without an outcome ends after so many days. */
const EXPIRES_AFTER_DAYS = 60;
/** A form that was shown can be sent for so many days. */
const FORM_LIFE_IN_DAYS = 7;
const DAY_IN_MS = 86_400_000;

/** Ends requests that have waited for 60 days, and tells their askers. */
export async function expireIntroductions(parts: ChangeParts): Promise<void> {
  const before = parts.base.now() - EXPIRES_AFTER_DAYS * DAY_IN_MS;
  for (const { id, revision } of await parts.store.openBefore(before)) {
    const step = { id, revision, actor: HOUSE };
    await changeIntroduction(parts, { ...step, kind: "expired", state: "expired", tells: "expired" });
  }
}

/** Deletes what a conversation told; that there was a request, and how it ended, stays. */
export async function eraseIntroductions(parts: ChangeParts, conversation: string): Promise<void> {
  await parts.store.eraseTargets(conversation);
  for (const introduction of await parts.store.ofConversation(conversation))
    await eraseOne(parts, introduction);
}

/** Deletes what was told in requests that ended more than `retentionDays` ago, and forms that nobody sent. */
export async function purgeIntroductions(parts: ChangeParts, retentionDays: number): Promise<void> {
  const now = parts.base.now();
  await parts.store.purgeTargets(now - FORM_LIFE_IN_DAYS * DAY_IN_MS);
  for (const introduction of await parts.store.closedBefore(now - retentionDays * DAY_IN_MS))
    if (introduction.isErased !== true) await eraseOne(parts, introduction);
}

async function eraseOne({ base, store }: ChangeParts, introduction: Introduction): Promise<void> {
  const { target, events } = introduction;
  const { reason: _reason, released: _released, mailedTo: _mailedTo, ...kept } = introduction;
  const now = base.now();
  await store.save({
    ...kept,
    conversation: "",
    person: undefined,
    state: isOpen(introduction) ? "withdrawn" : introduction.state,
    target: { kind: target.kind, label: "", about: "", amount: "" },
    asker: { company: "", name: "", contact: "", stream: "", amount: "", message: "", allowed: [] },
    events: [...events, { at: now, kind: "erased", actor: HOUSE.id, name: HOUSE.name }],
    isErased: true,
    changed: now,
  });
}
