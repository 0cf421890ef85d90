/**
 * Name and version of the embedded embedding, without that of the vocabulary. Raised when the same vocabulary
 * would give other vectors; an index made before is then built anew.
 */
export const CONCEPT_MODEL = "sivuvirta-concepts-1";
