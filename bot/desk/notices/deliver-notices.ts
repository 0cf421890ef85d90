import { describeError, type Log } from "../../log.ts";
import type { Reply } from "../../reply/reply.ts";
import type { NoticeBox, NoticeOutcome, WaitingNotice } from "./notice-box.ts";

/** Ways by which a message reaches somebody. */
export interface NoticeWays {
  /** Says something in a conversation by its key. */
  say: (conversationId: string, reply: Reply) => Promise<NoticeOutcome>;
  /** Sends a mail. @default a mail is never sent */
  mail?: (address: string, reply: Reply) => Promise<NoticeOutcome>;
  /** Told of a message that is given up. @default nobody is told */
  undelivered?: (notice: WaitingNotice) => void | Promise<void>;
}

const LOOK_INTERVAL_IN_MS = 5000;
const MAIL = "mail:";

/**
 * Delivers what is put into a box: at once, and again later where that failed.
 *
 * @returns `run` delivers what is due now, for tests; `close` ends it after what is under way.
 */
export function deliverNotices(
  box: NoticeBox,
  options: NoticeWays & { log: Log; intervalInMs?: number },
): { run: () => Promise<void>; close: () => Promise<void> } {
  const { log, intervalInMs = LOOK_INTERVAL_IN_MS } = options;
  let isClosed = false;
  let running: Promise<void> | undefined;
  const round = async () => {
    const notices = await box.take();
    for (const [position, notice] of notices.entries()) {
      if (isClosed) return box.giveBack(notices.slice(position));
      const outcome = await deliver(notice, options);
      const isOver = await box.note(notice, outcome);
      if (outcome === "sent") continue;
      log.warn("notice.not-delivered", { id: notice.id, outcome, isOver });
      if (isOver) await options.undelivered?.(notice);
    }
  };
  const run = async (): Promise<void> => {
    // What came while a round ran is looked at by a round of its own.
    const before = running;
    running = (before ?? Promise.resolve())
      .then(round)
      .catch((error) => log.error("notice.failed", describeError(error)));
    await running;
  };
  box.onAdded(() => void run());
  const timer = setInterval(() => void run(), intervalInMs);
  timer.unref();
  return {
    run,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function deliver({ conversationId, reply }: WaitingNotice, ways: NoticeWays): Promise<NoticeOutcome> {
  if (!conversationId.startsWith(MAIL)) return ways.say(conversationId, reply);
  return (await ways.mail?.(conversationId.slice(MAIL.length), reply)) ?? "gone";
}
