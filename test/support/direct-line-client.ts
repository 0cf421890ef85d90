import { type Answer, send, waitFor } from "./application.ts";

/** An activity as a client sees it. */
export interface SeenActivity {
  id: string;
  type: string;
  text?: string;
  name?: string;
  replyToId?: string;
  timestamp: string;
  channelId: string;
  from: { id: string; role: string };
  conversation: { id: string };
  channelData?: Record<string, unknown>;
  [field: string]: unknown;
}

/** One conversation over plain REST. */
export interface RestConversation {
  id: string;
  token: string;
  streamUrl: string;
  /** Posts an activity; a string is a message's text. */
  post(activity: unknown): Promise<Answer>;
  /** All activities so far, after a watermark. */
  poll(watermark?: string): Promise<{ activities: SeenActivity[]; watermark: string }>;
  /** Waits for a bot message with this text. */
  waitForText(text: string): Promise<SeenActivity>;
}

/** Gets a token and begins a conversation. */
export async function startConversation(
  url: string,
  options: { locale?: string; headers?: Record<string, string> } = {},
): Promise<RestConversation> {
  const { locale, headers } = options;
  const base = `${url}/v3/directline`;
  const generated = await send(`${base}/tokens/generate`, { method: "POST", headers });
  const started = await send(`${base}/conversations`, {
    token: String(generated.body.token),
    json: { locale },
    headers,
  });
  const { conversationId, token, streamUrl } = started.body as Record<string, string>;
  return restConversation({ url, id: conversationId ?? "", token: token ?? "", streamUrl: streamUrl ?? "" });
}

/** Goes on with a conversation that has begun. */
export function restConversation(options: {
  url: string;
  id: string;
  token: string;
  streamUrl?: string;
}): RestConversation {
  const { url, id, token, streamUrl = "" } = options;
  const activities = `${url}/v3/directline/conversations/${id}/activities`;
  const poll: RestConversation["poll"] = async (watermark = "") => {
    const answer = await send(`${activities}?watermark=${watermark}`, { token });
    return answer.body as unknown as { activities: SeenActivity[]; watermark: string };
  };
  return {
    id,
    token,
    streamUrl,
    poll,
    post: (activity) =>
      send(activities, {
        token,
        json: typeof activity === "string" ? { type: "message", text: activity } : activity,
      }),
    waitForText: (text) =>
      waitFor(async () => {
        const set = await poll();
        return set.activities.find((activity) => activity.from.role === "bot" && activity.text === text);
      }),
  };
}
