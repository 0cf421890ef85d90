import { checkFaq, checkGuides } from "./check-texts.ts";
import type { Fault } from "./fault.ts";
import { readKnowledge } from "./read-knowledge.ts";
import { readFaq, readGuides } from "./read-texts.ts";
import { TABLES, type TableName } from "./schema.ts";

/** Everything wrong in a knowledge folder, and how much of it is right. */
export type KnowledgeReport = {
  /** By file, then by line. */
  faults: Fault[];
  /** Valid rows of each table that exists, valid guides and valid FAQ entries, in all languages together. */
  counts: Partial<Record<TableName, number>> & { guides: number; faqEntries: number };
};

/**
 * Checks every table, guide and FAQ entry of a knowledge folder.
 *
 * @param folder The knowledge folder.
 * @param options.requireAll The folder must hold every table, and each text in all three languages. Meant for
 *   the product's own folder; another folder may hold any part. @default {false}
 * @throws If a file exists but cannot be read.
 */
export async function checkKnowledge(
  folder: string,
  { requireAll = false }: { requireAll?: boolean } = {},
): Promise<KnowledgeReport> {
  const { tables, faults: tableFaults } = await readKnowledge(folder);
  const { guides, faults: guideFaults } = await readGuides(folder);
  const { entries, faults: faqFaults } = await readFaq(folder);
  const names = Object.keys(TABLES) as TableName[];
  const missing = names.filter((name) => requireAll && tables[name] === undefined);
  const faults = [
    ...missing.map((name) => ({ file: TABLES[name].file, reason: "this table is missing" })),
    ...tableFaults,
    ...guideFaults,
    ...faqFaults,
    ...checkGuides(guides, { tables, requireAll }),
    ...checkFaq(entries, { tables, requireAll }),
  ];
  const counts: KnowledgeReport["counts"] = { guides: guides.length, faqEntries: entries.length };
  for (const name of names) {
    const rows = tables[name];
    if (rows !== undefined) counts[name] = rows.length;
  }
  return { faults: faults.sort(compareFaults), counts };
}

function compareFaults(left: Fault, right: Fault): number {
  return left.file.localeCompare(right.file) || (left.line ?? 0) - (right.line ?? 0);
}
