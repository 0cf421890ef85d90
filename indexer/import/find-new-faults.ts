import { checkReferences } from "../../knowledge/check-references.ts";
import { checkFaq, checkGuides } from "../../knowledge/check-texts.ts";
import type { Fault } from "../../knowledge/fault.ts";
import { readKnowledge } from "../../knowledge/read-knowledge.ts";
import { parseTable } from "../../knowledge/read-table.ts";
import { readFaq, readGuides } from "../../knowledge/read-texts.ts";
import { TABLES } from "../../knowledge/schema.ts";

/**
 * Runs the check of `npm run knowledge:check` on a folder as it would be with another `side-streams.csv`, in memory.
 *
 * @param folder The knowledge folder, unchanged.
 * @param content The table as it would be.
 * @returns Faults that the folder does not have now; the same fault on another line is none.
 *
 * @example
 * ```ts
 * await findNewFaults("knowledge", content); // [{ file: "side-streams.csv", line: 94, field: "park", reason: "…" }]
 * ```
 */
export async function findNewFaults(folder: string, content: string): Promise<Fault[]> {
  const { tables, faults } = await readKnowledge(folder);
  const { file } = TABLES.streams;
  const { guides } = await readGuides(folder);
  const { entries } = await readFaq(folder);
  const { rows = [], faults: own } = parseTable("streams", content);
  const check = (streams: typeof tables.streams): Fault[] => {
    const changed = { ...tables, ...(streams === undefined ? {} : { streams }) };
    const options = { tables: changed, requireAll: false };
    return [...checkReferences(changed), ...checkGuides(guides, options), ...checkFaq(entries, options)];
  };
  const before = [...faults.filter((fault) => fault.file === file), ...check(tables.streams)];
  const after = [...own, ...check(rows)];
  const left = before.map(nameFault);
  return after.filter((fault) => {
    const at = left.indexOf(nameFault(fault));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Lines move when a row above them changes. */
function nameFault({ file, field, reason }: Fault): string {
  return `${file}|${field ?? ""}|${reason.replace(/ on line \d+/, "")}`;
}
