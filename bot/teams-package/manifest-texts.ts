import type { Language } from "../../knowledge/languages.ts";
import type { ManifestTexts } from "./manifest-texts-shape.ts";
import { TEXTS_EN } from "./texts-en.ts";
import { TEXTS_FI } from "./texts-fi.ts";
import { TEXTS_SV } from "./texts-sv.ts";

/** The texts by language. */
export const MANIFEST_TEXTS: Record<Language, ManifestTexts> = { fi: TEXTS_FI, sv: TEXTS_SV, en: TEXTS_EN };
