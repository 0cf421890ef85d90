import { describe, expect, test } from "vitest";
import { LinkSigner, MAX_TOKEN_CHARS } from "../../../bot/links/link-signer.ts";

const SECRET = "a secret of the tests, long enough";
let now = 1_000_000;
const signer = new LinkSigner(SECRET, { now: () => now });
const HOUR = { kind: "picture", expiresInS: 3600 };

describe("LinkSigner", () => {
  test.each([[{ title: "Äänekoski" }], ["text"], [null], [[1, 2]], [0]])("gives back %j", (payload) => {
    const token = signer.sign(payload, HOUR);
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/);
    expect(signer.verify(token, "picture")).toEqual({ payload });
  });

  test("the same payload at the same time gives the same token", () => {
    expect(signer.sign({ a: 1 }, HOUR)).toBe(signer.sign({ a: 1 }, HOUR));
  });

  test("is expired from its last second on", () => {
    const token = signer.sign(1, HOUR);
    now += 3_599_000;
    expect(signer.verify(token, "picture")).toEqual({ payload: 1 });
    now += 1000;
    expect(signer.verify(token, "picture")).toEqual({ failure: "expired" });
  });

  test("one kind is no other, even when expired", () => {
    const token = signer.sign(1, HOUR);
    expect(signer.verify(token, "export")).toEqual({ failure: "invalid" });
    now += 4_000_000;
    expect(signer.verify(token, "export")).toEqual({ failure: "invalid" });
  });

  test("refuses whatever is not its own", () => {
    const token = signer.sign({ reader: "public" }, HOUR);
    const [body = "", signature = ""] = token.split(".");
    const other = new LinkSigner(`${SECRET}!`, { now: () => now }).sign({ reader: "public" }, HOUR);
    const otherBody = signer.sign({ reader: "coordinator" }, HOUR).split(".")[0];
    const forged = [
      "",
      ".",
      body,
      `.${signature}`,
      `${body}.`,
      `${otherBody}.${signature}`,
      `${token}.`,
      `${token}A`,
      `${token}=`,
      ` ${token}`,
      `${body}.${signature.slice(0, -1)}`,
      `${body}.${"A".repeat(43)}`,
      other,
      "ä".repeat(100),
      "a".repeat(MAX_TOKEN_CHARS + 1),
    ];
    for (const each of forged) expect(signer.verify(each, "picture")).toEqual({ failure: "invalid" });
    for (let index = 0; index < token.length; index++) {
      const letter = token[index] === "A" ? "B" : "A";
      const changed = token.slice(0, index) + letter + token.slice(index + 1);
      expect(signer.verify(changed, "picture")).toEqual({ failure: "invalid" });
    }
  });

  test("does not make what would be too long, and repeats none of it", () => {
    const long = Array.from({ length: 9000 }, (_, index) =>
      String.fromCharCode(33 + ((index * index * 31) % 8000)),
    );
    expect(() => signer.sign(long.join(""), HOUR)).toThrow(/over 6000 characters$/);
  });

  test("a short secret is refused", () => {
    expect(() => new LinkSigner("short")).toThrow(RangeError);
  });
});
