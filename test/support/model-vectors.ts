import { createHash } from "node:crypto";

const DIMENSIONS = 64;

/** A direction that a seed alone decides: vectors of different seeds have nothing in common. */
export function randomVector(seed: string): number[] {
  return Array.from({ length: DIMENSIONS }, (_, at) => {
    const hash = createHash("sha256")
      .update(`${seed} ${at >> 3}`)
      .digest();
    const offset = (at % 8) * 4;
    // The sum of even chances is near enough to a normal one.
    return [0, 1, 2, 3].reduce((sum, byte) => sum + (hash[offset + byte] as number) / 255 - 0.5, 0);
  });
}

/** A direction for a meaning, a little off for each text that has it. */
export function vectorOfMeaning(meaning: string, text: string): number[] {
  const own = randomVector(`text ${text}`);
  return randomVector(`meaning ${meaning}`).map((value, at) => value + 0.3 * (own[at] as number));
}
