import type { Term } from "../../understand/term.ts";
import { COLOURING } from "./asking-colours.ts";
import { DEEDS } from "./asking-deeds.ts";
import type { AskingGroup } from "./asking-group.ts";

/** All groups. Opposites stand in groups of their own. The order counts: a word belongs to the first group that has it. */
const GROUPS: readonly AskingGroup[] = [...DEEDS, ...COLOURING];

/**
 * Puts a question's general words into their groups, so that "book" meets "varaan" and "cancel" does not.
 *
 * @param text The whole question, for what takes several words.
 * @param terms Its content words.
 * @returns The terms with one for each group in place of the words that belong to it; names stay as they are.
 */
export function groupAskingWords(text: string, terms: readonly Term[]): Term[] {
  const found = new Map<string, AskingGroup>();
  let rest: readonly Term[] = terms;
  for (const group of GROUPS) {
    const phrase =
      group.phrase
        ?.exec(text)?.[0]
        .toLowerCase()
        .split(/[^\p{L}\d]+/u) ?? [];
    const isOfGroup = ({ word, isName }: Term) =>
      !isName && (group.words.test(word) || isPhraseEnd(phrase, word));
    if (phrase.length > 0 || rest.some(isOfGroup)) found.set(group.id, group);
    rest = rest.filter((term) => !isOfGroup(term));
  }
  return [...rest, ...[...found.values()].map(toTerm)];
}

/** The groups that a text holds words of, each as the word of its term. */
export function askingGroupsOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\d]+/u);
  return GROUPS.filter(
    (group) => group.phrase?.test(text) === true || words.some((word) => group.words.test(word)),
  ).map(({ id }) => `asking:${id}`);
}

/** The words at the ends of a phrase are part of it; what stands between may be the topic. */
function isPhraseEnd(phrase: readonly string[], word: string): boolean {
  if (phrase.length === 0) return false;
  return phrase.length <= 3 ? phrase.includes(word) : word === phrase[0] || word === phrase.at(-1);
}

/** Tells whether a term stands for a group. */
export function isAskingGroup({ word }: Pick<Term, "word">): boolean {
  return word.startsWith("asking:");
}

/** Tells whether a term stands for parks in general. */
export function isParkWord({ word }: Pick<Term, "word">): boolean {
  return word === "asking:park";
}

function toTerm({ id, weight }: AskingGroup): Term {
  const word = `asking:${id}`;
  return {
    word,
    stems: { fi: word, sv: word, en: word },
    concepts: new Map(),
    weight,
    isUnknown: false,
    isName: false,
    isFocus: false,
    isAsked: false,
    isCounted: false,
  };
}
