import type { Language } from "../../knowledge/languages.ts";

const FINNISH = `
  mikä minkä mitä mitkä mistä missä mihin mille millä miltä miksi miten milloin millainen millaista millaisia
  minkälainen minkälaista kuka kuta kenen ketä keitä ketkä kenelle keneltä kuinka montako monta paljonko koska kumpi
  joka jonka jota jotka joita joiden joissa jossa josta johon jolla jolle jolta onko ovatko oliko voiko voinko voivatko
  saako saanko pitääkö on ovat oli olivat olla ole ollut olisi en et ei emme ette eivät ja tai sekä että se sen sitä
  siitä sille siinä ne niiden niitä tämä tämän tätä tässä nämä minä minun minua sinä sinun hän hänen häntä me meidän
  te teidän he heidän kun jos kuin mutta myös vain niin voi voivat saa kanssa`;

const SWEDISH = `
  vad vem vems vilken vilket vilka var vart varför hur när är blir finns kan ska skall bör måste får har hade jag du han
  hon den det de vi ni man mig dig sig min mitt mina din ditt dina sin sitt sina en ett och eller men att som om i på av
  för till med från vid inte så också bara gör göra här där dem denna detta dessa än ut in upp under över efter utan mot
  ha vara var bli blivit varit skulle kunna vill`;

const ENGLISH = `
  what who whom whose which where when why how is are was were be been being do does did done can could will would shall
  should may might must has have had i you he she it we they me him her us them my your his its our their a an the this
  that these those there here of in on at by for to from with without into onto about as and or but if not no so than
  then many much s t tell give list please`;

const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fi: new Set(FINNISH.trim().split(/\s+/)),
  sv: new Set(SWEDISH.trim().split(/\s+/)),
  en: new Set(ENGLISH.trim().split(/\s+/)),
};

/**
 * Tells whether a word only shapes a question (asks, joins, points) and says little of what it is about.
 *
 * Such words are weighed down, never dropped: "Vad gäller?" has nothing else, and "The Who" is a name.
 *
 * @param word One word in lower case.
 * @param language Language of the question it stands in: "man" shapes in Swedish and names in English.
 *
 * @example
 * ```ts
 * isFunctionWord("mistä", "fi"); // true
 * isFunctionWord("lentotuhka", "fi"); // false
 * ```
 */
export function isFunctionWord(word: string, language: Language): boolean {
  return FUNCTION_WORDS[language].has(word);
}
