import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ExportSheet } from "../../../bot/exports/export-sheet.ts";
import { createFileLinks } from "../../../bot/links/create-file-links.ts";
import { LinkSigner } from "../../../bot/links/link-signer.ts";
import { createLog } from "../../../bot/log.ts";
import type { DownloadRequest } from "../../../bot/reply/download-request.ts";
import { createBotServer, httpServerOf } from "../../../bot/server.ts";
import { mountFiles } from "../../../bot/web/files.ts";
import { barsOfTest } from "../../support/drawings.ts";

const SHEET: ExportSheet = {
  name: "Sivuvirrat Äänekoski",
  columns: [{ title: "Nimi" }, { title: "t", isNumber: true }],
  rows: [["Tuhka", 12.5]],
};
const REQUEST: DownloadRequest = {
  table: "streams",
  query: {},
  format: "csv",
  language: "fi",
  reader: "public",
};

let now = 0;
let url = "";
let lines: string[] = [];
let asked: DownloadRequest[] = [];
let createSheet: (request: DownloadRequest) => ExportSheet | undefined;
let close: () => Promise<void>;
const signer = new LinkSigner("a secret of the tests, long enough", { now: () => now });
const links = () => createFileLinks({ signer, baseUrl: url });

beforeEach(async () => {
  now = 1_000_000;
  lines = [];
  asked = [];
  createSheet = (request) => {
    asked.push(request);
    return SHEET;
  };
  const log = createLog({ write: (line) => lines.push(line), level: "debug" });
  const mount = (target: Parameters<typeof mountFiles>[0]) =>
    mountFiles(target, { signer, log, createSheet: (request) => createSheet(request) });
  const server = createBotServer({ mounts: [mount], isReady: () => ({ ready: true }), log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  close = () => {
    httpServerOf(server).closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
});

afterEach(() => close());

describe("GET /files/picture", () => {
  test("sends a PNG that pages of other origins may show and browsers may keep", async () => {
    const response = await fetch(links().pictureUrl(barsOfTest(3)));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toMatch(/^private, max-age=\d+/);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const body = Buffer.from(await response.arrayBuffer());
    expect(body.subarray(1, 4).toString()).toBe("PNG");
    expect(response.headers.get("content-length")).toBe(String(body.length));
  });

  test("HEAD sends the same headers and no body", async () => {
    const response = await fetch(links().pictureUrl(barsOfTest(3)), { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1000);
    expect(await response.text()).toBe("");
  });

  test.each([
    ["fi", "Linkki on vanhentunut", "keskustelussa"],
    ["sv", "Länken är för gammal", "chatten"],
    ["en", "This link has expired", "chat"],
  ])(
    "a link of 30 days ago is 410, with a page in %s that tells what to do",
    async (language, title, advice) => {
      const link = links().pictureUrl(barsOfTest(3));
      now += 30 * 24 * 3_600_000;
      const response = await fetch(link, { headers: { "accept-language": language } });
      expect(response.status).toBe(410);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const html = await response.text();
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).toContain(advice);
    },
  );

  test.each(["", "?t=", "?t=x.y", "?t=%00", "?t=<script>", "?t=%E0%A4%A"])(
    "forged %j is 404",
    async (query) => {
      const response = await fetch(`${url}/files/picture${query}`);
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(html).toContain("This link does not work");
      expect(html).not.toContain("<script>");
    },
  );

  test("a link to a download is none to a picture, and the other way round", async () => {
    const { pictureUrl, exportUrl } = links();
    expect((await fetch(exportUrl(REQUEST).replace("/export", "/picture"))).status).toBe(404);
    expect((await fetch(pictureUrl(barsOfTest(1)).replace("/picture", "/export"))).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

describe("GET /files/export", () => {
  test("sends CSV as a file that nobody keeps", async () => {
    const response = await fetch(links().exportUrl(REQUEST));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const disposition = response.headers.get("content-disposition");
    expect(disposition).toContain('filename="sivuvirrat-aanekoski.csv"');
    expect(disposition).toContain("filename*=UTF-8''Sivuvirrat%20%C3%84%C3%A4nekoski.csv");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString("utf8")).toBe('\ufeffNimi;t\r\nTuhka;"12,5"\r\n');
    expect(asked).toEqual([REQUEST]);
  });

  test("sends XLSX that opens, to HEAD its headers", async () => {
    const link = links().exportUrl({ ...REQUEST, format: "xlsx" });
    const response = await fetch(link);
    expect(response.headers.get("content-type")).toContain("spreadsheetml.sheet");
    expect(response.headers.get("content-disposition")).toContain('.xlsx"');
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows[1]).toEqual(["Tuhka", 12.5]);
    expect((await fetch(link, { method: "HEAD" })).headers.get("content-disposition")).toContain(".xlsx");
  });

  test("is 410 after 60 minutes, and nothing is looked up", async () => {
    const link = links().exportUrl(REQUEST);
    now += 3_599_000;
    expect((await fetch(link)).status).toBe(200);
    now += 1000;
    expect((await fetch(link)).status).toBe(410);
    expect(asked).toHaveLength(1);
  });

  test("a query that cannot be read any more is 404", async () => {
    createSheet = () => undefined;
    expect((await fetch(links().exportUrl(REQUEST))).status).toBe(404);
  });

  test("a failure is 500 without a word of the inside, and logged without the token", async () => {
    createSheet = () => {
      throw new Error("inner detail");
    };
    const link = links().exportUrl(REQUEST);
    const response = await fetch(link, { headers: { "accept-language": "sv" } });
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain("Filen kunde inte göras");
    expect(html).not.toContain("inner detail");
    expect(lines.join()).toContain("inner detail");
    expect(lines.join()).not.toContain(new URL(link).searchParams.get("t"));
  });

  test("other methods are refused", async () => {
    expect((await fetch(links().exportUrl(REQUEST), { method: "POST" })).status).toBe(405);
  });
});
