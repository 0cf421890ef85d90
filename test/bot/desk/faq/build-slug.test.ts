import { describe, expect, test } from "vitest";
import { buildSlug } from "../../../../bot/desk/faq/build-slug.ts";

const free = { isTaken: () => false };

describe("buildSlug()", () => {
  test.each([
    ["Mitä höyry maksaa?", "fi", "hoyry-maksaa"],
    ["Var bokar man bastun i Åbo?", "sv", "bokar-bastun-abo"],
    ["What does <b>steam</b> cost?", "en", "b-steam-b-cost"],
    ["???", "en", "question"],
    ["New", "en", "new-2"],
  ] as const)("%s", (question, language, slug) => {
    expect(buildSlug(question, { language, ...free })).toBe(slug);
  });

  test("counts on where an id is taken, and stays short", () => {
    const taken = new Set(["hoyry-maksaa", "hoyry-maksaa-2"]);
    expect(buildSlug("Mitä höyry maksaa?", { language: "fi", isTaken: (id) => taken.has(id) })).toBe(
      "hoyry-maksaa-3",
    );
    const long = buildSlug("kiertotalousliiketoiminta ".repeat(20), { language: "fi", ...free });
    expect(long.length).toBeLessThanOrEqual(48);
    expect(long).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
