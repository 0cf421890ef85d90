import type { Fault } from "./fault.ts";
import { LANGUAGES, type Language } from "./languages.ts";
import type { FaqEntry } from "./parse-faq.ts";
import type { Guide } from "./parse-guide.ts";
import type { Tables } from "./read-table.ts";
import { listMarks, splitBlocks } from "./source-marks.ts";

/** What guides and FAQ may refer to, and which languages must be there. */
export type TextCheckOptions = {
  tables: Partial<Tables>;
  /** Every guide and entry must exist in all three languages, not just in those that have any. */
  requireAll: boolean;
};

/** Finds guides without translation, pieces without a source mark, and marks and parks nobody knows. */
export function checkGuides(guides: Guide[], { tables, requireAll }: TextCheckOptions): Fault[] {
  return [
    ...guides.flatMap((guide) => [...checkMarks(guide, tables), ...checkPark(guide, tables)]),
    ...checkLanguages(guides, {
      requireAll,
      fileOf: ({ id, language }) => `guides/${language}/${id}.md`,
    }),
  ];
}

/** Finds FAQ entries without translation, and sources and parks nobody knows. */
export function checkFaq(entries: FaqEntry[], { tables, requireAll }: TextCheckOptions): Fault[] {
  const known = knownSources(tables);
  return [
    ...entries.flatMap((entry) => [
      ...entry.sources
        .filter((id) => known !== undefined && !known.has(id))
        .map((id) => ({
          file: entry.file,
          line: entry.line,
          field: "answer",
          reason: `unknown source "[^${id}]"`,
        })),
      ...checkPark(entry, tables),
    ]),
    ...checkLanguages(entries.filter(isOfFiles), {
      requireAll,
      fileOf: ({ language }) => `faq/${language}.md`,
    }),
  ];
}

/** What was written at the desk may be there in one language: nothing is translated for the sake of being complete. */
function isOfFiles({ changed }: FaqEntry): boolean {
  return changed === undefined;
}

function checkMarks({ file, body, bodyLine }: Guide, tables: Partial<Tables>): Fault[] {
  const known = knownSources(tables);
  return splitBlocks(body, bodyLine).flatMap(({ line, text }): Fault[] => {
    const marks = listMarks(text);
    if (marks.length === 0) {
      return [{ file, line, reason: `has no source mark such as [^park-network]: "${shorten(text)}"` }];
    }
    return marks
      .filter((id) => known !== undefined && !known.has(id))
      .map((id) => ({ file, line, reason: `unknown source "[^${id}]"` }));
  });
}

function checkPark(
  { file, line, park }: { file: string; line?: number; park?: string },
  tables: Partial<Tables>,
): Fault[] {
  if (park === undefined || tables.parks === undefined || tables.parks.some(({ id }) => id === park))
    return [];
  return [{ file, line, field: "park", reason: `unknown park "${park}"` }];
}

type Text = { id: string; language: Language; file: string; line?: number };

function checkLanguages(
  texts: Text[],
  {
    requireAll,
    fileOf,
  }: { requireAll: boolean; fileOf: (text: { id: string; language: Language }) => string },
): Fault[] {
  const languages = LANGUAGES.filter(
    (language) => requireAll || texts.some((text) => text.language === language),
  );
  const ids = [...new Set(texts.map(({ id }) => id))].sort();
  return ids.flatMap((id) => {
    const present = texts.filter((text) => text.id === id);
    const example = present[0]?.file ?? "";
    return languages
      .filter((language) => !present.some((text) => text.language === language))
      .map((language) => ({
        file: fileOf({ id, language }),
        field: "id",
        reason: `"${id}" is missing here, it stands in ${example}`,
      }));
  });
}

function knownSources(tables: Partial<Tables>): Set<string> | undefined {
  return tables.sources === undefined ? undefined : new Set(tables.sources.map(({ id }) => id));
}

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
