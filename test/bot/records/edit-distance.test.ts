import { describe, expect, it } from "vitest";
import { editDistance } from "../../../bot/records/edit-distance.ts";
import { createRandom } from "../../bench/generate-rows.ts";

/** Distance by definition: left out, put in, replaced, or swapped with the neighbour. */
function naiveDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    naiveDistance(a.slice(0, -1), b) + 1,
    naiveDistance(a, b.slice(0, -1)) + 1,
    naiveDistance(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
    ...(isSwap ? [naiveDistance(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  );
}

describe("editDistance()", () => {
  it("counts one for a letter left out, put in, replaced or swapped", () => {
    expect(editDistance("lentothuka", "lentotuhka", 2).whole).toBe(1);
    expect(editDistance("kuna", "kuona", 1).whole).toBe(1);
    expect(editDistance("kuoona", "kuona", 1).whole).toBe(1);
    expect(editDistance("kuora", "kuona", 1).whole).toBe(1);
  });

  it("is near to a word that has only been begun", () => {
    expect(editDistance("masuni", "masuunikuona", 2)).toEqual({ whole: 3, prefix: 1 });
  });

  it("agrees with the definition as far as it counts", () => {
    const random = createRandom(7);
    const word = () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => "abc"[Math.floor(random() * 3)]).join("");
    for (let at = 0; at < 400; at++) {
      const [typed, known, most] = [word(), word(), 1 + Math.floor(random() * 3)];
      const beginnings = Array.from({ length: known.length + 1 }, (_, end) => known.slice(0, end));
      const prefix = Math.min(...beginnings.map((part) => naiveDistance(typed, part)), most + 1);
      const whole = Math.min(naiveDistance(typed, known), most + 1);
      expect({ typed, known, most, ...editDistance(typed, known, most) }).toEqual({
        typed,
        known,
        most,
        whole,
        prefix,
      });
    }
  });

  it("takes words of any length", () => {
    expect(editDistance("a".repeat(200), "b", 3)).toEqual({ whole: 4, prefix: 4 });
  });
});
