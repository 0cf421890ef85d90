/**
 * Concepts that name the very fact a question asks for. A sentence that does not speak of them cannot be its
 * answer, however much else it shares with the question: "What does membership cost?" is not answered by a
 * sentence on members. Ids of `knowledge/words.csv`.
 */
const FOCUS_CONCEPTS = new Set(
  `word:membership word:membership-fee word:price word:cost word:fee word:rent word:turnover word:profit word:salary
  word:address word:street-address word:home-address word:code word:salary-level word:ceo word:managing-director word:chief-executive word:chairman word:mayor word:share-price word:inhabitant word:population word:weather word:opening-hours word:parking
  word:password word:tax word:interest-rate word:date-of-birth word:street-address word:president word:name
  word:rain word:snow word:recipe word:election word:vote word:share-stock word:future word:age word:birthday
  word:wage word:dividend word:loan word:owner word:shareholder`.split(/\s+/),
);

/** Tells whether a concept, when asked for, must be met by the answer. */
export function isFocusConcept(id: string): boolean {
  return FOCUS_CONCEPTS.has(id);
}
