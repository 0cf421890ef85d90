import { randomBytes } from "node:crypto";
import type { Response } from "restify";
import type { Language } from "../../knowledge/languages.ts";
import { pageHeaders } from "./content-security-policy.ts";
import { escapeHtml } from "./escape-html.ts";
import { FILE_PROBLEM_TEXTS, type FileProblem } from "./file-problem-texts.ts";

const STATUS: Record<FileProblem, number> = { expired: 410, invalid: 404, failed: 500 };

/** Enough to be read; the page loads nothing, for it may stand where the other assets are not served. */
const STYLE = `:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1.05rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; }`;

/**
 * Sends the page that tells why there is no file, and what to do.
 *
 * @param response Not begun yet.
 * @param options.problem Decides status and words.
 * @param options.language Language of the page.
 */
export function sendFileProblem(
  response: Response,
  { problem, language }: { problem: FileProblem; language: Language },
): void {
  const nonce = randomBytes(16).toString("base64");
  const body = Buffer.from(fileProblemHtml(FILE_PROBLEM_TEXTS[language][problem], { language, nonce }));
  response.writeHead(STATUS[problem], {
    ...pageHeaders(nonce, { host: undefined }),
    "Content-Language": language,
    "Content-Length": String(body.length),
  });
  response.end(body);
}

function fileProblemHtml(
  { title, advice }: { title: string; advice: string },
  { language, nonce }: { language: Language; nonce: string },
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${escapeHtml(title)} – Sivuvirta</title>
  <style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
  <h1>${escapeHtml(title)}</h1>
  <p>${escapeHtml(advice)}</p>
  <p><a href="/">Sivuvirta</a></p>
</main>
</body>
</html>
`;
}
