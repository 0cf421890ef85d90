import { createRest } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { RECORD_KINDS } from "./record-sheet.ts";
import { searchRecords } from "./search-records.ts";
import { makeSearcherInSteps } from "./searcher.ts";

/** The first page, then a word: each makes some things ready. A letter would find nearly everything, which takes long. */
const SAMPLES = ["", "ash"];

/**
 * Makes what the public's first searches would wait for, whatever their language: less than a second of work, three at
 * a hundred thousand streams. Others have their turn meanwhile.
 */
export async function warmRecordSearch(view: KnowledgeView, rest = createRest()): Promise<void> {
  const context = { view: view.forReader("public"), reader: "public" } as const;
  for (const kind of RECORD_KINDS) {
    await makeSearcherInSteps(kind, { context, rest });
    for (const text of SAMPLES) {
      await searchRecords({ kind, text, count: 1 }, { ...context, language: "en" });
      await rest();
    }
  }
}
