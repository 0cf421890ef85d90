import { expect } from "vitest";
import { findUngrounded } from "../../bot/check-grounding.ts";
import type { Reply } from "../../bot/reply/reply.ts";

/** At the end of a line, or in the last cell of a table's row. */
const MARKS = /(?:\s?\[\d+\])+(?: \|)?$/;
/** In the cells of a table whose every cell has its own. */
const CELL_MARKS = /(?:\s?\[\d+\])+(?= \|)/g;

/**
 * The assistant's own estimate, which states no fact: "(score 0.39)", "(Kemi-Tornio; pisteet 0,7)",
 * "(industry 0.34 · distance 0.5)".
 */
const SCORES =
  /\s?\((?:(?:[^()]|\([^()]*\))*; )?(?:score|pisteet|poäng) [\d.,]+[^()]*\)|\s?\((?:\p{L}[^()·]* [\d.,]+(?: · )?){2,}\)/gu;

/** A need of a place in the words it was told in, before what the sources tell of it. */
const NEED_LABEL = /^- \*\*[^*]+\*\*(?: \([^)]*\))?: /;

/** Lines of a reply without its scores and without the needs that were told. */
function linesOf(reply: Reply): string[] {
  const lines = reply.text.split("\n").map((line) => line.replace(SCORES, ""));
  return reply.locationRequest === undefined ? lines : lines.map((line) => line.replace(NEED_LABEL, "- "));
}

/**
 * Checks what every reply promises: each mark has its citation, each citation is used, each figure, address and
 * name of a marked claim stands in what is cited.
 */
export function expectGrounded(reply: Reply): void {
  const marks = [...reply.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
  expect([...new Set(marks)].sort((a, b) => a - b)).toEqual(reply.citations.map(({ n }) => n));
  for (const citation of reply.citations) {
    expect(citation.title).not.toBe("");
    expect(citation.source).not.toBe("");
    expect(citation.passage).not.toBe("");
  }
  for (const line of claimsOf(reply)) {
    const cited = [...line.matchAll(/\[(\d+)\]/g)].map(
      ([, n]) => reply.citations[Number(n) - 1]?.passage ?? "",
    );
    expect(findUngrounded(line.replace(CELL_MARKS, "").replace(MARKS, ""), cited), line).toEqual([]);
  }
}

/** Lines that end in marks. */
export function claimsOf(reply: Reply): string[] {
  return linesOf(reply).filter((line) => MARKS.test(line));
}

/** Lines that end in no mark: the assistant's own framing. */
export function framesOf(reply: Reply): string[] {
  return linesOf(reply).filter((line) => line !== "" && !MARKS.test(line));
}
