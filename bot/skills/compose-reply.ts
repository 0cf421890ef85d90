import type { Language } from "../../knowledge/languages.ts";
import { findUngrounded } from "../check-grounding.ts";
import type { Citation, Intent, Reply, Suggestion } from "../reply/reply.ts";

/** Where a claim comes from, before it has a number. */
export interface ClaimSource {
  title: string;
  source: string;
  year?: number;
  passage: string;
  language: Language;
}

/** A piece of an answer that states something, with what it rests on. */
export interface Claim {
  /** Markdown without marks. */
  text: string;
  sources: readonly ClaimSource[];
}

/** A line of an answer: framing words that state nothing, or a claim. */
export type AnswerLine =
  | { frame: string }
  | {
      claim: Claim;
      prefix?: string;
      /** What follows the marks, such as the bar that ends a table row. */
      suffix?: string;
    }
  | {
      /** Cells of a Markdown table's row; a claim has its marks in its own cell. */
      cells: readonly (Claim | string)[];
    };

export interface ComposeOptions {
  language: Language;
  intent: Intent;
  lines: readonly AnswerLine[];
  refused?: boolean;
  suggestions?: readonly Suggestion[];
}

/** A reply without its time and the name of its turn, which the pipeline adds. */
export type ReplyDraft = Omit<Reply, "ms" | "turnId">;

/**
 * Puts lines together to a reply: numbers the sources in the order they are first used and marks each claim.
 * The same passage of the same publication gets one number.
 *
 * @throws {GroundingError} When a claim states a figure, name or address that none of its passages holds: such a
 * claim is never sent.
 */
export function composeReply(options: ComposeOptions): ReplyDraft {
  const citations: Citation[] = [];
  const numberOf = (source: ClaimSource): number => {
    const known = citations.find(
      (citation) =>
        citation.source === source.source &&
        citation.title === source.title &&
        citation.passage === source.passage,
    );
    if (known !== undefined) return known.n;
    const n = citations.length + 1;
    const { title, passage, language } = source;
    citations.push({
      n,
      title,
      source: source.source,
      passage,
      language,
      ...(source.year === undefined ? {} : { year: source.year }),
    });
    return n;
  };
  const write = (claim: Claim): string => {
    checkClaim(claim);
    const marks = [...new Set(claim.sources.map(numberOf))].map((n) => `[${n}]`).join("");
    return `${claim.text} ${marks}`;
  };
  const text = options.lines
    .map((line) => {
      if ("frame" in line) return line.frame;
      if ("cells" in line) return writeCells(line.cells, write);
      return `${line.prefix ?? ""}${write(line.claim)}${line.suffix ?? ""}`;
    })
    .reduce(
      (all, line) =>
        all === "" ? line : all + (isListLine(line) && isListLine(lastLine(all)) ? "\n" : "\n\n") + line,
      "",
    );
  return {
    language: options.language,
    intent: options.intent,
    refused: options.refused ?? false,
    text,
    citations,
    suggestions: [...(options.suggestions ?? [])],
  };
}

function writeCells(cells: readonly (Claim | string)[], write: (claim: Claim) => string): string {
  const written = cells.map((cell) => (typeof cell === "string" ? cell : write(cell)));
  return `| ${written.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** A claim that its sources do not bear out. */
export class GroundingError extends Error {
  override readonly name = "GroundingError";
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`Cannot send a claim: ${missing.length} of its figures or names stand in none of its passages`);
    this.missing = missing;
  }
}

function checkClaim(claim: Claim): void {
  const passages = claim.sources.map((source) => source.passage);
  const missing = findUngrounded(claim.text, passages);
  if (claim.sources.length === 0 || missing.length > 0) throw new GroundingError(missing);
}

function isListLine(line: string): boolean {
  return /^(?:- |\|)/.test(line);
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}
