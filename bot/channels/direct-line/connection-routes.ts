import { randomBytes, randomUUID } from "node:crypto";
import type { Request } from "restify";
import { type HttpAnswer, HttpProblem, readJsonBody } from "../http.ts";
import {
  carriesSecret,
  findConversation,
  forbidden,
  hasEnded,
  readConversation,
  readToken,
} from "./authorise.ts";
import { BASE_PATH } from "./cors.ts";
import type { DirectLineOptions, RouteOptions } from "./endpoint-options.ts";
import { greetClient } from "./run-turn.ts";
import { type Claims, TOKEN_LIFE_IN_SECONDS } from "./token.ts";
import { readRank } from "./web-identity.ts";
import { type NewPerson, parsePage, parseServer, parseStart, parseWatermark } from "./wire.ts";

/** What a token says of one person in one conversation, whichever token it is. */
type Person = Omit<Claims, "use" | "watermark" | "jti" | "exp">;

/**
 * `POST tokens/generate`: a token for a conversation that does not exist yet.
 *
 * A page gets a new person, whom an `identity` in the body may give a rank; what its body says of a user is ignored, for
 * an id chosen by a client would let it speak as somebody else. The owner of the secret may name the user and the pages.
 */
export async function generateToken(request: Request, options: RouteOptions): Promise<HttpAnswer> {
  const isServer = carriesSecret(request, options.secret);
  if (!isServer) options.limits.countConversation(request);
  const body = readJsonBody(request);
  const { identity } = parsePage(body);
  const person = isServer
    ? newPerson(parseServer(body))
    : { ...newPerson({}), origin: request.headers.origin };
  const rank = await readRank(request, { identity, identify: options.identify });
  return { status: 200, body: tokenBody({ ...person, ...rank }, options) };
}

/** `POST tokens/refresh`: a newer token for the same person, rank and conversation. */
export async function refreshToken(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  const claims = readToken(request, options);
  await findConversation(claims, options);
  return { status: 200, body: tokenBody(claims, options) };
}

/**
 * `POST conversations`: begins the token's conversation, or joins it from its start when it has begun. The owner of the
 * secret begins a new one without a token.
 */
export async function startConversation(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  const json = readJsonBody(request);
  const { locale } = parseStart(json);
  const claims = carriesSecret(request, options.secret)
    ? newPerson(parseServer(json))
    : readToken(request, options);
  if (await options.hub.isErased(claims.conversation)) throw hasEnded();
  const body = connectionBody(request, { ...options, claims, watermark: 0 });
  const { conversation: id, user, origin } = claims;
  const isNew = await options.hub.start({ id, user, origin, locale });
  if (isNew) greetClient({ id, user, locale }, options);
  else await findConversation(claims, options);
  return { status: isNew ? 201 : 200, body };
}

/**
 * `GET conversations/{id}?watermark=`: a new socket address, which replays what came after the watermark.
 *
 * A client whose place another one took, and still has, is refused: directlinejs would come back every few seconds, and
 * two of them would push each other out for ever. 403 stops it, and lets it come back once the other one is gone.
 */
export async function reconnect(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  const { claims } = await readConversation(request, options);
  const watermark = parseWatermark(request.getQuery());
  const { conversation, connection } = claims;
  if (connection !== undefined && (await options.hub.isReplaced(conversation, connection))) {
    throw forbidden(
      "ConnectionReplaced",
      "The conversation goes on in another window: use that one or reload",
    );
  }
  return { status: 200, body: connectionBody(request, { ...options, claims, watermark }) };
}

function newPerson({ user, trustedOrigins }: NewPerson): Person {
  return {
    user: user?.id ?? `dl_${randomBytes(16).toString("base64url")}`,
    conversation: randomBytes(16).toString("base64url"),
    origins: trustedOrigins,
  };
}

function personOf(claims: Person): Person {
  const { user, conversation, origin, origins, connection, reader, readerUntil } = claims;
  return { user, conversation, origin, origins, connection, reader, readerUntil };
}

function tokenBody(person: Person, { signer }: DirectLineOptions) {
  const token = signer.sign({ use: "token", ...personOf(person) });
  return { conversationId: person.conversation, token, expires_in: TOKEN_LIFE_IN_SECONDS };
}

function connectionBody(
  request: Request,
  options: DirectLineOptions & { claims: Person; watermark: number },
) {
  const { watermark, origins, signer } = options;
  const streamOrigin = origins.streamOrigin(request.headers);
  if (!streamOrigin) {
    throw new HttpProblem(400, {
      code: "BadHost",
      message: "The server is not known under this host name: set PUBLIC_URL to the address people use",
    });
  }
  const person = { ...personOf(options.claims), connection: randomUUID() };
  const ticket = signer.sign({ use: "ticket", ...person, watermark });
  const streamUrl = `${streamOrigin}${BASE_PATH}/conversations/${person.conversation}/stream?t=${ticket}`;
  return { ...tokenBody(person, options), streamUrl, referenceGrammarId: person.conversation };
}
