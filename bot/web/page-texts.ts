import type { Language } from "../../knowledge/languages.ts";
import { ENGLISH_PAGE_TEXTS } from "./page-texts-en.ts";
import { FINNISH_PAGE_TEXTS } from "./page-texts-fi.ts";
import type { PageTexts } from "./page-texts-shape.ts";
import { SWEDISH_PAGE_TEXTS } from "./page-texts-sv.ts";

/** The words of the chat page. The sample questions are the same three tasks in each language. */
export const PAGE_TEXTS: Record<Language, PageTexts> = {
  fi: FINNISH_PAGE_TEXTS,
  sv: SWEDISH_PAGE_TEXTS,
  en: ENGLISH_PAGE_TEXTS,
};
