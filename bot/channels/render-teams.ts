import type { Activity, Attachment, Entity } from "botbuilder";
import type { Citation, Reply } from "../reply/reply.ts";
import { type LinkPolicy, policyOf } from "./link-policy.ts";
import { offerOnCards } from "./offer-on-cards.ts";
import { type RenderOptions, renderAttachments } from "./render-attachments.ts";
import { namesOf, plainTitle, safeText, shorten, usedCitations, webAddress } from "./render-citations.ts";
import { tablesToLists } from "./render-teams-tables.ts";

/** Limits of Teams; a message beyond the first is refused with 400, the others are cut by the client. */
const MAX_CITATIONS = 20;
/** What Microsoft's Agents Playground (0.2.28) takes, and Teams took once. */
const FEWER_CITATIONS = 10;
const MAX_NAME_CHARS = 80;
const MAX_ABSTRACT_CHARS = 160;
const MAX_SUGGESTIONS = 3;
/** A larger message may be refused with 413 (older pages of the manual say 28 KB); in bytes of JSON. */
const MAX_BYTES = 25_000;

/**
 * Turns a reply into an activity for Microsoft Teams.
 *
 * Teams links a bare `[n]` to the citation of the same position, knows no tables in messages and shows at most
 * three suggested actions; where there is a card they stand on it as buttons. Sources beyond the twentieth are named below the text instead. Cards that would make the
 * message too large are left out, the last one first: the text tells the same.
 *
 * @param reply The answer of a skill.
 * @param options Addresses of pictures and downloads; Teams fetches them, so they must be reachable from outside.
 * @returns A message activity with exactly one root entity; the channel adds conversation and sender.
 *
 * @example
 * ```ts
 * await context.sendActivity(renderTeams(reply));
 * ```
 */
export function renderTeams(reply: Reply, options: RenderOptions = {}): Partial<Activity> {
  const citations = usedCitations(reply);
  const beginning = teamsBeginning(reply.text, policyOf(citations, options.isKnownLink));
  const names = namesOf(citations);
  const withNames = citations.map((citation) => ({ ...citation, title: names.get(citation.n) ?? "" }));
  const most = { full: MAX_CITATIONS, fewer: FEWER_CITATIONS, bare: 0 }[options.form ?? "full"];
  const linked = withNames.slice(0, most);
  const named = withNames.slice(most).map(sourceLine);
  const { cards, suggestions } = offerOnCards(reply, MAX_SUGGESTIONS);
  const actions = suggestions.map(({ title, text }) => ({ type: "imBack", title, value: text }));
  const { attachments, linkLine } = renderAttachments({ ...reply, cards }, { ...options, sayData });
  const links = linkLine === "" ? [] : [linkLine];
  if (options.form === "bare") {
    const text = [beginning, ...named].join("\n\n");
    return { type: "message", textFormat: "markdown", text, entities: [aiLabel([])] };
  }
  return withinSize({
    type: "message",
    textFormat: "markdown",
    text: [beginning, ...links, ...named].join("\n\n"),
    entities: [aiLabel(linked)],
    ...(reply.intent === "smalltalk" ? {} : { channelData: { feedbackLoop: { type: "default" } } }),
    ...(attachments.length > 0 ? { attachments: attachments.map(atFullWidth) } : {}),
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  });
}

/** The one root entity: says that a machine wrote this, and names what it cites. */
function aiLabel(linked: readonly Citation[]): Entity {
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    additionalType: ["AIGeneratedContent"],
    ...(linked.length > 0 ? { citation: linked.map(toClaim) } : {}),
  };
}

/** The beginning of an answer in the form {@link renderTeams} gives the whole. */
export function teamsBeginning(text: string, isKnown?: LinkPolicy): string {
  return safeText(tablesToLists(text), isKnown);
}

/** Teams shows the words as the person's own message. */
function sayData(words: string): object {
  return { msteams: { type: "imBack", value: words } };
}

/** Without it a card is as narrow as a phone also on a desk, and the words of its pictures are small. */
function atFullWidth(attachment: Attachment): Attachment {
  return { ...attachment, content: { ...attachment.content, msteams: { width: "Full" } } };
}

function withinSize(activity: Partial<Activity>): Partial<Activity> {
  const { attachments = [], ...rest } = activity;
  if (attachments.length === 0 || Buffer.byteLength(JSON.stringify(activity)) <= MAX_BYTES) return activity;
  const fewer = attachments.slice(0, -1);
  return withinSize(fewer.length > 0 ? { ...rest, attachments: fewer } : rest);
}

function toClaim(citation: Citation): object {
  const url = webAddress(citation.source);
  return {
    "@type": "Claim",
    position: citation.n,
    appearance: {
      "@type": "DigitalDocument",
      name: nameWithYear(citation, MAX_NAME_CHARS),
      ...(url ? { url } : {}),
      abstract: shorten(oneLine(citation.passage), MAX_ABSTRACT_CHARS),
    },
  };
}

/** "Title, 2018"; the year stays when the title must be cut. */
function nameWithYear({ title, year }: Citation, maxChars: number): string {
  const suffix = year === undefined || title.includes(String(year)) ? "" : `, ${year}`;
  return plainTitle(title, maxChars - suffix.length) + suffix;
}

function sourceLine(citation: Citation): string {
  const url = webAddress(citation.source);
  return `[${citation.n}] ${nameWithYear(citation, MAX_NAME_CHARS)}${url ? `: ${url}` : ""}`;
}

/** The abstract is shown as plain text: Markdown marks would be read aloud and seen. */
function oneLine(passage: string): string {
  return (
    passage
      .replace(/^\s*(?:#+|>|[-*+])\s+/gm, "")
      .replace(/\*\*|__|`/g, "")
      .replace(/\s+/g, " ")
      .trim() || "–"
  );
}
