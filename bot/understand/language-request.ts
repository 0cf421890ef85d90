import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { remember } from "../remember.ts";

const ADVERBS: Record<Language, string> = {
  fi: "suomeksi|in finnish|på finska|suomenkielellä|suomen kielellä",
  sv: "ruotsiksi|in swedish|på svenska|ruotsin kielellä",
  en: "englanniksi|in english|på engelska|englannin kielellä",
};

const ASKING =
  "(?:(?:and|ja|och|but|mutta|men|please|kiitos|tack|snälla|can you|could you|voitko|voisitko|kan du|kunde du|would you|the same|sama|samma|samma sak|same|again|uudelleen|igen|now|nyt|nu)[,\\s]+)*" +
  "(?:(?:answer|reply|respond|say (?:it|that|the same)|repeat|tell me|speak|translate|write|vastaa|vastaisitko|vastata|kerro|sano|toista|puhu|käännä|kirjoita|svara|säg|berätta|upprepa|tala|översätt|skriv)" +
  "(?:[\\s,]+(?:it|that|this|me|to me|the same|again|se|sama|tämä|minulle|uudelleen|det|den|detta|mig|samma|igen|please|mieluummin|hellre|helst|gärna|the answer|vastaus|svaret))*[\\s,]+)?";

const REST =
  "(?:[\\s,]+(?:please|kiitos|tack|instead|mieluummin|sen sijaan|i stället|istället|thanks|thank you|snälla))*";

const WISHES = LANGUAGES.map((language) => {
  const wish = `${ASKING}(?:${ADVERBS[language]})${REST}`;
  return {
    language,
    whole: new RegExp(`^[\\s(]*${wish}[\\s.!?)]*$`, "iu"),
    atEnd: new RegExp(`[.!?,;–-]\\s*[(]?${wish}[\\s.!?)]*$`, "iu"),
    explicit: new RegExp(
      `(?:answer|reply|vastaa|svara)[\\s,]+(?:${ADVERBS[language]})${REST}[\\s.!?:,-]*`,
      "iu",
    ),
  };
});

/** A wish to be answered in a certain language, and what is left of the message. */
export interface LanguageRequest {
  language: Language;
  /** The message without the wish; empty when it held nothing else. */
  rest: string;
}

/**
 * Finds a wish such as "vastaa suomeksi", "svara på svenska" or "in English, please" at the beginning or end
 * of a message, or as its whole.
 *
 * A language named in the middle of a question ("the guide in Finnish") is part of the question.
 *
 * @example
 * ```ts
 * findLanguageRequest("vastaa suomeksi"); // { language: "fi", rest: "" }
 * ```
 */
export const findLanguageRequest = remember((text: string): LanguageRequest | undefined => {
  for (const { language, whole, atEnd, explicit } of WISHES) {
    if (whole.test(text)) return { language, rest: "" };
    if (atEnd.test(text)) return { language, rest: text.replace(atEnd, "").trim() };
    if (explicit.test(text)) return { language, rest: text.replace(explicit, " ").trim() };
  }
  return undefined;
});
