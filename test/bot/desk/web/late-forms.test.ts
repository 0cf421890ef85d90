import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DESK_TEXTS } from "../../../../bot/desk/web/desk-texts.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { type DeskOfTest, startDesk } from "./desk-of-test.ts";

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

describe("a form that comes when its session has ended", () => {
  test.each(LANGUAGES)("is shown again in %s, to be sent after signing in", async (language) => {
    desk.base.pass(601_000);
    const headers = { "accept-language": language };
    const { ended, send } = DESK_TEXTS[language].resend;
    const seen = await save({ form: { csrf, text: "Long <answer>\nof an hour" }, headers });
    expect(seen.status).toBe(403);
    expect(desk.exchanges).toEqual([]);
    expect(seen.text).toContain(ended.advice);
    expect(seen.text).toContain(`<button>${send}</button>`);
    expect(seen.text).toContain('name="text" value="Long &lt;answer&gt;\nof an hour"');
    expect(seen.text).toContain('href="/sign-in?return=%2Fdesk"');
    expect(seen.text).not.toContain(csrf);

    const anew = await desk.cookieOf("coordinator", { person: { subject: "a1" } });
    const again = await desk.send("/desk/sample/new", { cookie: anew, form: { text: "Long" }, headers });
    expect(again.status).toBe(403);
    expect(again.text).toContain(DESK_TEXTS[language].resend.renewed.advice);
    const [, fresh = ""] =
      /action="\/desk\/sample\/new">\s*<input[^>]*value="([^"]+)"/.exec(again.text) ?? [];
    const sent = await desk.send("/desk/sample/new", { cookie: anew, form: { csrf: fresh, text: "Long" } });
    expect(sent.status).toBe(303);
    expect(desk.exchanges).toHaveLength(1);
  });

  test("is not shown when another site sent it", async () => {
    const { status, text } = await desk.send("/desk/sample/new", {
      form: { text: "Call +358" },
      headers: { origin: "https://evil.example" },
    });
    expect(status).toBe(403);
    expect(text).not.toContain("+358");
  });
});
