import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import type { TokenIssuer } from "../../bot/channels/teams/teams-adapter.ts";

/** One request the bot made of the service. */
export interface ServiceCall {
  method: string;
  path: string;
  authorization: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
  body: SentActivity;
}

/** An activity as the bot sends it. */
export interface SentActivity {
  type: string;
  text?: string;
  entities?: Record<string, unknown>[];
  channelData?: Record<string, unknown>;
  attachments?: { contentType: string; content: Record<string, unknown> }[];
  suggestedActions?: { actions: { title: string; value: string }[] };
  [field: string]: unknown;
}

/** What the service answers to one call. */
export interface ServiceAnswer {
  status: number;
  body?: object;
  headers?: Record<string, string>;
  /** The connection stays open without an answer. */
  isSilent?: boolean;
}

/** A stand-in of the Bot Framework service and of the issuer of its tokens. */
export interface TeamsService {
  url: string;
  /** Everything the bot has sent to conversations, in order. */
  calls: ServiceCall[];
  /** Decides what a call gets. @default 201 with an id of its own */
  answer: (call: ServiceCall) => ServiceAnswer | undefined;
  /** Whether the issuer answers when it is asked for its keys. */
  hasKeys: boolean;
  /** Members by the id of their account, as the list of members tells them. */
  members: Map<string, object>;
  /** For `createTeamsAdapter`. */
  tokenIssuer: TokenIssuer;
  /** A token as the service signs its calls to the bot. */
  sign(changes?: TokenChanges): Promise<string>;
  close(): void;
}

/** What a test changes of a good token. */
export interface TokenChanges {
  audience?: string;
  issuer?: string;
  serviceUrl?: string;
  /** Seconds since 1970. */
  expires?: number;
  /** Signed with a key the issuer does not have. */
  isForged?: boolean;
}

/** App id the service signs for. */
export const APP_ID = "6f0e3a52-7f35-4d3b-9c4c-0000000000aa";
/** What the bot itself bears when it calls the service. */
const BOT_TOKEN = "token-of-the-bot";

/** Starts the service on a free port: connector, OpenID metadata and keys. */
export async function startTeamsService(): Promise<TeamsService> {
  const keys = await generateKeyPair("RS256", { extractable: true });
  const otherKeys = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "k1", use: "sig", endorsements: ["msteams"] };
  const calls: ServiceCall[] = [];
  const members = new Map<string, object>();
  let url = "";
  // The SDK keeps keys by their address for as long as the process lives, and a later service may get the same port.
  const openIdPath = `/openid-${randomUUID()}`;
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    const send = ({ status, body, headers, isSilent }: ServiceAnswer) => {
      if (isSilent) return;
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(body === undefined ? "" : JSON.stringify(body));
    };
    if (path === openIdPath && !service.hasKeys) return;
    if (path === openIdPath)
      return send({ status: 200, body: { issuer: service.tokenIssuer.issuer, jwks_uri: `${url}/keys` } });
    if (path === "/keys") return send({ status: 200, body: { keys: [jwk] } });
    const body = await readBody(request);
    const member = /\/members\/([^/?]+)/.exec(path)?.[1];
    if (member !== undefined) {
      const known = members.get(member);
      return send(known ? { status: 200, body: known } : { status: 404, body: {} });
    }
    const { authorization } = request.headers;
    const call = { method: request.method ?? "", path, authorization, at: Date.now(), body };
    calls.push(call);
    send(service.answer(call) ?? { status: 201, body: { id: `a${calls.length}` } });
  });
  // While a test keeps the process busy a connection may lie idle for long; closed just then, it loses a message.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: TeamsService = {
    url,
    calls,
    hasKeys: true,
    members,
    answer: () => undefined,
    tokenIssuer: issuerAt(url, openIdPath),
    sign: ({ audience = APP_ID, issuer = `${url}/issuer`, serviceUrl = url, expires, isForged } = {}) =>
      new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: "RS256", kid: "k1" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(expires ?? Math.floor(Date.now() / 1000) + 600)
        .sign(isForged ? otherKeys.privateKey : keys.privateKey),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return service;
}

/** Believes the service's tokens, and gives the bot one of its own. */
function issuerAt(url: string, openIdPath: string): TokenIssuer {
  const credentials = {
    isValidAppId: async (appId: string) => appId === APP_ID,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set("authorization", `Bearer ${BOT_TOKEN}`);
        return request;
      },
    }),
  };
  return { metadataUrl: `${url}${openIdPath}`, issuer: `${url}/issuer`, credentials: credentials as never };
}

async function readBody(request: IncomingMessage): Promise<SentActivity> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? { type: "" } : JSON.parse(text);
}
