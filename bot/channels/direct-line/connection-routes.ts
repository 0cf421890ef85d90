import { randomBytes } from "node:crypto";
import type { Request } from "restify";
import { type HttpAnswer, HttpProblem, readJsonBody } from "../http.ts";
import { carriesSecret, findConversation, readConversation, readToken } from "./authorise.ts";
import { BASE_PATH } from "./cors.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";
import type { RateLimit } from "./rate-limit.ts";
import { greetClient } from "./run-turn.ts";
import { type Claims, TOKEN_LIFE_IN_SECONDS } from "./token.ts";
import { parseStart, parseWatermark } from "./wire.ts";

/** What identifies one person in one conversation, from a token. */
type Identity = Pick<Claims, "user" | "conversation" | "origin">;

/**
 * `POST tokens/generate`: a token for a conversation that does not exist yet, for a person who has no name.
 *
 * Whatever the body says of a user is ignored: an id chosen by a client would let it speak as somebody else.
 */
export function generateToken(
  request: Request,
  options: DirectLineOptions & { isWithinLimit: RateLimit },
): HttpAnswer {
  const isServer = carriesSecret(request, options.secret);
  if (!isServer && !options.isWithinLimit(request.socket.remoteAddress ?? "")) {
    throw new HttpProblem(429, {
      code: "TooManyRequests",
      message: "Too many conversations began at this address: try again in a minute",
      headers: { "retry-after": "60" },
    });
  }
  const identity = {
    user: `dl_${randomBytes(16).toString("base64url")}`,
    conversation: randomBytes(16).toString("base64url"),
    // A token made by another server may be used from any page that is allowed.
    origin: isServer ? undefined : request.headers.origin,
  };
  return { status: 200, body: tokenBody(identity, options) };
}

/** `POST tokens/refresh`: a newer token for the same person and conversation. */
export function refreshToken(request: Request, options: DirectLineOptions): HttpAnswer {
  const claims = readToken(request, options);
  findConversation(claims, options);
  return { status: 200, body: tokenBody(claims, options) };
}

/** `POST conversations`: begins the token's conversation, or joins it from its start when it has begun. */
export function startConversation(request: Request, options: DirectLineOptions): HttpAnswer {
  const claims = readToken(request, options);
  const { locale } = parseStart(readJsonBody(request));
  const body = connectionBody(request, { ...options, claims, watermark: 0 });
  const { conversation: id, user, origin } = claims;
  const isNew = options.hub.start({ id, user, origin, locale });
  if (isNew) greetClient({ id, user, locale }, options);
  return { status: isNew ? 201 : 200, body };
}

/** `GET conversations/{id}?watermark=`: a new socket address, which replays what came after the watermark. */
export function reconnect(request: Request, options: DirectLineOptions): HttpAnswer {
  const { claims } = readConversation(request, options);
  const watermark = parseWatermark(request.getQuery());
  return { status: 200, body: connectionBody(request, { ...options, claims, watermark }) };
}

function tokenBody(identity: Identity, { signer }: DirectLineOptions) {
  const { user, conversation, origin } = identity;
  const token = signer.sign({ use: "token", user, conversation, origin });
  return { conversationId: conversation, token, expires_in: TOKEN_LIFE_IN_SECONDS };
}

function connectionBody(
  request: Request,
  options: DirectLineOptions & { claims: Claims; watermark: number },
) {
  const { claims, watermark, origins, signer } = options;
  const { user, conversation, origin } = claims;
  const streamOrigin = origins.streamOrigin(request.headers);
  if (!streamOrigin) {
    throw new HttpProblem(400, {
      code: "BadHost",
      message: "The server is not known under this host name: set PUBLIC_URL to the address people use",
    });
  }
  const ticket = signer.sign({ use: "ticket", user, conversation, origin, watermark });
  const streamUrl = `${streamOrigin}${BASE_PATH}/conversations/${conversation}/stream?t=${ticket}`;
  return { ...tokenBody(claims, options), streamUrl, referenceGrammarId: conversation };
}
