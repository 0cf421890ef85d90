import type { Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { describeError } from "../../log.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { AlertKeeper } from "./alert-keeper.ts";
import { createAlertSection } from "./alert-section.ts";
import { createAlertSkill } from "./alert-skill.ts";
import { AlertStore } from "./alert-store.ts";
import { type CheckFigures, checkAlerts } from "./check-alerts.ts";

/** Choices of {@link createAlertsPart}. */
export interface AlertsOptions {
  /**
   * Rank of a person now, by their id as in `IncomingTurn`; asked when an alert is about to tell of something.
   *
   * @default nobody is known, so that every alert tells what is public
   */
  rankOf?: (person: string) => Reader | undefined;
  /** Days without a message after which a web chat is deleted, and its alerts with it. @default {30} */
  idleDays?: number;
}

/** Alerts on new side streams. */
export interface AlertsPart extends DeskPart {
  /**
   * Looks for news; call it whenever the live knowledge has changed. Calls that come while one is under way become one
   * more check of the newest knowledge.
   *
   * @returns What the check did; it never throws, a failure is logged and the next call tries again.
   */
  check: (view: KnowledgeView) => Promise<CheckFigures>;
}

/**
 * Creates the part of the desk that keeps alerts: the skill for chats, the check for news, a page that counts them.
 *
 * @example
 * ```ts
 * const alerts = createAlertsPart(base, { idleDays: 30 });
 * await alerts.check(base.currentView()); // { alerts: 12, told: 1, queries: 9 }
 * ```
 */
export function createAlertsPart(base: DeskBase, options: AlertsOptions = {}): AlertsPart {
  const { rankOf = () => undefined, idleDays = 30 } = options;
  const store = new AlertStore(base.database);
  const check = inTurn(async (view: KnowledgeView) => {
    try {
      return await checkAlerts(view, { base, store, rankOf });
    } catch (error) {
      base.log.error("alerts.not-checked", describeError(error));
      return { alerts: 0, told: 0, queries: 0 };
    }
  });
  return {
    section: createAlertSection(base, store),
    skills: [createAlertSkill({ keeper: new AlertKeeper(base, store), idleDays })],
    erase: async (conversationId) => {
      await store.removeAll(conversationId);
    },
    purge: async () => {
      await store.removeGone();
    },
    // A row may have come while the process was down.
    tick: async () => {
      await check(base.currentView());
    },
    check,
  };
}

/** One run at a time; whoever asks meanwhile shares the next one, which takes the newest value. */
function inTurn<Value, Result>(work: (value: Value) => Promise<Result>): (value: Value) => Promise<Result> {
  let running: Promise<unknown> | undefined;
  let next: { value: Value; result: Promise<Result> } | undefined;
  return (value) => {
    if (next !== undefined) {
      next.value = value;
      return next.result;
    }
    const waiting = { value } as { value: Value; result: Promise<Result> };
    waiting.result = (running ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = work(waiting.value);
        return running as Promise<Result>;
      });
    next = waiting;
    return waiting.result;
  };
}
