import { expect, it } from "vitest";
import { decodeText } from "../../../indexer/read/decode-text.ts";

it.each([
  ["UTF-8", Buffer.from("päästö å")],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFpäästö å")],
  ["Windows-1252", Buffer.from("päästö å", "latin1")],
  ["UTF-16, low byte first", Buffer.from("\uFEFFpäästö å", "utf16le")],
  ["UTF-16, high byte first", Buffer.from("\uFEFFpäästö å", "utf16le").swap16()],
  ["letters and their dots apart", Buffer.from("päästö å".normalize("NFD"))],
])("decodeText() reads %s", (_name, bytes) => {
  expect(decodeText(bytes)).toBe("päästö å");
});

it("decodeText() gives nothing for nothing and refuses zero bytes", () => {
  expect(decodeText(Buffer.alloc(0))).toBe("");
  expect(() => decodeText(Buffer.from([0x61, 0, 0x62]))).toThrow("it is not text");
});
