import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownIndexFolder } from "../../support/own-index.ts";
import { runFaq } from "./run-faq.ts";

const SETS = join(import.meta.dirname, "..");

async function measure(name: string) {
  const report = await runFaq({
    file: join(SETS, `${name}.jsonl`),
    index: await ownIndexFolder(),
    isJson: true,
    isVerbose: true,
  });
  const { hits, nearMisses, failures } = JSON.parse(report);
  return { hits, nearMisses, told: JSON.stringify(failures, null, 1) };
}

describe("curated answers", () => {
  it("of all near misses at most 2 in 100 get an entry that does not answer them", async () => {
    const sets = await Promise.all(
      ["", "-second", "-third", "-fourth", "-fifth"].map((which) => measure(`faq-near-miss${which}`)),
    );
    const told = sets.map((set) => set.told).join("\n");
    const [first] = sets;
    expect(first?.nearMisses.wrongEntry, told).toBeLessThanOrEqual(0.02);
    const questions = sets.reduce((sum, { nearMisses }) => sum + nearMisses.questions, 0);
    const wrong = sets.reduce((sum, { nearMisses }) => sum + nearMisses.wrongEntry * nearMisses.questions, 0);
    expect(questions).toBe(355);
    expect(wrong / questions, told).toBeLessThanOrEqual(0.02);
  }, 120_000);

  it.each([
    ["faq-hits", 90, 0.93],
    ["faq-hits-second", 45, 0.9],
    ["faq-hits-third", 36, 0.85],
    ["faq-hits-fourth", 60, 0.85],
    ["faq-hits-fifth", 40, 0.6],
  ])(
    "of %s most questions get the entry that answers them, in each language",
    async (name, count, least) => {
      const { hits, told } = await measure(name);
      expect(hits.questions).toBe(count);
      expect(hits.right, told).toBeGreaterThanOrEqual(least);
      expect(hits.wrongEntry, told).toBe(0);
      for (const share of Object.values<number>(hits.rightByLanguage))
        expect(share, told).toBeGreaterThanOrEqual(0.55);
    },
    60_000,
  );
});
