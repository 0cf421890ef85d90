import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { OidcConfig } from "../config.ts";
import type { Flow } from "./flow-cookie.ts";
import { readInsecureIssuer, refuseOtherHosts } from "./insecure-loopback.ts";
import { wantedScope } from "./reader-of-claims.ts";
import { refuseOtherIssuer } from "./refuse-other-issuer.ts";

/** What the provider is reached with. */
export interface OidcProviderOptions {
  oidc: OidcConfig;
  /** Where the provider sends people back: whole address, registered there. */
  redirectUri: string;
  /** Lets tests use a provider without TLS on this machine. @default {false} */
  allowsInsecureLoopback?: boolean;
  /** Clock of the age of what was discovered, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** Patience with one call to the provider, in seconds: a person is waiting. */
const TIMEOUT_IN_S = 8;
/** How much the provider's clock may differ from ours, in seconds. */
const CLOCK_TOLERANCE_IN_S = 30;
/** Age at which the provider's addresses are asked for anew, in milliseconds. */
const METADATA_AGE_IN_MS = 24 * 3_600_000;

/**
 * The OpenID Connect provider, asked for its addresses at first use and again after a failure. Authorization code with
 * PKCE, state and nonce; the signature of the identity token is checked, although it comes over TLS.
 */
export class OidcProvider {
  readonly #options: OidcProviderOptions;
  readonly #now: () => number;
  #found?: { configuration: Configuration; at: number };
  #search?: Promise<Configuration>;

  /** @throws {RangeError} If insecure requests are allowed to an issuer that is not on this machine. */
  constructor(options: OidcProviderOptions) {
    if (options.allowsInsecureLoopback) readInsecureIssuer(options.oidc.issuer);
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Begins a sign-in.
   *
   * @param returnPath Where the person goes afterwards.
   * @returns Where to send the browser, and what it must bring back.
   * @throws {Error} If the provider cannot be reached or names another issuer.
   */
  async begin(returnPath: string): Promise<{ url: URL; flow: Flow }> {
    const { oidc, redirectUri } = this.#options;
    const configuration = await this.#find();
    const flow = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      returnPath,
    };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: wantedScope(oidc),
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: "S256",
    });
    return { url, flow };
  }

  /**
   * Ends a sign-in: trades the code for an identity token and checks that.
   *
   * @param search Query of the address the provider sent the browser to.
   * @param flow What {@link begin} gave this browser.
   * @returns Claims of the verified token.
   * @throws {Error} If the provider refused, cannot be reached, or anything does not fit.
   */
  async finish(search: string, flow: Flow): Promise<IDToken> {
    const configuration = await this.#find();
    // Built of the setting, because the redirect address in it must be ours whatever the Host header says.
    const address = new URL(this.#options.redirectUri);
    address.search = search;
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("Cannot sign in: the provider sent no identity token");
    return claims;
  }

  /** Where a person signs out of the provider too; `undefined` when it has no such page or cannot be reached. */
  async endSessionUrl(): Promise<string | undefined> {
    try {
      const configuration = await this.#find();
      const { end_session_endpoint: endpoint } = configuration.serverMetadata();
      return endpoint ? buildEndSessionUrl(configuration).href : undefined;
    } catch {
      // Signing out here does not depend on the provider; only the offer is missing.
      return undefined;
    }
  }

  async #find(): Promise<Configuration> {
    const isFresh = this.#found && this.#now() - this.#found.at < METADATA_AGE_IN_MS;
    if (this.#found && isFresh) return this.#found.configuration;
    this.#search ??= discover(this.#options).finally(() => {
      this.#search = undefined;
    });
    try {
      const configuration = await this.#search;
      this.#found = { configuration, at: this.#now() };
      return configuration;
    } catch (error) {
      if (this.#found) return this.#found.configuration;
      throw error;
    }
  }
}

async function discover({ oidc, allowsInsecureLoopback }: OidcProviderOptions): Promise<Configuration> {
  // The first checks signatures, which the library leaves out for tokens that came over TLS.
  const execute = [
    enableNonRepudiationChecks,
    ...(allowsInsecureLoopback ? [allowInsecureRequests, refuseOtherHosts] : []),
  ];
  const configuration = await discovery(
    new URL(oidc.issuer),
    oidc.clientId,
    { [clockTolerance]: CLOCK_TOLERANCE_IN_S },
    clientAuthentication(oidc.clientSecret),
    { execute, timeout: TIMEOUT_IN_S },
  );
  refuseOtherIssuer(configuration.serverMetadata().issuer, oidc.issuer);
  return configuration;
}

/** How we prove ourselves: in the body where the provider takes that, else as the standard's default says. */
function clientAuthentication(clientSecret: string | undefined): ClientAuth {
  if (clientSecret === undefined) return None();
  const post = ClientSecretPost(clientSecret);
  const basic = ClientSecretBasic(clientSecret);
  return (server, ...rest) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post");
    return (takesPost ? post : basic)(server, ...rest);
  };
}
