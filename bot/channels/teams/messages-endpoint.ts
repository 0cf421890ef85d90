import type { Activity, InvokeResponse } from "botbuilder";
import type { Request, Server } from "restify";
import type { BotConfig } from "../../config.ts";
import { describeError, type Log } from "../../log.ts";
import type { ActivityIdentity } from "../../state/seen-activities.ts";
import { conversationKey } from "../conversation-key.ts";
import { isLoopbackHost } from "../direct-line/origins.ts";
import type { BotHandler } from "../handler-options.ts";
import { type HttpAnswer, HttpProblem, readJsonBody, respond } from "../http.ts";
import type { TurnQueue } from "../turn-queue.ts";
import { parseIncomingActivity } from "./incoming-activity.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";

/** Everything the endpoint works with. */
export interface MessagesOptions {
  adapter: TeamsAdapter;
  handler: BotHandler;
  queue: TurnQueue;
  /** Tells whether an activity was taken before, and notes it; kept over restarts. */
  isRepeated: (activity: ActivityIdentity) => boolean;
  config: Pick<BotConfig, "host" | "publicUrl" | "microsoftApp">;
  /** Longest time to find out who calls, in milliseconds; the keys of the issuer may have to be fetched. @default {10_000} */
  authenticationLimitInMs?: number;
  log: Log;
}

/**
 * Adds `POST /api/messages`, the door of Teams and all other channels of Azure Bot Service.
 *
 * Once the sender is authenticated a message is acknowledged at once and its turn goes on by itself: the service waits
 * about 15 s and then sends again. What comes again is acknowledged and dropped. Invokes, and messages whose sender
 * waits for the replies, are answered in the request.
 *
 * Without an app registration nobody can be authenticated: then only local tools on a loopback server are
 * served, and everyone else gets 503.
 */
export function mountMessages(server: Server, options: MessagesOptions): void {
  server.post(
    "/api/messages",
    respond(options.log, async (request) => {
      refuseStrangers(request, options);
      const activity = parseIncomingActivity(readJsonBody(request));
      if (!options.config.microsoftApp) refuseRemoteReplies(activity);
      return takeActivity(activity, { ...options, authorization: request.headers.authorization ?? "" });
    }),
  );
}

function takeActivity(
  activity: Activity,
  options: MessagesOptions & { authorization: string },
): Promise<HttpAnswer> {
  const { adapter, authorization, queue, isRepeated, log, authenticationLimitInMs = 10_000 } = options;
  return new Promise((resolve, reject) => {
    let [isTaken, isRefused] = [false, false];
    const refuse = (error: unknown) => {
      isRefused = true;
      reject(refusal(error, log));
    };
    const tooLong = new Error("The sender could not be verified in time");
    const timer = setTimeout(() => refuse(tooLong), authenticationLimitInMs);
    const handler: BotHandler = async (context) => {
      clearTimeout(timer);
      if (isRefused) return;
      isTaken = true;
      // After authentication, else strangers could make the bot deaf to real messages.
      if (isRepeated(context.activity) && !isAnsweredInRequest(context.activity)) return;
      if (!isAnsweredInRequest(context.activity)) resolve({ status: 200 });
      await queue.run(conversationKey(context.activity), () => options.handler(context));
    };
    adapter.run(activity, { authorization, handler }).then(
      (response) => resolve(toAnswer(response)),
      (error) => {
        clearTimeout(timer);
        if (!isTaken) return refuse(error);
        log.error("turn.lost", describeError(error));
        reject(error);
      },
    );
  });
}

/** The sender needs what is in the answer to its request. */
function isAnsweredInRequest({ type, deliveryMode }: Partial<Activity>): boolean {
  return type === "invoke" || deliveryMode === "expectReplies";
}

function toAnswer(response: InvokeResponse | undefined): HttpAnswer {
  return { status: response?.status ?? 200, body: response?.body ?? undefined };
}

/**
 * Tells the client that its activity was not taken; why, only the log does. Also when the service's keys are out of
 * reach: then a forged token cannot be told from a true one.
 */
function refusal(error: unknown, log: Log): HttpProblem {
  log.warn("messages.refused", describeError(error));
  return new HttpProblem(401, {
    code: "Unauthorized",
    message: "The request is not signed by a known service",
    headers: { "www-authenticate": "Bearer" },
  });
}

function refuseStrangers(request: Request, { config }: MessagesOptions): void {
  if (config.microsoftApp) return;
  const isLocal =
    isLoopbackHost(config.host) &&
    config.publicUrl === undefined &&
    isLoopbackHost(request.headers.host ?? "") &&
    request.headers["x-forwarded-for"] === undefined &&
    request.headers.forwarded === undefined;
  if (isLocal) return;
  throw new HttpProblem(503, {
    code: "NotConfigured",
    message: "This bot has no app registration, so it cannot tell who calls: set MICROSOFT_APP_ID",
  });
}

/** Without authentication anyone names the address of the reply; one on this machine does no harm elsewhere. */
function refuseRemoteReplies(activity: Activity): void {
  if (isLoopbackHost(new URL(activity.serviceUrl).hostname)) return;
  throw new HttpProblem(400, {
    code: "BadActivity",
    message:
      'Without MICROSOFT_APP_ID the activity\'s "serviceUrl" must be on this machine: use http://localhost',
  });
}
