/** "When does waste stop being waste (end of waste)?" is asked without its brackets too. */
export function withoutAside(question: string): string[] {
  const bare = question.replace(/\s*\([^)]*\)/g, "");
  return bare === question ? [] : [bare];
}

const ASKS =
  /^(?:who|what|which|how|where|when|why|mitä|mikä|mitkä|kuka|ketkä|mistä|mihin|missä|miten|miksi|milloin|vad|vem|vilka|vilken|vilket|hur|var|varför|när)(?!\p{L})/iu;

/**
 * Parts a question of two halves: "What is FISS, and who runs it?". The first half may be asked alone, the second leans on
 * what the first names.
 *
 * @returns Both halves, each with what it asks first; empty when it is one question.
 */
export function inClauses(question: string): readonly string[] {
  const first = /^([^,]{8,}),? (?:and|ja|och) (?=\p{L}+ )/iu.exec(question);
  const rest = first === null ? "" : question.slice(first[0].length);
  return first?.[1] !== undefined && ASKS.test(rest) ? [`${first[1]}?`, rest] : [];
}
