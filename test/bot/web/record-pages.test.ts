import type { AddressInfo } from "node:net";
import restify, { type Server } from "restify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { mountPages } from "../../../bot/web/pages.ts";
import { mountRecordPages } from "../../../bot/web/record-pages.ts";
import { accessibilityFaults, startBrowser, watchPage } from "../../support/browser.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../support/guarded-knowledge.ts";
import { askFiles, openOwnKnowledge } from "../../support/own-index.ts";

let server: Server;
let url: string;
let view: KnowledgeView;
let own: KnowledgeView;

beforeAll(async () => {
  own = await openOwnKnowledge();
  view = own;
  server = restify.createServer();
  mountPages(server, { webChat: () => undefined, retentionDays: 14, usesChatModel: false });
  mountRecordPages(server, { currentView: () => view, publicUrl: "https://chat.example.fi" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function open(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, { headers });
  return { response, html: await response.text() };
}

describe("GET /records/…", () => {
  test.each([
    ["fi", "Lentotuhka", "Sivuvirta", "22 000 t vuodessa", "Kysy tästä Sivuvirralta"],
    ["sv", "Flygaska", "Sidoström", "22 000 t per år", "Fråga Sivuvirta om det här"],
    ["en", "Fly ash", "Side stream", "22,000 t a year", "Ask Sivuvirta about this"],
  ])("shows a stream in %s", async (language, title, kind, amount, ask) => {
    const { response, html } = await open(`/records/streams/SS007?lang=${language}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-language")).toBe(language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${title} – Sivuvirta</title>`);
    expect(html).toContain(`<p class="record-kind">${kind}</p>`);
    expect(html).toContain(`<meta property="og:title" content="${title}">`);
    expect(html).toMatch(/<meta name="description" content="22.000 t · Kemi/);
    expect(html).toContain(
      `<link rel="canonical" href="https://chat.example.fi/records/streams/SS007?lang=${language}">`,
    );
    expect(html.replaceAll("\u00a0", " ")).toContain(`<dd>${amount}</dd>`);
    expect(html).toContain(`<a href="/records/parks/kemi-tornio?lang=${language}">`);
    expect(html).toContain(`<a href="/?lang=${language}">${ask}</a>`);
    expect(html).toMatch(
      /<li id="source-1"><a href="https:\/\/www\.slideshare\.net\/[^"]+" rel="noopener">.*\(2018\)/,
    );
    for (const other of ["fi", "sv", "en"])
      expect(html).toContain(`href="/records/streams/SS007?lang=${other}"`);
  });

  test.each(["companies/boliden-kokkola", "parks/kokkola-industrial-park", "faq/nine-steps"])(
    "shows %s in the language of the browser",
    async (path) => {
      const { response, html } = await open(`/records/${path}`, { "accept-language": "sv-FI,sv;q=0.9" });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-language")).toBe("sv");
      expect(html).toContain('<ol class="record-sources">\n    <li id="source-1">');
    },
  );

  test("marks the figures of a park with their sources, which are all there", async () => {
    const { html } = await open("/records/parks/kokkola-industrial-park?lang=en");
    const marks = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, at]) => Number(at));
    expect(marks.length).toBeGreaterThan(20);
    for (const at of new Set(marks)) expect(html).toContain(`<li id="source-${at}">`);
    expect(html).toContain("<dt>Contact details</dt>");
  });

  test("has a strict policy, needs no script, and its style sheets are served", async () => {
    const { response, html } = await open("/records/faq/fiss?lang=fi");
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(html).not.toMatch(/<script|<style|\son\w+=|\sstyle=/);
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)" nonce="([^"]+)">/g)];
    expect(sheets).toHaveLength(3);
    for (const [, href = "", own] of sheets) {
      expect(own).toBe(nonce);
      expect((await fetch(url + href)).status).toBe(200);
    }
    const again = await open("/records/faq/fiss?lang=fi");
    expect(again.response.headers.get("content-security-policy")).not.toBe(policy);
  });

  test("fits a phone and a desk, light and dark, without accessibility faults or requests to others", async () => {
    const browser = await startBrowser();
    try {
      for (const [path, width, colorScheme] of [
        ["streams/SS007?lang=fi", 390, "light"],
        ["parks/kokkola-industrial-park?lang=sv", 390, "dark"],
        ["parks/kokkola-industrial-park?lang=sv", 1280, "light"],
        ["faq/where-to-locate?lang=en", 1280, "dark"],
      ] as const) {
        const page = await browser.newPage({ viewport: { width, height: 844 }, colorScheme });
        const problems = watchPage(page, url);
        await page.goto(`${url}/records/${path}`);
        expect(await accessibilityFaults(page), path).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
        expect(problems).toEqual({ errors: [], consoleErrors: [], externalRequests: [] });
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }, 90_000);

  test.each([
    "/records/streams/SS999",
    "/records/streams/ss007",
    "/records/streams/SS007%00",
    "/records/streams/%3Cscript%3E",
    "/records/exchanges/kemi",
    "/records/constructor/name",
    "/records/parks/..%2f..%2fetc",
    "/records/faq/__proto__",
  ])("has nothing at %s", async (path) => {
    for (const [language, title] of [
      ["fi", "Sivua ei löytynyt"],
      ["sv", "Sidan hittades inte"],
      ["en", "Page not found"],
    ] as const) {
      const { response, html } = await open(path, { "accept-language": language });
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("content-language")).toBe(language);
      expect(html).toContain(`<h1>${title}</h1>`);
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toContain("<script");
    }
  });

  test("answers for a hidden record as for none", async () => {
    view = (await askFiles(GUARDED_KNOWLEDGE)).view;
    try {
      const same = async (path: string) => {
        const { response, html } = await open(path);
        return [response.status, html.replaceAll(path, "PATH").replace(/nonce="[^"]+"/g, "")];
      };
      const none = await same("/records/streams/SS999");
      for (const path of [
        "/records/streams/SS903",
        "/records/streams/SS904",
        "/records/companies/zephyr-oy",
        "/records/parks/quagga-park",
        "/records/faq/cost-zephyr",
      ]) {
        expect(await same(path)).toEqual(none);
      }
      const { response, html } = await open("/records/parks/harbour-park?lang=fi");
      expect(response.status).toBe(200);
      expect(html).toContain("Paula Puro");
      for (const secret of Object.values(SECRETS)) expect(html).not.toMatch(secret);
    } finally {
      view = own;
    }
  });
});
