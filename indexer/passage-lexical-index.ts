import { buildLexicalIndex, type LexicalIndex } from "./lexical/lexical-index.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { type Passage, searchableText } from "./passage.ts";

/** Builds the lexical leg over passages; their concepts go in as terms of their own and bridge the languages. */
export function buildPassageLexicalIndex(passages: readonly Passage[], lexicon: Lexicon): LexicalIndex {
  const entries = passages.map((passage) => ({
    text: searchableText(passage),
    language: passage.language,
    title: passage.title,
  }));
  return buildLexicalIndex(entries, {
    concepts: (entry) => conceptsOf(passages[entry] as Passage, lexicon),
  });
}

function conceptsOf(passage: Passage, lexicon: Lexicon): string[] {
  const ids = lexicon
    .match(`${passage.title}. ${searchableText(passage)}`, passage.language)
    .map((match) => match.concept.id);
  if (passage.park !== undefined) ids.push(`park:${passage.park}`);
  return ids;
}
