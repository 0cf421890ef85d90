import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Request, Response, Server } from "restify";
import type { Language } from "../../knowledge/languages.ts";
import { chatPageHtml } from "./chat-page-html.ts";
import { pageHeaders } from "./content-security-policy.ts";
import type { WebChatBundle } from "./fetch-web-chat.ts";
import { mountEmbed } from "./mount-embed.ts";
import { type Asset, encodeAsset, readPageAssets } from "./page-assets.ts";
import { pageLanguage } from "./page-language.ts";
import { privacyPageHtml } from "./privacy-page-html.ts";
import type { PrivacyFacts } from "./privacy-texts-shape.ts";

/** What the pages show and send. */
export interface PagesOptions extends Omit<PrivacyFacts, "hasSignIn"> {
  /** The Web Chat script; `undefined` while it is not there yet. Asked at each request. */
  webChat: () => WebChatBundle | undefined;
  /** Origins of sites that may show the pages in a frame. @default {none} */
  embeddingOrigins?: readonly string[];
  /** Origin in the addresses of pictures, where it is not the one the page is opened at. @default the page's */
  publicUrl?: string | undefined;
  /**
   * Shows the links `/sign-in` and `/sign-out` on the bot's own page, and asks `/sign-in/status` for the role. These
   * routes are another part's. @default {false}
   */
  signIn?: boolean;
}

/** Writes a page in the language and with the nonce of one response. */
type WritePage = (page: { language: Language; nonce: string }) => string;

/** Our own scripts, style sheet and icon. */
const ASSETS_FOLDER = fileURLToPath(new URL("./assets/", import.meta.url));

/** Letters of the script's hash that stand in its address. */
const VERSION_CHARS = 16;

/**
 * Serves the chat page at `/`, the privacy page at `/privacy`, what they load at `/assets/{version}/{name}`, and the
 * script that puts the chat on other sites at `/embed.js`; `/?embedded=1` is the inside of its panel.
 *
 * @param server The server; needs no plugins.
 * @param options See {@link PagesOptions}.
 *
 * @example
 * ```ts
 * mountPages(server, { webChat: () => bundle, retentionDays: 30, usesChatModel: false });
 * ```
 */
export function mountPages(server: Server, options: PagesOptions): void {
  const assets = readPageAssets(ASSETS_FOLDER);
  const assetsUrl = `/assets/${assets.version}`;
  const sendPage = pageSender(options);

  server.get("/", async (request: Request, response: Response) => {
    const bundle = options.webChat();
    const webChatUrl = bundle && `/assets/${webChatVersion(bundle)}/webchat.js`;
    const embeddingOrigins =
      queryOf(request).get("embedded") === "1" ? (options.embeddingOrigins ?? []) : undefined;
    const hasSignIn = options.signIn;
    sendPage(request, response, (page) =>
      chatPageHtml({ ...page, assetsUrl, webChatUrl, embeddingOrigins, hasSignIn }),
    );
  });

  server.get("/privacy", async (request: Request, response: Response) => {
    sendPage(request, response, (page) =>
      privacyPageHtml({ ...page, ...options, assetsUrl, hasSignIn: options.signIn }),
    );
  });

  server.get("/assets/:version/:name", async (request: Request, response: Response) => {
    const { version, name } = request.params as { version: string; name: string };
    const bundle = options.webChat();
    const own = version === assets.version ? assets.byName.get(name) : undefined;
    const isWebChat = bundle && name === "webchat.js" && version === webChatVersion(bundle);
    sendAsset(request, response, isWebChat ? webChatAsset(bundle) : own);
  });

  mountEmbed(server);
}

/** Returns a function that sends a page in the language of the browser, with a nonce of its own. */
function pageSender({ embeddingOrigins, publicUrl }: PagesOptions) {
  return (request: Request, response: Response, write: WritePage): void => {
    const nonce = randomBytes(16).toString("base64");
    const asked = queryOf(request).get("lang") ?? undefined;
    const language = pageLanguage(asked, request.headers["accept-language"]);
    const body = Buffer.from(write({ language, nonce }));
    response.writeHead(200, {
      ...pageHeaders(nonce, { host: request.headers.host, embeddingOrigins, publicUrl }),
      "Content-Language": language,
      "Content-Length": String(body.length),
    });
    response.end(body);
  };
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.url ?? "/", "http://page").searchParams;
}

function sendAsset(request: Request, response: Response, asset: Asset | undefined): void {
  if (!asset) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
    response.end("Not found\n");
    return;
  }
  const { headers, body } = encodeAsset(asset, String(request.headers["accept-encoding"] ?? ""));
  response.writeHead(200, headers);
  response.end(body);
}

function webChatVersion(bundle: WebChatBundle): string {
  return bundle.sha256.slice(0, VERSION_CHARS);
}

function webChatAsset(bundle: WebChatBundle): Asset {
  return { contentType: "text/javascript; charset=utf-8", ...bundle };
}
