import type { Reader } from "../../../knowledge/languages.ts";
import type { Actor } from "../actor.ts";
import { lowerRank } from "../alerts/lower-rank.ts";
import type { DeskBase } from "../desk-parts.ts";
import { isStillThere } from "./find-targets.ts";
import { type Introduction, type IntroductionEvent, type IntroductionState, isOpen } from "./introduction.ts";
import { type ToldKind, tellAsker } from "./introduction-notices.ts";
import type { IntroductionStore } from "./introduction-store.ts";

/** What came of a change. `conflict` gives the introduction as somebody else left it. */
export type IntroductionResult =
  | { kind: "done" | "conflict" | "stopped"; introduction: Introduction }
  | { kind: "missing" };

/** What changes are made with. */
export interface ChangeParts {
  base: DeskBase;
  store: IntroductionStore;
  /** Whether whom a request is about is still there for its asker. */
  isThere: (request: Pick<Introduction, "target" | "reader" | "person">) => boolean;
}

/** One change of an introduction that is still open. */
export interface IntroductionChange {
  id: number;
  /** Revision that it was made on; another one by now is a conflict. */
  revision: number;
  actor: Actor;
  kind: IntroductionEvent["kind"];
  state: IntroductionState;
  alter?: (introduction: Introduction) => Partial<Introduction>;
  /** What the asker is told. @default nothing */
  tells?: ToldKind;
  /** The change needs the other side to be there still; else the introduction is stopped instead. @default {false} */
  needsTarget?: boolean;
  /** For the audit log: names of fields and short values. @default {} */
  detail?: Record<string, unknown>;
  /** Done in the same transaction, with what was saved. */
  afterwards?: (introduction: Introduction) => Promise<void>;
}

/**
 * Makes the function that tells whether whom a request is about is still there.
 *
 * @param rankOf Rank of a person now; it may have become lower since they asked. Nobody known keeps the rank they had.
 */
export function createIsThere(
  base: DeskBase,
  rankOf: (person: string) => Reader | undefined,
): ChangeParts["isThere"] {
  return ({ target, reader: asked, person }) => {
    const now = person === undefined ? undefined : rankOf(person);
    const reader = now === undefined ? asked : lowerRank(asked, now);
    const whole = base.currentView();
    return isStillThere(target, { whole, view: whole.forReader(reader), reader });
  };
}

/** Makes a change as one transaction with its event, its audit entry and the message to the asker. */
export function changeIntroduction(
  parts: ChangeParts,
  change: IntroductionChange,
): Promise<IntroductionResult> {
  const { base, store } = parts;
  return base.database.transact(async (): Promise<IntroductionResult> => {
    const before = await store.read(change.id);
    if (before === undefined) return { kind: "missing" };
    if (before.revision !== change.revision || !isOpen(before))
      return { kind: "conflict", introduction: before };
    if (change.needsTarget === true && !parts.isThere(before)) {
      const stopped = await save(parts, { before, change: { ...change, kind: "stopped", state: "stopped" } });
      await base.notices.add({ conversationId: stopped.conversation, reply: tellAsker(stopped, "stopped") });
      return { kind: "stopped", introduction: stopped };
    }
    const changes = change.alter?.(before) ?? {};
    const introduction = await save(parts, { before: { ...before, ...changes }, change });
    if (change.tells !== undefined && introduction.conversation !== "") {
      const reply = tellAsker(introduction, change.tells);
      await base.notices.add({ conversationId: introduction.conversation, reply });
    }
    await change.afterwards?.(introduction);
    return { kind: "done", introduction };
  });
}

async function save(
  { base, store }: ChangeParts,
  { before, change }: { before: Introduction; change: IntroductionChange },
): Promise<Introduction> {
  const { actor, kind, state, detail } = change;
  const at = base.now();
  const event = { at, kind, actor: actor.id, name: actor.name };
  const saved = await store.save({ ...before, state, events: [...before.events, event], changed: at });
  if (saved === undefined)
    throw new TypeError("Cannot save an introduction: its revision changed within a transaction");
  await base.audit.add({
    actor,
    action: `introduction.${kind}`,
    subject: `introduction:${saved.id}`,
    detail: { revision: saved.revision, ...(kind === "stopped" ? {} : detail) },
  });
  return saved;
}
