import { describe, expect, test } from "vitest";
import { PAGE_TEXTS } from "../../../../bot/web/page-texts.ts";
import type { TranscriptTexts } from "../../../../bot/web/page-texts-shape.ts";

interface Options {
  texts: TranscriptTexts;
  locale: string;
  now: Date;
}

/** A script of the page: it has no types of its own. */
const path = "../../../../bot/web/assets/write-transcript.js";
const { writeTranscript, transcriptName } = (await import(path)) as {
  writeTranscript: (activities: unknown[], options: Options) => string;
  transcriptName: (options: Options) => string;
};

const now = new Date(2026, 10, 2, 16, 5);
const english: Options = { texts: PAGE_TEXTS.en.transcript, locale: "en-GB", now };
const person = { role: "user" };
const bot = { role: "bot" };

describe("writeTranscript()", () => {
  test("writes speaker, time, words and numbered sources", () => {
    const timestamp = now.toISOString();
    const activities = [
      { type: "message", from: person, timestamp, text: "Which streams?" },
      { type: "typing", from: bot, timestamp, text: "27" },
      {
        type: "message",
        from: bot,
        timestamp,
        text: '**27** streams [1].\n\n[1]: cite:1 "Report"',
        entities: [
          {
            citation: [
              {
                position: 1,
                name: "Report",
                appearance: { name: "Report", text: "> 27 streams\n\nSource: Report" },
              },
            ],
          },
        ],
      },
    ];
    expect(writeTranscript(activities, english)).toBe(`# Conversation with Sivuvirta

Downloaded: 02/11/2026, 16:05

## You, 02/11/2026, 16:05

Which streams?

## Sivuvirta (AI), 02/11/2026, 16:05

**27** streams [1].

### Sources

- [1] Report

  > 27 streams

  Source: Report

`);
  });

  test.each([
    ["fi", "fi-FI", "2.11.2026 klo 16.05"],
    ["sv", "sv-SE", "2026-11-02 16:05"],
  ] as const)("writes words and times in %s", (language, locale, time) => {
    const { transcript: texts } = PAGE_TEXTS[language];
    const text = writeTranscript([{ type: "message", from: bot, text: "x" }], { texts, locale, now });
    expect(text).toContain(`${texts.downloaded}: ${time}`);
    expect(text).toContain(`## ${texts.assistant}`);
  });

  test("writes what was filled in and what pictures show", () => {
    const text = writeTranscript(
      [
        { type: "message", from: person, value: { form: "partners", what: "fly ash", amount: "22000" } },
        {
          type: "message",
          from: bot,
          text: "Found.",
          attachments: [
            { content: { body: [{ type: "Container", items: [{ type: "Image", altText: "Bars" }] }] } },
          ],
        },
      ],
      english,
    );
    expect(text).toContain("Form filled in:\n\n- what: fly ash\n- amount: 22000");
    expect(text).toContain("Picture: Bars");
  });

  test("is a heading alone for an empty conversation", () => {
    expect(writeTranscript([], english)).toBe(
      "# Conversation with Sivuvirta\n\nDownloaded: 02/11/2026, 16:05\n",
    );
  });
});

describe("transcriptName()", () => {
  test("carries the date", () => {
    expect(transcriptName(english)).toBe("sivuvirta-conversation-2026-11-02.md");
  });
});
