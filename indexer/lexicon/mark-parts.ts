/** Share of a concept that is only a part of what is named. */
export const PART_SHARE = 0.5;

/** What counts when one match lies inside another. */
interface Span {
  firstWord: number;
  wordCount: number;
  share: number;
}

/** Halves the share of matches that lie inside a longer match of another concept. */
export function markParts<Match extends Span>(matches: Match[]): Match[] {
  const phrases = matches.filter(({ wordCount }) => wordCount > 1);
  if (phrases.length === 0) return matches;
  return matches.map((match) => {
    const isInside = phrases.some(
      (other) =>
        other.wordCount > match.wordCount &&
        other.firstWord <= match.firstWord &&
        other.firstWord + other.wordCount >= match.firstWord + match.wordCount,
    );
    return isInside ? { ...match, share: Math.min(match.share, PART_SHARE) } : match;
  });
}
