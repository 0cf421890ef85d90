import { describe, expect, it } from "vitest";
import { countWords, recountWords } from "../../indexer/count-words.ts";
import { openIndex } from "../../indexer/index.ts";
import type { Passage } from "../../indexer/passage.ts";
import { ownIndexFolder } from "../support/own-index.ts";

const { passages, lexicon } = await openIndex(await ownIndexFolder());
const half = passages.filter((_, at) => at % 2 === 0);

describe("recountWords()", () => {
  const before = half.slice(0, 400);
  const former = { passages: before, counts: countWords(before, lexicon) };

  it.each<[string, readonly Passage[]]>([
    ["nothing changed", before],
    ["some went and others came", [...half.slice(30, 400), ...half.slice(400, 420)]],
    ["one came twice and stands elsewhere", [before[7] as Passage, ...before, before[7] as Passage]],
    [
      "some are for other ranks",
      before.map((passage, at) => (at < 9 ? { ...passage, visibility: "coordinator" as const } : passage)),
    ],
    ["hardly any is left", half.slice(390, 800)],
    ["none is left", []],
  ])("gives what counting all gives when %s", (_, after) => {
    expect(recountWords(after, { former, lexicon })).toEqual(countWords(after, lexicon));
  });

  it("forgets ranks whose hidden passages are gone", () => {
    const hidden = { ...(before[0] as Passage), visibility: "coordinator" as const };
    const counted = { passages: [hidden, ...before], counts: countWords([hidden, ...before], lexicon) };
    expect(counted.counts.hidden).toBeDefined();
    expect(recountWords(before, { former: counted, lexicon })).toEqual(former.counts);
  });

  it("counts all where nothing was counted before", () => {
    expect(recountWords(before, { former: undefined, lexicon })).toEqual(former.counts);
  });
});
