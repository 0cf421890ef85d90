import { resolve } from "node:path";
import { checkKnowledge, type KnowledgeReport } from "./check-knowledge.ts";
import { presentFault } from "./fault.ts";
import { TABLES, type TableName } from "./schema.ts";

/**
 * `npm run knowledge:check [-- FOLDER]`: prints every fault of a knowledge folder on a line of its own, then
 * what was counted. Exit code 1 when there are faults. Without a folder the product's own is checked, which
 * must be complete.
 */
const ownFolder = import.meta.dirname;
const folder = resolve(process.argv[2] ?? ownFolder);
const { faults, counts } = await checkKnowledge(folder, { requireAll: folder === ownFolder });
for (const fault of faults) console.error(presentFault(fault));
console.log(presentSummary(faults.length, counts));
process.exitCode = faults.length > 0 ? 1 : 0;

function presentSummary(faultCount: number, { guides, faqEntries, ...tables }: KnowledgeReport["counts"]) {
  const rows = Object.entries(tables).map(([name, count]) => `${TABLES[name as TableName].file} ${count}`);
  const parts = [...rows, `guides ${guides}`, `FAQ entries ${faqEntries}`];
  return `${faultCount === 1 ? "1 fault" : `${faultCount} faults`}; ${parts.join(", ")}`;
}
