import { isFunctionWord } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";

const MOST_WORDS = 6;
const MOST_CHARS = 48;
/** Words that stand where an id would in the desk's addresses. */
const RESERVED = new Set(["new", "export"]);

/**
 * Makes an id of a question: its telling words in small letters without accents.
 *
 * @param options.isTaken Whether an id is somebody else's; then a number follows.
 *
 * @example
 * ```ts
 * buildSlug("Mitä höyry maksaa?", { language: "fi", isTaken: () => false }); // "hoyry-maksaa"
 * ```
 */
export function buildSlug(
  question: string,
  { language, isTaken }: { language: Language; isTaken: (id: string) => boolean },
): string {
  const words = question.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const telling = words.filter((word) => !isFunctionWord(word, language));
  const bare = (telling.length === 0 ? words : telling).map(toAscii).filter((word) => word !== "");
  let slug = "";
  for (const word of bare.slice(0, MOST_WORDS)) {
    const longer = slug === "" ? word.slice(0, MOST_CHARS) : `${slug}-${word}`;
    if (longer.length > MOST_CHARS) break;
    slug = longer;
  }
  const name = slug === "" ? "question" : slug;
  const isFree = (id: string) => !RESERVED.has(id) && !isTaken(id);
  if (isFree(name)) return name;
  let number = 2;
  while (!isFree(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function toAscii(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replace(/[^a-z\d]/g, "");
}
