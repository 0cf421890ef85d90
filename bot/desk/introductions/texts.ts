import type { Language } from "../../../knowledge/languages.ts";
import type { IntroductionTexts } from "./introduction-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** The words around introductions, by language. */
export const INTRODUCTION_TEXTS: Record<Language, IntroductionTexts> = { fi: FI, sv: SV, en: EN };
