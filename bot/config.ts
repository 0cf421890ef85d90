import { z } from "zod";
import type { ClaimRule } from "./config-fields.ts";
import { mailIssues, microsoftAppIssues, modelIssues, oidcIssues } from "./config-issues.ts";
import { environmentSchema, type INTRODUCERS, type MICROSOFT_APP_TYPES } from "./config-schema.ts";
import type { LogLevel } from "./log.ts";

/** How the bot proves to Microsoft's service who it is. */
export interface MicrosoftApp {
  id: string;
  /** Absent for a managed identity, which has none. */
  password?: string;
  tenantId?: string;
  type: (typeof MICROSOFT_APP_TYPES)[number];
}

/** Which people of Teams are more than the public. */
export interface TeamsPeople {
  /** Tenants whose own people, guests left out, are members. */
  memberTenants: readonly string[];
  /** Persons as `tenant/object id`, in small letters. */
  members: readonly string[];
  /** Persons as `tenant/object id`, in small letters. */
  coordinators: readonly string[];
}

/** The OpenID Connect provider of the web chat's sign-in. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  /** Absent for a public client, which PKCE protects alone. */
  clientSecret?: string;
  /** Who is a member; one rule that fits is enough. */
  members: readonly ClaimRule[];
  coordinators: readonly ClaimRule[];
}

/** A model behind an OpenAI-compatible endpoint, or one of Azure OpenAI. */
export interface ModelConfig {
  /** Address of the endpoint, such as `https://api.openai.com/v1`, without a slash at its end. */
  baseUrl: string;
  /** Name of the model; of a deployment in Azure OpenAI. */
  model: string;
  /** Absent for an endpoint that takes none. Never logged. */
  apiKey?: string;
  /** API version of Azure OpenAI; absent for every other endpoint. */
  azureApiVersion?: string;
}

/** All settings of the bot process, checked. The meaning of each is told in `.env.example`. */
export interface BotConfig {
  /** TCP port; 0 lets the system choose a free one. */
  port: number;
  host: string;
  /** Origin under which people reach the bot, such as `https://chat.example.fi`; no path. */
  publicUrl?: string;
  /** Absent: nobody can be authenticated, so `/api/messages` serves local tools only. */
  microsoftApp?: MicrosoftApp;
  /** Whether `/api/messages` is served at all. */
  hasTeams: boolean;
  /** Whether answers of a personal chat in Teams are streamed. */
  streamsInTeams: boolean;
  /** Hosts beside Microsoft's own that replies may be sent to. */
  botServiceHosts: readonly string[];
  teamsPeople: TeamsPeople;
  indexDir: string;
  knowledgeDir: string;
  stateFile: string;
  /** Address of the shared Postgres; absent: state and index lie in files of this machine. */
  databaseUrl?: string;
  /** Connections to the Postgres at most. */
  databaseConnections: number;
  /** The model that words answers; absent: answers quote their sources. */
  chat?: ModelConfig & {
    /** Longest time for all that the model does for one answer, in seconds. */
    timeoutInSeconds: number;
    /** Tokens that may be used each day, in UTC; 0 for no limit. */
    tokensPerDay: number;
  };
  /** The model that embeds; absent: the embedded embedding alone. */
  embedding?: ModelConfig;
  /** Key of the web chat's tokens; absent: a random one is kept in the state database. */
  directLineSecret?: string;
  /** Origins of other sites that may embed or call the web chat. */
  allowedOrigins: readonly string[];
  /** Key of tokens by which a hosting site tells the role of its visitor; absent: it cannot. */
  siteTokenSecret?: string;
  /** Absent: nobody can sign in on the bot's own page. */
  oidc?: OidcConfig;
  conversationIdleDays: number;
  /** New conversations per network address and minute. */
  conversationsPerMinute: number;
  /** Messages per person and minute. */
  messagesPerMinute: number;
  /** Proxies in front of the bot that each add an address to `X-Forwarded-For`; 0 believes none. */
  proxyHops: number;
  /** Name of the park or desk, for what its coordinators state themselves. */
  deskName: string;
  /** Who asks the other side of an introduction: the coordinator, or a mail to the company's published contact. */
  introductions: (typeof INTRODUCERS)[number];
  /** Mail server for answers to tickets; absent: no mail is sent. */
  mail?: { smtpUrl: string; from: string };
  /** Days for which the words of questions are kept for the queue and the figures. */
  questionDays: number;
  /** Days for which a closed ticket is kept. */
  ticketDays: number;
  /** Days for which it is kept who changed or read what. */
  auditDays: number;
  /** `true` in production: the desk opens to people with a sign-in alone. */
  isProduction: boolean;
  logLevel: LogLevel;
  /** Whether the words of messages are logged. */
  logsTexts: boolean;
  /** Key that opens `/metrics` to callers of other machines; absent: to this machine alone. */
  metricsToken?: string;
  /** OpenTelemetry collector that takes traces; absent: none are made. */
  tracesEndpoint?: string;
}

type Environment = z.output<typeof environmentSchema>;

/** Names of all environment variables the bot process reads. */
export const CONFIG_KEYS: readonly string[] = Object.keys(environmentSchema.shape);

/**
 * Checks the environment and returns the settings of the bot process.
 *
 * An empty string counts as unset. Values are never repeated in the error, for some are secrets.
 *
 * @throws {Error} If any variable is wrong; one message names all of them, what was expected and what to do.
 *
 * @example
 * ```ts
 * loadConfig({ PORT: "8080" }).port; // 8080
 * ```
 */
export function loadConfig(environment: Record<string, string | undefined>): BotConfig {
  const set: Record<string, string> = {};
  for (const name of CONFIG_KEYS) {
    const value = environment[name]?.trim();
    if (value) set[name] = value;
  }
  const parsed = environmentSchema.safeParse(set);
  const issues = [
    ...(parsed.error?.issues ?? []),
    ...microsoftAppIssues(set),
    ...oidcIssues(set),
    ...mailIssues(set),
    ...modelIssues(set),
  ];
  if (!parsed.success || issues.length > 0) {
    const problems = z.prettifyError(new z.ZodError(issues));
    throw new Error(`Cannot read the settings: correct these environment variables\n${problems}`);
  }
  return toConfig(parsed.data);
}

function toConfig(settings: Environment): BotConfig {
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL,
    microsoftApp: settings.MICROSOFT_APP_ID
      ? {
          id: settings.MICROSOFT_APP_ID,
          password: settings.MICROSOFT_APP_PASSWORD,
          tenantId: settings.MICROSOFT_APP_TENANT_ID,
          type: settings.MICROSOFT_APP_TYPE,
        }
      : undefined,
    hasTeams: settings.TEAMS,
    streamsInTeams: settings.TEAMS_STREAMING,
    botServiceHosts: settings.BOT_SERVICE_HOSTS,
    teamsPeople: {
      memberTenants: settings.TEAMS_MEMBER_TENANTS,
      members: settings.TEAMS_MEMBERS,
      coordinators: settings.TEAMS_COORDINATORS,
    },
    indexDir: settings.INDEX_DIR,
    knowledgeDir: settings.KNOWLEDGE_DIR,
    stateFile: settings.STATE_FILE,
    databaseUrl: settings.DATABASE_URL,
    databaseConnections: settings.DATABASE_CONNECTIONS,
    chat: toChat(settings),
    embedding: toModel(settings, "EMBEDDING"),
    directLineSecret: settings.DIRECT_LINE_SECRET,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    siteTokenSecret: settings.SITE_TOKEN_SECRET,
    oidc: toOidc(settings),
    conversationIdleDays: settings.CONVERSATION_IDLE_DAYS,
    conversationsPerMinute: settings.CONVERSATIONS_PER_MINUTE,
    messagesPerMinute: settings.MESSAGES_PER_MINUTE,
    proxyHops: settings.PROXY_HOPS,
    deskName: settings.DESK_NAME,
    introductions: settings.INTRODUCTIONS,
    mail:
      settings.SMTP_URL && settings.MAIL_FROM
        ? { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM }
        : undefined,
    questionDays: settings.QUESTION_DAYS,
    ticketDays: settings.TICKET_DAYS,
    auditDays: settings.AUDIT_DAYS,
    isProduction: settings.NODE_ENV === "production",
    logLevel: settings.LOG_LEVEL,
    logsTexts: settings.LOG_TEXTS,
    metricsToken: settings.METRICS_TOKEN,
    tracesEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function toChat(settings: Environment): BotConfig["chat"] {
  const model = toModel(settings, "CHAT");
  const { CHAT_TIMEOUT_SECONDS: timeoutInSeconds, CHAT_TOKENS_PER_DAY: tokensPerDay } = settings;
  return model && { ...model, timeoutInSeconds, tokensPerDay };
}

function toModel(settings: Environment, kind: "CHAT" | "EMBEDDING"): ModelConfig | undefined {
  const { [`${kind}_BASE_URL` as const]: baseUrl, [`${kind}_MODEL` as const]: model } = settings;
  if (baseUrl === undefined || model === undefined) return undefined;
  const apiKey = settings[`${kind}_API_KEY`];
  const { AZURE_OPENAI_API_VERSION: azureApiVersion } = settings;
  return { baseUrl, model, ...(apiKey && { apiKey }), ...(azureApiVersion && { azureApiVersion }) };
}

function toOidc(settings: Environment): OidcConfig | undefined {
  if (!settings.OIDC_ISSUER || !settings.OIDC_CLIENT_ID) return undefined;
  return {
    issuer: settings.OIDC_ISSUER,
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    members: settings.OIDC_MEMBERS,
    coordinators: settings.OIDC_COORDINATORS,
  };
}
