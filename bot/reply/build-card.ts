import type { AdaptiveCard, CardAction, CardElement } from "./adaptive-card.ts";

/** A line of text that wraps; text of the tables is plain, so Markdown in it is escaped. */
export function textBlock(text: string, properties: Record<string, unknown> = {}): CardElement {
  return { type: "TextBlock", text: escapeMarkdown(text), wrap: true, ...properties };
}

/** A button that sends words as if the person had typed them; the renderers give it each channel's form. */
export function sayAction(title: string, text: string): CardAction {
  return { type: "Action.Submit", title, data: { say: text } };
}

/**
 * Builds a card: a title, a subtle second line, a body.
 *
 * @example
 * ```ts
 * buildCard({ title: "Kemi-Tornio", body: [textBlock("Fly ash")] }).version; // "1.5"
 * ```
 */
export function buildCard(content: {
  title: string;
  subtitle?: string;
  body: readonly CardElement[];
  actions?: readonly CardAction[];
}): AdaptiveCard {
  const { title, subtitle, body, actions = [] } = content;
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    speak: subtitle === undefined ? title : `${title}. ${subtitle}`,
    body: [
      textBlock(title, { weight: "Bolder", size: "Medium", style: "heading" }),
      ...(subtitle === undefined ? [] : [textBlock(subtitle, { isSubtle: true, spacing: "None" })]),
      ...body,
    ],
    ...(actions.length === 0 ? {} : { actions: [...actions] }),
  };
}

/** Cards read a little Markdown: a name such as "*x* [y](z)" must stay what it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/([\\*_[\]<>])/g, "\\$1");
}
