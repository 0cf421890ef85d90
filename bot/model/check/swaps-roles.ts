import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Evidence } from "./evidence.ts";
import { findNames, type Name } from "./find-names.ts";

/** What stands before the name of a receiver. Finnish says it by the ending. */
const BEFORE: Record<Language, RegExp> = {
  en: /(?:^|\s)to\s+(?:the\s+)?$/iu,
  fi: /^$/u,
  sv: /(?:^|\s)till\s+$/iu,
};
const FINNISH_END = /l(?:le|leen)$/iu;

/**
 * Tells whether a sentence gives something to one, of which its source says that another gets it: "Kemira delivers oxygen
 * to Eastman" for "Eastman delivers oxygen to Kemira".
 */
export function swapsRoles(
  told: Evidence,
  { source, view }: { source: Evidence; view: KnowledgeView },
): boolean {
  const said = receiversOf(told, view);
  const known = receiversOf(source, view);
  if (said.names.length === 0 || known.names.length === 0) return false;
  const isSame = (name: Name) =>
    known.names.some(({ text }) => {
      const { lexicon } = view.index;
      const analysed = lexicon.match(text, source.language);
      const words = text.toLowerCase().split(/[\s'’-]+/u);
      const shares = name.words.some(({ lower }) => words.some((word) => isLike(word, lower)));
      return shares || analysed.some(({ concept }) => said.ids.has(concept.id));
    });
  return !said.names.some(isSame);
}

/** Inflected forms of one name begin alike. */
function isLike(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 5);
  return length >= 3 && one.slice(0, length) === other.slice(0, length);
}

function receiversOf({ text, language }: Evidence, view: KnowledgeView): { names: Name[]; ids: Set<string> } {
  const matches = view.index.lexicon.match(text, language);
  const names = findNames(text, { language, matches }).filter(({ words }) => {
    const before = text.slice(0, words[0]?.start ?? 0);
    if (language === "fi") return FINNISH_END.test(words.at(-1)?.lower ?? "");
    return BEFORE[language].test(before);
  });
  const ids = matches.filter(({ start, end }) =>
    names.some(({ words }) => (words[0]?.start ?? 0) <= start && (words.at(-1)?.end ?? 0) >= end),
  );
  return { names, ids: new Set(ids.map(({ concept }) => concept.id)) };
}
