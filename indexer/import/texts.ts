import type { Language } from "../../knowledge/languages.ts";
import { EN } from "./texts-en.ts";
import { FI } from "./texts-fi.ts";
import { SV } from "./texts-sv.ts";
import type { ImportTexts } from "./texts-type.ts";

/** Everything the command says, by language. */
export const IMPORT_TEXTS: Record<Language, ImportTexts> = { fi: FI, sv: SV, en: EN };
