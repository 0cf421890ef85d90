import { HOUSE } from "../actor.ts";
import { type ChangeParts, changeIntroduction } from "./change-introduction.ts";
import { type Introduction, isOpen } from "./introduction.ts";

/** A request without an outcome ends after so many days. */
const EXPIRES_AFTER_DAYS = 60;
/** A form that was shown can be sent for so many days. */
const FORM_LIFE_IN_DAYS = 7;
const DAY_IN_MS = 86_400_000;

/** Ends requests that have waited for 60 days, and tells their askers. */
export function expireIntroductions(parts: ChangeParts): void {
  const before = parts.base.now() - EXPIRES_AFTER_DAYS * DAY_IN_MS;
  for (const { id, revision } of parts.store.openBefore(before)) {
    const step = { id, revision, actor: HOUSE };
    changeIntroduction(parts, { ...step, kind: "expired", state: "expired", tells: "expired" });
  }
}

/** Deletes what a conversation told; that there was a request, and how it ended, stays. */
export function eraseIntroductions(parts: ChangeParts, conversation: string): void {
  parts.store.eraseTargets(conversation);
  for (const introduction of parts.store.ofConversation(conversation)) eraseOne(parts, introduction);
}

/** Deletes what was told in requests that ended more than `retentionDays` ago, and forms that nobody sent. */
export function purgeIntroductions(parts: ChangeParts, retentionDays: number): void {
  const now = parts.base.now();
  parts.store.purgeTargets(now - FORM_LIFE_IN_DAYS * DAY_IN_MS);
  for (const introduction of parts.store.closedBefore(now - retentionDays * DAY_IN_MS))
    if (introduction.isErased !== true) eraseOne(parts, introduction);
}

function eraseOne({ base, store }: ChangeParts, introduction: Introduction): void {
  const { target, events } = introduction;
  const { reason: _reason, released: _released, mailedTo: _mailedTo, ...kept } = introduction;
  const now = base.now();
  store.save({
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
