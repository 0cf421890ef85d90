import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readTable } from "../../../../knowledge/read-table.ts";
import { openDatabase } from "../../../state/open-database.ts";
import { AuditLog } from "../../audit/audit-log.ts";
import { FaqLedger } from "../faq-ledger.ts";
import { type ExportPlan, planExport, writeExport } from "./export-faq.ts";

export interface RunExportOptions {
  write: (line: string) => void;
  /** State file where none is named. */
  defaultState: string;
  /** Knowledge folder where none is named. */
  defaultKnowledge: string;
}

/**
 * `npm run faq:export [-- --state FILE --knowledge DIR --check]`: writes the entries of the desk to `faq/{fi,sv,en}.md`.
 * Also while the bot runs.
 *
 * @returns 0; with `--check`, which writes nothing, 1 if something would change.
 * @throws {Error} For an unknown option, or when the state file or the folder is not there.
 */
export async function runExport(words: readonly string[], options: RunExportOptions): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      state: { type: "string", default: options.defaultState },
      knowledge: { type: "string", default: options.defaultKnowledge },
      check: { type: "boolean", default: false },
    },
  });
  const { state, knowledge: knowledgeFolder, check } = values;
  if (!existsSync(state)) {
    throw new Error(`Cannot export the FAQ: there is no state in "${state}": name the file with --state`);
  }
  if (!existsSync(join(knowledgeFolder, "faq"))) {
    throw new Error(
      `Cannot export the FAQ: "${knowledgeFolder}" has no folder "faq": name it with --knowledge`,
    );
  }
  const { rows: parks = [] } = await readTable(knowledgeFolder, "parks");
  const tables = { parks };
  const database = openDatabase(state);
  try {
    const audit = new AuditLog(database);
    const ledger = new FaqLedger({
      database,
      audit,
      now: Date.now,
      knowledgeChanged: () => {},
      tables: () => tables,
    });
    const plan = await planExport({ knowledgeFolder, ledger, tables });
    if (plan.hasChanges && !check) {
      const actor = { id: "local", name: "", reader: "coordinator", via: "command-line" } as const;
      await writeExport(plan, { knowledgeFolder, ledger, tables, audit, database, actor });
    }
    for (const line of presentPlan(plan, { isDone: !check })) options.write(line);
    return check && plan.hasChanges ? 1 : 0;
  } finally {
    database.close();
  }
}

function presentPlan({ files, left, hasChanges }: ExportPlan, { isDone }: { isDone: boolean }): string[] {
  const changes = files.flatMap(({ file, added, changed, removed }) => [
    ...added.map((id) => `${file}: + ${id}`),
    ...changed.map((id) => `${file}: ~ ${id}`),
    ...removed.map((id) => `${file}: - ${id}`),
  ]);
  const kept = left.map(
    (id) => `${id}: left as it is, since it was changed in the files too: decide at the desk`,
  );
  const end = hasChanges
    ? isDone
      ? 'Written; run "npm run index" to build the index anew.'
      : "Nothing was written."
    : "The files hold all that the desk has.";
  return [...changes, ...kept, end];
}
