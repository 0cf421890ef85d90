import { splitWords } from "../../indexer/index.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { findReadablePark, type SheetContext } from "./sheet-context.ts";

/** Stands for a word that nobody knows. */
const UNKNOWN_WORD = "øøøøø";
const PARK = "park:";

/**
 * Replaces the names of parks that the reader may not see by a word that nobody knows.
 *
 * The vocabulary has the names of all parks; a search that knew them would find other things for a hidden name than for
 * any made-up one, and so tell that there is such a park.
 *
 * @returns The text as it is when it names none.
 */
export function hideNames(text: string, context: SheetContext): string {
  const { view, language } = context;
  const { lexicon } = view.index;
  const isHidden = (id: string) =>
    id.startsWith(PARK) && findReadablePark(id.slice(PARK.length), context) === undefined;
  const hidden = lexicon.match(text, language).filter(({ concept }) => isHidden(concept.id));
  if (hidden.length === 0) return text;
  let shown = "";
  let done = 0;
  for (const { start, end } of splitWords(text)) {
    const isInName = hidden.some((name) => name.start <= start && end <= name.end);
    // "Kemi" in the name of a hidden park is a town all the same.
    const word = text.slice(start, end);
    const meanings = LANGUAGES.flatMap((other) => lexicon.match(word, other));
    if (!isInName || meanings.some(({ concept }) => !isHidden(concept.id))) continue;
    shown += text.slice(done, start) + UNKNOWN_WORD;
    done = end;
  }
  return shown + text.slice(done);
}
