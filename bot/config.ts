import { z } from "zod";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

/** How the bot proves to Microsoft's service who it is. */
export interface MicrosoftApp {
  id: string;
  /** Absent for a managed identity, which has none. */
  password?: string;
  tenantId?: string;
  type: (typeof MICROSOFT_APP_TYPES)[number];
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
  indexDir: string;
  knowledgeDir: string;
  stateFile: string;
  /** Key of the web chat's tokens; absent: a random one is kept in the state database. */
  directLineSecret?: string;
  /** Origins of other sites that may embed or call the web chat. */
  allowedOrigins: readonly string[];
  conversationIdleDays: number;
  logLevel: LogLevel;
}

/** Kinds of app registration the Bot Framework knows. */
const MICROSOFT_APP_TYPES = ["SingleTenant", "UserAssignedMSI", "MultiTenant"] as const;

const MIN_SECRET_CHARS = 32;

const wholeNumber = (name: string, limits: { min: number; max: number; byDefault: number }) => {
  const expected = `Expected ${name} to be a whole number from ${limits.min} to ${limits.max}: correct it, or leave it empty for ${limits.byDefault}`;
  return z
    .string()
    .default(String(limits.byDefault))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= limits.min && Number(text) <= limits.max, {
      error: expected,
    })
    .transform(Number);
};

const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, {
    error: `Expected ${name} to be one of ${values.join(", ")}: correct it, or leave it empty`,
  });

/** The one schema of the environment; its keys are those of `.env.example`, in the same order. */
const environmentSchema = z.object({
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
  INDEX_DIR: z.string().default("data/index"),
  KNOWLEDGE_DIR: z.string().default("knowledge"),
  STATE_FILE: z.string().default("data/state.sqlite"),
  DIRECT_LINE_SECRET: z
    .string()
    .min(MIN_SECRET_CHARS, {
      error: `Expected DIRECT_LINE_SECRET to have at least ${MIN_SECRET_CHARS} characters: make one with "openssl rand -base64 48", or leave it empty`,
    })
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((part) => part.trim() || []))
    .refine((origins) => origins.every((origin) => originOf(origin) !== undefined), {
      error:
        "Expected ALLOWED_ORIGINS to be origins parted by commas, such as https://www.example.fi,https://park.example: leave out paths and wildcards",
    })
    .transform((origins) => origins.flatMap((origin) => originOf(origin) ?? [])),
  CONVERSATION_IDLE_DAYS: wholeNumber("CONVERSATION_IDLE_DAYS", { min: 1, max: 3650, byDefault: 30 }),
  LOG_LEVEL: oneOf("LOG_LEVEL", LOG_LEVELS).default("info"),
});

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
  const issues = [...(parsed.error?.issues ?? []), ...microsoftAppIssues(set)];
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
    indexDir: settings.INDEX_DIR,
    knowledgeDir: settings.KNOWLEDGE_DIR,
    stateFile: settings.STATE_FILE,
    directLineSecret: settings.DIRECT_LINE_SECRET,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    conversationIdleDays: settings.CONVERSATION_IDLE_DAYS,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What the settings of the registration lack as a whole; looked at even when single ones are wrong. */
function microsoftAppIssues(set: Record<string, string>): z.core.$ZodIssue[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password } = set;
  const type = set.MICROSOFT_APP_TYPE ?? "SingleTenant";
  const issue = (name: string, message: string): z.core.$ZodIssue[] => [
    { code: "custom", path: [name], message, input: undefined },
  ];
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

/** The text as an origin in the form browsers send; `undefined` when it is none or holds more than one. */
function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isBare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return isBare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
