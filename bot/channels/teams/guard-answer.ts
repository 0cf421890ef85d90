import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Log } from "../../log.ts";
import type { PendingTurns } from "../../state/pending-turns.ts";

/** Sees to it that a kept turn is answered by one process alone. */
export interface AnswerGuard {
  /** Whether the answer was about to be sent: perhaps it has arrived. */
  hasBegun(): boolean;
  /** Notes that the turn has ended. */
  end(): Promise<void>;
}

/**
 * Guards the answer of a turn: just before the first message is sent this is noted, and whoever comes second sends
 * nothing. So a process that ends while it sends leaves a note that the answer may have arrived.
 */
export function guardAnswer(
  context: TurnContext,
  { pending, id, log }: { pending: PendingTurns; id: string; log: Log },
): AnswerGuard {
  let begun: boolean | undefined;
  const mayAnswer = async () => {
    begun ??= await pending.send(id);
    if (!begun) log.info("turn.answered-elsewhere", { channel: context.activity.channelId });
    return begun;
  };
  const isMessage = ({ type }: Partial<Activity>) => type === ActivityTypes.Message;
  context.onSendActivities(async (_context, activities, next) => {
    if (!activities.some(isMessage) || (await mayAnswer())) return next();
    return activities.map(() => ({ id: "" }));
  });
  context.onUpdateActivity(async (_context, activity, next) => {
    if (!isMessage(activity) || (await mayAnswer())) await next();
  });
  return {
    hasBegun: () => begun === true,
    end: async () => {
      // Another process is at it; it ends the turn itself.
      if (begun !== false) await pending.remove(id);
    },
  };
}
