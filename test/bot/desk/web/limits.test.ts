import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DeskOfTest, startDesk } from "./desk-of-test.ts";

const KAISA = { subject: "a1", name: "Kaisa <Ranta>" };

let desk: DeskOfTest;
let kaisa: string;

beforeEach(async () => {
  desk = await startDesk();
  kaisa = await desk.cookieOf("coordinator", { person: KAISA });
});

afterEach(() => desk.close());

describe("limits", () => {
  test("240 pages and 60 changes a minute fit for one session, whatever its addresses", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 241; at += 1) {
      const headers = { "x-test-address": `10.0.${at}.1` };
      statuses.push((await desk.open("/desk/sample/1", { cookie: kaisa, headers, method: "HEAD" })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(240);
    const late = await desk.open("/desk/sample", { cookie: kaisa });
    expect([late.status, late.headers["retry-after"]]).toEqual([429, "60"]);
    expect(late.text).toContain("Too many requests");
    desk.base.pass(60_000);
    const form = { csrf: await desk.csrfOf(kaisa) };
    for (let at = 0; at < 60; at += 1) {
      expect((await desk.send("/desk/sample/new", { cookie: kaisa, form })).status).toBe(303);
    }
    const changes = desk.exchanges.length;
    const refused = await desk.send("/desk/sample/new", { cookie: kaisa, form });
    expect(refused.status).toBe(429);
    expect(desk.exchanges).toHaveLength(changes);
    expect((await desk.open("/desk/sample", { cookie: kaisa })).status).toBe(200);
  });

  test("an address may ask four times as often, whoever asks", async () => {
    for (let at = 0; at < 960; at += 1) await desk.open("/desk/x", { method: "HEAD" });
    expect((await desk.open("/desk", { cookie: kaisa })).status).toBe(429);
    expect((await desk.open("/desk", { headers: { "x-test-address": "10.9.9.9" } })).status).toBe(303);
  });
});
