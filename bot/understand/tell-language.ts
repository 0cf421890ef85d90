import { detectLanguage, weighLanguages } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";

/** Tells the language of words; when they hardly tell, it is the language the conversation is in. */
export function tellLanguage(text: string, context: { view: KnowledgeView; fallback: Language }): Language {
  if (ENGLISH_WORD.test(text)) return "en";
  const { knownLanguages } = context.view.index.lexicon;
  const detected = detectLanguage(text, { knownLanguages });
  if (detected !== undefined) return detected;
  const shares = weighLanguages(text, { knownLanguages });
  const best = Math.max(...LANGUAGES.map((language) => shares[language]));
  if (best === 0 || shares[context.fallback] >= best - 0.1) return context.fallback;
  return LANGUAGES.find((language) => shares[language] === best) ?? context.fallback;
}

/** A button's word that looks Swedish to whoever knows letters only. */
const ENGLISH_WORD = /^\W*skip(?: (?:it|this|that))?\W*$/i;
