import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DESK_TEXTS } from "../../../../bot/desk/web/desk-texts.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { type DeskOfTest, startDesk } from "./desk-of-test.ts";

const KAISA = { subject: "a1", name: "Kaisa <Ranta>" };

let desk: DeskOfTest;
let kaisa: string;

beforeEach(async () => {
  desk = await startDesk();
  kaisa = await desk.cookieOf("coordinator", { person: KAISA });
});

afterEach(() => desk.close());

describe("languages", () => {
  test.each(LANGUAGES)(
    "all pages of the desk itself are in %s when the browser asks for it",
    async (language) => {
      const headers = { "accept-language": language };
      const texts = DESK_TEXTS[language];
      const home = await desk.open("/desk", { cookie: kaisa, headers });
      expect(home.text).toContain(`<html lang="${language}">`);
      expect(home.headers["content-language"]).toBe(language);
      expect(home.text).toContain(texts.homeIntro);
      expect(home.text).toContain(texts.signOut);
      const missing = await desk.open("/desk/x", { cookie: kaisa, headers });
      expect(missing.text).toContain(texts.problems.missing.advice);
      const member = await desk.open("/desk", { cookie: await desk.cookieOf("member"), headers });
      expect(member.text).toContain(texts.problems.notCoordinator.advice);
    },
  );

  test("a choice is kept in a cookie, goes before the browser, and leads back to the same page", async () => {
    const first = await desk.open("/desk/sample?a=1&lang=sv", { cookie: kaisa });
    expect(first.text).toContain('<html lang="sv">');
    expect(first.setCookies).toEqual([
      "__Host-sivuvirta-desk-language=sv; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax",
    ]);
    expect(first.text).toContain('href="/desk/sample?a=1&amp;lang=fi"');
    const cookie = `${kaisa}; __Host-sivuvirta-desk-language=sv`;
    const second = await desk.open("/desk/sample", { cookie, headers: { "accept-language": "fi" } });
    expect(second.text).toContain('<html lang="sv">');
    expect(second.setCookies).toEqual([]);
    for (const strange of ["de", "__proto__", "sv%0d%0aSet-Cookie: a=b", ""]) {
      const seen = await desk.open(`/desk?lang=${encodeBlanks(strange)}`, { cookie });
      expect(seen.text).toContain('<html lang="sv">');
      expect(seen.setCookies).toEqual([]);
    }
  });

  test("a page that answers a form leads to pages that can be asked for", async () => {
    const form = { csrf: await desk.csrfOf(kaisa) };
    const { status, text } = await desk.send("/desk/sample/7?lang=en", { cookie: kaisa, form });
    expect(status).toBe(422);
    expect(text).toContain('href="/desk/sample?lang=fi"');
  });
});

function encodeBlanks(path: string): string {
  return path.replaceAll(" ", "%20");
}
