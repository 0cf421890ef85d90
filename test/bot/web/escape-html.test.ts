import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "../../../bot/web/content-security-policy.ts";
import { escapeHtml, jsonForScript } from "../../../bot/web/escape-html.ts";

describe("escapeHtml()", () => {
  test("leaves nothing that could open a tag or end an attribute", () => {
    expect(escapeHtml(`<a b="c" d='e'>&`)).toBe("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  });
});

describe("jsonForScript()", () => {
  test("cannot end its script element and still is the same value", () => {
    const value = { text: "</script><!--" };
    expect(jsonForScript(value)).not.toContain("<");
    expect(JSON.parse(jsonForScript(value))).toEqual(value);
  });
});

describe("contentSecurityPolicy()", () => {
  test.each(["evil; script-src *", "a b", "x'y", undefined])("takes no directive from host %j", (host) => {
    expect(contentSecurityPolicy("N", { host })).toContain("connect-src 'self'; font-src");
  });

  test("lets nobody frame the page by default", () => {
    expect(contentSecurityPolicy("N", { host: "a.example" })).toContain("frame-ancestors 'none'");
  });
});
