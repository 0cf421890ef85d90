import type { Language } from "../../knowledge/languages.ts";
import { englishPrivacyTexts } from "./privacy-texts-en.ts";
import { finnishPrivacyTexts } from "./privacy-texts-fi.ts";
import type { PrivacyFacts, PrivacyTexts } from "./privacy-texts-shape.ts";
import { swedishPrivacyTexts } from "./privacy-texts-sv.ts";

/**
 * Writes the privacy page.
 *
 * @param language Language of the page.
 * @param facts What this installation does.
 * @returns Title, name of the way back, and sections: who answers, what is stored, how long, how to get or delete it,
 * who you are, other sites, in your browser.
 */
export function privacyTexts(language: Language, facts: PrivacyFacts): PrivacyTexts {
  return { fi: finnishPrivacyTexts, sv: swedishPrivacyTexts, en: englishPrivacyTexts }[language](facts);
}
