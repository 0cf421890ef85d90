import type { Language } from "../../../knowledge/languages.ts";
import type { PartnerTexts } from "./partner-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** The words around suggested partners, by language. */
export const PARTNER_TEXTS: Record<Language, PartnerTexts> = {
  fi: FI,
  sv: SV,
  en: EN,
};
