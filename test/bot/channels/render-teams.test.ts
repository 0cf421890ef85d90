import type { Entity } from "botbuilder";
import { describe, expect, test } from "vitest";
import { renderTeams } from "../../../bot/channels/render-teams.ts";
import { buildCard, sayAction } from "../../../bot/reply/build-card.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { makeCitation, makeReply } from "../../support/replies.ts";

function entityOf(reply: Reply): Entity {
  const entities = renderTeams(reply).entities ?? [];
  expect(entities).toHaveLength(1);
  return entities[0]!;
}

describe("renderTeams()", () => {
  test("leaves the marks bare and cites by position", () => {
    const reply = makeReply();
    expect(renderTeams(reply).text).toBe("Kemi has 12 000 t of lime kiln dust a year [1].");
    expect(entityOf(reply)).toMatchObject({
      additionalType: ["AIGeneratedContent"],
      citation: [
        {
          "@type": "Claim",
          position: 1,
          appearance: {
            "@type": "DigitalDocument",
            name: "Circular Economy in Kemi-Tornio, 2018",
            url: "https://example.org/report.pdf",
            abstract: "Lime kiln dust, 12 000 t a year, arises in Kemi.",
          },
        },
      ],
    });
  });

  test("keeps names within 80 and abstracts within 160 characters", () => {
    const long = makeCitation({ title: "Sivuvirta ".repeat(20), passage: "kalkki ".repeat(60) });
    const [claim] = entityOf(makeReply({ citations: [long] })).citation;
    expect(claim.appearance.name.length).toBeLessThanOrEqual(80);
    expect(claim.appearance.name).toMatch(/…, 2018$/);
    expect(claim.appearance.abstract.length).toBeLessThanOrEqual(160);
  });

  test("links twenty sources and names the others below the text", () => {
    const citations = Array.from({ length: 22 }, (_, index) =>
      makeCitation({ n: index + 1, title: `Report ${index + 1}` }),
    );
    const reply = makeReply({ text: citations.map(({ n }) => `[${n}]`).join(" "), citations });
    expect(entityOf(reply).citation).toHaveLength(20);
    expect(renderTeams(reply).text).toMatch(
      /\n\n\[22\] Report 22, 2018: https:\/\/example\.org\/report\.pdf$/,
    );
  });

  test("leaves out the address of a file and the list of an answer without sources", () => {
    const [claim] = entityOf(makeReply({ citations: [makeCitation({ source: "faq/fi.md" })] })).citation;
    expect(claim.appearance).not.toHaveProperty("url");
    expect(entityOf(makeReply({ text: "Hello", citations: [] }))).not.toHaveProperty("citation");
  });

  test("offers suggestions on the last card, and none twice", () => {
    const cards = [
      buildCard({ title: "Rows", body: [], actions: [sayAction("More", "show more")] }),
      buildCard({ title: "Form", body: [] }),
    ];
    const suggestions = [
      { title: "More", text: "show more" },
      { title: "Skip", text: "skip" },
    ];
    const { attachments, suggestedActions } = renderTeams(makeReply({ cards, suggestions }));
    expect(suggestedActions).toBeUndefined();
    expect(attachments?.map(({ content }) => content.actions)).toEqual([
      [expect.objectContaining({ title: "More" })],
      [expect.objectContaining({ title: "Skip", data: { msteams: { type: "imBack", value: "skip" } } })],
    ]);
  });

  test("keeps to fewer citations and then to text alone for a channel that refuses more", () => {
    const citations = Array.from({ length: 12 }, (_, index) =>
      makeCitation({ n: index + 1, title: `Source ${index + 1}` }),
    );
    const text = citations.map(({ n }) => `Fact [${n}]`).join(". ");
    const reply = makeReply({ text, citations, cards: [buildCard({ title: "Rows", body: [] })] });
    const citationsOf = (form?: "fewer" | "bare") =>
      renderTeams(reply, form && { form }).entities?.[0]?.citation?.length ?? 0;
    expect([citationsOf(), citationsOf("fewer"), citationsOf("bare")]).toEqual([12, 10, 0]);
    expect(renderTeams(reply, { form: "fewer" }).text).toContain("[12] Source 12, 2018: https://example.org");
    const bare = renderTeams(reply, { form: "bare" });
    expect(bare.text).toContain("[1] Source 1, 2018");
    expect(bare.attachments).toBeUndefined();
  });

  test("asks for feedback and shows at most three suggestions", () => {
    const suggestions = ["a", "b", "c", "d"].map((title) => ({ title, text: `${title}?` }));
    const activity = renderTeams(makeReply({ suggestions }));
    expect(activity.channelData).toEqual({ feedbackLoop: { type: "default" } });
    expect(activity.suggestedActions?.actions.map(({ value }) => value)).toEqual(["a?", "b?", "c?"]);
  });

  test("turns a table into a list", () => {
    const text =
      "Two streams:\n\n| Stream | t/a |\n| --- | ---: |\n| Fly ash [1] | 22 000 |\n| Bark | |\n\nEnd.";
    expect(renderTeams(makeReply({ text })).text).toBe(
      "Two streams:\n\n- **Fly ash [1]** – t/a: 22 000\n- **Bark**\n\nEnd.",
    );
  });
});
