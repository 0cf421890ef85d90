import { type Activity, TurnContext } from "botbuilder";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DirectLineAdapter } from "../../../bot/channels/direct-line/direct-line-adapter.ts";
import { openDelivery } from "../../../bot/channels/open-delivery.ts";
import { createLog } from "../../../bot/log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A turn whose context ends as the SDK ends it: whoever touches it afterwards gets an error. */
function openTurn(pace?: { intervalInMs: number; informAfterInMs: number }) {
  const sent: (string | undefined)[] = [];
  const adapter = new DirectLineAdapter({} as never);
  adapter.sendActivities = async (_context, activities) => {
    sent.push(...activities.map(({ type }) => type));
    return activities.map(() => ({ id: "a" }));
  };
  const activity: Partial<Activity> = { type: "message", channelId: "directline" };
  const conversation = { conversation: { id: "c" } } as Partial<Activity>;
  const { proxy, revoke } = Proxy.revocable(new TurnContext(adapter, { ...activity, ...conversation }), {});
  const delivery = openDelivery(proxy, {
    ...(pace && { pace }),
    typingAfterInMs: 500,
    renderBeginning: (text) => text,
    log: createLog({ level: "error" }),
  });
  return { delivery, sent, revoke };
}

const STREAM = { intervalInMs: 100, informAfterInMs: 300 };

test.each([undefined, STREAM])("dots come after a while (%o)", async (pace) => {
  const { sent } = openTurn(pace);
  await vi.advanceTimersByTimeAsync(499);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(["typing"]);
});

test.each([undefined, STREAM])("a turn that was abandoned shows nothing more (%o)", async (pace) => {
  const { delivery, sent, revoke } = openTurn(pace);
  delivery.progress.searching("fi");
  delivery.abandon();
  revoke();
  await vi.advanceTimersByTimeAsync(2000);
  expect(sent).toEqual([]);
});

test.each([undefined, STREAM])(
  "dots of a turn whose context has ended end nothing else (%o)",
  async (pace) => {
    const { sent, revoke } = openTurn(pace);
    revoke();
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([]);
  },
);
