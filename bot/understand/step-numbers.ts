import type { Language } from "../../knowledge/languages.ts";

/** Ordinals one to ten, each as the beginning of its inflected forms. */
const ORDINALS: Record<Language, readonly string[]> = {
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  fi: [
    "ensimmäi",
    "toi(?:nen|se|sta)",
    "kolma",
    "neljä[sn]",
    "viide[sn]",
    "kuude[sn]",
    "seitsemä[sn]",
    "kahdeksa[sn]",
    "yhdeksä[sn]",
    "kymmene[sn]",
  ],
  sv: ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"],
};

/** Words for a step of a guide, after an ordinal. */
const STEPS: Record<Language, string> = {
  en: "(?:step|stage|phase|point)s?",
  fi: "(?:vaihe|vaihee|askel|askele|kohta|kohda)\\p{L}*",
  sv: "(?:steg|etapp|fas|punkt)\\p{L}*",
};

const PATTERNS = { fi: patternsOf("fi"), sv: patternsOf("sv"), en: patternsOf("en") };

function patternsOf(language: Language): { step: RegExp; ordinals: readonly RegExp[] } {
  const step = STEPS[language];
  return {
    step: new RegExp(`\\s${step}(?!\\p{L})`, "iu"),
    ordinals: ORDINALS[language].map(
      (ordinal) => new RegExp(`(?<!\\p{L})${ordinal}\\p{L}*\\s+(${step})(?!\\p{L})`, "giu"),
    ),
  };
}

/**
 * Writes the number of a step as guides do: "the eighth step" becomes "step 8", so that it meets the heading "8. Build trust".
 *
 * @returns The text with the figure behind the word for the step; the same text when no step is numbered in words.
 *
 * @example
 * ```ts
 * writeStepNumbers("Vad handlar det åttonde steget om?", "sv"); // "Vad handlar det steget 8 om?"
 * ```
 */
export function writeStepNumbers(text: string, language: Language): string {
  const { step, ordinals } = PATTERNS[language];
  if (!step.test(text)) return text;
  return ordinals.reduce((written, ordinal, at) => written.replace(ordinal, `$1 ${at + 1}`), text);
}
