/** Counts what would have ended the process. */
export interface WatchedProcess {
  /** Rejections nobody handled and exceptions nobody caught, as text. */
  failures(): string[];
  close(): void;
}

/** Listens for rejections that nobody handles and exceptions that nobody catches, from now on. */
export function watchProcess(): WatchedProcess {
  const found: string[] = [];
  const note = (error: unknown) => {
    found.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  process.on("unhandledRejection", note);
  process.on("uncaughtException", note);
  return {
    failures: () => [...found],
    close() {
      process.off("unhandledRejection", note);
      process.off("uncaughtException", note);
    },
  };
}
