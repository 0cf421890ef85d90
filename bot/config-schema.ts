import { z } from "zod";
import {
  claimRules,
  endpoint,
  GUID,
  hosts,
  offOrOn,
  oneOf,
  onOrOff,
  originOf,
  people,
  secret,
  splitList,
  wholeNumber,
} from "./config-fields.ts";
import { LOG_LEVELS } from "./log.ts";

/** Who may ask the other side of an introduction. */
export const INTRODUCERS = ["coordinator", "contact"] as const;

/** Kinds of app registration the Bot Framework knows. */
export const MICROSOFT_APP_TYPES = ["SingleTenant", "UserAssignedMSI", "MultiTenant"] as const;

/** The one schema of the environment; its keys are those of `.env.example`, in the same order. */
export const environmentSchema = z.object({
  PORT: wholeNumber("PORT", { min: 0, max: 65_535, byDefault: 3978 }),
  HOST: z
    .string()
    .regex(/^[a-zA-Z0-9.:-]+$/, {
      error: "Expected HOST to be an address or a host name: try 127.0.0.1, or 0.0.0.0 in a container",
    })
    .default("127.0.0.1"),
  PUBLIC_URL: z
    .string()
    .refine((text) => originOf(text)?.startsWith("https:") === true, {
      error: "Expected PUBLIC_URL to be an https origin without a path, such as https://chat.example.fi",
    })
    .transform((text) => originOf(text))
    .optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_APP_TYPE: oneOf("MICROSOFT_APP_TYPE", MICROSOFT_APP_TYPES).default("SingleTenant"),
  NODE_ENV: z.string().optional(),
  TEAMS: onOrOff("TEAMS"),
  TEAMS_STREAMING: onOrOff("TEAMS_STREAMING"),
  BOT_SERVICE_HOSTS: hosts("BOT_SERVICE_HOSTS"),
  TEAMS_MEMBER_TENANTS: people("TEAMS_MEMBER_TENANTS", { entry: GUID, expected: "tenant ids" }),
  TEAMS_MEMBERS: people("TEAMS_MEMBERS", {
    entry: `${GUID}/${GUID}`,
    expected: "persons as TENANT-ID/OBJECT-ID",
  }),
  TEAMS_COORDINATORS: people("TEAMS_COORDINATORS", {
    entry: `${GUID}/${GUID}`,
    expected: "persons as TENANT-ID/OBJECT-ID",
  }),
  INDEX_DIR: z.string().default("data/index"),
  KNOWLEDGE_DIR: z.string().default("knowledge"),
  STATE_FILE: z.string().default("data/state.sqlite"),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error:
        "Expected DATABASE_URL to be the address of a Postgres, such as postgres://user:password@db.example.fi:5432/sivuvirta",
    })
    .optional(),
  DATABASE_CONNECTIONS: wholeNumber("DATABASE_CONNECTIONS", { min: 4, max: 200, byDefault: 10 }),
  CHAT_BASE_URL: endpoint("CHAT_BASE_URL"),
  CHAT_MODEL: z.string().optional(),
  CHAT_API_KEY: z.string().optional(),
  CHAT_TIMEOUT_SECONDS: wholeNumber("CHAT_TIMEOUT_SECONDS", { min: 1, max: 50, byDefault: 20 }),
  CHAT_TOKENS_PER_DAY: wholeNumber("CHAT_TOKENS_PER_DAY", { min: 0, max: 999_999_999, byDefault: 0 }),
  EMBEDDING_BASE_URL: endpoint("EMBEDDING_BASE_URL"),
  EMBEDDING_MODEL: z.string().optional(),
  EMBEDDING_API_KEY: z.string().optional(),
  AZURE_OPENAI_API_VERSION: z.string().optional(),
  DIRECT_LINE_SECRET: secret("DIRECT_LINE_SECRET"),
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform(splitList)
    .refine((origins) => origins.every((origin) => originOf(origin) !== undefined), {
      error:
        "Expected ALLOWED_ORIGINS to be origins parted by commas, such as https://www.example.fi,https://park.example: leave out paths and wildcards",
    })
    .transform((origins) => origins.flatMap((origin) => originOf(origin) ?? [])),
  SITE_TOKEN_SECRET: secret("SITE_TOKEN_SECRET"),
  OIDC_ISSUER: z
    .url({
      protocol: /^https$/,
      error: "Expected OIDC_ISSUER to be the https address of the provider, without /.well-known",
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_MEMBERS: claimRules("OIDC_MEMBERS"),
  OIDC_COORDINATORS: claimRules("OIDC_COORDINATORS"),
  CONVERSATION_IDLE_DAYS: wholeNumber("CONVERSATION_IDLE_DAYS", { min: 1, max: 3650, byDefault: 30 }),
  CONVERSATIONS_PER_MINUTE: wholeNumber("CONVERSATIONS_PER_MINUTE", {
    min: 1,
    max: 1_000_000,
    byDefault: 3000,
  }),
  MESSAGES_PER_MINUTE: wholeNumber("MESSAGES_PER_MINUTE", { min: 1, max: 1_000_000, byDefault: 60 }),
  PROXY_HOPS: wholeNumber("PROXY_HOPS", { min: 0, max: 5, byDefault: 0 }),
  DESK_NAME: z
    .string()
    .max(80, { error: "Expected DESK_NAME to have at most 80 characters" })
    .default("Sivuvirta"),
  INTRODUCTIONS: oneOf("INTRODUCTIONS", INTRODUCERS).default("coordinator"),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        "Expected SMTP_URL to be the address of a mail server, such as smtps://user:password@mail.example.fi",
    })
    .optional(),
  MAIL_FROM: z.string().optional(),
  QUESTION_DAYS: wholeNumber("QUESTION_DAYS", { min: 1, max: 3650, byDefault: 180 }),
  TICKET_DAYS: wholeNumber("TICKET_DAYS", { min: 1, max: 3650, byDefault: 365 }),
  AUDIT_DAYS: wholeNumber("AUDIT_DAYS", { min: 30, max: 3650, byDefault: 730 }),
  LOG_LEVEL: oneOf("LOG_LEVEL", LOG_LEVELS).default("info"),
  LOG_TEXTS: offOrOn("LOG_TEXTS"),
  METRICS_TOKEN: secret("METRICS_TOKEN"),
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint("OTEL_EXPORTER_OTLP_ENDPOINT"),
});
