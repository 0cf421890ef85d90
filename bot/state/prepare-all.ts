import type { DatabaseSync, StatementSync } from "node:sqlite";

/**
 * Prepares statements by their names.
 *
 * @example
 * ```ts
 * const { read } = prepareAll(database, { read: "select value from meta where key = ?" });
 * read.get("direct-line-secret");
 * ```
 */
export function prepareAll<Name extends string>(
  database: DatabaseSync,
  statements: Readonly<Record<Name, string>>,
): Record<Name, StatementSync> {
  const prepared = Object.entries<string>(statements).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(prepared) as Record<Name, StatementSync>;
}
