import type { Attachment } from "botbuilder";
import type { FileLinks } from "../links/create-file-links.ts";
import type { AdaptiveCard, CardAction, CardElement } from "../reply/adaptive-card.ts";
import { buildCard } from "../reply/build-card.ts";
import type { Picture, Reply } from "../reply/reply.ts";
import { keepCardLinks } from "./card-links.ts";
import { type LinkPolicy, policyOf } from "./link-policy.ts";

/** What a renderer gets beside the reply. */
export interface RenderOptions {
  /** Makes addresses of pictures and downloads. @default without them */
  links?: FileLinks;
  /** Which addresses are shown as links. @default those of what the answer cites */
  isKnownLink?: LinkPolicy;
  /**
   * For a channel that has refused the full form: `fewer` keeps to the strictest limits known, `bare` is text alone.
   * @default the full form
   */
  form?: "fewer" | "bare";
}

/** How a channel shows cards. */
export interface CardChannel extends RenderOptions {
  /** Data of a button that sends words as if they had been typed. */
  sayData: (words: string) => unknown;
}

/** The parts of an activity beside its text. */
export interface RenderedAttachments {
  attachments: Attachment[];
  /** Markdown below the text, for downloads without a card to stand on; else empty. */
  linkLine: string;
}

/** Type of a card among the attachments. */
export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";

/**
 * Turns cards, pictures and downloads of a reply into attachments.
 *
 * Pictures and the buttons of downloads stand on the first card. As an attachment of its own a picture would be shown
 * in the middle only: Web Chat cuts it to 240 pixels of height, Teams to a thumbnail, and neither opens it. On a card
 * it keeps its shape, has its description, and opens in full size when it is pressed.
 *
 * @param reply The answer of a skill; not changed.
 * @param channel See {@link CardChannel}.
 */
export function renderAttachments(reply: Reply, channel: CardChannel): RenderedAttachments {
  const pictures = (reply.pictures ?? []).flatMap((picture) => pictureElement(picture, channel));
  const downloads = downloadActions(reply, channel);
  const isKnown = policyOf(reply.citations, channel.isKnownLink);
  const cards = (reply.cards ?? []).map(
    (card) => forChannel(keepCardLinks(card, isKnown), channel) as AdaptiveCard,
  );
  // Web Chat follows an address without a host from a button only: a link of the text it takes for a source.
  const needsButtons = downloads.some(({ url }) => url.startsWith("/"));
  const [first = pictures.length > 0 || needsButtons ? ownCard(reply) : undefined, ...others] = cards;
  if (first === undefined) return { attachments: [], linkLine: downloads.map(toLink).join(" · ") };
  const actions = [...(first.actions ?? []), ...downloads];
  const full: AdaptiveCard = {
    ...first,
    body: [...first.body, ...pictures],
    ...(actions.length > 0 ? { actions } : {}),
  };
  const attachments = [full, ...others].map((content) => ({ contentType: CARD_TYPE, content }));
  return { attachments, linkLine: "" };
}

/** A card for pictures and buttons alone, whose words tell already what they are. */
function ownCard({ pictures = [], downloads = [] }: Reply): AdaptiveCard {
  const title = pictures[0]?.drawing.title ?? downloads.map((download) => download.title).join(", ");
  return { ...buildCard({ title, body: [] }), body: [] };
}

function pictureElement({ alt, drawing }: Picture, { links }: RenderOptions): CardElement[] {
  const url = tryLink(() => links?.pictureUrl(drawing));
  if (url === undefined) return [];
  // A title of the action would be read out in place of the description.
  const selectAction = { type: "Action.OpenUrl", url };
  return [{ type: "Image", url, altText: alt, size: "Stretch", spacing: "Medium", selectAction }];
}

type OpenUrl = Extract<CardAction, { type: "Action.OpenUrl" }>;

function downloadActions({ downloads = [] }: Reply, { links }: RenderOptions): OpenUrl[] {
  return downloads.flatMap(({ title, request }) => {
    const url = tryLink(() => links?.exportUrl(request));
    return url === undefined ? [] : [{ type: "Action.OpenUrl" as const, title, url }];
  });
}

function toLink({ title, url }: OpenUrl): string {
  return `[${title}](${url})`;
}

/** A drawing or query that is too much for an address is left out; the text tells the same. */
function tryLink(make: () => string | undefined): string | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Gives buttons that say something the channel's form, wherever they stand, and keeps figures on one line. */
function forChannel(part: unknown, channel: CardChannel): unknown {
  if (Array.isArray(part)) return part.map((item) => forChannel(item, channel));
  if (typeof part !== "object" || part === null) return part;
  const words = wordsOf(part);
  if (words !== undefined) return { ...part, data: channel.sayData(words), associatedInputs: "none" };
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      name === "text" && typeof value === "string"
        ? keepNumbersWhole(withoutList(value))
        : forChannel(value, channel),
    ]),
  );
}

function wordsOf(part: { type?: unknown; data?: unknown }): string | undefined {
  if (part.type !== "Action.Submit" || typeof part.data !== "object" || part.data === null) return undefined;
  const { say } = part.data as { say?: unknown };
  return typeof say === "string" ? say : undefined;
}

/** "2. Kokkola" would become a list of its own, which counts from 1; a hard space after the number prevents it. */
function withoutList(text: string): string {
  return text.replace(/^(\s*(?:\d{1,9}[.)]|[-+#]))[ \t]/gm, "$1\u00a0");
}

/** "430 000 t" must not break over two lines. */
function keepNumbersWhole(text: string): string {
  return text.replace(/(\d) (?=\d{3}(?!\d)|(?:t|kg|m3|m³|MWh|GWh|ha|km|%)(?![\p{L}\d]))/gu, "$1\u00a0");
}
