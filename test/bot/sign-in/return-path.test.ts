import { expect, test } from "vitest";
import { readReturnPath } from "../../../bot/sign-in/return-path.ts";

test.each([
  ["/", "/"],
  ["/privacy", "/privacy"],
  ["/privacy?lang=sv#top", "/privacy?lang=sv#top"],
  ["/records/streams/SS007", "/records/streams/SS007"],
  ["/search?q=k%C3%A4rki&n=1", "/search?q=k%C3%A4rki&n=1"],
  ["/a?to=https://evil.example", "/a?to=https://evil.example"],
  ["/desk/../privacy", "/privacy"],
])("readReturnPath() keeps the path %j of our own", (wanted, path) => {
  expect(readReturnPath(wanted)).toBe(path);
});

test.each([
  undefined,
  null,
  "",
  "privacy",
  "?lang=sv",
  "//evil.example",
  "///evil.example",
  "////evil.example/%2f..",
  "/\\evil.example",
  "\\\\evil.example",
  "/\\/evil.example",
  "\\/evil.example",
  "https://evil.example",
  "https:evil.example",
  "http:///evil.example",
  "HTTPS://chat.example.fi@evil.example/",
  "javascript:alert(1)",
  "data:text/html,x",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/%2e//evil.example",
  "/%2E%2e//evil.example",
  "/a/..//evil.example",
  "/a/../..//evil.example/",
  "/\u2215evil.example",
  "/\uff0fevil.example",
  "/päivä",
  "/a\r\nSet-Cookie: x=1",
  `/${"a".repeat(512)}`,
  "/sign-in",
  "/sign-in?return=/sign-in",
  "/sign-in/callback?code=x",
  "/sign-out",
  "/x/../sign-out",
])("readReturnPath() gives / for %j", (wanted) => {
  expect(readReturnPath(wanted)).toBe("/");
});
