import { fileURLToPath } from "node:url";
import { type Asset, encodeAsset, readPageAssets } from "../../web/page-assets.ts";
import type { DeskReply } from "./desk-reply.ts";

/** Style sheets and icon of the desk. */
export interface DeskAssets {
  /** Address of their folder, without a slash at the end; holds a hash of what is in them. */
  url: string;
  /** The file of an address behind `/desk/assets`, or 404. */
  reply(segments: readonly string[], acceptEncoding: string | undefined): DeskReply;
}

const OWN_FOLDER = fileURLToPath(new URL("./assets/", import.meta.url));
const PAGE_FOLDER = fileURLToPath(new URL("../../web/assets/", import.meta.url));
/** What the desk shares with the other pages: the colours, and the icon. */
const SHARED = ["page.css", "icon.svg"];

/** Reads the files; done once, at start. */
export function readDeskAssets(): DeskAssets {
  const own = readPageAssets(OWN_FOLDER);
  const shared = readPageAssets(PAGE_FOLDER);
  const version = `${own.version}${shared.version}`;
  const byName = new Map<string, Asset>(own.byName);
  for (const name of SHARED) {
    const asset = shared.byName.get(name);
    if (asset) byName.set(name, asset);
  }
  return {
    url: `/desk/assets/${version}`,
    reply([asked, name = "", ...more], acceptEncoding) {
      const asset = asked === version && more.length === 0 ? byName.get(name) : undefined;
      if (asset) return { status: 200, ...encodeAsset(asset, acceptEncoding) };
      const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
      return { status: 404, headers, body: "Not found\n" };
    },
  };
}
