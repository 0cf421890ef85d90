import type { Activity } from "botbuilder";
import { expect } from "vitest";
import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import type { Reply } from "../../bot/reply/reply.ts";

/** Teams refuses larger messages; in bytes of JSON. */
const MAX_TEAMS_BYTES = 28_000;
/** Longest text of our own that is no citation. */
const MAX_TEXT_CHARS = 40_000;
/** What begins an element or a comment in HTML, unless it is written with a backslash before it. */
const HTML = /(?<!\\)<(?=[a-z/!?])/i;
/** A link or a picture of Markdown, other than a mark. */
const LINK = /\]\((?!https?:\/\/|\/files\/)/;

/** Checks that both channels can show a reply: whole, small enough, with no element of HTML and no foreign link. */
export function expectRenders(reply: Reply): void {
  for (const render of [renderWebChat, renderTeams]) {
    const activity = render(reply);
    const written = JSON.stringify(activity);
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(activity)));
    expect(written).not.toContain("undefined:");
    expect(activity.type).toBe("message");
    expect(activity.text?.trim()).not.toBe("");
    expect(activity.text?.length).toBeLessThan(MAX_TEXT_CHARS);
    expect(HTML.exec(activity.text ?? "")?.input).toBeUndefined();
    expect(LINK.exec(activity.text ?? "")?.input).toBeUndefined();
    expect(activity.text?.isWellFormed()).toBe(true);
    for (const { contentType, content } of activity.attachments ?? []) {
      expect(contentType).toBe("application/vnd.microsoft.card.adaptive");
      expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
    }
  }
  for (const form of [undefined, "fewer", "bare"] as const) {
    const shown = renderTeams(reply, form === undefined ? {} : { form });
    expect(bytesOf(shown)).toBeLessThanOrEqual(MAX_TEAMS_BYTES);
  }
}

/** What stands in a text when a value was written that is none. */
const LEFTOVERS = /undefined|NaN|\[object|\bat .*\.ts:\d/;

/**
 * Checks that a reply shows nothing of the program.
 *
 * @param said The person's own words, which a reply may repeat.
 */
export function expectPlainWords({ text }: Reply, said: string): void {
  if (!LEFTOVERS.test(said)) expect(text).not.toMatch(LEFTOVERS);
}

function bytesOf(activity: Partial<Activity>): number {
  return Buffer.byteLength(JSON.stringify(activity));
}
