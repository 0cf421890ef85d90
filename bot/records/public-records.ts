import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { AdaptiveCard } from "../reply/adaptive-card.ts";
import { buildRecordCard } from "./build-record-card.ts";
import { buildRecordSheet } from "./build-record-sheet.ts";
import type { RecordKind, RecordReference } from "./record-sheet.ts";
import { recordUrl } from "./record-url.ts";
import { type RecordResults, searchRecords } from "./search-records.ts";

/** The records as everybody may see them, for what is shown to a whole chat. */
export interface PublicRecords {
  search(
    request: { kind: RecordKind; text: string; skip: number; count: number },
    language: Language,
  ): Promise<RecordResults>;
  /** A record's card with its title and one line; `undefined` for an unknown or hidden record. */
  cardOf(
    record: RecordReference,
    language: Language,
  ): { title: string; summary?: string; card: AdaptiveCard } | undefined;
}

/**
 * Creates the public view of the records.
 *
 * @param options.currentView The knowledge as it stands now; asked at each call.
 * @param options.publicUrl Origin of the record pages; without one cards have no link.
 */
export function createPublicRecords(options: {
  currentView: () => KnowledgeView;
  publicUrl: string | undefined;
}): PublicRecords {
  const { currentView, publicUrl } = options;
  const contextIn = (language: Language) => ({ view: currentView(), reader: "public" as const, language });
  return {
    search: (request, language) => searchRecords(request, contextIn(language)),
    cardOf(record, language) {
      const sheet = buildRecordSheet(record, contextIn(language));
      if (sheet === undefined) return undefined;
      const url = publicUrl === undefined ? {} : { url: recordUrl(record, { publicUrl, language }) };
      const summary = sheet.summary ?? sheet.subtitle;
      const card = buildRecordCard(sheet, { language, ...url });
      return { title: sheet.title, ...(summary === undefined ? {} : { summary }), card };
    },
  };
}
