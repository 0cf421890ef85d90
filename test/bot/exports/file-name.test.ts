import { expect, test } from "vitest";
import { attachmentHeader } from "../../../bot/exports/file-name.ts";

test.each([
  ["Sivuvirrat", "sivuvirrat.csv", "Sivuvirrat.csv"],
  ["Äänekoski: tuhka & kuori", "aanekoski-tuhka-kuori.csv", "Äänekoski tuhka & kuori.csv"],
  ["../../etc/passwd", "etc-passwd.csv", "etc passwd.csv"],
  ['a"\r\nSet-Cookie: x=1', "a-set-cookie-x-1.csv", "a Set-Cookie x=1.csv"],
  ["", "sivuvirta.csv", "sivuvirta.csv"],
  ["\ud800", "sivuvirta.csv", "sivuvirta.csv"],
])("attachmentHeader makes safe names of %j", (name, ascii, full) => {
  const header = attachmentHeader(name, "csv");
  const [, plain, encoded = ""] =
    /^attachment; filename="([^"\r\n]*)"; filename\*=UTF-8''([\w%.~-]*)$/.exec(header) ?? [];
  expect(plain).toBe(ascii);
  expect(decodeURIComponent(encoded)).toBe(full);
});
