import fc from "fast-check";
import { longTexts, texts } from "./texts.ts";

/** What may stand in a field. */
export const fieldWords: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: texts },
  { weight: 1, arbitrary: longTexts },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      "1",
      "-1",
      "0",
      "9".repeat(30),
      "2026-02-31",
      "on",
      "__proto__",
      "x".repeat(9000),
    ),
  },
);
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("set", "set", "set", "drop", "twice", "rename"),
  words: fieldWords,
});

/** A form of the desk, its fields filled with anything. */
export const sendings = fc.record({
  which: fc.nat(),
  changes: fc.array(change, { minLength: 1, maxLength: 6 }),
  as: fc.constantFrom(
    "coordinator",
    "coordinator",
    "coordinator",
    "coordinator",
    "member",
    "public",
    "nobody",
  ),
});
export type Sending = typeof sendings extends fc.Arbitrary<infer Value> ? Value : never;

/** Does one thing to the fields of a form. */
export function changeFields(
  fields: [string, string][],
  { at, kind, words: text }: Sending["changes"][number],
): [string, string][] {
  const place = at % Math.max(1, fields.length);
  const [name = "q", value = ""] = fields[place] ?? [];
  if (kind === "drop") return fields.toSpliced(place, 1);
  if (kind === "twice") return [...fields, [name, text]];
  if (kind === "rename") return fields.toSpliced(place, 1, [text, value]);
  return fields.toSpliced(place, 1, [name, text]);
}

/** As a browser writes it; the server takes no more than 8 KB of an address. */
export function toQuery(fields: [string, string][]): string {
  return new URLSearchParams(
    fields.map(([name, value]): [string, string] => [name, value.slice(0, 500)]),
  ).toString();
}
