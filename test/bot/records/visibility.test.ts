import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { buildRecordCard } from "../../../bot/records/build-record-card.ts";
import { buildRecordSheet } from "../../../bot/records/build-record-sheet.ts";
import { RECORD_KINDS, type RecordKind } from "../../../bot/records/record-sheet.ts";
import { searchRecords } from "../../../bot/records/search-records.ts";
import { recordPageHtml } from "../../../bot/web/record-page-html.ts";
import { LANGUAGES, type Reader } from "../../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../support/guarded-knowledge.ts";
import { askFiles } from "../../support/own-index.ts";

/** Public rows that lie in parks of higher ranks: what names the park must not come along. */
const MORE: Record<string, string> = {
  "side-streams.csv":
    "SS906,flow,Open lime,Open kalkki,Open kalk,Open Works,Open Works,Open Works,zephyr-park,,lime,solid,300,t,,no,Roads,Tiet,Vägar,available,book,2024,public,,,\n",
  "companies.csv":
    "open-oy,Open Oy,Open Oy,Open Oy,harbour-park; zephyr-park; quagga-park,Kajaani,Open trade,Avoin kauppa,Öppen handel,,,,,,,,,,,,,,,,running,book,2024,public,\n",
  "faq/en.md":
    "\n## What does Harbour Park sell?\n- id: harbour-sales\n\nHarbour Park sells bark ash in Kajaani. [^book]\n",
};

const HIDDEN: Record<RecordKind, Record<Exclude<Reader, "public">, string>> = {
  streams: { member: "SS903", coordinator: "SS904" },
  companies: { member: "zephyr-oy", coordinator: "quagga-oy" },
  parks: { member: "zephyr-park", coordinator: "quagga-park" },
  faq: { member: "cost-zephyr", coordinator: "cost-quagga" },
};

/** Words that only hidden rows have, and words that lead to rows beside them. */
const TEXTS = [
  "",
  "Zephyr",
  "zeph",
  "zephir",
  "Zephyr Park",
  "side streams of Zephyr Park",
  "companies in Zephyr Park",
  "Zephyr ash",
  "quagga",
  "Quagga Park",
  "kaisa",
  "Veera Vuori",
  "7771",
  "9 771 t",
  "more than 5000 t ash",
  "ash",
  "harbour",
  "Kajaani",
  "open",
  "lime",
  "membership",
  "park",
  "oy",
];

let view: KnowledgeView;
beforeAll(async () => {
  const files = Object.entries(GUARDED_KNOWLEDGE).map(([file, text]) => [file, text + (MORE[file] ?? "")]);
  ({ view } = await askFiles(Object.fromEntries(files)));
}, 120_000);

/** What a rank must never meet. */
const secretsFrom: Record<Reader, readonly RegExp[]> = {
  public: [SECRETS.member, SECRETS.coordinator],
  member: [SECRETS.coordinator],
  coordinator: [],
};

/** Everything that is made of a record. */
function shown(kind: RecordKind, id: string, reader: Reader): string {
  return LANGUAGES.map((language) => {
    const sheet = buildRecordSheet({ kind, id }, { view, reader, language });
    if (sheet === undefined) return "";
    const card = buildRecordCard(sheet, { language, url: "https://chat.example/x" });
    return JSON.stringify([
      sheet,
      card,
      recordPageHtml(sheet, { language, nonce: "n", assetsUrl: "/assets/v" }),
    ]);
  }).join("");
}

describe.each(["public", "member"] as const)("to a reader who is %s", (reader) => {
  it("a record above the rank is as if it were not there", () => {
    for (const kind of RECORD_KINDS) {
      expect(shown(kind, HIDDEN[kind].coordinator, reader)).toBe("");
      expect(shown(kind, HIDDEN[kind].member, reader) === "").toBe(reader === "public");
    }
  });

  it("no record tells of one above the rank", async () => {
    let count = 0;
    for (const kind of RECORD_KINDS) {
      const context = { view, reader, language: "en" } as const;
      const { results } = await searchRecords({ kind, text: "", count: 100 }, context);
      for (const { id } of results) {
        const text = shown(kind, id, reader);
        for (const secret of secretsFrom[reader]) expect(text, `${kind}/${id}`).not.toMatch(secret);
        count++;
      }
    }
    expect(count).toBe(reader === "public" ? 8 : 12);
  });

  it("no search tells of one above the rank, by its results or their number", async () => {
    for (const kind of RECORD_KINDS) {
      for (const language of LANGUAGES) {
        for (const text of TEXTS) {
          const found = await searchRecords({ kind, text, count: 100 }, { view, reader, language });
          expect(found.total).toBe(found.results.length);
          for (const secret of secretsFrom[reader])
            expect(JSON.stringify(found), `${kind} ${text}`).not.toMatch(secret);
        }
      }
    }
  });

  it("a hidden word finds no more than a word that nobody has", async () => {
    for (const kind of RECORD_KINDS) {
      for (const language of LANGUAGES) {
        for (const pattern of [
          "X",
          "X Park",
          "X ash",
          "side streams of X Park",
          "companies in X Park",
          "X Oy",
        ]) {
          const find = (word: string) =>
            searchRecords({ kind, text: pattern.replace("X", word) }, { view, reader, language });
          const nothing = await find("Xwqvzu");
          expect(await find("Quagga"), `${kind} ${pattern}`).toEqual(nothing);
          if (reader === "public") expect(await find("Zephyr"), `${kind} ${pattern}`).toEqual(nothing);
        }
      }
    }
  });
});

describe("to those who may see them", () => {
  it("hidden records are found and shown", async () => {
    for (const kind of RECORD_KINDS) {
      expect(shown(kind, HIDDEN[kind].member, "member")).toMatch(SECRETS.member);
      expect(shown(kind, HIDDEN[kind].coordinator, "coordinator")).toMatch(SECRETS.coordinator);
      const find = async (text: string, reader: Reader) =>
        (await searchRecords({ kind, text }, { view, reader, language: "en" })).results[0]?.id;
      expect(await find("zephyr", "member")).toBe(HIDDEN[kind].member);
      expect(await find("quagga", "coordinator")).toBe(HIDDEN[kind].coordinator);
    }
  });

  it("a company's hidden parks come with the rank", () => {
    const parks = (reader: Reader) =>
      buildRecordSheet({ kind: "companies", id: "open-oy" }, { view, reader, language: "en" })
        ?.facts.filter(({ label }) => label === "Park")
        .map(({ value }) => value);
    expect(parks("public")).toEqual(["Harbour Park"]);
    expect(parks("member")).toEqual(["Harbour Park", "Zephyr Park"]);
    expect(parks("coordinator")).toEqual(["Harbour Park", "Zephyr Park", "Quagga Park"]);
  });

  it("a stream in a hidden park has a place for those who may see the park", () => {
    const subtitle = (reader: Reader) =>
      buildRecordSheet({ kind: "streams", id: "SS906" }, { view, reader, language: "en" })?.subtitle;
    expect(subtitle("public")).toBe("Open Works");
    expect(subtitle("member")).toBe("Open Works · Zephyr Park");
  });
});
