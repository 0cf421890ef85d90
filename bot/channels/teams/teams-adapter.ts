import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
} from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { ConnectorMappers } from "botframework-connector/lib/connectorApi/connectorClient.js";
import type { MicrosoftApp } from "../../config.ts";
import type { BotHandler } from "../handler-options.ts";
import { type ConnectorHttpOptions, createConnectorHttpClient } from "./connector-http-client.ts";

/**
 * The SDK (4.23.3) writes an entity as its type, text and mentioned person and drops all else without a word: citations,
 * the AI label and the numbers of a stream would never leave the process. Its table of fields is told to keep them.
 */
Object.assign(ConnectorMappers.Entity.type, { additionalProperties: { type: { name: "any" } } });

/** The SDK's adapter, reached below its own HTTP handling. */
export class TeamsAdapter extends CloudAdapter {
  /**
   * Authenticates one activity and runs its turn.
   *
   * `CloudAdapter.process` does the same but prints every stranger's bad token with a stack, and sends error
   * messages of the inside to the client.
   *
   * @param activity The parsed body of the request.
   * @param options.authorization The `Authorization` header; empty when there is none.
   * @param options.handler The bot.
   * @returns Status and body to answer with; `undefined` means 200 without one.
   * @throws {AuthenticationError} If the sender cannot be believed.
   */
  run(
    activity: Activity,
    options: { authorization: string; handler: BotHandler },
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(options.authorization, activity, options.handler);
  }

  /** Runs the turn of an activity once more whose sender was authenticated before; the bot speaks of its own accord. */
  resume(activity: Partial<Activity>, { appId, logic }: { appId: string; logic: BotHandler }): Promise<void> {
    return this.processProactive(this.createClaimsIdentity(appId), activity, undefined, logic);
  }
}

/** Another issuer of tokens than Microsoft's public cloud. */
export interface TokenIssuer {
  /** Address of its OpenID metadata. */
  metadataUrl: string;
  /** `iss` of the tokens that callers send. */
  issuer: string;
  /** Makes the bot's own tokens. */
  credentials: ServiceClientCredentialsFactory;
}

/** What {@link createTeamsAdapter} can be told. */
export interface TeamsAdapterOptions extends ConnectorHttpOptions {
  /** @default Microsoft's public cloud */
  tokenIssuer?: TokenIssuer;
}

/**
 * Creates the adapter for Teams and all other channels of Azure Bot Service.
 *
 * @param app Absent: nobody is authenticated; the caller must let local tools in only.
 */
export function createTeamsAdapter(
  app: MicrosoftApp | undefined,
  options: TeamsAdapterOptions = {},
): TeamsAdapter {
  const { tokenIssuer } = options;
  const credentials =
    tokenIssuer?.credentials ??
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: app?.id ?? "",
      MicrosoftAppPassword: app?.password ?? "",
      MicrosoftAppTenantId: app?.tenantId ?? "",
      MicrosoftAppType: app?.type ?? "",
    });
  const cloud = tokenIssuer && {
    ToBotFromChannelOpenIdMetadataUrl: tokenIssuer.metadataUrl,
    ToBotFromChannelTokenIssuer: tokenIssuer.issuer,
    // The SDK takes all of these or none.
    ToChannelFromBotLoginUrl: tokenIssuer.metadataUrl,
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToBotFromEmulatorOpenIdMetadataUrl: tokenIssuer.metadataUrl,
    OAuthUrl: tokenIssuer.metadataUrl,
  };
  // The SDK's type of an HTTP client names far more than it calls.
  const connectorOptions = { httpClient: createConnectorHttpClient(options) } as never;
  return new TeamsAdapter(
    new ConfigurationBotFrameworkAuthentication(
      cloud ?? {},
      credentials,
      undefined,
      undefined,
      connectorOptions,
    ),
  );
}
