import type { OidcConfig } from "../config.ts";
import type { Log } from "../log.ts";
import type { FlowCookie } from "./flow-cookie.ts";
import type { OidcProvider } from "./oidc-provider.ts";
import type { SessionCookie } from "./session-cookie.ts";

/** The parts the routes of the sign-in share. */
export interface SignInParts {
  oidc: OidcConfig;
  /** Origin under which people reach the bot. */
  publicUrl: string;
  log: Log;
  provider: OidcProvider;
  flows: FlowCookie;
  sessions: SessionCookie;
}
