import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { Language } from "../../knowledge/languages.ts";
import { remember } from "../remember.ts";
import type { Citation, Reply } from "../reply/reply.ts";
import { type LinkPolicy, policyOf } from "./link-policy.ts";
import { type RenderOptions, renderAttachments } from "./render-attachments.ts";
import { namesOf, plainTitle, safeText, usedCitations, webAddress } from "./render-citations.ts";
import { breakUnknownLinks } from "./safe-links.ts";

/** What the channel knows about an answer beyond its words. */
export interface WebChatRenderOptions extends RenderOptions {
  /**
   * Key under which the answer is stored; comes back in the `@id` of a thumb (`#like-<id>`, `#dislike-<id>`).
   * Letters, digits, `-` and `_` only. @default {a random UUID}
   */
  answerId?: string;
}

/** Words of the opened citation, in the language of the answer. */
const SOURCE_WORDS: Record<Language, { source: string; original: Record<Language, string> }> = {
  fi: {
    source: "Lähde",
    original: { fi: "", sv: "Alkuteksti on ruotsiksi.", en: "Alkuteksti on englanniksi." },
  },
  sv: {
    source: "Källa",
    original: { fi: "Originaltexten är på finska.", sv: "", en: "Originaltexten är på engelska." },
  },
  en: {
    source: "Source",
    original: { fi: "The original is in Finnish.", sv: "The original is in Swedish.", en: "" },
  },
};

/** Language tags as Web Chat knows them. */
export const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-SE", en: "en-US" };

/**
 * Turns a reply into an activity for Web Chat 4.18.
 *
 * Web Chat links a `[n]` mark through a Markdown definition (`[1]: cite:1 "Title"`) to the claim with the same
 * `@id`; a claim without an address opens a window with the passage, so that is what every source gets, and its
 * address stands in the window. A card's button whose data is a bare text shows that text as the visitor's own message
 * and sends it.
 *
 * @param reply The answer of a skill.
 * @param options See {@link WebChatRenderOptions}.
 * @returns A message activity; the channel adds conversation, sender and id.
 *
 * @example
 * ```ts
 * await context.sendActivity(renderWebChat(reply, { answerId: "a17" }));
 * ```
 */
export function renderWebChat(reply: Reply, options: WebChatRenderOptions = {}): Partial<Activity> {
  const citations = usedCitations(reply);
  const answerId = options.answerId ?? randomUUID();
  const names = namesOf(citations);
  const isKnown = policyOf(citations, options.isKnownLink);
  const definitions = citations.map(({ n }) => `[${n}]: cite:${n} "${names.get(n)}"`);
  const actions = reply.suggestions.map(({ title, text }) => ({ type: "imBack", title, value: text }));
  const { attachments, linkLine } = renderAttachments(reply, { ...options, sayData: (words) => words });
  return {
    type: "message",
    locale: LOCALES[reply.language],
    textFormat: "markdown",
    text: [
      webChatBeginning(reply.text, isKnown),
      ...(linkLine === "" ? [] : [linkLine]),
      ...(definitions.length > 0 ? [definitions.join("\n")] : []),
    ].join("\n\n"),
    entities: [
      {
        "@context": "https://schema.org",
        "@id": "",
        "@type": "Message",
        type: "https://schema.org/Message",
        additionalType: ["AIGeneratedContent"],
        keywords: ["AIGeneratedContent"],
        citation: citations.map((citation) =>
          toClaim(citation, { name: names.get(citation.n) ?? "", language: reply.language, isKnown }),
        ),
        ...(reply.intent === "smalltalk" ? {} : { potentialAction: thumbs(answerId) }),
      },
    ],
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
  };
}

/** The beginning of an answer in the form {@link renderWebChat} gives the whole. */
export function webChatBeginning(text: string, isKnown?: LinkPolicy): string {
  return withoutAlignment(safeText(text, isKnown));
}

/** The two buttons below an answer; the click comes back as an event that holds the pressed one. */
function thumbs(answerId: string): object[] {
  const actionStatus = "PotentialActionStatus";
  return [
    { "@type": "LikeAction", "@id": `#like-${answerId}`, actionStatus },
    { "@type": "DislikeAction", "@id": `#dislike-${answerId}`, actionStatus },
  ];
}

/** What a claim needs beside its citation. */
interface ClaimOptions {
  name: string;
  language: Language;
  isKnown: LinkPolicy;
}

function toClaim(citation: Citation, options: ClaimOptions): object {
  const { name } = options;
  return {
    "@id": `cite:${citation.n}`,
    "@type": "Claim",
    type: "https://schema.org/Claim",
    position: citation.n,
    name,
    appearance: { "@type": "DigitalDocument", name, text: windowText(citation, options) },
  };
}

/**
 * Web Chat turns the colons of `| ---: |` into a style attribute, which the page's security policy forbids: the
 * browser would drop it and report a breach.
 */
function withoutAlignment(text: string): string {
  return text.replace(/^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/gm, (divider) =>
    divider.replaceAll(":", "-"),
  );
}

/** The passage as a quotation, and below it where it comes from. */
function windowText(citation: Citation, { language, isKnown }: ClaimOptions): string {
  const words = SOURCE_WORDS[language];
  const title = plainTitle(citation.title).replaceAll("_", "\\_");
  const url = webAddress(citation.source);
  const year = citation.year === undefined ? "" : `, ${citation.year}`;
  const path = url ? "" : ` (${plainTitle(citation.source).replaceAll("_", "\\_")})`;
  const source = `${words.source}: ${url ? `[${title}](${url})` : title}${year}${path}`;
  const original = words.original[citation.language];
  const passage = breakUnknownLinks(quote(citation.passage), isKnown);
  return [passage, source, ...(original ? [original] : [])].join("\n\n");
}

/**
 * The passage as a Markdown quotation. Its own emphasis, lists and tables stay; HTML, links, pictures and
 * definitions are shown as the characters they are written with, because nobody checked where they lead.
 */
const quote = remember((passage) =>
  withoutAlignment(
    passage
      .trim()
      .split(/\r?\n/)
      .map((line) =>
        line
          .replace(/^[ \t]{4,}/, "   ")
          .replace(/^(\s*)#+\s+(.*)$/, "$1**$2**")
          .replaceAll("<", "&lt;")
          .replace(/[[\]]/g, "\\$&"),
      )
      .map((line) => `> ${line}`.trimEnd())
      .join("\n"),
  ),
);
