import { isFunctionWord, splitWords, stemWord, type Word } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";

/**
 * Puts slips of the pen right, so that "industriomådet" finds what is said of the "industriområde". Words that the
 * vocabulary or any passage knows stay as they are. A word with a capital is taken for a park's or place's name first.
 *
 * @param text The person's words.
 * @returns The text with misspelt words replaced by the nearest known word or its stem; for searching, not for showing.
 *
 * @example
 * ```ts
 * correctSpelling("industriomådet i Karleby", { language: "sv", view }); // "industriområde i Karleby"
 * ```
 */
export function correctSpelling(text: string, context: { language: Language; view: KnowledgeView }): string {
  const { language, view } = context;
  let corrected = "";
  let done = 0;
  splitWords(text).forEach((word, position) => {
    if (!mayBeMisspelt(word, view)) return;
    const isInnerName = word.isCapital && position > 0;
    const { lexicon } = view.index;
    const name = isInnerName ? lexicon.nearestNameWord(word.lower) : undefined;
    const meant = lexicon.unmarkedNameWord(word.lower) ?? name ?? lexicon.nearestWord(word.lower, language);
    if (meant === undefined) return;
    const written = isInnerName ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
    corrected += text.slice(done, word.start) + written;
    done = word.end;
  });
  return corrected + text.slice(done);
}

function mayBeMisspelt(word: Word, view: KnowledgeView): boolean {
  if (/[\d']/.test(word.lower)) return false;
  return LANGUAGES.every(
    (language) =>
      !isFunctionWord(word.lower, language) &&
      view.stemCount(stemWord(word.lower, language)) === 0 &&
      // "flygsaka" seems to end in a word; half a compound is not knowing it.
      view.index.lexicon.match(word.lower, language).every(({ share }) => share < 0.5),
  );
}
