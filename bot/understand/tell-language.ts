import { detectLanguage, type Lexicon, weighLanguages } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { rememberPer } from "../remember.ts";

/** By the language that counts where words hardly tell. */
const TELLERS: Record<Language, (lexicon: Lexicon, text: string) => Language> = {
  fi: rememberPer((lexicon, text) => tellOf(text, { lexicon, fallback: "fi" })),
  sv: rememberPer((lexicon, text) => tellOf(text, { lexicon, fallback: "sv" })),
  en: rememberPer((lexicon, text) => tellOf(text, { lexicon, fallback: "en" })),
};

/** Tells the language of words; when they hardly tell, it is the language the conversation is in. */
export function tellLanguage(text: string, context: { view: KnowledgeView; fallback: Language }): Language {
  return TELLERS[context.fallback](context.view.index.lexicon, text);
}

function tellOf(text: string, { lexicon, fallback }: { lexicon: Lexicon; fallback: Language }): Language {
  if (ENGLISH_WORD.test(text)) return "en";
  if (holdsOnlyFigures(text, lexicon)) return fallback;
  const { knownLanguages } = lexicon;
  const detected = detectLanguage(text, { knownLanguages });
  if (detected !== undefined) return detected;
  const shares = weighLanguages(text, { knownLanguages });
  const best = Math.max(...LANGUAGES.map((language) => shares[language]));
  if (best === 0 || shares[fallback] >= best - 0.1) return fallback;
  return LANGUAGES.find((language) => shares[language] === best) ?? fallback;
}

/** "500 t, Kokkola": figures, units and names that are spelt alike in all languages. */
function holdsOnlyFigures(text: string, lexicon: Lexicon): boolean {
  if (!/\d/.test(text)) return false;
  let rest = text;
  for (const language of LANGUAGES) {
    for (const { concept, start, end } of lexicon.match(text, language)) {
      const name = text.slice(start, end).toLowerCase();
      const isName = LANGUAGES.some((other) => concept.labels[other].toLowerCase() === name);
      if (isName && (concept.kind === "place" || concept.kind === "park"))
        rest = `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`;
    }
  }
  return !/\p{L}/u.test(rest.replace(UNITS, " "));
}

const UNITS = /(?<!\p{L})(?:t|kt|kg|m3|m³|kWh|MWh|GWh|TWh|MW)(?!\p{L})(?:\/a)?/giu;

/** A button's word that looks Swedish to whoever knows letters only. */
const ENGLISH_WORD = /^\W*skip(?: (?:it|this|that))?\W*$/i;
