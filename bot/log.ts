import { type LevelWithSilent, pino } from "pino";
import { type LogContext, readLogContext } from "./observe/log-context.ts";

/** How serious an event is; an event below the logger's level is dropped. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Facts of one event: short values only, so that whole texts of people do not end up here by habit. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Writes one JSON line per event. */
export type Log = Record<LogLevel, (event: string, fields?: LogFields) => void>;

/** Where a logger writes and what it drops. */
export interface LogOptions {
  /** Lowest level that is written. @default {"info"} */
  level?: LogLevel;
  /** Receives each line without its line end. @default writes to standard error */
  write?: (line: string) => void;
  /** Clock of the `time` field. @default the system's clock */
  now?: () => Date;
  /** Whether what a person said may stand in a line. @default {false} */
  logsTexts?: boolean;
}

/** Levels by rising seriousness; also the values the setting LOG_LEVEL takes. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const satisfies readonly LogLevel[];

/** Longest value of a field, in characters; the rest is cut. */
const MAX_FIELD_CHARS = 300;

/** A number under such a name is a count, as of the tokens of a model. */
const SECRET_FIELD = /secret|password|token|authorization|cookie|ticket/i;

/** Shortest word of a person that is looked for in messages of errors, in characters. */
const MIN_WORD_CHARS = 4;

/**
 * Creates a logger of JSON lines: `{"level":…,"time":…,"event":…,"request":…,"turn":…,…fields}`.
 *
 * The ids of the request and turn that runs are added by themselves (`observe/log-context.ts`). Values are cut at 300
 * characters, and a field whose name speaks of a secret is written as `[hidden]`, whatever it holds. In the message of
 * an error the words of the person whose turn runs become "…": libraries like to quote what they could not read. A write
 * that fails is not retried: logging never stops a turn.
 *
 * @example Collecting lines in a test
 * ```ts
 * const lines: string[] = [];
 * const log = createLog({ write: (line) => lines.push(line) });
 * log.info("server.started", { port: 3978 });
 * ```
 */
export function createLog(options: LogOptions = {}): Log {
  const write = options.write ?? ((line: string) => process.stderr.write(`${line}\n`));
  const now = options.now ?? (() => new Date());
  const logger = pino(
    {
      level: (options.level ?? "info") satisfies LevelWithSilent,
      base: null,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => void write(line.trimEnd()) },
  );
  const writer =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (!logger.isLevelEnabled(level)) return;
      const { request, turn, conversation, words } = readLogContext();
      const hidden = options.logsTexts ? undefined : words;
      logger[level]({ event, request, turn, conversation, ...shorten(fields, hidden) });
    };
  return { debug: writer("debug"), info: writer("info"), warn: writer("warn"), error: writer("error") };
}

/**
 * Turns whatever was thrown into log fields: class, code when there is one, and message. No stack.
 *
 * @example
 * ```ts
 * describeError(new RangeError("Cannot read row 0")); // { error: "RangeError", message: "Cannot read row 0" }
 * ```
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error, message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { error: error.name, ...code, message: error.message };
}

function shorten(fields: LogFields, words: LogContext["words"]): LogFields {
  const short: LogFields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "string") short[name] = value;
    else if (SECRET_FIELD.test(name)) short[name] = "[hidden]";
    else short[name] = (name === "message" ? withoutWords(value, words) : value).slice(0, MAX_FIELD_CHARS);
  }
  return short;
}

/** A word of the person that the message would hold by chance goes too: a code or an id never stands in it. */
function withoutWords(message: string, words: LogContext["words"]): string {
  if (words === undefined) return message;
  const said = new Set(
    words()
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return message.replace(/[\p{L}\p{N}]+/gu, (word) =>
    word.length >= MIN_WORD_CHARS && said.has(word.toLowerCase()) ? "…" : word,
  );
}
