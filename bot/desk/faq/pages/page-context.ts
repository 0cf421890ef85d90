import { recordName } from "../../../../indexer/index.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../../knowledge-view.ts";
import type { Actor } from "../../actor.ts";
import type { DeskExchange } from "../../web/desk-section.ts";
import type { FaqDesk } from "../faq-desk.ts";
import type { FaqDraft } from "../faq-draft.ts";
import type { FaqTexts } from "../faq-texts.ts";
import { FAQ_TEXTS } from "../texts.ts";

/** What the pages work on. */
export interface PageContext {
  desk: FaqDesk;
  currentView: () => KnowledgeView;
  /** Folder that an export writes to; absent: there is no export from the desk. */
  knowledgeFolder?: string | undefined;
  /** What is known of an entry that is written from something, such as `ticket:12`. */
  prefill?:
    | ((from: string, asker: { actor: Actor; language: Language }) => Promise<Partial<FaqDraft> | undefined>)
    | undefined;
}

/** A park to choose. */
export interface ParkChoice {
  id: string;
  name: string;
}

/** Path of the section. */
export const FAQ_PATH = "/desk/faq";

/** Address of an entry's page, or of one below it. */
export function entryPath(id: string, below = ""): string {
  return `${FAQ_PATH}/${encodeURIComponent(id)}${below}`;
}

export function textsOf({ language }: Pick<DeskExchange, "language">): FaqTexts {
  return FAQ_TEXTS[language];
}

/** The parks by name. */
export function listParks(view: KnowledgeView, language: Language): ParkChoice[] {
  const parks = (view.index.tables.parks ?? []).map((park) => ({
    id: park.id,
    name: recordName(park, language),
  }));
  return parks.sort((one, other) => one.name.localeCompare(other.name, language));
}
