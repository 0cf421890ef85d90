import type { Activity } from "botbuilder";
import type { Citation, Reply } from "../reply/reply.ts";
import { namesOf, plainTitle, safeText, shorten, usedCitations, webAddress } from "./render-citations.ts";
import { tablesToLists } from "./render-teams-tables.ts";

/** Limits of Teams; a message beyond the first is refused with 400, the others are cut by the client. */
const MAX_CITATIONS = 20;
const MAX_NAME_CHARS = 80;
const MAX_ABSTRACT_CHARS = 160;
const MAX_SUGGESTIONS = 3;

/**
 * Turns a reply into an activity for Microsoft Teams.
 *
 * Teams links a bare `[n]` to the citation of the same position, knows no tables in messages and shows at most
 * three suggested actions. Sources beyond the twentieth are named below the text instead.
 *
 * @param reply The answer of a skill.
 * @returns A message activity with exactly one root entity; the channel adds conversation and sender.
 *
 * @example
 * ```ts
 * await context.sendActivity(renderTeams(reply));
 * ```
 */
export function renderTeams(reply: Reply): Partial<Activity> {
  const citations = usedCitations(reply);
  const names = namesOf(citations);
  const withNames = citations.map((citation) => ({ ...citation, title: names.get(citation.n) ?? "" }));
  const linked = withNames.slice(0, MAX_CITATIONS);
  const named = withNames.slice(MAX_CITATIONS).map(sourceLine);
  const actions = reply.suggestions
    .slice(0, MAX_SUGGESTIONS)
    .map(({ title, text }) => ({ type: "imBack", title, value: text }));
  return {
    type: "message",
    textFormat: "markdown",
    text: [safeText(tablesToLists(reply.text)), ...named].join("\n\n"),
    entities: [
      {
        type: "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "@id": "",
        additionalType: ["AIGeneratedContent"],
        ...(linked.length > 0 ? { citation: linked.map(toClaim) } : {}),
      },
    ],
    ...(reply.intent === "smalltalk" ? {} : { channelData: { feedbackLoop: { type: "default" } } }),
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  };
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
