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
}

/** Levels by rising seriousness; also the values the setting LOG_LEVEL takes. */
export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const satisfies readonly LogLevel[];

/** Longest value of a field, in characters; the rest is cut. */
const MAX_FIELD_CHARS = 300;

const SECRET_FIELD = /secret|password|token|authorization|cookie|ticket/i;

/**
 * Creates a logger of JSON lines: `{"time":…,"level":…,"event":…,…fields}`.
 *
 * Values are cut at 300 characters, and a field whose name speaks of a secret is written as `[hidden]`,
 * whatever it holds. A write that fails is not retried: logging never stops a turn.
 *
 * @example Collecting lines in a test
 * ```ts
 * const lines: string[] = [];
 * const log = createLog({ write: (line) => lines.push(line) });
 * log.info("server.started", { port: 3978 });
 * ```
 */
export function createLog(options: LogOptions = {}): Log {
  const lowest = LOG_LEVELS.indexOf(options.level ?? "info");
  const write = options.write ?? ((line: string) => process.stderr.write(`${line}\n`));
  const now = options.now ?? (() => new Date());
  const writer =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(level) < lowest) return;
      write(JSON.stringify({ time: now().toISOString(), level, event, ...shorten(fields) }));
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

function shorten(fields: LogFields): LogFields {
  const short: LogFields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (SECRET_FIELD.test(name)) short[name] = "[hidden]";
    else short[name] = typeof value === "string" ? value.slice(0, MAX_FIELD_CHARS) : value;
  }
  return short;
}
