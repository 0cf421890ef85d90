import { describe, expect, test } from "vitest";
import { dateAnswers } from "../../../../bot/desk/faq/date-answers.ts";
import { emptyDraft, type FaqDraft } from "../../../../bot/desk/faq/faq-draft.ts";
import { fingerprint, fromFaqEntries } from "../../../../bot/desk/faq/from-faq-entries.ts";
import { parseDraft } from "../../../../bot/desk/faq/parse-draft.ts";
import { toFaqEntries } from "../../../../bot/desk/faq/to-faq-entries.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { parseFaq } from "../../../../knowledge/parse-faq.ts";
import { readFaq } from "../../../../knowledge/read-texts.ts";
import { writeFaq } from "../../../../knowledge/write-faq.ts";

const context = { placeName: (park: string | undefined) => park ?? "Sivuvirta", today: "2026-03-01" };
const known = {
  findSource: (id: string) =>
    id === "book" ? { title: "Harbour: Book", url: "https://example.org/book", year: 2024 } : undefined,
  isPark: (id: string) => id === "eco3",
};

function contentOf(filled: Partial<FaqDraft>) {
  const parsed = parseDraft(emptyDraft(filled), known);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return dateAnswers(parsed.content, { today: "2026-02-27" });
}

describe("toFaqEntries()", () => {
  test("an answer without sources rests on the coordinator's word, in each language", () => {
    const content = contentOf({
      question_fi: "Onko vaaka auki?",
      answer_fi: "On.",
      question_en: "Is the scale open?",
      answer_en: "Yes.",
      park: "eco3",
    });
    expect(toFaqEntries("scale", content, context).map(({ ownSources }) => ownSources)).toEqual([
      [{ title: "Koordinaattorin oma tieto, eco3, 27.2.2026", year: 2026 }],
      [{ title: "The coordinator's own statement, eco3, 27 February 2026", year: 2026 }],
    ]);
  });

  test("known publications become marks behind what has none, others stand in the details", () => {
    const answer =
      "Ensin näin.\nSitten noin.\n\n- yksi [^book]\n- kaksi\n\n| a | b |\n| --- | --- |\n| c | d |";
    const marked = contentOf({ question_fi: "Miten?", answer_fi: answer, sources: "book" });
    expect(toFaqEntries("how", marked, context)[0]).toMatchObject({
      answerWithMarks:
        "Ensin näin.\nSitten noin. [^book]\n\n- yksi [^book]\n- kaksi [^book]\n\n| a | b |\n| --- | --- |\n| c | d [^book] |",
      sources: ["book"],
    });
    const mixed = contentOf({ question_fi: "Miten?", answer_fi: "Näin.", sources: "book\nOhje | | 2025" });
    const [entry] = toFaqEntries("how", mixed, context);
    expect(entry?.answerWithMarks).toBe("Näin.");
    expect(entry?.ownSources).toEqual([
      { title: "Harbour: Book", url: "https://example.org/book", year: 2024 },
      { title: "Ohje", year: 2025 },
    ]);
  });

  test("questions of a language without an answer become other ways to ask the first one", () => {
    const content = contentOf({
      question_sv: "Är vågen öppen?",
      variants_sv: "Vågens tider",
      question_en: "Is the scale open?",
      answer_en: "Yes.",
      variants_en: "Scale hours",
    });
    const entries = toFaqEntries("scale", content, context);
    expect(entries.map(({ language, variants }) => [language, variants])).toEqual([
      ["en", ["Scale hours", "Är vågen öppen?", "Vågens tider"]],
    ]);
  });

  test("an entry without an answer gives none", () => {
    const content = { ...contentOf({ question_fi: "A?", answer_fi: "B." }) };
    const texts = { ...content.texts, fi: { ...content.texts.fi, answer: "" } };
    expect(toFaqEntries("a", { ...content, texts }, context)).toEqual([]);
  });
});

describe("fromFaqEntries()", () => {
  test("takes every entry of our own files over and gives it back unchanged", async () => {
    const { entries } = await readFaq("knowledge");
    const byId = Map.groupBy(entries, ({ id }) => id);
    expect(byId.size).toBeGreaterThan(30);
    for (const [id, versions] of byId) {
      const written = toFaqEntries(id, fromFaqEntries(versions), context);
      expect([id, fingerprint(written)]).toEqual([id, fingerprint(versions)]);
    }
  });

  test("what the desk wrote is read back from the files as it was, bars and quotes too", () => {
    const content = contentOf({
      question_fi: 'Mitä "A|B" tarkoittaa?',
      variants_fi: "A|B?\n`A\\|B`?",
      answer_fi: "- id: tämä on luettelo\n- **A** | B\n\n    sisennetty",
      tags: "a|b, c",
      sources: "Ohje \\| liite | https://example.org/a?b=c | 2026",
      park: "eco3",
      year: "2025",
      validUntil: "2027-01-31",
      visibility: "member",
    });
    const written = toFaqEntries("a-b", content, context);
    const read = LANGUAGES.flatMap((language) => {
      const ofLanguage = written.filter((entry) => entry.language === language);
      return parseFaq(writeFaq(ofLanguage), { language }).entries;
    });
    expect(fingerprint(read)).toBe(fingerprint(written));
    expect(fromFaqEntries(read)).toEqual(content);
  });
});
