import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import type { Request, Server } from "restify";
import type { BotConfig } from "../../config.ts";
import { describeError, type Log } from "../../log.ts";
import { hashConversation } from "../../observe/log-context.ts";
import type { Metrics } from "../../observe/metrics.ts";
import { conversationKey } from "../conversation-key.ts";
import { clientAddress } from "../direct-line/client-address.ts";
import { isLoopbackHost } from "../direct-line/origins.ts";
import type { BotHandler } from "../handler-options.ts";
import { type HttpAnswer, HttpProblem, readJsonBody, respond } from "../http.ts";
import { languageOfActivity } from "../locale.ts";
import { parseIncomingActivity } from "./incoming-activity.ts";
import { createMessageLimits, type MessageLimits, TOO_MANY, type Verdict } from "./message-limits.ts";
import type { ServiceHosts } from "./service-hosts.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";
import { isAnsweredInRequest, type TeamsTurns } from "./teams-turns.ts";

/** Everything the endpoint works with. */
export interface MessagesOptions {
  adapter: TeamsAdapter;
  turns: TeamsTurns;
  config: Pick<BotConfig, "host" | "publicUrl" | "microsoftApp" | "messagesPerMinute" | "proxyHops">;
  /** Where replies may go. */
  isServiceHost: ServiceHosts;
  /** Counts what is refused. @default nobody does */
  metrics?: Metrics | undefined;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
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
  const { config, log, metrics } = options;
  const limits = createMessageLimits({ ...config, now: options.now });
  server.post(
    "/api/messages",
    respond(log, async (request) => {
      refuseStrangers(request, options);
      const address = clientAddress(request, config);
      if (limits.isBlocked(address)) throw tooManyStrangers(metrics);
      try {
        const activity = parseIncomingActivity(readJsonBody(request));
        if (!config.microsoftApp) refuseRemoteReplies(activity);
        if (!options.isServiceHost(activity.serviceUrl)) throw refusal(foreignService(activity), log);
        const authorization = request.headers.authorization ?? "";
        return await takeActivity(activity, { ...options, limits, authorization });
      } catch (error) {
        if (error instanceof HttpProblem) noteRefusal(error, { address, limits, metrics });
        throw error;
      }
    }),
  );
}

function takeActivity(
  activity: Activity,
  options: MessagesOptions & { authorization: string; limits: MessageLimits },
): Promise<HttpAnswer> {
  const { adapter, authorization, turns, log, authenticationLimitInMs = 10_000 } = options;
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
      const taken = await turns.take(context.activity).catch((error: unknown) => reject(error));
      if (taken === undefined) return;
      if (!isAnsweredInRequest(context.activity)) resolve({ status: 200 });
      const verdict = options.limits.count(context.activity);
      if (verdict === "taken") return turns.run(context, taken);
      await refuseFast(context, { ...options, verdict });
      await turns.drop(taken);
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

/** Who writes too fast reads so once a minute; an invoke needs an answer in its request. */
async function refuseFast(
  context: TurnContext,
  { verdict, metrics, log }: MessagesOptions & { verdict: Verdict },
): Promise<void> {
  const { activity } = context;
  metrics?.refused("rate");
  log.info("messages.too-many", { conversation: hashConversation(conversationKey(activity)), verdict });
  if (activity.type === "invoke") {
    await context.sendActivity({ type: "invokeResponse", value: { status: 429 } });
  } else if (verdict === "told") {
    await context.sendActivity(TOO_MANY[languageOfActivity(activity) ?? "en"]);
  }
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

function foreignService({ serviceUrl }: Activity): Error {
  const host = URL.parse(serviceUrl)?.host.slice(0, 100) ?? "";
  return new Error(
    `The activity's service "${host}" is none of the Bot Framework's: name it in BOT_SERVICE_HOSTS if it is yours`,
  );
}

function noteRefusal(
  { status }: HttpProblem,
  { address, limits, metrics }: { address: string; limits: MessageLimits; metrics: Metrics | undefined },
): void {
  if (status === 413) metrics?.refused("size");
  if (status !== 401) return;
  metrics?.refused("stranger");
  limits.countStranger(address);
}

function tooManyStrangers(metrics: Metrics | undefined): HttpProblem {
  metrics?.refused("rate");
  return new HttpProblem(429, {
    code: "TooManyRequests",
    message: "Too many requests of unknown senders came from this address: try again in a minute",
    headers: { "retry-after": "60" },
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
