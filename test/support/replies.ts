import type { Citation, Reply } from "../../bot/reply/reply.ts";

/** A citation for tests, with the given fields in place of its own. */
export function makeCitation(fields: Partial<Citation> = {}): Citation {
  return {
    n: 1,
    title: "Circular Economy in Kemi-Tornio",
    source: "https://example.org/report.pdf",
    year: 2018,
    passage: "Lime kiln dust, 12 000 t a year, arises in Kemi.",
    language: "en",
    ...fields,
  };
}

/** A reply for tests, with the given fields in place of its own. */
export function makeReply(fields: Partial<Reply> = {}): Reply {
  return {
    language: "en",
    intent: "answer",
    refused: false,
    text: "Kemi has 12 000 t of lime kiln dust a year [1].",
    citations: [makeCitation()],
    suggestions: [],
    ms: 1,
    ...fields,
  };
}
