import { beforeAll, describe, expect, it } from "vitest";
import { answerFromFaq } from "../../../../bot/skills/faq/answer-from-faq.ts";
import type { Language, Reader } from "../../../../knowledge/languages.ts";
import { type Asker, askFiles, questionOf } from "../../../support/own-index.ts";

const SOURCES =
  "id,title,publisher,url,language,year,note\nbook,Harbour book,Harbour,https://example.org/book,en,2024,\n";
const ENGLISH = `## When does the weighbridge open?
- id: weighbridge
- changed: 2026-11-22
- until: 2026-12-31
- source: Sign at the gate | https://example.org/sign | 2026

The weighbridge opens at six. It closes at eight.

- Trucks wait on lane 2.

## Which badge does a visitor need?
- id: badge
- year: 2021

A visitor needs a blue badge. [^book]

## What does the guard do at night?
- id: guard
- visibility: member
- changed: 2026-01-01

The guard walks the fence. [^book]
`;
const FINNISH = `## Milloin vaaka aukeaa?
- id: weighbridge
- also: Milloin ajoneuvovaaka avataan? | När öppnar vågen?
- changed: 2026-11-22
- until: 2026-12-31
- source: Portin kyltti | https://example.org/sign | 2026

Vaaka aukeaa kuudelta.
`;

let asker: Asker;
beforeAll(async () => {
  asker = await askFiles({ "sources.csv": SOURCES, "faq/en.md": ENGLISH, "faq/fi.md": FINNISH });
}, 60_000);

function answer(
  text: string,
  options: { language?: Language; replyLanguage?: Language; reader?: Reader; now?: string } = {},
) {
  const {
    language = "en",
    replyLanguage = language,
    reader = "public",
    now = "2026-11-23T10:00:00Z",
  } = options;
  const question = { ...questionOf(text, { language, view: asker.view }), replyLanguage };
  return answerFromFaq(question, { view: asker.view, reader, sureness: "strong", now: new Date(now) });
}

describe("answerFromFaq()", () => {
  it("gives the whole answer with its sources and its day", () => {
    const draft = answer("When does the weighbridge open?");
    expect(draft?.text).toBe(
      "The weighbridge opens at six. It closes at eight. [1]\n\n- Trucks wait on lane 2. [1]\n\nAnswer of 22 November 2026.",
    );
    expect(draft?.citations).toMatchObject([
      { n: 1, title: "Sign at the gate", source: "https://example.org/sign", year: 2026 },
    ]);
    expect(draft).toMatchObject({ intent: "answer", refused: false, language: "en" });
  });

  it("tells the year where no day is known", () => {
    expect(answer("Which badge does a visitor need?")?.text).toBe(
      "A visitor needs a blue badge. [1]\n\nAnswer of 2021.",
    );
  });

  it("marks an answer from the day after its last one on, in Finland's time", () => {
    const mark = "Please note: this answer was valid until 31 December 2026 and may be out of date.";
    const late = { now: "2026-12-31T22:30:00Z" };
    expect(answer("When does the weighbridge open?", { now: "2026-12-31T21:30:00Z" })?.text).not.toContain(
      mark,
    );
    expect(answer("When does the weighbridge open?", late)?.text.startsWith(`${mark}\n\n`)).toBe(true);
    expect(answer("Milloin vaaka aukeaa?", { language: "fi", ...late })?.text).toContain(
      "Huomaa: vastaus oli voimassa 31.12.2026 asti, joten se voi olla vanhentunut.",
    );
  });

  it("answers in the asker's language where the entry has it", () => {
    expect(answer("Milloin vaaka aukeaa?", { language: "fi" })?.text).toBe(
      "Vaaka aukeaa kuudelta. [1]\n\nVastaus päivätty 22.11.2026.",
    );
  });

  it("quotes the language there is when the entry lacks the asker's", () => {
    const draft = answer("När öppnar vågen?", { language: "sv" });
    expect(draft?.text).toBe(
      "I källan står det på finska:\n\n”Vaaka aukeaa kuudelta.” [1]\n\nSvaret är daterat 22.11.2026.",
    );
    expect(draft?.language).toBe("sv");
  });

  it.each([
    "Why does the weighbridge open?",
    "When does the weighbridge not open?",
    "Which badge does a driver need?",
    "When does the laboratory open?",
    "When did the weighbridge open in 1990?",
  ])("leaves %j to others", (text) => {
    expect(answer(text)).toBeUndefined();
  });

  it("hides an entry from readers below its rank", () => {
    const asked = "What does the guard do at night?";
    expect(answer(asked)).toBeUndefined();
    expect(answer(asked, { reader: "member" })?.text).toContain("The guard walks the fence.");
  });

  it("goes before everything else only for a dated entry in nearly its own words", () => {
    const asked = (text: string) =>
      answerFromFaq(questionOf(text, { language: "en", view: asker.view }), {
        view: asker.view,
        reader: "public",
        sureness: "asked",
      });
    expect(asked("When does the weighbridge open?")?.text).toContain("opens at six");
    expect(asked("Which badge does a visitor need?")).toBeUndefined();
  });
});

describe("the pipeline", () => {
  it("puts a curated answer before sentences of passages", async () => {
    const reply = await asker.ask("When is the weighbridge opened?");
    expect(reply.text).toMatch(/opens at six[\s\S]*Answer of 22 November 2026\.$/);
  });
});
