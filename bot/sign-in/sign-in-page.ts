import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../../knowledge/languages.ts";
import { pageHeaders } from "../web/content-security-policy.ts";
import { escapeHtml } from "../web/escape-html.ts";
import { pageLanguage } from "../web/page-language.ts";
import { type PageWords, SIGN_IN_TEXTS, type SignInTexts } from "./sign-in-texts.ts";

/** One page of the sign-in, in words of the person's language. */
export interface SignInPage {
  status: number;
  /** Headers beside those of every page. */
  headers?: Record<string, string | readonly string[]>;
  write: (texts: SignInTexts) => SignInPageParts;
}

/** What stands on a page, from top to bottom; plain text, escaped here. */
export interface SignInPageParts {
  words: PageWords;
  /** Under which the log tells more. */
  reference?: { label: string; id: string };
  /** A button that posts to `action`. */
  form?: { action: string; button: string };
  links?: readonly { href: string; text: string }[];
}

/** Enough to be read; the page loads nothing. */
const STYLE = `:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1.05rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }
button { font: inherit; padding: 0.6rem 1.2rem; min-height: 2.75rem; }`;

/**
 * Sends a page in the language of the browser.
 *
 * @param request Its `Accept-Language` decides the language.
 * @param response Not begun yet.
 * @param page See {@link SignInPage}.
 */
export function sendSignInPage(request: IncomingMessage, response: ServerResponse, page: SignInPage): void {
  const language = pageLanguage(undefined, request.headers["accept-language"]);
  const nonce = randomBytes(16).toString("base64");
  const parts = page.write(SIGN_IN_TEXTS[language]);
  const body = Buffer.from(pageHtml(parts, { language, nonce }));
  const headers = {
    ...pageHeaders(nonce, { host: undefined }),
    ...(parts.form ? headersOfForm(nonce) : {}),
    "Content-Language": language,
    "Content-Length": String(body.length),
  };
  for (const [name, value] of Object.entries({ ...headers, ...page.headers }))
    response.setHeader(name, value);
  response.writeHead(page.status);
  response.end(body);
}

/** Lets the page post to its own origin, and tell that origin that it was this page. */
function headersOfForm(nonce: string): Record<string, string> {
  const policy = pageHeaders(nonce, { host: undefined })["Content-Security-Policy"] ?? "";
  return {
    "Content-Security-Policy": policy.replace("form-action 'none'", "form-action 'self'"),
    "Referrer-Policy": "same-origin",
  };
}

function pageHtml(
  { words, reference, form, links = [] }: SignInPageParts,
  { language, nonce }: { language: Language; nonce: string },
): string {
  const title = escapeHtml(words.title);
  const lines = [
    `<h1>${title}</h1>`,
    `<p>${escapeHtml(words.advice)}</p>`,
    ...(reference ? [`<p>${escapeHtml(reference.label)}: <code>${escapeHtml(reference.id)}</code></p>`] : []),
    ...(form
      ? [
          `<form method="post" action="${escapeHtml(form.action)}"><button>${escapeHtml(form.button)}</button></form>`,
        ]
      : []),
    ...links.map(({ href, text }) => `<p><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`),
    '<p><a href="/">Sivuvirta</a></p>',
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title} – Sivuvirta</title>
  <style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
  ${lines.join("\n  ")}
</main>
</body>
</html>
`;
}
