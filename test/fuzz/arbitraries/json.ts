import fc from "fast-check";
import { longTexts, texts } from "./texts.ts";

/** Keys that a careless reader takes for something else. */
const ODD_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
  "length",
  "toJSON",
  "$ne",
  "",
  " ",
  "a.b",
  "\u0000",
  "🐟",
  "type",
  "id",
  "text",
  "value",
  "data",
  "form",
];

/** Any JSON value, most often of a type that is not wanted. */
export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 1, arbitrary: longTexts },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      Number.MAX_SAFE_INTEGER,
      "",
      " ",
      [],
      {},
      [null],
      [[]],
      "2026-13-45T99:99:99Z",
      "x".repeat(20_000),
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...ODD_KEYS), texts)
      .map(([key, value]): unknown => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)),
  },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 400 }).map(nested) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 20, max: 600 }).map((size) => Array(size).fill({ type: "x", id: "y" })),
  },
);

function nested(depth: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

type Path = (string | number)[];

/**
 * A good value with one or more things broken: a part of it replaced, left out, wrapped, said twice or given a key it
 * should not have.
 *
 * @param samples Values of the right shape; they are not changed.
 */
export function brokenJson(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.integer({ min: 1, max: 100_000 }),
    kind: fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5, 6),
    value: oddValues,
    key: fc.oneof(fc.constantFrom(...ODD_KEYS), texts),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([sample, changes]) => changes.reduce<unknown>(breakOnce, structuredClone(sample)));
}

function breakOnce(
  whole: unknown,
  { at, kind, value, key }: { at: number; kind: number; value: unknown; key: string },
): unknown {
  // The whole itself is broken least: then nothing else is read.
  const [root = [], ...parts] = listPaths(whole);
  const path = (at % 16 === 0 ? undefined : parts[at % Math.max(1, parts.length)]) ?? root;
  switch (kind) {
    case 0:
      return withoutPart(whole, path);
    case 1:
      return changePart(whole, path, (part) => [part, part]);
    case 2:
      return changePart(whole, path, (part) => ({ [key]: part }));
    case 3:
      return changePart(whole, path, (part) => (isRecord(part) ? { ...part, [key]: value } : value));
    case 4:
      return changePart(whole, path, (part) => (typeof part === "string" ? `${part}${key}` : value));
    default:
      return changePart(whole, path, () => value);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Ways to every part of a value that is not too deep. */
function listPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || path.length > 8) return [path];
  const keys: Path = Array.isArray(value) ? value.slice(0, 20).map((_, at) => at) : Object.keys(value);
  const parts = value as Record<string | number, unknown>;
  return [path, ...keys.flatMap((key) => listPaths(parts[key], [...path, key]))];
}

function changePart(whole: unknown, [key, ...rest]: Path, change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(whole);
  if (Array.isArray(whole))
    return whole.map((part, at) => (at === key ? changePart(part, rest, change) : part));
  if (!isRecord(whole)) return change(whole);
  return { ...whole, [key]: changePart(whole[key], rest, change) };
}

function withoutPart(whole: unknown, path: Path): unknown {
  const last = path.at(-1);
  return changePart(whole, path.slice(0, -1), (part) => {
    if (Array.isArray(part)) return part.filter((_, at) => at !== last);
    return isRecord(part) ? Object.fromEntries(Object.entries(part).filter(([key]) => key !== last)) : part;
  });
}

/** How a body's text is spoilt on its way. */
const spoil = fc.record({
  // `fc.nat` would prefer the least.
  kind: fc.constantFrom(0, 1, 2, 3, 4, ...Array<number>(25).fill(9)),
  at: fc.nat(),
  byte: fc.nat({ max: 255 }),
});

/**
 * JSON as bytes; now and then cut, flipped, with keys twice, with marks at its beginning or in another encoding.
 *
 * @returns One character for each byte ("latin1"), so that a failure prints something people can read.
 */
export function jsonBytes(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return jsonBuffers(values).map((bytes) => bytes.toString("latin1"));
}

function jsonBuffers(values: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  return fc.tuple(values, spoil).map(([value, { kind, at, byte }]) => {
    const text = JSON.stringify(value) ?? "";
    const bytes = Buffer.from(text);
    switch (kind) {
      case 0:
        return bytes.subarray(0, at % (bytes.length + 1));
      case 1: {
        const flipped = Buffer.from(bytes);
        if (flipped.length > 0) flipped[at % flipped.length] = byte;
        return flipped;
      }
      case 2:
        return Buffer.from(text.replace(/^\{/, '{"type":"message","type":1,"__proto__":{"type":"event"},'));
      case 3:
        return Buffer.from(`\uFEFF${text}`);
      case 4:
        return Buffer.from(text, "utf16le");
      default:
        return bytes;
    }
  });
}
