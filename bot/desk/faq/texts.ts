import type { Language } from "../../../knowledge/languages.ts";
import type { FaqTexts } from "./faq-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** The words of the FAQ at the desk, by language. */
export const FAQ_TEXTS: Record<Language, FaqTexts> = { fi: FI, sv: SV, en: EN };
