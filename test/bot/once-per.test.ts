import { describe, expect, it } from "vitest";
import { oncePer } from "../../bot/once-per.ts";

describe("oncePer()", () => {
  it("works a value out once for each object, also where it is nothing", () => {
    const made: object[] = [];
    const read = oncePer((key: { id?: string }) => {
      made.push(key);
      return key.id;
    });
    const [one, other, like] = [{ id: "a" }, {}, { id: "a" }];
    expect([one, one, other, other, like].map(read)).toEqual(["a", "a", undefined, undefined, "a"]);
    expect(made).toEqual([one, other, like]);
  });

  it("tries again after a failure", () => {
    let isBroken = true;
    const read = oncePer((_: object) => {
      if (isBroken) throw new Error("Cannot read");
      return 1;
    });
    const key = {};
    expect(() => read(key)).toThrow("Cannot read");
    isBroken = false;
    expect(read(key)).toBe(1);
  });
});
