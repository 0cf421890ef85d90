import type { DownloadRequest } from "../reply/download-request.ts";
import type { Drawing } from "../reply/drawing.ts";
import { LINK_KINDS } from "./link-payloads.ts";
import type { LinkSigner } from "./link-signer.ts";
import { shortenDrawing } from "./shorten-drawing.ts";

/** Life of a link to a picture, in seconds: 30 days, as long as a conversation is kept by default. */
export const PICTURE_LIFE_IN_S = 30 * 24 * 3600;
/** Life of a link to a download, in seconds: 60 minutes. */
export const EXPORT_LIFE_IN_S = 3600;

/** What makes addresses of files. */
export interface FileLinks {
  /**
   * @param drawing What the picture shows; long words and what would not be drawn are left out.
   * @returns Address of the PNG.
   * @throws {RangeError} If it is too much for an address all the same.
   */
  pictureUrl(drawing: Drawing): string;
  /**
   * @param request What the file holds; whoever has the link sees what its reader may see.
   * @returns Address of the file.
   * @throws {RangeError} If its query is too long for an address.
   */
  exportUrl(request: DownloadRequest): string;
}

/**
 * Creates the maker of links to pictures and downloads, which `web/files.ts` serves.
 *
 * @param options.signer The one that `mountFiles` gets too.
 * @param options.baseUrl Origin under which people reach the bot; empty for addresses within the page.
 */
export function createFileLinks(options: { signer: LinkSigner; baseUrl: string }): FileLinks {
  const base = options.baseUrl.replace(/\/+$/, "");
  const { signer } = options;
  return {
    pictureUrl(drawing) {
      const life = { kind: LINK_KINDS.picture, expiresInS: PICTURE_LIFE_IN_S };
      return `${base}/files/picture?t=${signer.sign(shortenDrawing(drawing), life)}`;
    },
    exportUrl(request) {
      const life = { kind: LINK_KINDS.export, expiresInS: EXPORT_LIFE_IN_S };
      return `${base}/files/export?t=${signer.sign(request, life)}`;
    },
  };
}
