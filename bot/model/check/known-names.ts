import { splitWords, stemWord } from "../../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { oncePer } from "../../once-per.ts";
import { baseForms } from "../../understand/base-forms.ts";

/**
 * Tells whether the first word of a sentence, which bears a capital anyway, is a name: it stands in the name of a company
 * or producer, or nobody here has ever met it.
 *
 * @param word One word in lower case.
 */
export function isNameWord(
  word: string,
  { view, language }: { view: KnowledgeView; language: Language },
): boolean {
  const names = nameWords(view);
  if (baseForms(word).some((form) => names.has(form))) return true;
  return (
    view.index.lexicon.knownLanguages(word).length === 0 && view.stemCount(stemWord(word, language)) === 0
  );
}

/** Words of names of companies and producers. */
const nameWords = oncePer((view: KnowledgeView): ReadonlySet<string> => {
  const { companies = [], streams = [] } = view.index.tables;
  const names = [
    ...companies.flatMap((company) => LANGUAGES.map((language) => company[`name_${language}`])),
    ...streams.flatMap((stream) => LANGUAGES.map((language) => stream[`producer_${language}`] ?? "")),
  ];
  const words = names.flatMap((name) =>
    splitWords(name).flatMap((word) => (word.isCapital && word.lower.length > 2 ? [word.lower] : [])),
  );
  return new Set(words);
});
