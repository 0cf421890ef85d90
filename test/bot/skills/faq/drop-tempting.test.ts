import { beforeAll, describe, expect, it, test } from "vitest";
import { dropTempting } from "../../../../bot/skills/faq/drop-tempting.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { type Asker, askFiles, questionOf } from "../../../support/own-index.ts";

const SOURCES =
  "id,title,publisher,url,language,year,note\nbook,Harbour book,Harbour,https://example.org/book,en,2024,\n";
const ENGLISH = `## What does a visit to the harbour cost?
- id: visit
- changed: 2026-11-22
- source: Price list | https://example.org/visit | 2026

A visit to the harbour costs 20 euros for a group with a guide.

## What does the harbour crane lift?
- id: crane
- year: 2021

The harbour crane lifts containers. [^book]
`;

let asker: Asker;
beforeAll(async () => {
  asker = await askFiles({ "sources.csv": SOURCES, "faq/en.md": ENGLISH });
}, 60_000);

function kept(text: string, language: Language = "en"): string[] {
  const { view } = asker;
  const retrieved = view.index.passages.map((passage, entry) => ({ passage, entry, score: 1 }));
  const question = questionOf(text, { language, view });
  return dropTempting(question, { retrieved, view, reader: "public" }).flatMap(
    ({ passage }) => passage.faq?.id ?? [],
  );
}

describe("dropTempting()", () => {
  test.each([
    "Why does a visit to the harbour cost so much?",
    "Who pays the parking of a visit to the harbour?",
  ])("keeps what the desk wrote to a certain question from %j", (text) => {
    expect(kept(text)).not.toContain("visit");
  });

  it("keeps it for a question all of which it speaks of", () => {
    expect(kept("How much does a harbour visit with a guide cost?")).toContain("visit");
  });

  it("keeps an entry of the files whose words may hold the answer", () => {
    expect(kept("Who works at the harbour crane?")).toContain("crane");
  });
});
