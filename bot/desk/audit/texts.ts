import type { Language } from "../../../knowledge/languages.ts";
import { AUDIT_TEXTS_EN } from "./texts-en.ts";
import { AUDIT_TEXTS_FI } from "./texts-fi.ts";
import type { AuditTexts } from "./texts-shape.ts";
import { AUDIT_TEXTS_SV } from "./texts-sv.ts";

/** The words by language. */
export const AUDIT_TEXTS: Record<Language, AuditTexts> = {
  fi: AUDIT_TEXTS_FI,
  sv: AUDIT_TEXTS_SV,
  en: AUDIT_TEXTS_EN,
};
