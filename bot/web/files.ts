import type { Request, Response, Server } from "restify";
import type { Language } from "../../knowledge/languages.ts";
import { runInBackground } from "../background/run-in-background.ts";
import type { ExportSheet } from "../exports/export-sheet.ts";
import { attachmentHeader } from "../exports/file-name.ts";
import { LINK_KINDS, parseDownloadRequest, parseDrawing } from "../links/link-payloads.ts";
import type { LinkSigner } from "../links/link-signer.ts";
import { describeError, type Log } from "../log.ts";
import type { DownloadRequest } from "../reply/download-request.ts";
import { sendFileProblem } from "./file-problem-page.ts";
import type { FileProblem } from "./file-problem-texts.ts";
import { pageLanguage } from "./page-language.ts";

/** What the addresses of files need. */
export interface FilesOptions {
  /** The one that signed the links. */
  signer: LinkSigner;
  /**
   * Makes the sheet of a download, from the knowledge of now and for the rank of `request.reader`; `undefined` when
   * the query cannot be read any more. May throw: that is logged and told as a failure.
   */
  createSheet: (request: DownloadRequest) => ExportSheet | undefined | Promise<ExportSheet | undefined>;
  log: Log;
}

/** A file that goes out. */
interface SentFile {
  contentType: string;
  body: Uint8Array;
  headers: Record<string, string>;
}

/** A file, or why there is none. */
type Outcome = SentFile | { problem: FileProblem };

/** Browsers keep a picture for a day; its address says all that is in it. */
const PICTURE_AGE_IN_S = 86_400;

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Serves pictures at `/files/picture?t=…` and downloads at `/files/export?t=…`, to `GET` and `HEAD`.
 *
 * Who has the signed link may fetch the file. A link that is too old gets 410, any other that is not ours 404, as a
 * short page in the language of the browser.
 *
 * @param server The server; needs no plugins.
 * @param options See {@link FilesOptions}.
 *
 * @example
 * ```ts
 * mountFiles(server, { signer, createSheet: (request) => sheetOf(knowledge.view, request), log });
 * ```
 */
export function mountFiles(server: Server, options: FilesOptions): void {
  const routes = { "/files/picture": createPicture, "/files/export": createExport };
  for (const [path, create] of Object.entries(routes)) {
    const answer = async (request: Request, response: Response) => {
      const language = pageLanguage(undefined, request.headers["accept-language"]);
      const outcome = await createSafely(() => create(tokenOf(request), options), { log: options.log, path });
      if (response.destroyed) return;
      if ("problem" in outcome) sendFileProblem(response, { ...outcome, language });
      else sendFile(response, outcome);
    };
    server.get(path, answer);
    server.head(path, answer);
  }
}

/** The token is looked at as it is, for it is no name and no number. */
function tokenOf(request: Request): string {
  return new URL(request.url ?? "/", "http://files").searchParams.get("t") ?? "";
}

async function createSafely(
  create: () => Promise<Outcome>,
  { log, path }: { log: Log; path: string },
): Promise<Outcome> {
  try {
    return await create();
  } catch (error) {
    log.error("file.failed", { path, ...describeError(error) });
    return { problem: "failed" };
  }
}

async function createPicture(token: string, { signer }: FilesOptions): Promise<Outcome> {
  const verdict = signer.verify(token, LINK_KINDS.picture);
  if ("failure" in verdict) return { problem: verdict.failure };
  const drawing = parseDrawing(verdict.payload);
  if (!drawing) return { problem: "invalid" };
  return {
    contentType: "image/png",
    body: await runInBackground("drawPicture", drawing),
    headers: {
      "Cache-Control": `private, max-age=${PICTURE_AGE_IN_S}, immutable`,
      "Content-Language": drawing.language,
      // The chat may stand in the page of another site.
      "Cross-Origin-Resource-Policy": "cross-origin",
    },
  };
}

async function createExport(token: string, { signer, createSheet }: FilesOptions): Promise<Outcome> {
  const verdict = signer.verify(token, LINK_KINDS.export);
  if ("failure" in verdict) return { problem: verdict.failure };
  const request = parseDownloadRequest(verdict.payload);
  const sheet = request && (await createSheet(request));
  if (!request || !sheet) return { problem: "invalid" };
  return {
    ...(await writeSheet(sheet, request)),
    headers: {
      "Cache-Control": "no-store",
      "Content-Disposition": attachmentHeader(sheet.name, request.format),
      "Content-Language": request.language,
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  };
}

async function writeSheet(
  sheet: ExportSheet,
  { format, language }: { format: DownloadRequest["format"]; language: Language },
): Promise<Pick<SentFile, "contentType" | "body">> {
  if (format === "xlsx") return { contentType: XLSX_TYPE, body: await runInBackground("writeXlsx", sheet) };
  const body = await runInBackground("writeCsv", [sheet, language]);
  return { contentType: "text/csv; charset=utf-8; header=present", body };
}

function sendFile(response: Response, { contentType, body, headers }: SentFile): void {
  response.writeHead(200, {
    "Content-Type": contentType,
    "Content-Length": String(body.length),
    // A file that is opened by itself runs nothing and is shown in no frame.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    ...headers,
  });
  response.end(body);
}
