import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DeskOfTest, PUBLIC_URL, startDesk } from "./desk-of-test.ts";

let desk: DeskOfTest;
let kaisa: string;
let csrf: string;

beforeEach(async () => {
  desk = await startDesk();
  kaisa = await desk.cookieOf("coordinator", { person: { subject: "a1", name: "Kaisa" } });
  csrf = await desk.csrfOf(kaisa);
  desk.exchanges.length = 0;
});

afterEach(() => desk.close());

const save = (options: Parameters<DeskOfTest["send"]>[1]) =>
  desk.send("/desk/sample/new", { cookie: kaisa, ...options });

describe("a form", () => {
  test("of the page reaches its route, without the token, and leads on", async () => {
    const { status, headers } = await save({ form: { csrf, text: "höyry & <b>", empty: "" } });
    expect([status, headers.location]).toEqual([303, "/desk/sample"]);
    const [exchange] = desk.exchanges;
    expect(exchange && [...exchange.form]).toEqual([
      ["text", "höyry & <b>"],
      ["empty", ""],
    ]);
  });

  test("is refused without the token, with a wrong one, with two, and with that of another session", async () => {
    const erik = await desk.cookieOf("coordinator", { person: { subject: "b2" } });
    const wrong = [
      "text=a",
      "text=a&csrf=",
      `text=a&csrf=${csrf}x`,
      `text=a&csrf=${csrf}&csrf=${csrf}`,
      `text=a&csrf=${await desk.csrfOf(erik)}`,
      `text=a&csrf[]=${csrf}`,
    ];
    desk.exchanges.length = 0;
    for (const body of wrong) expect((await save({ body })).status).toBe(403);
    const inQuery = await desk.send(`/desk/sample/new?csrf=${csrf}`, { cookie: kaisa, body: "text=a" });
    expect(inQuery.status).toBe(403);
    expect(desk.exchanges).toEqual([]);
    expect((await save({ body: `text=a&csrf=${csrf}` })).status).toBe(303);
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }],
    ["the same host without TLS", { origin: "http://chat.example.fi" }],
    ["another port", { origin: "https://chat.example.fi:8443" }],
    ["a host that begins the same", { origin: "https://chat.example.fi.evil.example" }],
    ["no origin to tell", { origin: "null" }],
    ["another site, by the browser", { "sec-fetch-site": "cross-site" }],
    ["another host of the site, by the browser", { "sec-fetch-site": "same-site" }],
    ["loopback", { origin: "http://127.0.0.1:3978" }],
  ])("from %s is refused even with the right token", async (_, headers) => {
    const { status, text } = await save({ form: { csrf, text: "a" }, headers });
    expect(status).toBe(403);
    expect(text).toContain("The form was not sent from this page");
    expect(desk.exchanges).toEqual([]);
  });

  test("without an origin is refused, and one from a browser that tells only the origin is taken", async () => {
    const body = `csrf=${csrf}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const options = { method: "POST", cookie: kaisa, body };
    expect((await desk.open("/desk/sample/new", { ...options, headers })).status).toBe(403);
    const told = { ...headers, origin: PUBLIC_URL };
    expect((await desk.open("/desk/sample/new", { ...options, headers: told })).status).toBe(303);
  });

  test.each([
    ["application/json", '{"csrf":"x"}', 415],
    ["text/plain", "csrf=x", 415],
    ["multipart/form-data; boundary=x", "--x\r\n\r\n--x--", 415],
    ["application/x-www-form-urlencodedx", "csrf=x", 415],
    ["", "csrf=x", 415],
    ["application/x-www-form-urlencoded", `text=${"x".repeat(64 * 1024)}`, 413],
    ["application/x-www-form-urlencoded", `text=${"%".repeat(3)}&csrf=%zz`, 403],
    ["application/x-www-form-urlencoded", "", 403],
    ["application/json", "{", 400],
  ])("of type %j is answered with %#", async (type, body, status) => {
    const seen = await save({ body, headers: { "content-type": type } });
    expect(seen.status).toBe(status);
    expect(desk.exchanges).toEqual([]);
  });

  test("of nearly 64 KB is taken", async () => {
    const text = "x".repeat(64 * 1024 - 200);
    expect((await save({ form: { csrf, text } })).status).toBe(303);
    expect(desk.exchanges[0]?.form.get("text")).toBe(text);
  });

  test("to an address that takes none is answered with 405, and where nothing is with 404", async () => {
    const form = { csrf };
    expect((await desk.send("/desk/sample", { cookie: kaisa, form })).status).toBe(405);
    expect((await desk.send("/desk", { cookie: kaisa, form })).status).toBe(405);
    expect((await desk.send("/desk/nothing", { cookie: kaisa, form })).status).toBe(404);
    expect((await desk.send("/desk/leave", { cookie: kaisa, form })).status).toBe(404);
  });
});

describe("after a form", () => {
  const doneCookie = (cookies: Record<string, string>) =>
    `${kaisa}; __Host-sivuvirta-desk-done=${cookies["__Host-sivuvirta-desk-done"]}`;

  test("the next page shows once what was done", async () => {
    const saved = await save({ form: { csrf, text: "<i>" } });
    expect(saved.setCookies[0]).toMatch(
      /^__Host-sivuvirta-desk-done=[\w.-]+; Path=\/; Max-Age=60; HttpOnly; Secure; SameSite=Strict$/,
    );
    const next = await desk.open("/desk/sample", { cookie: doneCookie(saved.cookies) });
    expect(next.text).toContain(
      '<p class="desk-done" role="status">Saved &quot;&lt;i&gt;&quot; &lt;b&gt;ä</p>',
    );
    expect(next.cookies).toEqual({ "__Host-sivuvirta-desk-done": "" });
    const after = await desk.open("/desk/sample", { cookie: kaisa });
    expect(after.text).not.toContain("desk-done");
  });

  test("the sentence of another session, of a minute ago, or changed is not shown, but taken away", async () => {
    const saved = await save({ form: { csrf, text: "a" } });
    const value = saved.cookies["__Host-sivuvirta-desk-done"] ?? "";
    const erik = await desk.cookieOf("coordinator", { person: { subject: "b2" } });
    const [payload = "", signature] = value.split(".");
    const forged = Buffer.from(JSON.stringify({ sentence: "Call +358", until: 9e15 })).toString("base64url");
    const tries: [string, string][] = [
      [erik, value],
      [kaisa, `${forged}.${signature}`],
      [kaisa, payload],
      [kaisa, `${value}.x`],
      [kaisa, "x"],
    ];
    for (const [person, cookie] of tries) {
      const seen = await desk.open("/desk/sample", {
        cookie: `${person}; __Host-sivuvirta-desk-done=${cookie}`,
      });
      expect(seen.status).toBe(200);
      expect(seen.text).not.toMatch(/desk-done|Call/);
      expect(seen.cookies).toEqual({ "__Host-sivuvirta-desk-done": "" });
    }
    desk.base.pass(60_000);
    expect((await desk.open("/desk/sample", { cookie: doneCookie(saved.cookies) })).text).not.toContain(
      "desk-done",
    );
  });

  test("a sentence of any length fits into a cookie that browsers keep", async () => {
    const { setCookies } = await save({ form: { csrf, text: "\u{1f600}".repeat(2000) } });
    expect(setCookies[0]?.length).toBeLessThan(4000);
  });

  test.each([
    "https://evil.example/desk",
    "//evil.example/desk",
    "/sign-out",
    "/desk/../sign-out",
    "/desk/%2e%2e/sign-out",
    "/desktop",
    "/desk\\evil",
    "/desk/\r\nx: y",
    "javascript:alert(1)",
    "",
  ])("nobody is led to %j", async (to) => {
    const { status, headers } = await save({ form: { csrf, to } });
    expect(status).toBe(500);
    expect(headers.location).toBeUndefined();
  });

  test.each(["/desk", "/desk/sample/7?a=b#c", "/desk?x=1"])("people are led to %j", async (to) => {
    expect((await save({ form: { csrf, to } })).headers.location).toBe(to);
  });
});
