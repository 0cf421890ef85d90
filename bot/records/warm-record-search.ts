import { setImmediate } from "node:timers/promises";
import type { KnowledgeView } from "../knowledge-view.ts";
import { RECORD_KINDS } from "./record-sheet.ts";
import { searchRecords } from "./search-records.ts";

/**
 * Makes what the public's first searches would wait for, whatever their language: less than a second of work, three at
 * a hundred thousand streams. Requests are served between its steps.
 */
export async function warmRecordSearch(view: KnowledgeView): Promise<void> {
  for (const kind of RECORD_KINDS) {
    searchRecords({ kind, text: "a", count: 1 }, { view, reader: "public", language: "en" });
    await setImmediate();
  }
}
