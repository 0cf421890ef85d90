import type { Server } from "restify";
import type { BotConfig } from "../config.ts";
import { createFileLinks } from "../links/create-file-links.ts";
import { LinkSigner } from "../links/link-signer.ts";
import { type FilesOptions, mountFiles } from "./files.ts";

/** What {@link createFiles} works with. */
export interface CreateFilesOptions
  extends Partial<Pick<FilesOptions, "createSheet">>,
    Pick<FilesOptions, "log"> {
  config: Pick<BotConfig, "publicUrl">;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/**
 * Pictures and downloads: their addresses and the routes that serve them.
 *
 * Without PUBLIC_URL the page gets addresses without a host, which it completes with its own, so that no header of a
 * request has to be believed; other channels have no page and get none.
 */
export function createFiles(secret: string, { config, createSheet, log, now }: CreateFilesOptions) {
  const signer = new LinkSigner(secret, { now });
  if (createSheet === undefined) return { signer, mount: () => undefined };
  const { publicUrl } = config;
  return {
    signer,
    pageLinks: createFileLinks({ signer, baseUrl: publicUrl ?? "" }),
    outsideLinks: publicUrl === undefined ? undefined : createFileLinks({ signer, baseUrl: publicUrl }),
    mount: (server: Server) => mountFiles(server, { signer, createSheet, log }),
  };
}
