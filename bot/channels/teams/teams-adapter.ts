import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type InvokeResponse,
} from "botbuilder";
import type { MicrosoftApp } from "../../config.ts";
import type { BotHandler } from "../bot-handler.ts";
import { createConnectorHttpClient } from "./connector-http-client.ts";

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
}

/**
 * Creates the adapter for Teams and all other channels of Azure Bot Service.
 *
 * @param app Absent: nobody is authenticated; the caller must let local tools in only.
 */
export function createTeamsAdapter(app: MicrosoftApp | undefined): TeamsAdapter {
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: app?.id ?? "",
    MicrosoftAppPassword: app?.password ?? "",
    MicrosoftAppTenantId: app?.tenantId ?? "",
    MicrosoftAppType: app?.type ?? "",
  });
  // The SDK's type of an HTTP client names far more than it calls.
  const connectorOptions = { httpClient: createConnectorHttpClient() } as never;
  return new TeamsAdapter(
    new ConfigurationBotFrameworkAuthentication({}, credentials, undefined, undefined, connectorOptions),
  );
}
