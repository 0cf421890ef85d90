/**
 * Concepts that name the very fact a question asks for. A sentence that does not speak of them cannot be its
 * answer, however much else it shares with the question: "What does membership cost?" is not answered by a
 * sentence on members. Ids of `knowledge/words.csv`.
 */
const FOCUS_CONCEPTS = new Set(
  `membership own owner membership-fee gate-fee pay price cost fee rent turnover profit wage managing-director chairman mayor president
  share-price share-stock shareholder inhabitant population age birthday home-address street-address
  weather rain snow temperature summer winter opening-hours parking password door-code tax interest-rate election
  political-party politics sports-match sports-goal sport recipe joke poem film song capital-city voting identity-code
  bank-account spouse prime-minister market-value working-hours debt inflation vote opinion-poll bankruptcy
  employee number-of-employees annual-turnover dividend currency child sunshine wind-weather cold-weather key-lock
  olympics restaurant lunch television book-novel game-play horoscope doctor illness medicine police crime lawsuit
  taxi flight holiday religion pet king-queen celebrity war-military homework gossip-private salary-level
  credit-rating house-price fuel-price petrol time-of-day calendar body-height nationality visa-residence
  lost-property everyday-dish coffee-tea swimming bicycle hairdresser official-document explode savings-investment stock-exchange
  love-marriage lottery music-concert depth budget`
    .split(/\s+/)
    .map((id) => `word:${id}`),
).add("trade:waste-tax");

/** What the premise of a "why" may claim: "why did it close?" is not answered by a text that knows of no closing. */
const PREMISE_CONCEPTS = new Set(
  `close stop end explode sell relocate bankruptcy strike lay-off`.split(" ").map((id) => `word:${id}`),
);

/** Offices that one person holds: who holds one is told by a person's name. */
const OFFICE_CONCEPTS = new Set(
  "chairman board-member managing-director mayor president prime-minister director leader"
    .split(" ")
    .map((id) => `word:${id}`),
);

/** Facts that are figures: a sentence without one does not give them. */
const FIGURE_CONCEPTS = new Set(
  `price cost fee gate-fee pay depth budget membership-fee rent turnover annual-turnover profit wage share-price population age temperature
  tax interest-rate number-of-employees`
    .split(/\s+/)
    .map((id) => `word:${id}`),
);

/** Tells whether a concept, when asked for, is answered by a figure only. */
export function isFigureConcept(id: string): boolean {
  return FIGURE_CONCEPTS.has(id);
}

/** Tells whether a concept, when asked for, must be met by the answer. */
export function isFocusConcept(id: string): boolean {
  return FOCUS_CONCEPTS.has(id);
}

/** Tells whether a concept is what the premise of a "why" may rest on. */
export function isPremiseConcept(id: string): boolean {
  return PREMISE_CONCEPTS.has(id);
}

/** Tells whether a concept is an office held by a person. */
export function isOfficeConcept(id: string): boolean {
  return OFFICE_CONCEPTS.has(id);
}

/** Other words for a fact: what is free of charge has its price told, and jobs count who works there. */
const EQUIVALENTS: Readonly<Record<string, readonly string[]>> = {
  "word:cost": ["word:free-of-charge"],
  "word:price": ["word:free-of-charge"],
  "word:fee": ["word:free-of-charge"],
  "word:employee": [
    "word:number-of-employees",
    "word:job",
    "word:workforce",
    "word:skilled-labour",
    "word:professional",
  ],
  "word:number-of-employees": ["word:employee", "word:job"],
  "word:annual-turnover": ["word:turnover"],
  "word:turnover": ["word:annual-turnover"],
  "word:own": ["word:owner", "word:parent-company", "word:shareholder", "word:subsidiary"],
  "word:owner": ["word:own", "word:parent-company", "word:shareholder", "word:subsidiary"],
  "word:stop": ["word:end", "word:close"],
  "word:end": ["word:stop", "word:close"],
  "word:close": ["word:stop", "word:end"],
};

/** Concepts that tell the same fact as a concept in other words. */
export function equivalentsOf(id: string): readonly string[] {
  return EQUIVALENTS[id] ?? [];
}
