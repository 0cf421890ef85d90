import { beforeAll, expect, it } from "vitest";
import { findPersonNames } from "../../../bot/understand/person-names.ts";
import type { Lexicon } from "../../../indexer/index.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let lexicon: Lexicon;
beforeAll(async () => {
  ({ lexicon } = (await openOwnKnowledge()).index);
});

it.each([
  ["The network is headed by Tuomas Pussila.", ["Tuomas Pussila"]],
  ["Anna Kirveslahti, R&D Specialist", ["Anna Kirveslahti"]],
  ["The Annual General Meeting elects the Board.", []],
  ["Circular Economy", []],
])("finds the people in %j", (text, names) => {
  expect(findPersonNames(text, lexicon)).toEqual(names);
});
