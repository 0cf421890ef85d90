import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** What the next answers of the provider look like; each field may be changed at any time. */
export interface Script {
  /** Changes the claims of the identity token. */
  claims: (claims: JWTPayload) => JWTPayload;
  /** Makes the identity token of its claims. */
  sign: (claims: JWTPayload, provider: ScriptedProvider) => Promise<string>;
  /** Changes the metadata. */
  metadata: (metadata: Record<string, unknown>) => Record<string, unknown>;
  /** The person says no, or the provider does. */
  refusal?: string;
  /** Status of the token endpoint, when it fails. */
  tokenStatus?: number;
}

interface Grant {
  challenge: string;
  nonce: string;
  redirectUri: string;
}

export const CLIENT_ID = "sivuvirta-client";
export const CLIENT_SECRET = "s3cret/of+the tests:%";

/** An OpenID provider on loopback that checks what a real one checks: client, redirect address, code, PKCE. */
export class ScriptedProvider {
  readonly keys;
  script: Script;
  /** Paths in the order they were asked for. */
  readonly asked: string[] = [];
  /** Authorization requests as they came. */
  readonly authorizations: URLSearchParams[] = [];
  /** How the client proved itself. */
  readonly proofs: string[] = [];
  readonly #grants = new Map<string, Grant>();
  #server?: Server;
  #port = 0;

  constructor(keys: Awaited<ReturnType<typeof generateKeyPair>>) {
    this.keys = keys;
    this.script = {
      claims: (claims) => claims,
      metadata: (metadata) => metadata,
      sign: (claims, { keys }) =>
        new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(keys.privateKey),
    };
  }

  static async start(): Promise<ScriptedProvider> {
    const provider = new ScriptedProvider(await generateKeyPair("RS256", { extractable: true }));
    await provider.listen();
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.#port}/realms/park`;
  }

  /** Begins to serve; again after {@link close} at the same address. */
  async listen(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    const path = url.pathname.replace("/realms/park", "");
    this.asked.push(path);
    if (path === "/.well-known/openid-configuration") return json(response, 200, this.#metadata());
    if (path === "/jwks") return json(response, 200, { keys: [await this.#publicKey()] });
    if (path === "/authorize") return this.#authorize(url.searchParams, response);
    if (path === "/token") return await this.#token(request, response);
    return json(response, 404, {});
  }

  #metadata(): Record<string, unknown> {
    const { issuer } = this;
    return this.script.metadata({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/logout`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    });
  }

  async #publicKey() {
    return { ...(await exportJWK(this.keys.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  }

  #authorize(query: URLSearchParams, response: ServerResponse): void {
    this.authorizations.push(query);
    const back = new URL(query.get("redirect_uri") ?? "");
    back.searchParams.set("state", query.get("state") ?? "");
    if (this.script.refusal) {
      back.searchParams.set("error", this.script.refusal);
      back.searchParams.set("error_description", "Told by the provider <script>alert(1)</script>");
    } else {
      const code = randomBytes(12).toString("hex");
      this.#grants.set(code, {
        challenge: query.get("code_challenge") ?? "",
        nonce: query.get("nonce") ?? "",
        redirectUri: query.get("redirect_uri") ?? "",
      });
      back.searchParams.set("code", code);
    }
    response.writeHead(302, { location: back.href });
    response.end();
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = new URLSearchParams(Buffer.concat(chunks).toString());
    if (this.script.tokenStatus) return json(response, this.script.tokenStatus, { error: "server_error" });
    if (!this.#isClient(request, body)) return json(response, 401, { error: "invalid_client" });
    const code = body.get("code") ?? "";
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    const isGood = grant?.challenge === challenge && grant.redirectUri === body.get("redirect_uri");
    if (!isGood || body.get("grant_type") !== "authorization_code") {
      return json(response, 400, { error: "invalid_grant" });
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = this.script.claims({
      iss: this.issuer,
      aud: CLIENT_ID,
      sub: "person-1",
      name: "Someone Somewhere",
      nonce: grant.nonce,
      iat: now,
      exp: now + 3600,
    });
    const idToken = await this.script.sign(claims, this);
    return json(response, 200, { access_token: "opaque-access", token_type: "Bearer", id_token: idToken });
  }

  #isClient(request: IncomingMessage, body: URLSearchParams): boolean {
    const { authorization } = request.headers;
    this.proofs.push(authorization ? "basic" : body.has("client_secret") ? "post" : "none");
    if (authorization) {
      const [id, secret] = Buffer.from(authorization.replace("Basic ", ""), "base64").toString().split(":");
      const decode = (text = "") => decodeURIComponent(text.replaceAll("+", " "));
      return decode(id) === CLIENT_ID && decode(secret) === CLIENT_SECRET;
    }
    return body.get("client_id") === CLIENT_ID && body.get("client_secret") === CLIENT_SECRET;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
