import { describe, expect, it } from "vitest";
import { buildFaqPassage } from "../../indexer/build-faq-passage.ts";
import { type FaqEntry, parseFaq } from "../../knowledge/parse-faq.ts";

function read(content: string): FaqEntry {
  const { entries, faults } = parseFaq(content, { language: "en" });
  expect(faults).toEqual([]);
  return entries[0] as FaqEntry;
}

const BOOK = { title: "Harbour: book", source: "https://example.org/book", year: 2024 };
const findSource = (id: string) => (id === "book" ? BOOK : undefined);

describe("buildFaqPassage()", () => {
  it("lets unmarked sentences rest on the entry's own sources and marked ones on theirs", () => {
    const entry = read(
      "## When?\n- id: gate\n- changed: 2026-11-22\n- until: 2027-01-31\n- tags: gate\n- source: Sign | https://example.org/sign | 2026\n- source: Told by the guard\n\nThe gate opens at six.\n\nThe harbour has a gate. [^book]\n",
    );
    const passage = buildFaqPassage(entry, { findSource, origin: "desk" });
    const cited = passage?.sentences.map(({ sources }) => sources.map((at) => passage.sources[at]?.title));
    expect(cited).toEqual([["Sign", "Told by the guard"], ["Harbour: book"]]);
    expect(passage?.sources.find(({ title }) => title === "Told by the guard")?.source).toBe("faq/en.md");
    expect(passage).toMatchObject({
      kind: "faq",
      year: 2026,
      faq: { id: "gate", changed: "2026-11-22", validUntil: "2027-01-31", origin: "desk", tags: ["gate"] },
    });
  });

  it("gives an entry without details no more than its question and year", () => {
    const passage = buildFaqPassage(read("## When?\n- id: gate\n- year: 2020\n\nAt six. [^book]\n"), {
      findSource,
    });
    expect(passage?.faq).toEqual({ id: "gate", question: "When?", variants: [] });
    expect(passage?.year).toBe(2020);
    expect(passage?.sources).toEqual([BOOK]);
  });

  it("gives nothing for an answer without words", () => {
    expect(buildFaqPassage(read("## When?\n- id: gate\n\n[^book]\n"), { findSource })).toBeUndefined();
  });
});
