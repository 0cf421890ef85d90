/**
 * Concepts that name the very fact a question asks for. A sentence that does not speak of them cannot be its
 * answer, however much else it shares with the question: "What does membership cost?" is not answered by a
 * sentence on members. Ids of `knowledge/words.csv`.
 */
const FOCUS_CONCEPTS = new Set(
  `membership membership-fee price cost fee rent turnover profit wage managing-director chairman mayor president
  share-price share-stock shareholder inhabitant population age birthday home-address street-address
  weather rain snow temperature summer winter opening-hours parking password door-code tax interest-rate election
  political-party politics sports-match sports-goal sport recipe joke poem film song capital-city voting identity-code
  bank-account spouse prime-minister market-value working-hours debt inflation vote opinion-poll bankruptcy`
    .split(/\s+/)
    .map((id) => `word:${id}`),
);

/** Facts that are figures: a sentence without one does not give them. */
const FIGURE_CONCEPTS = new Set(
  "price cost fee membership-fee rent turnover profit wage share-price population age temperature tax interest-rate"
    .split(" ")
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
