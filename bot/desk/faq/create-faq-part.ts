import { findNearDuplicates } from "../../skills/faq/find-near-duplicates.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { createEditDialog, createNewDialog } from "./dialogs/edit-dialog.ts";
import { createStateDialog } from "./dialogs/state-dialog.ts";
import { FaqDesk, type FaqOverlay } from "./faq-desk.ts";
import { FaqFiles } from "./faq-files.ts";
import { createFaqSection } from "./faq-section.ts";
import type { PageContext } from "./pages/page-context.ts";

export interface FaqPartOptions {
  /** Folder of the knowledge files, whose `faq/` is shown, taken over and written back to. */
  knowledgeFolder: string;
  /** Fills a new entry that is written from something, such as `ticket:12`. @default {it stays empty} */
  prefill?: PageContext["prefill"];
  /** Told that an entry was written from something, within the transaction that keeps it. @default {nobody is told} */
  onWritten?: (from: string, written: { entryId: string; actor: Actor }) => Promise<void>;
}

/** The part of the FAQ, and what others need of it. */
export type FaqPart = DeskPart & {
  desk: FaqDesk;
  /** What was written at the desk, for the live knowledge; see {@link FaqDesk.overlay}. */
  overlay: FaqDesk["overlay"];
};

/**
 * Puts the FAQ of the desk together: its pages, its windows in Teams, and what it adds to the live knowledge.
 *
 * @example
 * ```ts
 * const faq = createFaqPart(base, { knowledgeFolder: "knowledge" });
 * await faq.overlay(); // { entries: [], hidden: [] } as long as nothing was changed at the desk
 * ```
 */
export function createFaqPart(base: DeskBase, options: FaqPartOptions): FaqPart {
  const { knowledgeFolder, prefill, onWritten } = options;
  const { currentView } = base;
  const desk = new FaqDesk(base, {
    files: new FaqFiles(knowledgeFolder),
    findNear: (questions, { excludeId }) => findNearDuplicates(questions, { view: currentView(), excludeId }),
    onWritten,
  });
  const context: PageContext = { desk, currentView, knowledgeFolder, prefill };
  return {
    desk,
    overlay: (tables): Promise<FaqOverlay> => desk.overlay(tables),
    section: createFaqSection(context, base),
    dialogs: [
      createNewDialog(context),
      createEditDialog(context),
      createStateDialog("retire", context),
      createStateDialog("restore", context),
    ],
  };
}
