/**
 * The figures the lexical leg ranks by, the same for every language and every collection.
 *
 * Chosen on halves of three public question sets (Finnish, Swedish, English) and kept where the curve is flat,
 * so that none of them has to be right to the second digit. `npm run eval -- --retrieval DIR` shows the effect
 * of a change.
 */
export const LEXICAL_PARAMETERS = {
  /**
   * BM25's k1, 0 and up: how much a second and third occurrence of a term still adds. Low, because the passages
   * are short and a repeated character 4-gram is rarely news.
   */
  saturation: 0.7,
  /** BM25's b, 0 (length does not matter) to 1: how much a long passage pays for its length. */
  lengthPenalty: 0.75,
  /**
   * Bonus for a term that stands at the very beginning of a passage, as a share of its score; at
   * `earlyHalfLifeInWords` half of it is left. Headings and defining sentences come first, so a passage that opens
   * with the asked thing is about it, and one that mentions it at the end is about something else.
   */
  earlyBonus: 0.6,
  earlyHalfLifeInWords: 30,
  /** Weight of one stem against one 4-gram of the same word. Above 3 Finnish and Swedish compounds lose. */
  stemWeight: 2,
  /** Weight of one concept of the vocabulary against one 4-gram; about half of what a whole matching word brings. */
  conceptWeight: 5,
  /** Weight of a word that only shapes the question ("what", "on", "hur"), 0 to 1. Above 0, for "The Who". */
  functionWordWeight: 0.4,
  /**
   * A gram of a word with `usualGramCount` grams weighs 1, of a longer word less: the count by the usual count, to
   * the power of minus this, 0 to 1. Long words would otherwise drown the short ones.
   */
  longWordDamping: 0.25,
  usualGramCount: 6,
} as const;

/** The figures of the second look at the best passages; see `PassageRescorer`. */
export const RESCORING_PARAMETERS = {
  /** How many of the best passages get the second look, 1 and up; each costs a microsecond or two. */
  depth: 20,
  /** Only passages whose first score is at least this share of the best one's, 0 to 1, get it: others never catch up. */
  minShareOfBest: 0.6,
  /** Words of the question that are compared, the weightiest first; at most 31, one bit each. */
  maxWords: 24,
  /** Words that look less alike than this, 0 to 1, count as different words. */
  minLikeness: 0.35,
  /** Likeness of a word that contains the asked one (a compound), as a share of that of an equal word. */
  containedLikeness: 0.8,
  /** Weight of what a passage covers anywhere. */
  coverageWeight: 1.5,
  /** Weight of what its best stretch of two blocks covers. */
  stretchWeight: 2,
  /** Length of a block, in words. */
  blockLengthInWords: 8,
} as const;
