import { describe, expect, it } from "vitest";
import { parseRecordId } from "../../../bot/records/record-id.ts";
import { RECORD_KINDS } from "../../../bot/records/record-sheet.ts";
import { parseRecordLink, recordUrl } from "../../../bot/records/record-url.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";

const PUBLIC_URL = "https://chat.example.fi";
const parse = (url: string) => parseRecordLink(url, { publicUrl: PUBLIC_URL });

describe("parseRecordLink()", () => {
  it("reads what recordUrl() writes", () => {
    for (const kind of RECORD_KINDS) {
      for (const language of LANGUAGES) {
        const record = { kind, id: kind === "streams" ? "SS007" : "kemi-tornio" };
        const url = recordUrl(record, { publicUrl: PUBLIC_URL, language });
        expect(parse(url)).toEqual({ ...record, language });
      }
    }
    expect(recordUrl({ kind: "faq", id: "fiss" }, { publicUrl: PUBLIC_URL })).toBe(
      "https://chat.example.fi/records/faq/fiss",
    );
  });

  it("takes other parameters and a fragment along, and drops a language that is none", () => {
    expect(parse(`${PUBLIC_URL}/records/streams/SS007?utm=x&lang=sv#source-1`)).toEqual({
      kind: "streams",
      id: "SS007",
      language: "sv",
    });
    expect(parse(`${PUBLIC_URL}/records/streams/SS007?lang=de`)).toEqual({ kind: "streams", id: "SS007" });
    expect(parse("https://chat.example.fi:443/records/parks/eco3")).toEqual({ kind: "parks", id: "eco3" });
  });

  it.each([
    "http://chat.example.fi/records/streams/SS007",
    "https://chat.example.fi:8443/records/streams/SS007",
    "https://chat.example.fi.evil.example/records/streams/SS007",
    "https://chat.example.fi@evil.example/records/streams/SS007",
    "https://user:word@chat.example.fi/records/streams/SS007",
    "https://chat.example.fi/records/streams/SS007/",
    "https://chat.example.fi/x/records/streams/SS007",
    "https://chat.example.fi/records/streams",
    "https://chat.example.fi/records/exchanges/abc",
    "https://chat.example.fi/records/constructor/abc",
    "https://chat.example.fi/records/streams/ss007",
    "https://chat.example.fi/records/streams/SS007%20",
    "https://chat.example.fi/records/parks/Kemi",
    "https://chat.example.fi/records/parks/-",
    "https://chat.example.fi\\records\\streams\\SS007",
    " https://chat.example.fi/records/streams/SS007",
    "/records/streams/SS007",
    "javascript:alert(1)",
    "",
    `https://chat.example.fi/records/parks/${"a".repeat(3000)}`,
  ])("refuses %s", (url) => {
    expect(parse(url)).toBeUndefined();
  });

  it("knows no address as its own without a public origin", () => {
    expect(parseRecordLink(`${PUBLIC_URL}/records/streams/SS007`, { publicUrl: undefined })).toBeUndefined();
  });
});

describe("parseRecordId()", () => {
  it("takes ids that rows can have, and nothing else", () => {
    expect(parseRecordId("streams", "SS007")).toEqual({ kind: "streams", id: "SS007" });
    expect(parseRecordId("companies", "venator-p-a-finland")).toBeDefined();
    expect(parseRecordId("streams", "../x")).toBeUndefined();
    expect(parseRecordId("companies", `a${"-a".repeat(100)}`)).toBeUndefined();
    expect(parseRecordId("__proto__", "x")).toBeUndefined();
  });
});
