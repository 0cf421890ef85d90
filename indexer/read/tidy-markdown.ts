const FENCE = /^\s*(?:```|~~~)/;
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const UNDERLINE = /^\s{0,3}(=+|-+)\s*$/;
const LINK_DEFINITION = /^\s{0,3}\[[^\]^][^\]]*\]:\s+\S+/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const STARTS_BLOCK = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|\||$)/;

/**
 * Brings the ways of writing Markdown to one: headings with `#`, table rows between bars. Comments, rules, link
 * definitions, quotation marks and the fences of code are dropped; the words of code and quotations stay.
 *
 * @param body Markdown with `\n` at line ends.
 */
export function tidyMarkdown(body: string): string {
  const lines = body.replace(/<!--[\s\S]*?-->/g, "").split("\n");
  const tidied: string[] = [];
  let isInCode = false;
  let isInTable = false;
  lines.forEach((raw, position) => {
    if (FENCE.test(raw)) {
      isInCode = !isInCode;
      tidied.push("");
      return;
    }
    const line = isInCode ? raw.replace(/^\s*#+\s*/, "") : raw.replace(/^\s{0,3}(?:>\s?)+/, "");
    const next = lines[position + 1] ?? "";
    const isText = !isInCode && line.trim() !== "";
    isInTable = isText && line.includes("|") && (isInTable || (next.includes("|") && TABLE_RULE.test(next)));
    if (isText && underlines(line, tidied.at(-1))) tidied.push(`${marksOf(line)} ${tidied.pop()?.trim()}`);
    else if (isText && (RULE.test(line) || LINK_DEFINITION.test(line))) tidied.push("");
    else if (isInTable) tidied.push(`|${line.trim().replace(/^\||(?<!\\)\|$/g, "")}|`);
    else tidied.push(line);
  });
  return tidied.join("\n");
}

/** A line of "=" or "-" right below text makes that text a heading. */
function underlines(line: string, above: string | undefined): boolean {
  return UNDERLINE.test(line) && above !== undefined && !STARTS_BLOCK.test(above);
}

function marksOf(underline: string): string {
  return underline.includes("=") ? "#" : "##";
}
