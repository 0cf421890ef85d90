import type { Language } from "../../../../knowledge/languages.ts";
import { type FaqEntry, parseFaq } from "../../../../knowledge/parse-faq.ts";
import { writeFaq } from "../../../../knowledge/write-faq.ts";
import { fingerprint } from "../from-faq-entries.ts";

/** A FAQ file after a rewrite, and the ids of what differs. */
export interface RewrittenFile {
  content: string;
  added: string[];
  changed: string[];
  removed: string[];
}

export interface RewriteOptions {
  language: Language;
  /** Entries of the language by their ids, as the file shall hold them. */
  put: ReadonlyMap<string, FaqEntry>;
  /** Ids that shall be in the file only if they are in `put`. */
  owned: ReadonlySet<string>;
}

/**
 * Puts entries into a FAQ file. Whatever does not differ stays byte for byte: the text above the first question, other
 * entries, faulty ones, line ends. New entries come last.
 *
 * @param content The file; an empty text for one that is not there.
 * @throws {RangeError} For an entry that no file can hold.
 */
export function rewriteFaqFile(content: string, { language, put, owned }: RewriteOptions): RewrittenFile {
  const lineEnd = content.includes("\r\n") ? "\r\n" : "\n";
  const { header, sections } = splitSections(content);
  const result: RewrittenFile = { content: "", added: [], changed: [], removed: [] };
  const seen = new Set<string>();
  let text = header;
  for (const section of sections) {
    const [found] = parseFaq(section, { language }).entries;
    if (found === undefined || !owned.has(found.id) || seen.has(found.id)) {
      text += section;
      continue;
    }
    seen.add(found.id);
    const wanted = put.get(found.id);
    if (wanted === undefined) {
      result.removed.push(found.id);
    } else if (fingerprint([wanted]) === fingerprint([found])) {
      text += section;
    } else {
      result.changed.push(found.id);
      const blank = /\s*$/.exec(section)?.[0] ?? "";
      text += write(wanted, lineEnd).trimEnd() + (blank === "" ? lineEnd : blank);
    }
  }
  const added = [...put.values()].filter(({ id }) => !seen.has(id));
  if (added.length > 0 && text.trim() === "") text = `# FAQ${lineEnd}`;
  if (added.length > 0 || result.removed.length > 0) text = `${text.trimEnd()}${lineEnd}`;
  for (const entry of added) text += lineEnd + write(entry, lineEnd);
  result.added = added.map(({ id }) => id);
  const isSame = added.length + result.changed.length + result.removed.length === 0;
  return { ...result, content: isSame ? content : text };
}

function write(entry: FaqEntry, lineEnd: string): string {
  return writeFaq([entry], { preamble: "" }).replaceAll("\n", lineEnd);
}

/** Cuts a file before each `## `; put together again it is the same. */
function splitSections(content: string): { header: string; sections: string[] } {
  const starts = [...content.matchAll(/^\uFEFF?##(?:[ \t][^\n]*|\r?)$/gm)].map(({ index }) => index);
  const header = content.slice(0, starts[0] ?? content.length);
  return { header, sections: starts.map((start, at) => content.slice(start, starts[at + 1])) };
}
