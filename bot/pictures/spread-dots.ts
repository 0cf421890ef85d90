import type { Dot } from "./scene.ts";

/** Free room between two dots, in pixels. */
const GAP = 1;
const ROUNDS = 60;

/**
 * Moves dots that cover each other apart, as little as it takes.
 *
 * @param dots Where they belong.
 * @returns Where they are drawn, in the same order; always the same for the same dots.
 */
export function spreadDots(dots: readonly Dot[]): Dot[] {
  const moved = dots.map(({ x, y, radius }) => ({ x, y, radius }));
  for (let round = 0; round < ROUNDS; round++) {
    let isDone = true;
    moved.forEach((a, index) => {
      moved.forEach((b, other) => {
        if (other <= index || !pushApart([a, b], index)) return;
        isDone = false;
      });
    });
    if (isDone) break;
  }
  return moved;
}

/** @returns Whether they had to move. */
function pushApart([a, b]: readonly [Dot, Dot], turn: number): boolean {
  const wanted = a.radius + b.radius + GAP;
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  if (distance >= wanted - 0.01) return false;
  // Two in the very same place part in a direction of their own.
  const angle = distance > 0.01 ? Math.atan2(b.y - a.y, b.x - a.x) : turn * 2.4;
  const step = (wanted - distance) / 2;
  a.x -= Math.cos(angle) * step;
  a.y -= Math.sin(angle) * step;
  b.x += Math.cos(angle) * step;
  b.y += Math.sin(angle) * step;
  return true;
}
