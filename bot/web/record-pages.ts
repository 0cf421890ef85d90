import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Request, Response, Server } from "restify";
import type { KnowledgeView } from "../knowledge-view.ts";
import { buildRecordSheet } from "../records/build-record-sheet.ts";
import { parseRecordId } from "../records/record-id.ts";
import { pageHeaders } from "./content-security-policy.ts";
import { readPageAssets } from "./page-assets.ts";
import { pageLanguage } from "./page-language.ts";
import { noRecordPageHtml, recordPageHtml } from "./record-page-html.ts";

/** What the pages of records show. */
export interface RecordPagesOptions {
  /** The knowledge as it is now; asked at each request. */
  currentView: () => KnowledgeView;
  /** Origin under which people reach the bot, for the addresses that others keep. */
  publicUrl?: string | undefined;
  /** Address of the folder of the pages' own files, without a slash at the end. @default that of `mountPages` */
  assetsUrl?: string;
}

/** The files that `mountPages` serves; their address holds a hash of what is in them. */
const ASSETS_FOLDER = fileURLToPath(new URL("./assets/", import.meta.url));

/**
 * Serves a page for every side stream, company, park and question of the FAQ that the public may see, at
 * `/records/{streams|companies|parks|faq}/{id}?lang=fi|sv|en`.
 *
 * Nobody is known here, so everybody is the public: what is for members or coordinators is not found, like what does
 * not exist.
 *
 * @param server The server; needs no plugins.
 *
 * @example
 * ```ts
 * mountRecordPages(server, { currentView: () => view, publicUrl: "https://chat.example.fi" });
 * ```
 */
export function mountRecordPages(server: Server, options: RecordPagesOptions): void {
  const { currentView, publicUrl } = options;
  let { assetsUrl } = options;
  server.get("/records/:kind/:id", async (request: Request, response: Response) => {
    const { kind = "", id = "" } = request.params as { kind?: string; id?: string };
    // Packing the files takes a moment, and many bots never show a record.
    assetsUrl ??= `/assets/${readPageAssets(ASSETS_FOLDER).version}`;
    const url = new URL(request.url ?? "/", "http://page");
    const asked = url.searchParams.get("lang") ?? undefined;
    const language = pageLanguage(asked, request.headers["accept-language"]);
    const nonce = randomBytes(16).toString("base64");
    const page = { language, nonce, assetsUrl, publicUrl };
    const record = parseRecordId(kind, id);
    const sheet = record && buildRecordSheet(record, { view: currentView(), reader: "public", language });
    const html = sheet === undefined ? noRecordPageHtml(url.pathname, page) : recordPageHtml(sheet, page);
    const body = Buffer.from(html);
    response.writeHead(sheet === undefined ? 404 : 200, {
      ...pageHeaders(nonce, { host: request.headers.host, publicUrl }),
      "Content-Language": language,
      "Content-Length": String(body.length),
    });
    response.end(body);
  });
}
