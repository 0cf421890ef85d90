/**
 * Refuses a command that works on the file of the state where the settings name a database instead.
 *
 * @param options.state File that was named in the command, which is then meant all the same.
 * @param command What does the same for a database.
 * @throws {Error} That names the command.
 */
export function refuseSharedDatabase(
  options: { databaseUrl: string | undefined; state?: string | undefined },
  command: string,
): void {
  if (options.state !== undefined || !options.databaseUrl?.trim()) return;
  throw new Error(
    `Cannot work on a file: DATABASE_URL is set, so the state lies in that database: use ${command}`,
  );
}
