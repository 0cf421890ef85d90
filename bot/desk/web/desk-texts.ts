import type { Language } from "../../../knowledge/languages.ts";
import { ENGLISH_DESK_TEXTS } from "./desk-texts-en.ts";
import { FINNISH_DESK_TEXTS } from "./desk-texts-fi.ts";
import type { DeskTexts } from "./desk-texts-shape.ts";
import { SWEDISH_DESK_TEXTS } from "./desk-texts-sv.ts";

/** Words of the desk that belong to no section, by language. */
export const DESK_TEXTS: Record<Language, DeskTexts> = {
  fi: FINNISH_DESK_TEXTS,
  sv: SWEDISH_DESK_TEXTS,
  en: ENGLISH_DESK_TEXTS,
};
