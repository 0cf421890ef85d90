import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CONFIG_KEYS, loadConfig } from "../../bot/config.ts";

test("loadConfig() with nothing set gives the defaults", () => {
  expect(loadConfig({})).toEqual({
    port: 3978,
    host: "127.0.0.1",
    publicUrl: undefined,
    microsoftApp: undefined,
    hasTeams: true,
    streamsInTeams: true,
    botServiceHosts: [],
    teamsPeople: { memberTenants: [], members: [], coordinators: [] },
    indexDir: "data/index",
    knowledgeDir: "knowledge",
    stateFile: "data/state.sqlite",
    databaseUrl: undefined,
    databaseConnections: 10,
    chat: undefined,
    embedding: undefined,
    directLineSecret: undefined,
    allowedOrigins: [],
    siteTokenSecret: undefined,
    oidc: undefined,
    conversationIdleDays: 30,
    conversationsPerMinute: 3000,
    messagesPerMinute: 60,
    proxyHops: 0,
    deskName: "Sivuvirta",
    introductions: "coordinator",
    mail: undefined,
    questionDays: 180,
    ticketDays: 365,
    auditDays: 730,
    isProduction: false,
    logLevel: "info",
    logsTexts: false,
    metricsToken: undefined,
    tracesEndpoint: undefined,
  });
});

test("loadConfig() counts an empty string as unset", () => {
  const empty = Object.fromEntries(CONFIG_KEYS.map((name) => [name, " "]));
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

test("loadConfig() reads every setting", () => {
  const config = loadConfig({
    PORT: "0",
    HOST: "0.0.0.0",
    PUBLIC_URL: "https://Chat.example.fi/",
    MICROSOFT_APP_ID: "app",
    MICROSOFT_APP_PASSWORD: "password",
    MICROSOFT_APP_TENANT_ID: "tenant",
    DIRECT_LINE_SECRET: "s".repeat(32),
    ALLOWED_ORIGINS: "https://a.example, http://localhost:8080",
    CONVERSATION_IDLE_DAYS: "7",
    LOG_LEVEL: "error",
  });
  expect(config).toMatchObject({
    port: 0,
    publicUrl: "https://chat.example.fi",
    microsoftApp: { id: "app", password: "password", tenantId: "tenant", type: "SingleTenant" },
    allowedOrigins: ["https://a.example", "http://localhost:8080"],
    conversationIdleDays: 7,
    logLevel: "error",
  });
});

test("loadConfig() reports all problems at once, and no value of a secret", () => {
  const environment = {
    PORT: "70000",
    HOST: "not a host",
    PUBLIC_URL: "http://chat.example.fi",
    MICROSOFT_APP_TYPE: "Tenantless",
    MICROSOFT_APP_ID: "app",
    MICROSOFT_APP_PASSWORD: "hunter2-hunter2",
    DIRECT_LINE_SECRET: "short-secret",
    ALLOWED_ORIGINS: "https://*.example.fi/path",
    CONVERSATION_IDLE_DAYS: "0",
    LOG_LEVEL: "loud",
  };
  const message = messageOf(() => loadConfig(environment));
  const wrong = Object.keys(environment).filter((name) => !/APP_(ID|PASSWORD)$/.test(name));
  for (const name of [...wrong, "MICROSOFT_APP_TENANT_ID"]) expect(message).toContain(name);
  expect(message).toContain("openssl rand");
  expect(message).not.toContain("hunter2");
  expect(message).not.toContain("short-secret");
});

test.each([
  [{ MICROSOFT_APP_ID: "a" }, "MICROSOFT_APP_PASSWORD"],
  [{ MICROSOFT_APP_ID: "a", MICROSOFT_APP_PASSWORD: "p" }, "MICROSOFT_APP_TENANT_ID"],
  [{ MICROSOFT_APP_PASSWORD: "p" }, "MICROSOFT_APP_ID"],
  [
    {
      MICROSOFT_APP_ID: "a",
      MICROSOFT_APP_PASSWORD: "p",
      MICROSOFT_APP_TENANT_ID: "t",
      MICROSOFT_APP_TYPE: "UserAssignedMSI",
    },
    "leave it empty",
  ],
])("loadConfig() refuses a half registration %j", (environment, wanted) => {
  expect(messageOf(() => loadConfig(environment))).toContain(wanted);
});

test.each([
  [{ NODE_ENV: "production" }, "set it, or set TEAMS=off"],
  [{ OIDC_ISSUER: "https://id.example" }, "OIDC_CLIENT_ID"],
  [{ OIDC_CLIENT_ID: "sivuvirta" }, "PUBLIC_URL"],
  [{ OIDC_ISSUER: "http://id.example" }, "https"],
  [{ OIDC_MEMBERS: "park-members" }, "groups=park-members"],
  [{ TEAMS: "no" }, "on, off"],
  [{ TEAMS_MEMBERS: "6f0e3a52-7f35-4d3b-9c4c-000000000001" }, "TENANT-ID/OBJECT-ID"],
  [{ SITE_TOKEN_SECRET: "short-secret" }, "32 characters"],
])("loadConfig() refuses %j and says what is expected", (environment, wanted) => {
  const message = messageOf(() => loadConfig(environment));
  expect(message).toContain(wanted);
  expect(message).not.toContain("short-secret");
});

test("loadConfig() starts in production without an app where Teams is off", () => {
  expect(loadConfig({ NODE_ENV: "production", TEAMS: "off" })).toMatchObject({ hasTeams: false });
});

test("loadConfig() reads who is who", () => {
  const [tenant, person] = ["6F0E3A52-7f35-4d3b-9c4c-000000000001", "6f0e3a52-7f35-4d3b-9c4c-000000000002"];
  const config = loadConfig({
    PUBLIC_URL: "https://chat.example.fi",
    TEAMS_MEMBER_TENANTS: tenant,
    TEAMS_COORDINATORS: `${tenant}/${person}`,
    OIDC_ISSUER: "https://id.example/realm",
    OIDC_CLIENT_ID: "sivuvirta",
    OIDC_MEMBERS: "groups=park=members, email=eva@example.fi",
  });
  expect(config.teamsPeople).toEqual({
    memberTenants: [tenant.toLowerCase()],
    members: [],
    coordinators: [`${tenant}/${person}`.toLowerCase()],
  });
  expect(config.oidc?.members).toEqual([
    { claim: "groups", value: "park=members" },
    { claim: "email", value: "eva@example.fi" },
  ]);
});

test(".env.example names exactly the settings of the schema, all empty", () => {
  const lines = readFileSync(new URL("../../.env.example", import.meta.url), "utf8").split("\n");
  const assignments = lines.filter((line) => line && !line.startsWith("#"));
  expect(assignments).toEqual(CONFIG_KEYS.map((name) => `${name}=`));
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
}
