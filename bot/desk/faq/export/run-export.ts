import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readTable } from "../../../../knowledge/read-table.ts";
import { AuditLog } from "../../audit/audit-log.ts";
import { openDeskState } from "../../open-desk-state.ts";
import { FaqLedger } from "../faq-ledger.ts";
import { type ExportPlan, planExport, writeExport } from "./export-faq.ts";

export interface RunExportOptions {
  write: (line: string) => void;
  /** State file where none is named. */
  defaultState: string;
  /** Postgres that holds the state where no file is named. @default the state is a file */
  databaseUrl?: string | undefined;
  /** Knowledge folder where none is named. */
  defaultKnowledge: string;
}

/**
 * `npm run faq:export [-- --state FILE --knowledge DIR --check]`: writes the entries of the desk to `faq/{fi,sv,en}.md`.
 * Also while the bot runs. Without `--state` it works on the Postgres of the settings, if they name one.
 *
 * @returns 0; with `--check`, which writes nothing, 1 if something would change.
 * @throws {Error} For an unknown option, when the state file or the folder is not there, or the database is out of reach.
 */
export async function runExport(words: readonly string[], options: RunExportOptions): Promise<number> {
  const { defaultState, databaseUrl } = options;
  const { values } = parseArgs({
    args: [...words],
    options: {
      state: { type: "string" },
      knowledge: { type: "string", default: options.defaultKnowledge },
      check: { type: "boolean", default: false },
    },
  });
  const { state: named, knowledge: knowledgeFolder, check } = values;
  if (!existsSync(join(knowledgeFolder, "faq"))) {
    throw new Error(
      `Cannot export the FAQ: "${knowledgeFolder}" has no folder "faq": name it with --knowledge`,
    );
  }
  const { rows: parks = [] } = await readTable(knowledgeFolder, "parks");
  const tables = { parks };
  const database = await openDeskState({ named, databaseUrl, defaultState }, { action: "export the FAQ" });
  try {
    const audit = new AuditLog(database);
    const ledger = new FaqLedger({
      database,
      audit,
      now: Date.now,
      knowledgeChanged: async () => {},
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
    await database.close();
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
