import type { Language } from "../../knowledge/languages.ts";

/** The languages as the prompts, which are in English, name them. */
export const PROMPT_LANGUAGES: Record<Language, string> = { fi: "Finnish", sv: "Swedish", en: "English" };
