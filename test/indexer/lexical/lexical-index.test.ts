import { describe, expect, it } from "vitest";
import {
  buildLexicalIndex,
  type LexicalEntry,
  LexicalIndex,
} from "../../../indexer/lexical/lexical-index.ts";

const PARK: readonly LexicalEntry[] = [
  {
    language: "fi",
    text: "Lentotuhka on voimalaitoksen savukaasuista erotettua tuhkaa. Se käy betonin seosaineeksi.",
  },
  {
    language: "fi",
    text: "Jätevedenpuhdistamo ottaa vastaan alueen yritysten jätevedet ja hoitaa myös lentotuhkan.",
  },
  {
    language: "fi",
    text: "Kipsiä syntyy fosforihapon valmistuksessa; sitä levitetään pelloille vesien suojelemiseksi.",
  },
  { language: "sv", text: "Gips uppstår vid tillverkning av fosforsyra och kan spridas på åkrar." },
  { language: "sv", text: "Kalkstensmjöl används för att neutralisera surt avloppsvatten hos Outokumpu." },
  { language: "en", text: "Steel slag from the Outokumpu works is crushed and used as road aggregate." },
  {
    language: "en",
    text: "The harbour of Ajos serves the industries of Kemi and Tornio.",
    title: "Logistics and shipping",
  },
  { language: "en", text: "" },
];

function search(question: string, language: "fi" | "sv" | "en"): number[] {
  return buildLexicalIndex(PARK)
    .search(question, { language })
    .map(({ entry }) => entry);
}

describe("LexicalIndex.search() ranks", () => {
  it.each([
    // The passage opens with the asked thing; the other one names it in passing, at its end.
    ["Mitä lentotuhka on?", "fi", 0],
    // Inflected: "kipsin" against "kipsiä"; no word form is shared.
    ["Mihin kipsin voi levittää?", "fi", 2],
    // A compound asked for by its last part: "vesi" and "puhdistamo" stand within "jätevedenpuhdistamo".
    ["Missä on puhdistamo?", "fi", 1],
    // A compound asked for by its first part.
    ["Vad används kalksten till?", "sv", 4],
    // Question words are everywhere in a text and must not outweigh the one word that matters.
    ["What is the use of the slag?", "en", 5],
    // Only the title holds the word.
    ["shipping", "en", 6],
  ] as const)("%j (%s): entry %i first", (question, language, entry) => {
    expect(search(question, language)[0]).toBe(entry);
  });

  it("finds a name in passages of other languages", () => {
    expect(search("Outokummun ja Outokumpun kuona", "fi").slice(0, 2).sort()).toEqual([4, 5]);
  });

  it("prefers words that stand together to the same words apart", () => {
    const filler = "muuta asiaa joka ei kuulu tähän lainkaan mutta täyttää tilaa ".repeat(4);
    const index = buildLexicalIndex([
      { language: "fi", text: `Alue ${filler} kaukolämpö ${filler} Tornio` },
      { language: "fi", text: `Alue ${filler} ${filler} kaukolämpö Tornio` },
    ]);
    expect(index.search("Tornio kaukolämpö", { language: "fi" })[0]?.entry).toBe(1);
  });
});

describe("LexicalIndex.search() with concepts", () => {
  const conceptsOf = (entry: number) =>
    entry === 2 || entry === 3 ? ["gypsum"] : entry === 5 ? ["slag"] : [];
  const index = buildLexicalIndex(PARK, { concepts: conceptsOf });

  it("finds passages in other languages by a concept they name", () => {
    const hits = index.search("Where does gypsum go?", {
      language: "en",
      concepts: [{ id: "gypsum", weight: 1 }],
    });
    expect(
      hits
        .slice(0, 2)
        .map(({ entry }) => entry)
        .sort(),
    ).toEqual([2, 3]);
  });

  it("finds by concepts alone, heavier ones first, and ignores unknown ones", () => {
    const concepts = [
      { id: "gypsum", weight: 0.2 },
      { id: "slag", weight: 1 },
      { id: "unheard of", weight: 9 },
    ];
    const hits = index.search("", { language: "en", concepts });
    expect(hits.map(({ entry }) => entry)).toEqual([5, 2, 3]);
  });
});

describe("LexicalIndex.search()", () => {
  const index = buildLexicalIndex(PARK);

  it("leaves out what is not allowed and fills up with what is", () => {
    const hits = index.search("lentotuhka", { language: "fi", topK: 1, isAllowed: (entry) => entry !== 0 });
    expect(hits.map(({ entry }) => entry)).toEqual([1]);
  });

  it("leaves the passages left in the order they have among all", () => {
    const all = index.search("fosforihappo ja fosforsyra", { language: "fi" }).map(({ entry }) => entry);
    const some = index.search("fosforihappo ja fosforsyra", {
      language: "fi",
      isAllowed: (entry) => entry > 2,
    });
    expect(some.map(({ entry }) => entry)).toEqual(all.filter((entry) => entry > 2));
  });

  it.each(["", "  ", "?!", "xyzzyx"])("gives nothing for %j", (question) => {
    expect(index.search(question, { language: "fi" })).toEqual([]);
  });

  it("answers a question of 2,000 characters and cuts a longer one", () => {
    const long = "mitä kipsi on ja missä sitä syntyy ".repeat(80);
    expect(index.search(long, { language: "fi" })[0]?.entry).toBe(2);
    expect(index.search(long, { language: "fi" })).toEqual(
      index.search(long.slice(0, 2000), { language: "fi" }),
    );
    const manyWords = Array.from({ length: 300 }, (_, word) => `s${word}na`).join(" ");
    expect(index.search(`lentotuhka ${manyWords}`, { language: "fi" })[0]?.entry).toBe(0);
  });

  it("does not let one question change the answer to the next", () => {
    const before = index.search("Mitä lentotuhka on?", { language: "fi" });
    index.search("Where is the harbour of Kemi?", { language: "en" });
    expect(index.search("Mitä lentotuhka on?", { language: "fi" })).toEqual(before);
  });

  it.each([0, -1, 1.5, 1001, Number.NaN])("refuses topK %d", (topK) => {
    expect(() => index.search("kipsi", { language: "fi", topK })).toThrow(RangeError);
  });

  it("gives falling scores above 0 and at most topK of them", () => {
    const scores = index
      .search("fosforihapon kipsi, gips fosforsyra, slag Outokumpu", { language: "fi", topK: 3 })
      .map(({ score }) => score);
    expect(scores).toHaveLength(3);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it("finds nothing in an index without entries", () => {
    const empty = buildLexicalIndex([]);
    expect(empty.size).toBe(0);
    expect(empty.search("kipsi", { language: "fi" })).toEqual([]);
  });
});

describe("LexicalIndex.fromBytes()", () => {
  const concepts = (entry: number) => (entry === 3 ? ["gypsum"] : []);
  const index = buildLexicalIndex(PARK, { concepts });
  const bytes = index.toBytes();

  it("answers like the index that was written", () => {
    const read = LexicalIndex.fromBytes(bytes);
    expect(read.size).toBe(PARK.length);
    for (const question of ["Mitä lentotuhka on?", "Gips på åkrar", "slag", "Kemi Tornio"]) {
      const options = { language: "fi", concepts: [{ id: "gypsum", weight: 1 }] } as const;
      expect(read.search(question, options)).toEqual(index.search(question, options));
    }
    expect(read.toBytes()).toEqual(bytes);
  });

  it("reads bytes that lie anywhere in a buffer, and an index without entries", () => {
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(LexicalIndex.fromBytes(shifted).size).toBe(PARK.length);
    expect(LexicalIndex.fromBytes(buildLexicalIndex([]).toBytes()).size).toBe(0);
  });

  it("refuses foreign, cut and changed bytes and says what to do", () => {
    const changed = bytes.slice();
    changed[bytes.length - 5] = (changed[bytes.length - 5] ?? 0) ^ 1;
    const newer = bytes.slice();
    newer[4] = 99;
    for (const length of [0, 1, 3, 4, 23, 24, 25, 100, bytes.length - 1]) {
      expect(() => LexicalIndex.fromBytes(bytes.slice(0, length))).toThrow(/Cannot read the lexical index: /);
    }
    expect(() => LexicalIndex.fromBytes(new TextEncoder().encode("{}".repeat(50)))).toThrow(
      /not a lexical index/,
    );
    expect(() => LexicalIndex.fromBytes(changed)).toThrow(/checksum.*npm run index/);
    expect(() => LexicalIndex.fromBytes(newer)).toThrow(/format is 99/);
  });
});
