import type { Entity } from "botbuilder";
import { describe, expect, test } from "vitest";
import { renderWebChat } from "../../../bot/channels/render-web-chat.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { makeCitation, makeReply } from "../../support/replies.ts";

function entityOf(reply: Reply, answerId = "a1"): Entity {
  const entities = renderWebChat(reply, { answerId }).entities ?? [];
  expect(entities).toHaveLength(1);
  return entities[0]!;
}

describe("renderWebChat()", () => {
  test("defines each used mark at the end of the text", () => {
    const citations = [makeCitation(), makeCitation({ n: 2, title: 'Say "hi"\n[3]: x' })];
    const { text } = renderWebChat(makeReply({ text: "Dust [1][2].", citations }));
    expect(text).toBe(
      'Dust [1] [2].\n\n[1]: cite:1 "Circular Economy in Kemi-Tornio"\n[2]: cite:2 "Say ”hi” (3): x"',
    );
  });

  test("adds no definitions to an answer without sources", () => {
    expect(renderWebChat(makeReply({ text: "Hello", citations: [] })).text).toBe("Hello");
  });

  test("opens the passage, its source and its year in the language of the answer", () => {
    const { citation } = entityOf(makeReply({ language: "fi" }));
    expect(citation).toMatchObject([
      { "@id": "cite:1", position: 1, appearance: { name: "Circular Economy in Kemi-Tornio" } },
    ]);
    expect(citation[0].appearance.url).toBeUndefined();
    expect(citation[0].appearance.text).toBe(
      "> Lime kiln dust, 12 000 t a year, arises in Kemi.\n\n" +
        "Lähde: [Circular Economy in Kemi-Tornio](https://example.org/report.pdf), 2018\n\n" +
        "Alkuteksti on englanniksi.",
    );
  });

  test("names a file without linking it", () => {
    const citations = [makeCitation({ source: "faq/my_notes.md", year: undefined, language: "sv" })];
    const { citation } = entityOf(makeReply({ language: "sv", citations }));
    expect(citation[0].appearance.text).toContain(
      "\n\nKälla: Circular Economy in Kemi-Tornio (faq/my\\_notes.md)",
    );
  });

  test("shows links, pictures and HTML of a passage as written", () => {
    const passage = '# Head\n![x](https://evil.example)\n<img src="x">\n        deep';
    const { citation } = entityOf(makeReply({ citations: [makeCitation({ passage })] }));
    expect(citation[0].appearance.text.split("\n\n")[0]).toBe(
      '> **Head**\n> !\\[x\\](https:\u2060//evil.example)\n> &lt;img src="x">\n>    deep',
    );
  });

  test("carries the AI label and thumbs with the id of the answer", () => {
    const entity = entityOf(makeReply(), "a17");
    expect(entity.keywords).toEqual(["AIGeneratedContent"]);
    expect(entity.potentialAction).toMatchObject([
      { "@type": "LikeAction", "@id": "#like-a17" },
      { "@type": "DislikeAction", "@id": "#dislike-a17" },
    ]);
  });

  test("asks for no thumbs on small talk", () => {
    expect(entityOf(makeReply({ intent: "smalltalk" })).potentialAction).toBeUndefined();
  });

  test("offers suggestions that send their text", () => {
    const suggestions = [{ title: "Steam?", text: "Which parks have steam?" }];
    expect(renderWebChat(makeReply({ suggestions })).suggestedActions).toEqual({
      to: [],
      actions: [{ type: "imBack", title: "Steam?", value: "Which parks have steam?" }],
    });
  });
});
