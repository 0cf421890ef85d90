import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** A file that is sent in whichever form the browser takes. */
export interface Asset {
  contentType: string;
  plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** Our own files of the page. */
export interface PageAssets {
  /** Hash over all files; part of their address, so that each may be kept for good. */
  version: string;
  byName: ReadonlyMap<string, Asset>;
}

const CONTENT_TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Reads the files of the page; done once, at start.
 *
 * @param folder Folder of scripts, style sheets and pictures; other kinds of file are left out.
 * @returns The files by name, and the version they make together.
 * @throws {Error} If the folder cannot be read.
 */
export function readPageAssets(folder: string): PageAssets {
  const byName = new Map<string, Asset>();
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    const contentType = CONTENT_TYPES[extname(name)];
    if (!contentType) continue;
    const plain = readFileSync(join(folder, name));
    hash.update(name).update(plain);
    byName.set(name, createAsset(contentType, plain));
  }
  return { version: hash.digest("hex").slice(0, 16), byName };
}

/** Makes an asset of a small file; compressed when the first browser wants it so, since at start it would cost 0.1 s. */
export function createAsset(contentType: string, plain: Buffer): Asset {
  const kept: { gzip?: Buffer; brotli?: Buffer } = {};
  return {
    contentType,
    plain,
    get gzip() {
      kept.gzip ??= gzipSync(plain);
      return kept.gzip;
    },
    get brotli() {
      kept.brotli ??= brotliCompressSync(plain);
      return kept.brotli;
    },
  };
}

/**
 * Chooses the form in which an asset is sent.
 *
 * @param asset The file.
 * @param acceptEncoding `Accept-Encoding` header; absent means plain.
 * @returns Headers and body; brotli before gzip before plain.
 */
export function encodeAsset(
  asset: Asset,
  acceptEncoding: string | undefined,
): { headers: Record<string, string>; body: Buffer } {
  const encoding = takes(acceptEncoding, "br") ? "br" : takes(acceptEncoding, "gzip") ? "gzip" : undefined;
  const body = encoding === "br" ? asset.brotli : encoding === "gzip" ? asset.gzip : asset.plain;
  const headers = {
    "Content-Type": asset.contentType,
    "Content-Length": String(body.length),
    "Cache-Control": "public, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    ...(encoding ? { "Content-Encoding": encoding } : {}),
  };
  return { headers, body };
}

function takes(acceptEncoding: string | undefined, encoding: string): boolean {
  return (acceptEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim().split(/\s*;\s*/))
    .some(([name, quality]) => name === encoding && !/^q=0(\.0*)?$/.test(quality ?? ""));
}
