import type { DownloadRequest } from "../reply/download-request.ts";
import type { Drawing } from "../reply/drawing.ts";
import { LINK_KINDS, parseDownloadRequest, parseDrawing } from "./link-payloads.ts";
import type { LinkSigner } from "./link-signer.ts";

/** What a link of ours leads to. */
export type FileLink =
  | { kind: "export"; request: DownloadRequest }
  | { kind: "picture"; drawing: Drawing }
  /** Its time is over. */
  | { kind: "expired" };

/**
 * Reads a pasted link to one of the bot's own pictures or downloads.
 *
 * @param url Whatever was pasted.
 * @param options.publicUrl Origin of the bot; without one no address is its own.
 * @param options.signer The one that `createFileLinks` has.
 * @returns `undefined` for every address that is not ours or was changed.
 */
export function readFileLink(
  url: string,
  options: { publicUrl: string | undefined; signer: LinkSigner },
): FileLink | undefined {
  const { publicUrl, signer } = options;
  const parsed = URL.parse(url);
  if (parsed === null || publicUrl === undefined || parsed.origin !== URL.parse(publicUrl)?.origin)
    return undefined;
  const kind = { "/files/export": LINK_KINDS.export, "/files/picture": LINK_KINDS.picture }[parsed.pathname];
  if (kind === undefined) return undefined;
  const verdict = signer.verify(parsed.searchParams.get("t") ?? "", kind);
  if ("failure" in verdict) return verdict.failure === "expired" ? { kind: "expired" } : undefined;
  if (kind === LINK_KINDS.picture) {
    const drawing = parseDrawing(verdict.payload);
    return drawing && { kind: "picture", drawing };
  }
  const request = parseDownloadRequest(verdict.payload);
  return request && { kind: "export", request };
}
