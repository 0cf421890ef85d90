import { describe, expect, test } from "vitest";
import type { RecordSheet } from "../../../bot/records/record-sheet.ts";
import { recordPageHtml } from "../../../bot/web/record-page-html.ts";

describe("recordPageHtml()", () => {
  const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>`;
  const sheet: RecordSheet = {
    kind: "companies",
    id: "evil",
    title: EVIL,
    subtitle: EVIL,
    summary: EVIL,
    facts: [
      { label: EVIL, value: EVIL, url: `https://example.org/?${EVIL}` },
      { label: "b", value: EVIL, sources: [0, 1, 2, 4] },
    ],
    paragraphs: [EVIL, `• ${EVIL}`, "• two", "after"],
    sources: [1, 2, 3, 4, 5].map((at) => ({ title: `${EVIL}${at}`, url: `https://example.org/${EVIL}` })),
    note: EVIL,
  };

  test("escapes every text", () => {
    const html = recordPageHtml(sheet, { language: "en", nonce: "n", assetsUrl: "/assets/v" });
    expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/);
    expect(html.split("&lt;script&gt;").length).toBeGreaterThan(10);
  });

  test("closes lists and draws runs of sources together", () => {
    const html = recordPageHtml(sheet, { language: "fi", nonce: "n", assetsUrl: "/assets/v" });
    expect(html.match(/<ul>/g)).toHaveLength(1);
    expect(html).toMatch(/<ul>\n {4}<li>.*<\/li>\n {4}<li>two<\/li>\n {2}<\/ul>\n {2}<p>after<\/p>/);
    expect(html).toContain('<a href="#source-1">1–3</a>, <a href="#source-5">5</a>');
  });

  test("says in which language an answer is that the page's language lacks", () => {
    const answer: RecordSheet = {
      ...sheet,
      kind: "faq",
      title: "What?",
      paragraphs: ["So."],
      language: "en",
    };
    const html = recordPageHtml(answer, { language: "sv", nonce: "n", assetsUrl: "/assets/v" });
    expect(html).toContain('<h1 lang="en">What?</h1>');
    expect(html).toContain('<p lang="en">So.</p>');
  });
});
