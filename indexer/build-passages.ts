import type { Fault } from "../knowledge/fault.ts";
import type { Language } from "../knowledge/languages.ts";
import { buildFaqPassage } from "./build-faq-passage.ts";
import { buildRowPassages } from "./build-row-passages.ts";
import { createFindSource } from "./find-source.ts";
import type { LoadedFolder } from "./loaded-folder.ts";
import type { Passage } from "./passage.ts";
import { splitPassages } from "./split-passages.ts";

export { createFindSource, type FindSource } from "./find-source.ts";

export interface BuildPassagesOptions {
  detectLanguage: (text: string, declared: Language | undefined) => Language;
}

/**
 * Turns all that a folder holds into passages: guides and other documents cut by headings, FAQ entries whole,
 * and each row of the streams, companies and exchanges as sentences in the three languages.
 *
 * @returns Passages without duplicates, and what could not become one.
 */
export function buildPassages(
  folder: Omit<LoadedFolder, "ignored">,
  options: BuildPassagesOptions,
): { passages: Passage[]; faults: Fault[] } {
  const findSource = createFindSource(folder.tables);
  const passages = folder.documents.flatMap((document) =>
    splitPassages(document, { ...options, findSource }),
  );
  const faults: Fault[] = [];
  for (const entry of folder.faq) {
    const { file, line, id } = entry;
    const passage = buildFaqPassage(entry, { findSource });
    if (passage === undefined) faults.push({ file, line, reason: `"${id}" has an answer without words` });
    else passages.push(passage);
  }
  passages.push(...buildRowPassages(folder.tables, findSource));
  const seen = new Set<string>();
  return { passages: passages.filter(({ id }) => !seen.has(id) && seen.add(id)), faults };
}
