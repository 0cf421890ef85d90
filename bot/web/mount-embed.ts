import { createHash } from "node:crypto";
import type { Request, Response, Server } from "restify";
import { buildEmbedScript } from "./build-embed-script.ts";
import { createAsset, encodeAsset } from "./page-assets.ts";

/** The address stays the same over versions, so a browser asks again after this many seconds. */
const KEEP_IN_SECONDS = 300;

/**
 * Serves the script that puts the chat on other sites at `/embed.js`.
 *
 * Any site may load it, because it holds nothing but public words; which site may show the chat is decided by
 * `frame-ancestors` of the page.
 *
 * @param server The server; needs no plugins.
 * @throws {Error} If the parts of the script cannot be read.
 */
export function mountEmbed(server: Server): void {
  const plain = Buffer.from(buildEmbedScript());
  const asset = createAsset("text/javascript; charset=utf-8", plain);
  // Weak, because it stands for the plain and the compressed forms alike.
  const tag = `W/"${createHash("sha256").update(plain).digest("hex").slice(0, 32)}"`;
  server.get("/embed.js", async (request: Request, response: Response) => {
    const { headers, body } = encodeAsset(asset, String(request.headers["accept-encoding"] ?? ""));
    const shared = {
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": `public, max-age=${KEEP_IN_SECONDS}`,
      "Cross-Origin-Resource-Policy": "cross-origin",
      ETag: tag,
      Vary: "Accept-Encoding",
    };
    const isKnown = (request.headers["if-none-match"] ?? "").split(/\s*,\s*/).includes(tag);
    response.writeHead(isKnown ? 304 : 200, isKnown ? shared : { ...headers, ...shared });
    response.end(isKnown ? undefined : body);
  });
}
