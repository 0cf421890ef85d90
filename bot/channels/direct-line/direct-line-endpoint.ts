import type { Request, Server } from "restify";
import { type HttpAnswer, HttpProblem, respond } from "../http.ts";
import { pollActivities, postActivity } from "./activity-routes.ts";
import { generateToken, reconnect, refreshToken, startConversation } from "./connection-routes.ts";
import { answerCors, BASE_PATH, refuseOrigin } from "./cors.ts";
import type { DirectLineOptions, RouteOptions } from "./endpoint-options.ts";
import { eraseConversation } from "./erase-route.ts";
import { createLimits } from "./limits.ts";
import { refuseUploads, UPLOAD_REFUSAL } from "./refuse-uploads.ts";
import { createWebChatTurns } from "./run-turn.ts";

/**
 * Adds the REST part of Direct Line 3.0 under `/v3/directline`, as Web Chat uses it.
 *
 * In: requests of a page, believed only as far as their token says. Out: the bot's activities, by polling here
 * or by the WebSocket of `serveStream`.
 */
export function mountDirectLine(server: Server, options: DirectLineOptions): void {
  options.turns.serve("web-chat", createWebChatTurns(options));
  refuseUploads(server, options.origins);
  answerCors(server, options.origins);
  const routeOptions: RouteOptions = { ...options, limits: createLimits(options) };
  const route = (work: (request: Request, options: RouteOptions) => HttpAnswer | Promise<HttpAnswer>) =>
    respond(options.log, (request) => {
      refuseOrigin(request, options.origins);
      return work(request, routeOptions);
    });
  const conversation = `${BASE_PATH}/conversations/:conversationId`;
  server.post(`${BASE_PATH}/tokens/generate`, route(generateToken));
  server.post(`${BASE_PATH}/tokens/refresh`, route(refreshToken));
  server.post(`${BASE_PATH}/conversations`, route(startConversation));
  server.get(conversation, route(reconnect));
  server.get(`${conversation}/activities`, route(pollActivities));
  server.post(`${conversation}/activities`, route(postActivity));
  server.post(`${conversation}/upload`, route(refuseUpload));
  server.post(`${conversation}/erase`, route(eraseConversation));
  server.get(`${BASE_PATH}/session/getsessionid`, route(refuseSession));
}

/** For an address that is written otherwise; {@link refuseUploads} answers the others before their body. */
function refuseUpload(): never {
  throw new HttpProblem(415, UPLOAD_REFUSAL);
}

/** Sessions serve enhanced authentication alone, which this endpoint has not; clients take 404 as "none". */
function refuseSession(): never {
  throw new HttpProblem(404, { code: "NotFound", message: "This server has no sign-in sessions" });
}
