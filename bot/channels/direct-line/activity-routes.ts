import type { Activity } from "botbuilder";
import type { Request } from "restify";
import { describeError } from "../../log.ts";
import { type HttpAnswer, HttpProblem, readJsonBody } from "../http.ts";
import { readConversation } from "./authorise.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";
import { answerClient, runInvoke, turnKey } from "./run-turn.ts";
import { type ClientActivity, parseClientActivity, parseWatermark } from "./wire.ts";

/**
 * `GET conversations/{id}/activities?watermark=`: everything after the watermark.
 *
 * A client that is told of a server error here stops listening for good, so an inner failure answers with
 * nothing new instead; the next poll finds what is there.
 */
export function pollActivities(request: Request, options: DirectLineOptions): HttpAnswer {
  try {
    const { conversation } = readConversation(request, options);
    const after = parseWatermark(request.getQuery());
    return { status: 200, json: options.hub.activitySet(conversation.id, { after }) };
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    options.log.error("poll.failed", describeError(error));
    return { status: 200, body: { activities: [] } };
  }
}

/**
 * `POST conversations/{id}/activities`: takes one activity and answers at once with its id.
 *
 * The activity comes back to the client as kept, the bot's reply follows when it is ready. An invoke alone waits
 * for the bot, whose status becomes that of the request, and is not kept.
 */
export async function postActivity(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  const { conversation } = readConversation(request, options);
  const activity = parseClientActivity(readJsonBody(request));
  // The person's typing dots: the bot has no use for them.
  if (activity.type === "typing") return { status: 200, body: { id: `${conversation.id}|typing` } };
  if (options.queue.isFull(turnKey(conversation.id))) {
    throw new HttpProblem(429, {
      code: "TooManyRequests",
      message: "Too many messages of this conversation wait for an answer: try again in a moment",
      headers: { "retry-after": "1" },
    });
  }
  const draft = { ...toActivity(activity), from: accountOf(conversation.user) };
  if (activity.type === "invoke") return runInvoke(conversation.id, { ...options, draft });
  const kept = options.hub.append(conversation.id, draft);
  if (!kept) throw new Error("Cannot keep the activity: the conversation ended meanwhile");
  answerClient(kept, options);
  return { status: 200, body: { id: kept.id } };
}

function toActivity(activity: ClientActivity): Partial<Activity> & { type: string } {
  return activity as Partial<Activity> & { type: string };
}

function accountOf(user: string): Activity["from"] {
  return { id: user, name: "", role: "user" };
}
