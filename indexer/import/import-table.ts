import { access } from "node:fs/promises";
import { chooseSheet } from "./choose-sheet.ts";
import { findNewFaults } from "./find-new-faults.ts";
import { ImportError } from "./import-error.ts";
import type { ImportOptions } from "./parse-options.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";
import { presentColumns } from "./present-columns.ts";
import { presentNewFaults, presentPlan } from "./present-plan.ts";
import { type ImportContext, readImportContext } from "./read-import-context.ts";
import type { ImportTexts } from "./texts-type.ts";
import { writeRejects } from "./write-rejects.ts";
import { writeStreams } from "./write-streams.ts";

/** What an import needs besides its options. */
export interface ImportRun {
  /** The command's words. */
  texts: ImportTexts;
  /** The command line that writes, for the end of the preview. */
  command: string;
  /** Time for the name of the backup. */
  now: Date;
  /** A vocabulary read before; building one takes two seconds. */
  lexicon?: ImportContext["lexicon"];
}

/** What is printed, and the exit code: 0 all rows fine, 1 some bad, 2 nothing could be written. */
export interface ImportOutcome {
  lines: string[];
  exitCode: 0 | 1 | 2;
}

/**
 * Imports a coordinator's table: shows what would be stored, and stores it when `isWriting`.
 *
 * The table of the knowledge folder is written in one step, after the check of `npm run knowledge:check` has found no
 * new fault in what it will be.
 *
 * @param options See {@link ImportOptions}.
 * @param run See {@link ImportRun}.
 * @throws {ImportError} When the table as a whole cannot be imported.
 *
 * @example
 * ```ts
 * const { lines, exitCode } = await importTable(options, { texts: IMPORT_TEXTS.fi, command: "…", now: new Date() });
 * ```
 */
export async function importTable(options: ImportOptions, run: ImportRun): Promise<ImportOutcome> {
  const { texts } = run;
  await refuseExisting(options.rejects);
  const chosen = await chooseSheet(options);
  const context = await readImportContext(options, { lexicon: run.lexicon });
  const plan = planImport(chosen, { options, context });
  const { sheet } = chosen;
  const place = { file: options.file, sheet: sheet.name, line: sheet.headerLine, rows: plan.rowCount };
  const lines = [
    texts.title(place),
    "",
    ...presentColumns(chosen, { texts, keepsPrivate: options.keepsPrivate }),
    ...presentPlan(plan, { texts, columns: sheet.columns }),
  ];
  if (options.rejects !== undefined && plan.bad.length > 0) {
    await writeRejects(options.rejects, { bad: plan.bad, sheet, texts });
    lines.push(texts.rejectsWritten(options.rejects, plan.bad.length));
  }
  const faults = await findNewFaults(options.folder, plan.content.toString("utf8"));
  if (faults.length > 0) return { lines: [...lines, ...presentNewFaults(faults, texts)], exitCode: 2 };
  const exitCode = plan.bad.length > 0 ? 1 : 0;
  if (plan.added.length + plan.updated.length === 0)
    return { lines: [...lines, texts.nothingToWrite], exitCode };
  if (!options.isWriting)
    return { lines: [...lines, texts.nothingWritten, texts.toWrite, `  ${run.command}`], exitCode };
  return { lines: [...lines, ...(await write(plan, { context, ...run }))], exitCode };
}

async function write(
  plan: ImportPlan,
  { context, texts, now }: Omit<ImportRun, "command"> & { context: ImportContext },
): Promise<string[]> {
  const { path, before } = context;
  const keepsBackup = plan.updated.length > 0;
  const written = await writeStreams({ path, before, after: plan.content, keepsBackup, now });
  if (written === "changed") throw new ImportError("changed", { found: path });
  const backup = written.backup === undefined ? [] : [texts.backup(written.backup)];
  return [texts.written(path), ...backup, texts.afterwards];
}

/** Said before anything else is done: the preview may be long. */
async function refuseExisting(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new ImportError("rejects-exists", { found: path });
}
