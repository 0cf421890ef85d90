import { describe, expect, test } from "vitest";
import { keepCardLinks } from "../../../bot/channels/card-links.ts";
import { createLinkPolicy, hostOfLink, type LinkPolicy } from "../../../bot/channels/link-policy.ts";
import { renderTeams } from "../../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../../bot/channels/render-web-chat.ts";
import { keepKnownLinks } from "../../../bot/channels/safe-links.ts";
import { quoteWords } from "../../../bot/desk/tickets/present-words.ts";
import { buildCard, textBlock } from "../../../bot/reply/build-card.ts";
import { makeCitation, makeReply } from "../../support/replies.ts";

const PASSAGES = [
  { sources: [{ source: "https://www.digipolis.fi/raportti.pdf" }, { source: "guides/fi/kemi.md" }] },
  { sources: [{ source: "http://sitra.example:8080/x" }, { source: "https://user:pw@hidden.example/" }] },
];
const KNOWLEDGE = {
  passages: PASSAGES,
  tables: {
    parks: [{ websites: ["www.eco3.example/en", "https://eco3.example"] }],
    companies: [{ website: "kiln.example" }, {}],
  },
};
const isKnown = createLinkPolicy({ knowledge: () => KNOWLEDGE, publicUrl: "https://chat.example.fi" });

describe("createLinkPolicy()", () => {
  test.each([
    "https://www.digipolis.fi/raportti.pdf",
    "https://digipolis.fi/muu",
    "http://WWW.DIGIPOLIS.FI",
    "www.digipolis.fi",
    "http://sitra.example:8080/other",
    "https://eco3.example/contact",
    "www.kiln.example",
    "https://chat.example.fi/records/streams/SS007",
  ])("knows %s", (url) => {
    expect(isKnown(url)).toBe(true);
  });

  test.each([
    "https://evil.example/",
    "https://digipolis.fi.evil.example/",
    "https://evildigipolis.fi/",
    "https://digipolis.fi@evil.example/",
    "https://eva:pw@digipolis.fi/",
    "https://sitra.example/",
    "https://hidden.example/",
    "javascript:alert(1)//digipolis.fi",
    "data:text/html,digipolis.fi",
    "ftp://digipolis.fi/",
    "guides/fi/kemi.md",
    "",
  ])("does not know %s", (url) => {
    expect(isKnown(url)).toBe(false);
  });

  test("follows the knowledge as it changes", () => {
    let passages = PASSAGES;
    const policy = createLinkPolicy({ knowledge: () => ({ passages }) });
    expect(policy("https://new.example/")).toBe(false);
    passages = [...PASSAGES, { sources: [{ source: "https://new.example/answer" }] }];
    expect(policy("https://new.example/")).toBe(true);
  });

  test("a host with signs of other scripts is compared as browsers read it", () => {
    const passages = [{ sources: [{ source: "https://jäte.example/" }] }];
    const policy = createLinkPolicy({ knowledge: () => ({ passages }) });
    expect(policy("https://xn--jte-qla.example/x")).toBe(true);
    // A Cyrillic "е" for the Latin one.
    expect(policy("https://jät\u0435.example/")).toBe(false);
    expect(hostOfLink("https://jäte.example/")).toBe("xn--jte-qla.example");
  });
});

/** Ways to write a link to a host nobody knows; each must come out as plain text. */
const HOSTILE = [
  "https://evil.example/x",
  "HTTPS://EVIL.EXAMPLE/x",
  "www.evil.example",
  "see www.evil.example.",
  "(https://evil.example)",
  "**https://evil.example**",
  "[Plan](https://evil.example/x)",
  '[Plan](https://evil.example/x "title")',
  "[Plan](<https://evil.example/a b>)",
  "[a [b] c](https://evil.example)",
  "[Plan][1x]\n\n[1x]: https://evil.example",
  "> [q]: https://evil.example\n\n[q]",
  "![p](https://evil.example/?d=1)",
  "![a [b]](https://evil.example/?d=1)",
  "<https://evil.example>",
  '<a href="https://evil.example">x</a>',
  '<img src="https://evil.example/?d=1">',
  "https://digipolis.fi@evil.example/",
  "[Plan](//evil.example)",
  "[Plan](javascript:alert(1))",
  "ftp://evil.example/x",
  "https://digipolis.fi.evil.example",
  "| Nimi | Osoite |\n| --- | --- |\n| A | https://evil.example |",
];

/** What a Markdown reader, also one of GitHub's kind, makes a link, picture or piece of HTML of. */
const ACTIVE = [
  /\]\(/,
  /\]\[/,
  /(?<!\\)<[a-z/!?]/i,
  /^\s{0,3}(?:>\s?)*\[(?!\d+\]: cite:)[^\]\n]+\]:/m,
  /(?:[a-z][a-z0-9+.-]+:\/\/|(?<![\p{L}\d])www\.)(?!(?:www\.)?(?:digipolis\.fi|example\.org)(?![\w.@-]))/iu,
];

describe.each([
  [
    "web chat",
    (text: string, known: LinkPolicy) => renderWebChat(makeReply({ text }), { isKnownLink: known }),
  ],
  ["Teams", (text: string, known: LinkPolicy) => renderTeams(makeReply({ text }), { isKnownLink: known })],
] as const)("an answer in %s", (_, render) => {
  test.each(HOSTILE)("does not link %j", (text) => {
    const shown = render(`Kemi [1]. ${text}`, isKnown).text ?? "";
    for (const pattern of ACTIVE) expect(shown).not.toMatch(pattern);
  });

  test("leaves what is known as it is", () => {
    const text = "Katso https://www.digipolis.fi/raportti.pdf, ja www.digipolis.fi. [1]";
    expect(render(text, isKnown).text).toContain(text);
  });

  test("knows the sources it cites by itself, and nothing else", () => {
    const shown = render("See https://example.org/a and https://other.example/b [1]", () => false).text ?? "";
    expect(shown).toContain("https://example.org/a and https:\u2060//other.example/b");
  });
});

test("a passage of the web chat's window shows unknown addresses as text", () => {
  const passage = "More at https://evil.example/x and https://example.org/y.";
  const { entities } = renderWebChat(makeReply({ citations: [makeCitation({ passage })] }));
  const text = "> More at https:\u2060//evil.example/x and https://example.org/y.";
  expect(entities?.[0]).toMatchObject({
    citation: [{ appearance: { text: expect.stringContaining(text) } }],
  });
});

test("words of a person that come back are never links, also to known hosts", () => {
  const quoted = quoteWords(
    "see https://www.digipolis.fi and [x](https://digipolis.fi) ![y](www.digipolis.fi)",
  );
  const shown = keepKnownLinks(quoted, isKnown);
  expect(shown).not.toMatch(/:\/\/|www\./);
  expect(shown).not.toMatch(/\]\(/);
});

describe("keepCardLinks()", () => {
  const open = (url: string) => ({ type: "Action.OpenUrl" as const, title: "Open", url });

  test("drops buttons and pictures that lead elsewhere, wherever they stand", () => {
    const card = buildCard({
      title: "Card",
      body: [
        { type: "Container", items: [], selectAction: open("https://evil.example/") },
        { type: "Image", url: "https://evil.example/?d=1" },
        { type: "ActionSet", actions: [open("https://evil.example/"), open("https://digipolis.fi/")] },
      ],
      actions: [open("https://chat.example.fi/desk"), open("javascript:alert(1)")],
    });
    const kept = keepCardLinks(card, isKnown);
    expect(JSON.stringify(kept)).not.toMatch(/evil|javascript/);
    expect(kept.actions).toEqual([open("https://chat.example.fi/desk")]);
    expect(kept.body.at(-1)).toMatchObject({ actions: [open("https://digipolis.fi/")] });
  });

  test("treats texts and facts like answers, and leaves what fields and buttons hold", () => {
    const field = { type: "Input.Text" as const, id: "what", value: "https://evil.example", label: "What?" };
    const say = { type: "Action.Submit" as const, title: "Ask", data: { say: "https://evil.example" } };
    const card = buildCard({
      title: "Card",
      body: [
        textBlock("See https://evil.example"),
        { type: "FactSet", facts: [{ title: "Web", value: "[x](https://evil.example)" }] },
        field,
      ],
      actions: [say],
    });
    const kept = keepCardLinks(card, isKnown);
    expect(kept.body.slice(1)).toEqual([
      { type: "TextBlock", text: "See https:\u2060//evil.example", wrap: true },
      { type: "FactSet", facts: [{ title: "Web", value: "x (https:\u2060//evil.example)" }] },
      field,
    ]);
    expect(kept.actions).toEqual([say]);
  });
});
