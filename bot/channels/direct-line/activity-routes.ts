import type { Activity } from "botbuilder";
import type { Request } from "restify";
import { describeError } from "../../log.ts";
import { clientIdOf } from "../../state/client-id.ts";
import { type HttpAnswer, HttpProblem, readJsonBody } from "../http.ts";
import { readConversation } from "./authorise.ts";
import type { Draft } from "./conversation-hub.ts";
import type { DirectLineOptions, RouteOptions } from "./endpoint-options.ts";
import { answerClient, factsOf, runInvoke } from "./run-turn.ts";
import { turnKey } from "./turn-key.ts";
import { readerOfClaims } from "./web-identity.ts";
import { parseClientActivity, parseWatermark } from "./wire.ts";

/**
 * `GET conversations/{id}/activities?watermark=`: everything after the watermark.
 *
 * A client that is told of a server error here stops listening for good, so an inner failure answers with
 * nothing new instead; the next poll finds what is there. For the same reason no limit counts polls.
 */
export async function pollActivities(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  try {
    const { conversation } = await readConversation(request, options);
    const after = parseWatermark(request.getQuery());
    return { status: 200, json: await options.hub.activitySet(conversation.id, { after }) };
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    options.log.error("poll.failed", describeError(error));
    return { status: 200, body: { activities: [] } };
  }
}

/**
 * `POST conversations/{id}/activities`: takes one activity and answers at once with its id.
 *
 * The activity comes back to the client as kept, the bot's reply follows when it is ready. One that the client sends again
 * under the same `channelData.clientActivityID`, since the answer to its request got lost, is kept and answered once. An invoke alone waits
 * for the bot, whose status becomes that of the request, and is not kept.
 */
export async function postActivity(request: Request, options: RouteOptions): Promise<HttpAnswer> {
  const { claims, conversation } = await readConversation(request, options);
  options.limits.countPost(request, conversation.user);
  const activity = parseClientActivity(readJsonBody(request));
  // The person's typing dots: the bot has no use for them.
  if (activity.type === "typing") return { status: 200, body: { id: `${conversation.id}|typing` } };
  if (options.queue.isFull(turnKey(conversation.id))) {
    options.metrics?.refused("queue");
    throw new HttpProblem(429, {
      code: "TooManyRequests",
      message: "Too many messages of this conversation wait for an answer: try again in a moment",
      headers: { "retry-after": "1" },
    });
  }
  // Read by its schema: it holds nothing but what a client may say.
  const draft = { ...activity, from: accountOf(conversation.user) } as Draft;
  const reader = readerOfClaims(claims, { now: (options.now ?? Date.now)() });
  if (activity.type === "invoke") return runInvoke(conversation.id, { endpoint: options, draft, reader });
  const kind = { facts: factsOf(claims), clientId: clientIdOf(activity) };
  const appended = await options.hub.append(conversation.id, draft, kind);
  if (!appended) throw new Error("Cannot keep the activity: the conversation ended meanwhile");
  const { activity: kept, whenKept, isRepeated } = appended;
  if (!isRepeated) answerClient(kept, { endpoint: options, reader });
  await whenKept;
  return { status: 200, json: `{"id":${JSON.stringify(kept.id)}}` };
}

function accountOf(user: string): Activity["from"] {
  return { id: user, name: "", role: "user" };
}
