import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readReturnPath } from "../../../../bot/sign-in/return-path.ts";
import { type DeskOfTest, lastActor, startDesk } from "./desk-of-test.ts";

const KAISA = { subject: "a1", name: "Kaisa <Ranta>" };

let desk: DeskOfTest;
let kaisa: string;

beforeEach(async () => {
  desk = await startDesk();
  kaisa = await desk.cookieOf("coordinator", { person: KAISA });
});

afterEach(() => desk.close());

describe("who comes in", () => {
  test("a coordinator sees the sections with what waits, as the person of the session", async () => {
    const { status, text } = await desk.open("/desk", { cookie: kaisa });
    expect(status).toBe(200);
    expect(text).toContain('<a href="/desk" aria-current="page">Home</a>');
    expect(text).toContain(">3 waiting<");
    expect(text).toContain("Something &lt;else&gt;");
    expect(text).toContain("Signed in: Kaisa &lt;Ranta&gt;");
    await desk.open("/desk/sample", { cookie: kaisa });
    expect(lastActor(desk)).toEqual({
      id: "web:a1",
      name: "Kaisa <Ranta>",
      reader: "coordinator",
      via: "desk",
    });
  });

  test("a session of before persons were kept counts, as somebody unknown", async () => {
    const cookie = await desk.cookieOf("coordinator");
    const { text } = await desk.open("/desk/sample", { cookie });
    expect(lastActor(desk)).toMatchObject({ id: "web:unknown", name: "" });
    expect(text).toContain("Signed in: coordinator");
  });

  test.each(["member", "public"] as const)("a %s is told what to do and sees nothing", async (reader) => {
    const cookie = await desk.cookieOf(reader);
    for (const path of ["/desk", "/desk/sample", "/desk/nothing"]) {
      const { status, text } = await desk.open(path, { cookie });
      expect(status).toBe(403);
      expect(text).toContain("ask whoever runs this service for the role");
      expect(text).toContain('action="/sign-out"');
      expect(text).not.toContain(">Sample");
    }
    const sent = await desk.send("/desk/sample/new", { cookie, form: { csrf: await desk.csrfOf(cookie) } });
    expect(sent.status).toBe(403);
    expect(desk.exchanges).toEqual([]);
  });

  test("nobody and somebody whose session is over are sent to sign in and back", async () => {
    const short = await desk.cookieOf("coordinator", { lifeInS: 60 });
    expect((await desk.open("/desk/sample", { cookie: short })).status).toBe(200);
    desk.base.pass(61_000);
    for (const cookie of [short, ""]) {
      const { status, headers } = await desk.open("/desk/sample?a=1&lang=sv", { cookie });
      expect(status).toBe(303);
      const back = new URL(headers.location ?? "", "https://x").searchParams.get("return");
      expect(headers.location).toMatch(/^\/sign-in\?return=/);
      expect(readReturnPath(back)).toBe("/desk/sample?a=1&lang=sv");
    }
  });

  test("each session is one entry of the log, also after a restart", async () => {
    await desk.open("/desk", { cookie: kaisa });
    await desk.open("/desk/sample", { cookie: kaisa });
    const again = await startDesk({ audit: desk.base.audit });
    await again.open("/desk", { cookie: kaisa });
    await again.close();
    await desk.open("/desk", { cookie: await desk.cookieOf("member") });
    const other = await desk.cookieOf("coordinator", { person: { subject: "b2" } });
    await desk.open("/desk", { cookie: other });
    const entries = await desk.base.audit.list();
    expect(entries.map(({ action, actor, actorName }) => [action, actor, actorName])).toEqual([
      ["desk.enter", "web:b2", ""],
      ["desk.enter", "web:a1", "Kaisa <Ranta>"],
    ]);
    expect(entries[0]?.subject).toMatch(/^session:[0-9a-f]{16}$/);
  });
});
