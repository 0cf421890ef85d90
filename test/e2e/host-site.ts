import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrameLocator, Page } from "playwright-core";
import { isOnline } from "./chat-suite.ts";

/** What a page of the site is to be like. */
export interface HostPage {
  /** Address of the assistant. */
  botUrl: string;
  /** Language of the page. @default {"en"} */
  lang?: string;
  /** Attributes of the script tag. @default {none} */
  attributes?: string;
  /** Custom properties of the page. @default {none} */
  css?: string;
  /** How many times the script tag stands there. @default {1} */
  tags?: number;
}

/** A site of somebody else, with a strict Content-Security-Policy and rules of its own for buttons. */
export interface HostSite {
  origin: string;
  /** Address of a page. */
  page(wanted: HostPage): string;
  close(): Promise<void>;
}

/**
 * Starts a site whose pages hold the chat button. Its name is another than the assistant's, so that browsers take the
 * frame for that of a third party.
 */
export async function startHostSite(): Promise<HostSite> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://host");
    const wanted = JSON.parse(searchParams.get("page") ?? "{}") as HostPage;
    const nonce = "d2F0ZXI=";
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; script-src ${wanted.botUrl}; frame-src ${wanted.botUrl}; style-src 'nonce-${nonce}'; img-src data:`,
      "Referrer-Policy": "no-referrer",
    });
    response.end(html(wanted, nonce));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (wanted) => `${origin}/?page=${encodeURIComponent(JSON.stringify(wanted))}`,
    close: () => close(server),
  };
}

/** The button on a page of the site. */
export const buttonOf = (page: Page) => page.locator("sivuvirta-chat .launcher");

/** What the button opens. */
export const panelOf = (page: Page) => page.locator("sivuvirta-chat dialog");

/** The chat inside the panel. */
export const frameOf = (page: Page): FrameLocator => page.frameLocator("sivuvirta-chat iframe");

/** Presses the button and waits until one can ask. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await buttonOf(page).click();
  await isOnline(frameOf(page));
  return frameOf(page);
}

function html({ botUrl, lang = "en", attributes = "", css = "", tags = 1 }: HostPage, nonce: string): string {
  const tag = `<script src="${botUrl}/embed.js" ${attributes} async></script>`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A park</title><link rel="icon" href="data:,">
<style nonce="${nonce}">:root { ${css} } button { background: hotpink !important; font-size: 60px; }</style>
${tag.repeat(tags)}
</head>
<body><main><h1>A park</h1><p>Words of the park.</p><a href="#news" id="news">News</a></main></body>
</html>`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
