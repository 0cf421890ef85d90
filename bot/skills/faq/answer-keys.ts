import type { Passage } from "../../../indexer/index.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { askingGroupsOf } from "./asking-words.ts";

/**
 * Reads what a curated answer speaks of: a question may hold words that no way to ask for the entry has and its answer
 * does ("the paper mill of Veitsiluoto").
 *
 * @returns Keys as `ownKeysOf` gives them for a word of a question: stems, concepts, groups of general words.
 */
export function readAnswerKeys({ sentences, language }: Passage, view: KnowledgeView): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { text } of sentences) {
    const { words, stems, concepts } = view.analyseText(text, language);
    for (const word of words) keys.add(word);
    for (const stem of stems) keys.add(stem);
    for (const [id, share] of concepts) if (share === 1) keys.add(id);
    for (const group of askingGroupsOf(text)) keys.add(group);
  }
  return keys;
}
