import { recordName } from "../../../indexer/index.ts";
import type { Tables } from "../../../knowledge/read-table.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { DraftContext } from "./parse-draft.ts";
import type { EntryContext } from "./to-faq-entries.ts";

const MOST_TITLE_CHARS = 200;
/** Who speaks where an answer is about no park. */
const DESK_NAME = "Sivuvirta";

/** What a form may refer to, as the knowledge has it. */
export function draftContext({ index }: KnowledgeView): DraftContext {
  const sources = new Set((index.tables.sources ?? []).map(({ id }) => id));
  const parks = new Set((index.tables.parks ?? []).map(({ id }) => id));
  return {
    findSource: (id) => {
      const found = sources.has(id) ? index.findSource(id) : undefined;
      if (found === undefined) return undefined;
      const { title, source, year } = found;
      return {
        title: title.slice(0, MOST_TITLE_CHARS),
        ...(/^https?:\/\//.test(source) ? { url: source } : {}),
        ...(year === undefined ? {} : { year }),
      };
    },
    isPark: (id) => parks.has(id),
  };
}

/** What the words of an entry depend on. @param today Date as `2026-03-01`. */
export function entryContext(tables: Partial<Tables>, today: string): EntryContext {
  const parks = new Map((tables.parks ?? []).map((park) => [park.id, park]));
  return {
    placeName: (id, language) => {
      const park = id === undefined ? undefined : parks.get(id);
      return park === undefined ? (id ?? DESK_NAME) : recordName(park, language);
    },
    today,
  };
}
