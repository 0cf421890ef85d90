import { createRest } from "../indexer/index.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { readParkKnowledgeInSteps } from "./query/park-knowledge.ts";
import { readFaqFormsInSteps } from "./skills/faq/question-forms.ts";

/**
 * Makes everything of a view that the first question of its kind would wait for, for the public, who are most: some tenths of
 * a second of work, some seconds where tables are large. Others have their turn meanwhile.
 */
export async function warmView(view: KnowledgeView, rest = createRest()): Promise<void> {
  await view.warm(rest);
  const open = view.forReader("public");
  await readFaqFormsInSteps(open, rest);
  await readParkKnowledgeInSteps(open, rest);
}
