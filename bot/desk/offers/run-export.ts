import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { writeStreams } from "../../../indexer/index.ts";
import { dayOf } from "../../calendar.ts";
import { AuditLog } from "../audit/audit-log.ts";
import { openDeskState } from "../open-desk-state.ts";
import { exportPaths, type OfferExport, planOfferExport } from "./export-offers.ts";
import { SubmissionStore } from "./submission-store.ts";

export interface RunExportOptions {
  write: (line: string) => void;
  /** State file where none is named. */
  defaultState: string;
  /** Postgres that holds the state where no file is named. @default the state is a file */
  databaseUrl?: string | undefined;
  /** Knowledge folder where none is named. */
  defaultKnowledge: string;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/**
 * `npm run offers:export [-- --state FILE --knowledge DIR --check]`: writes the side streams that members published to
 * `side-streams.csv`. Also while the bot runs. Without `--state` it works on the Postgres of the settings, if they name one.
 *
 * @returns 0; with `--check`, which writes nothing, 1 if something would change.
 * @throws {Error} For an unknown option, when a file is not there or was changed meanwhile, or the database is out of reach.
 */
export async function runExport(words: readonly string[], options: RunExportOptions): Promise<number> {
  const { now = Date.now, write, databaseUrl, defaultState } = options;
  const { state: named, knowledge, check } = readOptions(words, options);
  const paths = exportPaths(knowledge);
  const place = { named, databaseUrl, defaultState };
  const database = await openDeskState(place, { action: "export side streams" });
  try {
    const [streams, sources] = await Promise.all([readFile(paths.streams), readFile(paths.sources)]);
    const records = await new SubmissionStore(database).listLive();
    const plan = planOfferExport({ streams, sources }, { records, today: dayOf(now()) });
    const changes = [...plan.added, ...plan.changed, ...plan.removed];
    if (!check && changes.length > 0) {
      // The source first: a row must never name one that is not there.
      if (plan.sources !== undefined)
        await replace(paths.sources, { before: sources, after: plan.sources, now: now() });
      await replace(paths.streams, { before: streams, after: plan.streams, now: now() });
      const actor = { id: "local", name: "", reader: "coordinator", via: "command-line" } as const;
      const audit = new AuditLog(database, { now });
      await audit.add({
        actor,
        action: "live.export",
        subject: "side-streams.csv",
        detail: { ids: changes },
      });
    }
    for (const line of presentPlan(plan, { isDone: !check })) write(line);
    return check && changes.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

function readOptions(words: readonly string[], { defaultKnowledge }: RunExportOptions) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      state: { type: "string" },
      knowledge: { type: "string", default: defaultKnowledge },
      check: { type: "boolean", default: false },
    },
  });
  const { knowledge } = values;
  const missing = Object.values(exportPaths(knowledge)).find((path) => !existsSync(path));
  if (missing !== undefined)
    throw new Error(
      `Cannot export side streams: "${missing}" is not there: name the folder with --knowledge`,
    );
  return values;
}

async function replace(
  path: string,
  { before, after, now }: { before: Buffer; after: Buffer; now: number },
): Promise<void> {
  const outcome = await writeStreams({ path, before, after, keepsBackup: false, now: new Date(now) });
  if (outcome === "changed")
    throw new Error(`Cannot write "${path}": somebody changed it meanwhile: run the export again`);
}

function presentPlan(
  { added, changed, removed, columns }: OfferExport,
  { isDone }: { isDone: boolean },
): string[] {
  const changes = [
    ...added.map((id) => `+ ${id}`),
    ...changed.map((id) => `~ ${id}`),
    ...removed.map((id) => `- ${id}`),
  ];
  if (changes.length === 0) return ["The table holds all that members published."];
  const header = columns.length === 0 ? [] : [`New columns: ${columns.join(", ")}`];
  const end = isDone ? 'Written; run "npm run index" to build the index anew.' : "Nothing was written.";
  return [...changes, ...header, end];
}
