import type { Language } from "../../../knowledge/languages.ts";
import type { AlertTexts } from "./alert-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** The words around alerts, by language. */
export const ALERT_TEXTS: Record<Language, AlertTexts> = { fi: FI, sv: SV, en: EN };
