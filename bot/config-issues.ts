import type { z } from "zod";

/* What settings lack together, though each by itself is right. */

function issue(name: string, message: string): z.core.$ZodIssue[] {
  return [{ code: "custom", path: [name], message, input: undefined }];
}

/** What the settings of the sign-in lack as a whole: it comes back to the public address, and a provider alone knows no client. */
export function oidcIssues(set: Record<string, string>): z.core.$ZodIssue[] {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "PUBLIC_URL"];
  if (!set.OIDC_ISSUER && !set.OIDC_CLIENT_ID) return [];
  return names
    .filter((name) => !set[name])
    .flatMap((name) => issue(name, `Expected ${name} for sign-in by OpenID Connect: set it`));
}

/** A mail needs a server and a sender. */
export function mailIssues(set: Record<string, string>): z.core.$ZodIssue[] {
  if (Boolean(set.SMTP_URL) === Boolean(set.MAIL_FROM)) return [];
  const missing = set.SMTP_URL ? "MAIL_FROM" : "SMTP_URL";
  return issue(missing, `Expected ${missing} for sending mail: set SMTP_URL and MAIL_FROM, or neither`);
}

/** A model needs an endpoint and a name; a key may be missing on one's own machine. */
export function modelIssues(set: Record<string, string>): z.core.$ZodIssue[] {
  return (["CHAT", "EMBEDDING"] as const).flatMap((kind) => {
    const [url, model, key] = [`${kind}_BASE_URL`, `${kind}_MODEL`, `${kind}_API_KEY`];
    if (!set[url] && !set[model]) {
      return set[key] ? issue(key, `Expected ${url} and ${model} beside ${key}: set all three`) : [];
    }
    return [url, model]
      .filter((name) => !set[name])
      .flatMap((name) => issue(name, `Expected ${name}: a model needs ${url} and ${model}: set both`));
  });
}

/** What the settings of the registration lack as a whole; looked at even when single ones are wrong. */
export function microsoftAppIssues(set: Record<string, string>): z.core.$ZodIssue[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password } = set;
  const type = set.MICROSOFT_APP_TYPE ?? "SingleTenant";
  if (!id && set.NODE_ENV === "production" && set.TEAMS !== "off") {
    return issue(
      "MICROSOFT_APP_ID",
      "Expected MICROSOFT_APP_ID in production, because without it nobody who calls /api/messages can be told from a stranger: set it, or set TEAMS=off to serve the web chat alone",
    );
  }
  if (!id && password)
    return issue("MICROSOFT_APP_ID", "Expected MICROSOFT_APP_ID beside its password: set both");
  if (!id) return [];
  const isManaged = type === "UserAssignedMSI";
  const passwordIssue = isManaged
    ? `Expected no MICROSOFT_APP_PASSWORD for ${type}: leave it empty`
    : `Expected MICROSOFT_APP_PASSWORD for ${type}: set it`;
  return [
    ...(isManaged === Boolean(password) ? issue("MICROSOFT_APP_PASSWORD", passwordIssue) : []),
    ...(type !== "MultiTenant" && !set.MICROSOFT_APP_TENANT_ID
      ? issue("MICROSOFT_APP_TENANT_ID", `Expected MICROSOFT_APP_TENANT_ID for ${type}: set it`)
      : []),
  ];
}
