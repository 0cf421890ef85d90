import type { Database, Sql, Statement } from "./database.ts";

/**
 * Prepares statements by their names.
 *
 * @example
 * ```ts
 * const { read } = prepareAll(database, { read: "select value from meta where key = ?" });
 * await read.get("direct-line-secret");
 * ```
 */
export function prepareAll<Name extends string>(
  database: Database,
  statements: Readonly<Record<Name, Sql>>,
): Record<Name, Statement> {
  const prepared = Object.entries<Sql>(statements).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(prepared) as Record<Name, Statement>;
}
