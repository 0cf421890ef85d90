import type { Citation, Reply } from "../../reply/reply.ts";

/** A mail without its addresses. */
export interface MailWords {
  subject: string;
  text: string;
  /** Kept from automatic replies, which would go to nobody. */
  headers: Record<string, string>;
}

/** Longest subject, in characters; longer ones are cut by many readers. */
const MAX_SUBJECT_CHARS = 120;

/** Says to other machines that a machine sent it. */
const HEADERS = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

/**
 * Writes a reply as a plain-text mail: its first line is the subject, its sources stand below the text.
 *
 * Markdown marks go, numbers of sources stay. Cards are left out: the text of a reply tells the same.
 */
export function writeMail(reply: Reply): MailWords {
  const text = plainText(reply.text);
  const [first = ""] = text.split("\n");
  const subject = first
    .replace(/\s*\[\d+\]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  const sources = reply.citations.map(sourceLine);
  return {
    subject: cut(subject) || "Sivuvirta",
    text: [text, ...(sources.length > 0 ? [sources.join("\n")] : [])].join("\n\n"),
    headers: HEADERS,
  };
}

function cut(subject: string): string {
  if (subject.length <= MAX_SUBJECT_CHARS) return subject;
  return `${subject
    .slice(0, MAX_SUBJECT_CHARS - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}

/** "[1] Title, 2026: https://…"; a source without an address is named. */
function sourceLine({ n, title, year, source }: Citation): string {
  const dated = year === undefined || title.includes(String(year)) ? title : `${title}, ${year}`;
  const address = /^https?:\/\//i.test(source) ? `: ${source}` : "";
  return `[${n}] ${`${dated}${address}`.replace(/[\s\p{Cc}]+/gu, " ")}`;
}

/** Takes the marks of Markdown away and leaves the words: links show their address, escaped signs stand alone. */
function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)!\[([^\]\n\\]*)\]\([^)\n]*\)/g, "$1")
    .replace(/(?<!\\)\[([^\]\n\\]*)\]\(([^)\s]+)[^)\n]*\)/g, "$1 ($2)")
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, "$1")
    .replace(/\\([\\`*_~[\]|#>+.)-])/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}
