import type { Language } from "../../../knowledge/languages.ts";
import type { ExportSheet } from "../../exports/export-sheet.ts";
import type { LinkSigner } from "../../links/link-signer.ts";
import { readFileLink } from "../../links/read-file-link.ts";
import { parseRecordLink } from "../../records/record-url.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { DownloadRequest } from "../../reply/download-request.ts";
import { EXTENSION_TEXTS } from "./extension-texts.ts";
import type { MessageExtensionOptions, TitledCard } from "./message-extension.ts";

/** What {@link createLinkPreview} needs. */
export interface LinkPreviewOptions {
  /** Origin of the bot; without one it knows no link as its own. */
  publicUrl: string | undefined;
  signer: LinkSigner;
  cardOf: MessageExtensionOptions["cardOf"];
  /** Makes the sheet of a download; without it downloads have no preview. */
  createSheet?: (request: DownloadRequest) => ExportSheet | undefined | Promise<ExportSheet | undefined>;
}

/**
 * Creates the previews of the product's own links: records, downloads and pictures.
 *
 * The preview of a download tells of the rows the public may see, whoever the link was made for.
 */
export function createLinkPreview(options: LinkPreviewOptions): MessageExtensionOptions["previewLink"] {
  const { publicUrl, cardOf } = options;
  return (url, language) => {
    const record = parseRecordLink(url, { publicUrl });
    if (record !== undefined) return cardOf(record, record.language ?? language);
    return previewFile(url, { ...options, language });
  };
}

async function previewFile(
  url: string,
  { publicUrl, signer, createSheet, language }: LinkPreviewOptions & { language: Language },
): Promise<TitledCard | undefined> {
  const file = readFileLink(url, { publicUrl, signer });
  const texts = EXTENSION_TEXTS[language];
  if (file === undefined) return undefined;
  if (file.kind === "expired") return cardWith({ title: "Sivuvirta", summary: texts.expired });
  if (file.kind === "picture") {
    const { title, source } = file.drawing;
    const image = { type: "Image", url, altText: title, size: "Stretch" } as const;
    const open = { type: "Action.OpenUrl", title: texts.open, url } as const;
    return {
      title,
      summary: source,
      card: buildCard({ title, body: [image, textBlock(source)], actions: [open] }),
    };
  }
  const sheet = await createSheet?.({ ...file.request, language, reader: "public" });
  if (sheet === undefined) return undefined;
  const summary = `${texts.rows(sheet.rows.length)} · ${file.request.format.toUpperCase()}`;
  return cardWith({ title: sheet.name, summary, url, open: texts.download });
}

function cardWith(content: { title: string; summary: string; url?: string; open?: string }): TitledCard {
  const { title, summary, url, open = "" } = content;
  const actions = url === undefined ? [] : [{ type: "Action.OpenUrl" as const, title: open, url }];
  return { title, summary, card: buildCard({ title, body: [textBlock(summary)], actions }) };
}
