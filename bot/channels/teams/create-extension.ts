import { keepCardLinks } from "../card-links.ts";
import { createLinkPolicy, type LinkPolicy } from "../link-policy.ts";
import type { MessageExtensionOptions } from "./message-extension.ts";
import { createLinkPreview, type LinkPreviewOptions } from "./preview-link.ts";

const NOTHING_KNOWN = { passages: [] };

/** What the search and the previews of Teams are put together from. */
export interface ExtensionOptions extends Pick<LinkPreviewOptions, "publicUrl" | "signer" | "createSheet"> {
  /** What the search looks into. @default there is nothing to search */
  records?: Pick<MessageExtensionOptions, "search" | "cardOf">;
  /** Which addresses are shown as links. @default the bot's own */
  isKnownLink?: LinkPolicy;
}

/** Creates search and previews for Teams where there are records to look into; their cards hold known links alone. */
export function createExtension(options: ExtensionOptions): Omit<MessageExtensionOptions, "log"> | undefined {
  const { records, publicUrl, signer, createSheet } = options;
  if (records === undefined) return undefined;
  const isKnown = options.isKnownLink ?? createLinkPolicy({ knowledge: () => NOTHING_KNOWN, publicUrl });
  const cardOf: typeof records.cardOf = (record, language) => {
    const titled = records.cardOf(record, language);
    return titled && { ...titled, card: keepCardLinks(titled.card, isKnown) };
  };
  const previewLink = createLinkPreview({ cardOf, publicUrl, signer, createSheet });
  return { ...records, cardOf, previewLink };
}
