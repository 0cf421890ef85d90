import type { DatabaseSync } from "node:sqlite";

/**
 * Tells when somebody else wrote the file: a backup was restored. The bot is its only writer otherwise.
 *
 * @param options.onReplaced Called after such a change.
 * @param options.intervalInMs Pause between looks. @default {500}
 * @returns Ends the watch.
 */
export function watchState(
  database: DatabaseSync,
  options: { onReplaced: () => void; intervalInMs?: number },
): () => void {
  const { onReplaced, intervalInMs = 500 } = options;
  const statement = database.prepare("pragma data_version");
  const read = () => Number(statement.get()?.data_version);
  let known = read();
  const timer = setInterval(() => {
    const version = read();
    if (version === known) return;
    known = version;
    onReplaced();
  }, intervalInMs);
  timer.unref();
  return () => clearInterval(timer);
}
