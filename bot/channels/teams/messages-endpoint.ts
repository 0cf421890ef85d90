import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import { AuthenticationError } from "botframework-connector";
import type { Request, Server } from "restify";
import type { BotConfig } from "../../config.ts";
import { describeError, type Log } from "../../log.ts";
import { type BotHandler, conversationKey } from "../bot-handler.ts";
import { isLoopbackHost } from "../direct-line/origins.ts";
import { type HttpAnswer, HttpProblem, readJsonBody, respond } from "../http.ts";
import type { TurnQueue } from "../turn-queue.ts";
import { parseIncomingActivity } from "./incoming-activity.ts";
import { createRepeatFilter } from "./repeat-filter.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";

/** Everything the endpoint works with. */
export interface MessagesOptions {
  adapter: TeamsAdapter;
  handler: BotHandler;
  queue: TurnQueue;
  config: Pick<BotConfig, "host" | "publicUrl" | "microsoftApp">;
  log: Log;
  /** A message whose turn takes longer is acknowledged first and answered later. @default {5000} */
  acknowledgeAfterInMs?: number;
}

/**
 * Adds `POST /api/messages`, the door of Teams and all other channels of Azure Bot Service.
 *
 * Without an app registration nobody can be authenticated: then only local tools on a loopback server are
 * served, and everyone else gets 503.
 */
export function mountMessages(server: Server, options: MessagesOptions): void {
  const isRepeated = createRepeatFilter();
  server.post(
    "/api/messages",
    respond(options.log, async (request) => {
      refuseStrangers(request, options);
      const activity = parseIncomingActivity(readJsonBody(request));
      if (!options.config.microsoftApp) refuseRemoteReplies(activity);
      const state = { isAuthenticated: false };
      const handler: BotHandler = async (context) => {
        state.isAuthenticated = true;
        // After authentication, else strangers could make the bot deaf to real messages.
        if (options.config.microsoftApp && isRepeated(context.activity)) return;
        await runQueued(context, options);
      };
      const authorization = request.headers.authorization ?? "";
      return acknowledge(activity, {
        work: options.adapter
          .run(activity, { authorization, handler })
          .then(toAnswer, (error) => refuse(error, { ...options, ...state })),
        ...options,
      });
    }),
  );
}

async function runQueued(context: TurnContext, { queue, handler }: MessagesOptions): Promise<void> {
  await queue.run(conversationKey(context.activity), () => handler(context));
}

/**
 * Answers the request when the turn is over, or for a slow message before: the service gives up after about
 * 15 s and sends again. The turn then goes on and sends its reply by itself.
 */
async function acknowledge(
  activity: Activity,
  options: MessagesOptions & { work: Promise<HttpAnswer> },
): Promise<HttpAnswer> {
  const { work, log, acknowledgeAfterInMs = 5000 } = options;
  if (activity.type !== "message" || activity.deliveryMode === "expectReplies") return work;
  let timer: NodeJS.Timeout | undefined;
  const early = new Promise<HttpAnswer>((resolve) => {
    timer = setTimeout(() => {
      work.catch((error) => log.error("turn.lost", describeError(error)));
      resolve({ status: 200 });
    }, acknowledgeAfterInMs);
  });
  return Promise.race([work, early]).finally(() => clearTimeout(timer));
}

function toAnswer(response: InvokeResponse | undefined): HttpAnswer {
  return { status: response?.status ?? 200, body: response?.body ?? undefined };
}

/** Tells the client why its activity was not taken; what fails after authentication is the server's own error. */
function refuse(
  error: unknown,
  { log, isAuthenticated }: MessagesOptions & { isAuthenticated: boolean },
): never {
  if (isAuthenticated) throw error;
  log.warn("messages.refused", describeError(error));
  if (error instanceof AuthenticationError) {
    const message = "The request is not signed by a known service";
    throw new HttpProblem(401, { code: "Unauthorized", message });
  }
  // Such as the service's keys being out of reach; a 5xx makes the service send again.
  throw new HttpProblem(503, { code: "CannotVerify", message: "The sender cannot be verified just now" });
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
