import { breakLinks } from "../reply/break-links.ts";
import type { LinkPolicy } from "./link-policy.ts";

/** What channels turn into a link by themselves; a bar ends a cell of a table. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,30}:\/\/|(?<![\p{L}\d])www\.)[^\s<>|]*/giu;
const WWW = /www\./i;
/** Signs at the end of an address that belong to the sentence around it. */
const TRAILING = /[.,;:!?'")\]*_~]+$/;

/**
 * Leaves only links that are known in a piece of Markdown: links written as such become their words and address, HTML and
 * definitions become the characters they are written with, and an address that leads anywhere else is no link any more.
 *
 * @param isKnown Asked for each address that stands in the text.
 *
 * @example
 * ```ts
 * keepKnownLinks("[Plan](https://evil.example/x)", () => false); // "Plan (https:\u2060//evil.example/x)"
 * ```
 */
export function keepKnownLinks(text: string, isKnown: LinkPolicy): string {
  const plain = text
    .replace(/!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/g, "$1")
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, (all, words: string, address: string) =>
      isMark(words) ? all : `${words} (${address})`,
    )
    // Whatever else may be a link: the two brackets must touch to make one.
    .replace(/\](?=[[(])/g, "] ")
    .replace(/^(\s{0,3}(?:>\s?)*\[[^\]\n]+\])(?=:)/gm, "$1 ")
    .replace(/(?<!\\)<(?=[a-z/!?])/gi, "&lt;");
  return breakUnknownLinks(plain, isKnown);
}

/** Makes each bare address that is not known plain text; all other signs stay as they are. */
export function breakUnknownLinks(text: string, isKnown: LinkPolicy): string {
  // Most texts hold none, and looking for the beginning of one is dear.
  if (!text.includes("://") && !WWW.test(text)) return text;
  return text.replace(ADDRESS, (address) =>
    isKnown(address.replace(TRAILING, "")) ? address : breakLinks(address),
  );
}

/** "[1](see)" is a mark and words in brackets. */
function isMark(words: string): boolean {
  return /^\d{1,3}$/.test(words);
}
