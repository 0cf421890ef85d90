import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDeskServer } from "../../../../bot/desk/web/create-desk-server.ts";
import { type DeskOfTest, startDesk } from "./desk-of-test.ts";

const KAISA = { subject: "a1", name: "Kaisa <Ranta>" };

let desk: DeskOfTest;
let kaisa: string;

beforeEach(async () => {
  desk = await startDesk();
  kaisa = await desk.cookieOf("coordinator", { person: KAISA });
});

afterEach(() => desk.close());

describe("pages", () => {
  test("run nothing, stand in no frame and are kept nowhere", async () => {
    const { headers } = await desk.open("/desk", { cookie: kaisa });
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(headers["set-cookie"]).toBeUndefined();
  });

  test("escape what sections give as title", async () => {
    const { text } = await desk.open("/desk/sample", { cookie: kaisa });
    expect(text).toContain("<h1>Everybody &lt;b&gt;</h1>");
    expect(text).toContain("<title>Everybody &lt;b&gt; – ");
    expect(text).toContain('<a href="/desk/sample" aria-current="page">Sample');
  });

  test("load style sheets and icon from addresses that may be kept for good, without a session", async () => {
    const { text } = await desk.open("/desk", { cookie: kaisa });
    const addresses = [...text.matchAll(/(?:href|src)="(\/desk\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(new Set(addresses.map((path) => path?.split("/").at(-1)))).toEqual(
      new Set(["icon.svg", "page.css", "desk.css"]),
    );
    for (const path of addresses) {
      const { status, headers } = await desk.open(path ?? "");
      expect(status).toBe(200);
      expect(headers["cache-control"]).toContain("immutable");
    }
    const old = (addresses[0] ?? "").replace(/assets\/[0-9a-f]+/, "assets/0123");
    expect((await desk.open(old)).status).toBe(404);
    const aside = (addresses[0] ?? "").replace(/[^/]+$/, "..%2fdesk.css");
    expect((await desk.open(aside, { cookie: kaisa })).status).toBe(404);
  });

  test.each([
    ["/desk/nothing", 404],
    ["/desk/sample/a/b", 404],
    ["/desk/sample/gone", 404],
    ["/desk/sample/%2e%2e", 404],
    ["/desk/sample/..", 404],
    ["/desk/sample/a%2Fb", 404],
    ["/desk/sample/a%5Cb", 404],
    ["/desk/sample/%00", 404],
    ["/desk/sample/%0d%0aX: y", 404],
    ["/desk/sample/%E0%A4%A", 404],
    ["/desk//sample", 404],
    ["/desk/Sample", 404],
    ["/desk/__proto__", 404],
    [`/desk/sample/${"x".repeat(301)}`, 404],
    ["/desk/sample/7/retire", 405],
    ["/desk/sample/", 200],
    ["/desk/sample/faq%3A%C3%A4%20b", 200],
    ["/desk/sample/constructor", 200],
  ])("GET %j is answered with %i", async (path, expected) => {
    const { status, headers, text } = await desk.open(encodeBlanks(path), { cookie: kaisa });
    expect(status).toBe(expected);
    expect(text).not.toMatch(/root:|at Object|node_modules/);
    if (status !== 200) return;
    expect(headers["content-type"]).toContain("text/html");
  });

  test("a named part arrives decoded and is shown escaped", async () => {
    const { text } = await desk.open("/desk/sample/%3Cscript%3E%C3%A4", { cookie: kaisa });
    expect(desk.exchanges.at(-1)?.params).toEqual({ id: "<script>ä" });
    expect(text).toContain('<p id="one">&lt;script&gt;ä</p>');
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s is answered with 405", async (method) => {
    const { status, text } = await desk.open("/desk/sample", { cookie: kaisa, method });
    expect(status).toBe(405);
    expect(text).toContain("<h1>This address does not work like that</h1>");
  });

  test("HEAD sends what GET sends, without the body", async () => {
    const seen = await desk.open("/desk/sample", { cookie: kaisa, method: "HEAD" });
    expect([seen.status, seen.text]).toEqual([200, ""]);
    const { headers } = await desk.open("/desk/sample", { cookie: kaisa });
    expect(seen.headers["content-length"]).toBe(headers["content-length"]);
  });

  test("a fault of a section is told by an id alone, under which the log tells more", async () => {
    const { status, text } = await desk.open("/desk/sample/broken", { cookie: kaisa });
    expect(status).toBe(500);
    const [, id] = /<code>([0-9a-f]{8})<\/code>/.exec(text) ?? [];
    expect(text).not.toContain("fire");
    const line = desk.lines.find((entry) => entry.includes("desk.failed"));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ id, message: expect.stringContaining("on fire") });
  });

  test("a section that cannot count takes no page with it", async () => {
    const section = {
      path: "a",
      title: { fi: "A", sv: "A", en: "A" },
      routes: [],
      waiting: () => {
        throw new Error("no table");
      },
    };
    const other = await startDesk({ sections: [section] });
    const { status, text } = await other.open("/desk", { cookie: kaisa });
    await other.close();
    expect(status).toBe(200);
    expect(text).toContain('<a href="/desk/a">A</a>');
    expect(other.lines.join()).toContain("desk.not-counted");
  });

  test("a file is kept under a safe name and runs nothing", async () => {
    const { headers, text } = await desk.open("/desk/sample/file", { cookie: kaisa });
    expect(text).toBe("a;b");
    expect(headers["content-disposition"]).toBe(
      "attachment; filename=\"aanekoski-x-y.csv\"; filename*=UTF-8''%C3%84%C3%A4nekoski%20x%20y.csv",
    );
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["cache-control"]).toBe("no-store");
  });
});

test.each(["", "Faq", "enter", "a/b", "..", "sample"])(
  "createDeskServer() refuses a section at %j",
  (path) => {
    const section = { path, title: { fi: "", sv: "", en: "" }, routes: [] };
    const { audit, log } = desk.base;
    const create = () =>
      createDeskServer({
        sections: [{ ...section, path: "sample" }, section],
        readSession: async () => undefined,
        hasSignIn: false,
        audit,
        log,
        secret: "a secret of the tests, long enough",
        addressOf: () => "",
      });
    expect(create).toThrow(RangeError);
  },
);

function encodeBlanks(path: string): string {
  return path.replaceAll(" ", "%20");
}
