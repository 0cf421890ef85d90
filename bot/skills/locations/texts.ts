import type { Language } from "../../../knowledge/languages.ts";
import type { LocationTexts } from "./location-texts.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";

/** {@link LocationTexts} in the three languages. */
export const LOCATION_TEXTS: Record<Language, LocationTexts> = { fi: FI, sv: SV, en: EN };
