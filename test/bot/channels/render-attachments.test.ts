import { describe, expect, test } from "vitest";
import { CARD_TYPE } from "../../../bot/channels/render-attachments.ts";
import { renderTeams } from "../../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../../bot/channels/render-web-chat.ts";
import type { FileLinks } from "../../../bot/links/create-file-links.ts";
import type { AdaptiveCard } from "../../../bot/reply/adaptive-card.ts";
import { buildCard, sayAction, textBlock } from "../../../bot/reply/build-card.ts";
import type { Download, Picture, Reply } from "../../../bot/reply/reply.ts";
import { barsOfTest } from "../../support/drawings.ts";
import { makeReply } from "../../support/replies.ts";

const links: FileLinks = {
  pictureUrl: ({ title }) => `https://bot.example/files/picture?t=${title.length}`,
  exportUrl: ({ format }) => `https://bot.example/files/export?t=${format}`,
};
const tooLong = () => {
  throw new RangeError("too long");
};

const card = buildCard({
  title: "Kemi",
  body: [
    textBlock("650 000 t"),
    { type: "ActionSet", actions: [sayAction("More", "show more")] },
    { type: "Container", selectAction: sayAction("Ash", "ash?"), items: [textBlock("22 t")] },
  ],
  actions: [sayAction("Largest first", "largest first")],
});
const form: AdaptiveCard = {
  ...card,
  actions: [{ type: "Action.Submit", title: "Go", data: { form: "partners" } }],
};
const picture: Picture = { alt: "Bar chart: ash", drawing: barsOfTest(3) };
const download: Download = {
  title: "Download CSV",
  request: { table: "streams", query: {}, format: "csv", language: "en", reader: "public" },
};
const full = makeReply({ cards: [card], pictures: [picture], downloads: [download] });

function cardsOf(activity: { attachments?: { contentType: string; content?: unknown }[] }): AdaptiveCard[] {
  return (activity.attachments ?? []).map(({ contentType, content }) => {
    expect(contentType).toBe(CARD_TYPE);
    return content as AdaptiveCard;
  });
}

const webCards = (reply: Reply, given?: FileLinks) =>
  cardsOf(renderWebChat(reply, given ? { links: given } : {}));
const teamsCards = (reply: Reply, given?: FileLinks) =>
  cardsOf(renderTeams(reply, given ? { links: given } : {}));

describe("a button that says something", () => {
  test("carries bare words for Web Chat, wherever it stands", () => {
    const [shown] = webCards(full);
    expect(shown?.actions).toEqual([
      {
        type: "Action.Submit",
        title: "Largest first",
        data: "largest first",
        associatedInputs: "none",
      },
    ]);
    expect(shown?.body).toMatchObject([
      {},
      {},
      { actions: [{ data: "show more" }] },
      { selectAction: { data: "ash?" } },
    ]);
  });

  test("is an imBack for Teams", () => {
    expect(teamsCards(full)[0]?.actions).toMatchObject([
      { data: { msteams: { type: "imBack", value: "largest first" } } },
    ]);
  });

  test("leaves the button of a form as it is", () => {
    const reply = makeReply({ cards: [form] });
    expect(webCards(reply)[0]?.actions).toEqual(form.actions);
    expect(teamsCards(reply)[0]?.actions).toEqual(form.actions);
  });
});

describe("pictures and downloads", () => {
  test.each([
    ["Web Chat", webCards],
    ["Teams", teamsCards],
  ])("stand on the first card in %s, with words and links", (_, cardsFor) => {
    const [first, second] = cardsFor({ ...full, cards: [card, form] }, links);
    expect(first?.body.at(-1)).toMatchObject({
      type: "Image",
      url: "https://bot.example/files/picture?t=20",
      altText: "Bar chart: ash",
      selectAction: { type: "Action.OpenUrl", url: "https://bot.example/files/picture?t=20" },
    });
    expect(first?.actions?.at(-1)).toEqual({
      type: "Action.OpenUrl",
      title: "Download CSV",
      url: "https://bot.example/files/export?t=csv",
    });
    expect(second?.actions).toEqual(form.actions);
  });

  test("a picture without a card gets one that is read out by its title", () => {
    const [only, ...others] = webCards(makeReply({ pictures: [picture] }), links);
    expect(only).toMatchObject({ speak: "Tuhka Kemi-Torniossa", body: [{ type: "Image" }] });
    expect(others).toEqual([]);
  });

  test("a download without a card is a link below the text and above the sources", () => {
    const reply = makeReply({ downloads: [download, { ...download, title: "Excel" }] });
    const line = "[Download CSV](https://bot.example/files/export?t=csv) · [Excel](";
    expect(renderWebChat(reply, { links }).text).toMatch(
      /a year \[1\]\.\n\n\[Download CSV\].*\n\n\[1\]: cite:1/,
    );
    expect(renderTeams(reply, { links }).text).toContain(`[1].\n\n${line}`);
    expect(renderTeams(reply, { links })).not.toHaveProperty("attachments");
  });

  test("a download without a card and without a host is a button, which Web Chat follows", () => {
    const ownPage = { ...links, exportUrl: () => "/files/export?t=csv" };
    const [only] = webCards(makeReply({ downloads: [download] }), ownPage);
    expect(only?.actions).toEqual([
      { type: "Action.OpenUrl", title: "Download CSV", url: "/files/export?t=csv" },
    ]);
  });

  test("are left out where nothing makes links or an address would be too long", () => {
    for (const given of [undefined, { pictureUrl: tooLong, exportUrl: tooLong }]) {
      const [shown] = webCards(full, given);
      expect(shown?.body).toHaveLength(card.body.length);
      expect(shown?.actions).toHaveLength(1);
      const bare = makeReply({ pictures: [picture], downloads: [download] });
      expect(renderWebChat(bare, given ? { links: given } : {})).not.toHaveProperty("attachments");
    }
  });

  test("another fault of the links is no reason to send half an answer", () => {
    const broken: FileLinks = {
      ...links,
      pictureUrl: () => {
        throw new TypeError("broken");
      },
    };
    expect(() => renderWebChat(full, { links: broken })).toThrow("broken");
  });
});

test("figures of a card stay on one line and the reply itself is not changed", () => {
  const before = structuredClone(full);
  expect(webCards(full, links)[0]?.body[1]).toMatchObject({ text: "650\u00a0000\u00a0t" });
  expect(full).toEqual(before);
});

test.each([
  ["2. Kokkola", "2.\u00a0Kokkola"],
  ["3) ECO3", "3)\u00a0ECO3"],
  ["- none", "-\u00a0none"],
  ["# one", "#\u00a0one"],
  ["Kokkola 2. and ECO3", "Kokkola 2. and ECO3"],
])("the words %j on a card are no Markdown list or heading", (text, wanted) => {
  const [shown] = webCards(makeReply({ cards: [buildCard({ title: "T", body: [textBlock(text)] })] }));
  expect(shown?.body[1]).toMatchObject({ text: wanted });
});

test("a reply without cards has no attachments", () => {
  expect(renderWebChat(makeReply(), { links })).not.toHaveProperty("attachments");
  expect(renderTeams(makeReply(), { links })).not.toHaveProperty("attachments");
});

test("Teams shows cards at full width and leaves out those that make the message too large", () => {
  const large = buildCard({ title: "Large", body: [textBlock("x".repeat(26_000))] });
  const activity = renderTeams(makeReply({ cards: [card, large] }));
  expect(cardsOf(activity)).toHaveLength(1);
  expect(cardsOf(activity)[0]).toMatchObject({ msteams: { width: "Full" } });
  expect(renderTeams(makeReply({ cards: [large, card] }))).not.toHaveProperty("attachments");
});
