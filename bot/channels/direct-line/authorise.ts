import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "restify";
import type { StoredConversation } from "../../state/stored-conversation.ts";
import { HttpProblem } from "../http.ts";
import type { ConversationHub } from "./conversation-hub.ts";
import type { Claims, TokenSigner } from "./token.ts";

/** What a secret's owner may do with a conversation: what its user may, from anywhere. */
const SECRET_LIFE = { jti: "", exp: Number.POSITIVE_INFINITY } as const;

/** What a request is checked against. */
export interface Checks {
  hub: ConversationHub;
  signer: TokenSigner;
  /** Shared with another server: opens every conversation, makes tokens, and is shown as a bearer like a token. */
  secret?: string;
}

/** A conversation and the token that opened it. */
export interface Access {
  claims: Claims;
  conversation: StoredConversation;
}

/**
 * Checks the token of a request.
 *
 * The two statuses mean different things to directlinejs: 403 "the token is over", 401 nothing at all.
 *
 * @throws {HttpProblem} 401 without a token, 403 when it is wrong, expired or made for another page.
 */
export function readToken(request: Request, { signer }: Pick<Checks, "signer">): Claims {
  const bearer = readBearer(request);
  if (bearer === undefined) {
    throw new HttpProblem(401, {
      code: "Unauthorized",
      message: "The request has no token: get one from tokens/generate and send it as Authorization: Bearer",
    });
  }
  const verdict = signer.verify(bearer, "token");
  if ("failure" in verdict) {
    throw verdict.failure === "expired"
      ? forbidden("TokenExpired", "The token has expired: get a new one from tokens/generate")
      : forbidden("BadToken", "The token is not valid: get one from tokens/generate");
  }
  if (!isFromItsPage(verdict.claims, request.headers)) {
    throw forbidden("BadToken", "The token was made for another page");
  }
  return verdict.claims;
}

/**
 * Tells whether a token is shown by a page it was made for.
 *
 * Browsers leave the origin out where a page reads from its own server, and programs have none: a token that is not
 * confined to pages passes then, a confined one only on a server that is one of them.
 */
export function isFromItsPage(claims: Claims, headers: { origin?: string; host?: string }): boolean {
  const { origin, host } = headers;
  if (claims.origins) {
    if (origin !== undefined) return claims.origins.includes(origin);
    return claims.origins.some((page) => new URL(page).host === host?.toLowerCase());
  }
  return origin === undefined || claims.origin === undefined || origin === claims.origin;
}

/**
 * Checks that a request may use the conversation in its path.
 *
 * @throws {HttpProblem} As {@link readToken}; 403 for another conversation's token, 404 when it has ended.
 */
export async function readConversation(request: Request, checks: Checks): Promise<Access> {
  if (carriesSecret(request, checks.secret)) return accessBySecret(request, checks);
  const claims = readToken(request, checks);
  if (claims.conversation !== request.params.conversationId) {
    throw forbidden("BadToken", "The token belongs to another conversation");
  }
  return { claims, conversation: await findConversation(claims, checks) };
}

/**
 * The conversation a token speaks of.
 *
 * @throws {HttpProblem} 404 when it has ended or never began.
 */
export async function findConversation(
  claims: Pick<Claims, "conversation" | "user">,
  { hub }: Pick<Checks, "hub">,
): Promise<StoredConversation> {
  const conversation = await hub.read(claims.conversation);
  if (conversation && conversation.user === claims.user) return conversation;
  throw hasEnded();
}

/** The problem of a conversation that is over; directlinejs stops for good when it sees its status. */
export function hasEnded(): HttpProblem {
  return new HttpProblem(404, {
    code: "ConversationNotFound",
    message: "The conversation has ended: start a new one",
  });
}

/** Tells whether a request carries the shared secret, in a time that says nothing about how much of it fits. */
export function carriesSecret(request: Request, secret: string | undefined): boolean {
  const bearer = readBearer(request);
  if (bearer === undefined || secret === undefined) return false;
  return timingSafeEqual(digest(bearer), digest(secret));
}

async function accessBySecret(request: Request, { hub }: Checks): Promise<Access> {
  const conversation = await hub.read(String(request.params.conversationId));
  if (!conversation) throw hasEnded();
  const { id, user } = conversation;
  return { claims: { use: "token", user, conversation: id, ...SECRET_LIFE }, conversation };
}

/** The problem of a token or identity that does not open what it was shown for. */
export function forbidden(code: string, message: string): HttpProblem {
  return new HttpProblem(403, { code, message });
}

function readBearer(request: Request): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
