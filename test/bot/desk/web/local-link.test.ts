import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLocalLink } from "../../../../bot/desk/web/local-link.ts";
import { type DeskOfTest, lastActor, startDesk } from "./desk-of-test.ts";

let desk: DeskOfTest;

beforeEach(async () => {
  desk = await startDesk({ hasSignIn: false });
});

afterEach(() => desk.close());

const pathOf = (started: DeskOfTest) =>
  /(\/desk\/enter\?key=\S+) /.exec(started.link?.lineAt(started.url) ?? "")?.[1] ?? "";

async function enter() {
  const seen = await desk.open(pathOf(desk));
  return { ...seen, cookie: `sivuvirta-desk-session=${seen.cookies["sivuvirta-desk-session"]}` };
}

describe("the first-run link", () => {
  test("is one line with an address that opens the desk as the coordinator of this machine", async () => {
    expect(desk.link?.lineAt(desk.url)).toMatch(
      /^Open http:\/\/127\.0\.0\.1:\d+\/desk\/enter\?key=[\w-]{43} to run the desk; the link works once\.$/,
    );
    const entered = await enter();
    expect([entered.status, entered.headers.location]).toEqual([303, "/desk"]);
    expect(entered.setCookies).toEqual([
      expect.stringMatching(
        /^sivuvirta-desk-session=[\w-]{43}; Path=\/desk; Max-Age=28800; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    const home = await desk.open("/desk/sample", { cookie: entered.cookie });
    expect(home.status).toBe(200);
    expect(home.text).toContain("Signed in: on this computer");
    expect(lastActor(desk)).toEqual({ id: "local", name: "", reader: "coordinator", via: "desk" });
    expect(await desk.base.audit.list()).toMatchObject([
      { action: "desk.enter", actor: "local", detail: { by: "first-run link" } },
    ]);
  });

  test("works once; whoever came by it may open it again", async () => {
    const path = pathOf(desk);
    const { cookie } = await enter();
    const second = await desk.open(path);
    expect(second.status).toBe(403);
    expect(second.text).toContain("This link no longer works");
    expect(second.setCookies).toEqual([]);
    expect((await desk.open(path, { cookie })).headers.location).toBe("/desk");
    expect(desk.link?.lineAt(desk.url)).not.toContain("key=");
  });

  test("works for 15 minutes", async () => {
    desk.base.pass(15 * 60_000 - 1);
    expect((await enter()).status).toBe(303);
    const other = await startDesk({ hasSignIn: false });
    other.base.pass(15 * 60_000);
    const { status, setCookies } = await other.open(pathOf(other));
    await other.close();
    expect([status, setCookies]).toEqual([403, []]);
  });

  test.each(["", "?key=", "?key=x", `?key=${"A".repeat(43)}`, "?key[]=x"])(
    "%j opens nothing and uses nothing up",
    async (query) => {
      const { status, setCookies } = await desk.open(`/desk/enter${query}`);
      expect([status, setCookies]).toEqual([403, []]);
      expect((await enter()).status).toBe(303);
    },
  );

  test.each([
    ["a foreign name that points to loopback", { host: "evil.example:3978" }],
    ["a name that begins like loopback", { host: "127.0.0.1.evil.example" }],
    ["a name that is none", { host: "-" }],
    ["a proxy", { headers: { "x-forwarded-for": "203.0.113.7" } }],
    ["a proxy of the standard", { headers: { forwarded: "for=203.0.113.7" } }],
    ["a proxy that names the host", { headers: { "x-forwarded-host": "chat.example.fi" } }],
  ])("is refused to %s, and the session too", async (_, options) => {
    const refused = await desk.open(pathOf(desk), options);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("own computer");
    expect(refused.setCookies).toEqual([]);
    const { cookie } = await enter();
    expect((await desk.open("/desk/sample", { ...options, cookie })).status).toBe(403);
    expect(desk.exchanges).toEqual([]);
    expect((await desk.open("/desk/sample", { cookie })).status).toBe(200);
  });

  test("is refused to an address that is not loopback", () => {
    const key = /key=(\S+)/.exec(desk.link?.lineAt("") ?? "")?.[1] ?? "";
    for (const remoteAddress of ["192.168.1.7", "::ffff:10.0.0.1", "fe80::1", "", undefined]) {
      const request = { headers: { host: "127.0.0.1:3978" }, socket: { remoteAddress } };
      expect(desk.link?.open(request, key)).toBe("elsewhere");
    }
    for (const host of ["localhost:3978", "[::1]:3978", "127.0.0.1"]) {
      const fresh = createLocalLink({ host: "localhost", hasSignIn: false, isProduction: false });
      const own = /key=(\S+)/.exec(fresh?.lineAt("") ?? "")?.[1] ?? "";
      const request = { headers: { host }, socket: { remoteAddress: "::1" } };
      expect(fresh?.open(request, own)).toMatchObject({ session: { isLocal: true } });
    }
  });

  test("is not used up by a browser that fetches ahead", async () => {
    const ahead = await desk.open(pathOf(desk), { headers: { "sec-purpose": "prefetch" } });
    expect([ahead.status, ahead.setCookies]).toEqual([403, []]);
    expect((await enter()).status).toBe(303);
  });

  test("stands in no log line, nor do key and cookie", async () => {
    const key = pathOf(desk).split("=")[1] ?? "";
    const { cookie } = await enter();
    await desk.open(`/desk/enter?key=${key}`);
    await desk.open(`/desk/sample/broken?key=${key}`, { cookie });
    expect(desk.lines.join()).toMatch(/desk\.link-used.*desk\.link-refused.*desk\.failed/);
    for (const secret of [key, cookie.split("=")[1] ?? "", "key="]) {
      expect(desk.lines.join()).not.toContain(secret);
      expect(JSON.stringify(await desk.base.audit.list())).not.toContain(secret);
    }
  });
});

describe("where no link is given out", () => {
  test.each([
    ["in production", { isProduction: true }],
    ["where people sign in", { hasSignIn: true }],
    ["on an address that others reach", { host: "0.0.0.0" }],
    ["on all addresses of the newer kind", { host: "::" }],
    ["on a name of the network", { host: "chat.example.fi" }],
  ])("%s", (_, options) => {
    const given = { host: "127.0.0.1", hasSignIn: false, isProduction: false };
    expect(createLocalLink(given)).toBeDefined();
    expect(createLocalLink({ ...given, ...options })).toBeUndefined();
  });

  test.each([
    ["in production", { isProduction: true }],
    ["on an address that others reach", { listensOn: "0.0.0.0" }],
  ])("the desk is shut %s, also to what was a link", async (_, options) => {
    const used = pathOf(desk);
    const { cookie } = await enter();
    const shut = await startDesk({ hasSignIn: false, ...options });
    for (const path of ["/desk", "/desk/sample", used, "/desk/enter?key=x"]) {
      const { status, text, setCookies } = await shut.open(path, { cookie });
      expect([status, setCookies]).toEqual([403, []]);
      expect(text).toContain("Nobody can sign in here yet");
    }
    await shut.close();
    expect(shut.exchanges).toEqual([]);
  });
});

describe("the session of the link", () => {
  test("ends after eight hours", async () => {
    const { cookie } = await enter();
    desk.base.pass(8 * 3_600_000 - 1000);
    expect((await desk.open("/desk", { cookie })).status).toBe(200);
    desk.base.pass(1000);
    expect((await desk.open("/desk", { cookie })).status).toBe(403);
  });

  test("sends forms from its own page only, and ends by the button", async () => {
    const { cookie } = await enter();
    const form = { csrf: await desk.csrfOf(cookie), text: "a" };
    const path = "/desk/sample/new";
    const foreign: Record<string, string>[] = [
      { origin: `http://localhost:${desk.port}` },
      { origin: `http://127.0.0.1:${desk.port + 1}` },
      { origin: `https://127.0.0.1:${desk.port}` },
      { origin: "null" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      expect((await desk.send(path, { cookie, form, headers })).status).toBe(403);
    }
    expect((await desk.send(path, { cookie, form })).status).toBe(303);
    expect((await desk.send("/desk/leave", { cookie, form: {} })).status).toBe(403);
    const left = await desk.send("/desk/leave", { cookie, form });
    expect(left.text).toContain("You have signed out");
    expect(left.cookies).toEqual({ "sivuvirta-desk-session": "" });
    expect((await desk.open("/desk", { cookie })).status).toBe(403);
  });

  test.each(["", "x", "A".repeat(43)])("is opened by no other cookie, such as %j", async (value) => {
    await enter();
    const { status, text } = await desk.open("/desk", { cookie: `sivuvirta-desk-session=${value}` });
    expect(status).toBe(403);
    expect(text).toContain("Open it with the link that the bot printed");
  });
});
