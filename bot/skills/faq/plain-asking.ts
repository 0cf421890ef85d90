import type { Language } from "../../../knowledge/languages.ts";

type Rewriting = readonly [RegExp, string];

/** Spoken and written forms that mean the same, in the order in which they are tried. */
const EVERYWHERE: readonly Rewriting[] = [
  // "…, or not?" asks whether, and denies nothing.
  [/,?\s+(?:or not|vai (?:ei|eikö)|eller (?:inte|ej|icke))(?=\s*[?.!]*\s*$)/giu, ""],
  [/(?<!\p{L})min\.(?=\s)/giu, "minimum"],
  [/(?<!\p{L})max\.(?=\s)/giu, "maximum"],
];

const SPOKEN: Record<Language, readonly Rewriting[]> = {
  en: [
    [/(?<!\p{L})(what|who|where|how|when|that|it|there|here)['’]?s(?!\p{L})(?!['’])/giu, "$1 is"],
    [/(?<=\p{L})['’]d(?!\p{L})/giu, " would"],
    [/(?<=\p{L})['’]re(?!\p{L})/giu, " are"],
    [/(?<=\p{L})['’]ve(?!\p{L})/giu, " have"],
    [/(?<=\p{L})['’]ll(?!\p{L})/giu, " will"],
    [/(?<!\p{L})(?:wich|whcih|whch)(?!\p{L})/giu, "which"],
    [/(?<!\p{L})i['’]m(?!\p{L})/giu, "I am"],
    [/(?<!\p{L})(?:on earth|the heck|actually|really|please|exactly)(?!\p{L})/giu, " "],
  ],
  fi: [
    [/(?<!\p{L})millon(?!\p{L})/giu, "milloin"],
    [/(?<!\p{L})(mi)(k|t|ss|st|ll)a(?!\p{L})/giu, "$1$2ä"],
    [/(?<!\p{L})onks(?!\p{L})/giu, "onko"],
    [/(?<=\p{L}{2}[aouAOU])ks(?!\p{L})/giu, "ko"],
    [/(?<=\p{L}{2}[äöyieÄÖYIE])ks(?!\p{L})/giu, "kö"],
    // "saisko", "löytyis": the conditional as it is spoken.
    [/(?<=\p{L}[aäoöuyie]is)k(?=[oö](?!\p{L}))/giu, "ik"],
    [
      /(?<!\p{L})(löyty|sa|vo|ol|pitä|otta|autta|sopi|maksa|kuulu|löytä|käyttä|kelpa|kannatta|tarvits|sijoittu|pysty|halua)is(?!\p{L})/giu,
      "$1isi",
    ],
    [/(?<!\p{L})(?:meiän|mun|mein)(?!\p{L})/giu, "meidän"],
    [/(?<!\p{L})(mi|ku)(kä|ka|tä)s(?!\p{L})/giu, "$1$2"],
    [/(?<!\p{L})(?:ihme(?:essä|en)?|oikein|oikeastaan|kummassa|kumman|niinku|siis)(?!\p{L})/giu, " "],
  ],
  sv: [
    [/(?<!\p{L})nån(?!\p{L})/giu, "någon"],
    [/(?<!\p{L})nåt(?!\p{L})/giu, "något"],
    [/(?<!\p{L})nåra(?!\p{L})/giu, "några"],
    [/(?<=\p{Lu}\p{L}{2,})(trakten|nejden)(?!\p{L})/gu, " $1"],
    [/^(\W*)va(?!\p{L})/giu, "$1vad"],
    [/(?<=(?:vad|vem|hur|när|var) )e(?!\p{L})/giu, "är"],
    [/(?<!\p{L})(?:egentligen|riktigt|månne|i all världen|nu då|liksom)(?!\p{L})/giu, " "],
    [/(?<!\p{L})skulle kunna(?!\p{L})/giu, "kan"],
  ],
};

/** "Peittoo, what is that?" puts the topic first. */
const TOPIC_FIRST: Record<Language, Rewriting> = {
  en: [
    /^\W*(.{2,60}?)\s*[,:–-]+\s*what(?: does| is|['’]?s)(?: it| that| this)(?: mean)?\W*$/iu,
    "What is $1?",
  ],
  fi: [/^\W*(.{2,60}?)\s*[,:–-]+\s*(?:mikä|mitä)(?: se| tuo)?(?: on| tarkoittaa)\W*$/iu, "Mikä on $1?"],
  sv: [
    /^\W*(.{2,60}?)\s*[,:–-]+\s*vad (?:är|betyder)(?: det| de)?(?: för (?:något|nåt))?\W*$/iu,
    "Vad är $1?",
  ],
};

/** What the asker tells of themselves before the question, and the question behind it. */
const TELLS_FIRST =
  /^\W*(?:we|our|i|my|meillä|meidän|olemme|minulla|olen|vi|vår|våra|jag)(?:['’]\p{L}+)?(?!\p{L})[^?]*?[,.;]\s+(?:and |so |but |ja |joten |mutta |och |så |men )?(?=\p{L}+ [^,?]*\?\W*$)/iu;

/** The question alone, without what the asker tells before it: "We make bricks, can we join?" asks "can we join?". */
export function askingClause(text: string): string {
  return text.replace(TELLS_FIRST, "");
}

/**
 * Puts a question as it is spoken or hastily typed into the words of written language, for comparing with curated
 * questions: contractions, spoken endings, words that only add emphasis, the topic put first.
 *
 * @param text The question as it was asked; for comparing only, never shown.
 *
 * @example
 * ```ts
 * writePlainly("onks kokkolassa tontteja", "fi"); // "onko kokkolassa tontteja"
 * writePlainly("Peittoo, what's that?", "en"); // "What is Peittoo?"
 * ```
 */
export function writePlainly(text: string, language: Language): string {
  const rewritings = [...EVERYWHERE, ...SPOKEN[language], TOPIC_FIRST[language]];
  const written = rewritings.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text);
  return written.replace(/\s+/gu, " ").trim();
}
