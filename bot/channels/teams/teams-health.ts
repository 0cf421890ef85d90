import { readSendError } from "../send-error.ts";

/** Whether Microsoft takes what the bot sends. */
export interface TeamsHealth {
  /** Notes the outcome of a send: what was thrown, or `undefined` for a success. */
  note(failure: unknown): void;
  /** Why the bot cannot speak in Teams; `undefined` while it can, as far as is known. */
  problem(): string | undefined;
}

const CREDENTIALS = /(AADSTS\d{4,9})|invalid_client|unauthorized_client/;

/**
 * Watches whether the bot's credentials are accepted, for `/readyz`: a bot whose client secret has expired hears
 * everything and says nothing, which nobody notices otherwise.
 */
export function createTeamsHealth(): TeamsHealth {
  let problem: string | undefined;
  return {
    note(failure) {
      if (failure === undefined) problem = undefined;
      else problem = credentialProblem(failure) ?? problem;
    },
    problem: () => problem,
  };
}

function credentialProblem(failure: unknown): string | undefined {
  const found = CREDENTIALS.exec(failure instanceof Error ? failure.message : "");
  if (found === null && readSendError(failure).status !== 401) return undefined;
  const code = found?.[1] === undefined ? "" : ` (${found[1]})`;
  return `Microsoft does not accept the bot's credentials${code}: renew MICROSOFT_APP_PASSWORD, or use a managed identity`;
}
