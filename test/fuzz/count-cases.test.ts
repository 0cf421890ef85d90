import { readdir, readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { CASES, countCases } from "./count-cases.ts";

it("the subjects run 10,000 cases together, each in a file of its name that checks its number", async () => {
  const sum = Object.values(CASES).reduce((all, cases) => all + cases, 0);
  expect(sum).toBeGreaterThanOrEqual(10_000);
  const files = await readdir(import.meta.dirname);
  for (const subject of Object.keys(CASES)) {
    expect(files).toContain(`${subject}.test.ts`);
    const text = await readFile(new URL(`${subject}.test.ts`, import.meta.url), "utf8");
    expect(text, subject).toContain(`countCases("${subject}")`);
    expect(text, subject).toContain("expect(cases.count).toBeGreaterThanOrEqual(cases.wanted)");
  }
});

it("countCases() counts what was run to its end, and tells how to see a failure again", async () => {
  const cases = countCases("queries");
  await cases.run(fc.nat(), { share: 0.01, casesPerValue: 4, check: () => undefined });
  expect(cases.count).toBe(Math.ceil((cases.wanted * 0.01) / 4) * 4);
  const failing = cases.run(fc.nat(), {
    share: 0.1,
    known: [7],
    check: (value) => expect(value).not.toBe(7),
  });
  await expect(failing).rejects.toThrow(/seed: -?\d+, path: "/);
});
