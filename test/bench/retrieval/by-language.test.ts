import { expect, it } from "vitest";
import type { CollectionPassage } from "../../quality/retrieval/read-collection.ts";
import { byLanguage } from "./by-language.ts";

const PASSAGES: CollectionPassage[] = [
  { id: "a", language: "fi", text: "tuhka" },
  { id: "b", language: "sv", text: "aska" },
  { id: "c", language: "fi", text: "kuona" },
];

it("byLanguage() puts a question to the passages of its language and names them by their place among all", async () => {
  const search = await byLanguage(
    (own) => (question) => own.flatMap(({ text }, at) => (text === question ? [at] : [])),
  )(PASSAGES);
  expect(await search("kuona", "fi")).toEqual([2]);
  expect(await search("aska", "sv")).toEqual([1]);
  expect(await search("aska", "fi")).toEqual([]);
  expect(await search("ash", "en")).toEqual([]);
});
