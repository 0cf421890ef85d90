import { beforeAll, describe, expect, it } from "vitest";
import { createSheet } from "../../../../bot/exports/create-sheet.ts";
import type { StreamQuery } from "../../../../bot/query/stream-query.ts";
import { GROUPINGS } from "../../../../bot/query/stream-query.ts";
import { answerStreamQuery } from "../../../../bot/skills/streams/answer-streams.ts";
import { LANGUAGES, READERS, type Reader } from "../../../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../../support/guarded-knowledge.ts";
import { type Asker, askFiles } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askFiles(GUARDED_KNOWLEDGE);
});

/** Whatever a reply would carry to a reader. */
function expectNoSecret(sent: unknown, reader: Reader): void {
  const text = JSON.stringify(sent);
  if (reader === "public") expect(text).not.toMatch(SECRETS.member);
  if (reader !== "coordinator") expect(text).not.toMatch(SECRETS.coordinator);
}

const WORDINGS: (string | string[])[] = [
  "List all side streams",
  "Listaa kaikki sivuvirrat",
  "Visa alla sidoströmmar",
  "How many ash streams are there?",
  "Kuinka paljon tuhkaa syntyy yhteensä?",
  "Hur stor är den genomsnittliga askströmmen?",
  "ash over 5 000 t",
  "yli 5 000 t tuhkaa",
  "aska över 5 000 ton",
  "the largest side stream",
  "side streams per park",
  "sivuvirrat tuottajittain",
  "sidoströmmar per kategori",
  "SS903 and SS904",
  ["Which side streams arise in Harbour Park?", "show more"],
  ["Which side streams arise in Harbour Park?", "largest first"],
  ["Which side streams arise in Harbour Park?", "only over 2 000 t"],
  ["List all side streams", "per producer"],
];

describe("guarded rows of the side-stream table", () => {
  it.each(WORDINGS)("stand in no list, count, sum, group, card, chart or download: %s", async (turns) => {
    for (const reader of READERS) {
      const { ms: _ms, turnId: _turnId, ...reply } = await asker.ask(turns, { reader });
      expectNoSecret(reply, reader);
      for (const { request } of reply.downloads ?? []) {
        expect(request.reader).toBe(reader);
        const sheet = await createSheet(request, asker.view);
        expect(sheet?.rows.length).toBeGreaterThan(0);
        expectNoSecret(sheet, reader);
      }
    }
  });

  const QUERIES: StreamQuery[] = [
    {},
    { categories: ["ash"] },
    { quantity: { dimension: "mass", min: 5000 } },
    { sort: "largest", limit: 2 },
    { measure: "average" },
    { ids: ["SS903", "SS904", "SS901"] },
    ...GROUPINGS.map((groupBy): StreamQuery => ({ groupBy })),
  ];

  it.each(QUERIES)("take no part in the query %o", (query) => {
    for (const reader of READERS) {
      for (const language of LANGUAGES) {
        const draft = answerStreamQuery(query, { view: asker.view, reader, language });
        expectNoSecret(draft ?? {}, reader);
      }
    }
  });

  it("are there for those who may see them, in rows, sums, groups and downloads", async () => {
    const counts = READERS.map((reader) => {
      const { rows, totals, groups = [] } = asker.view.streams.run({ groupBy: "producer" }, reader);
      return [rows.length, totals[0]?.quantity, groups.length];
    });
    expect(counts).toEqual([
      [3, 1500, 3],
      [4, 9271, 4],
      [5, 19_042, 5],
    ]);
    const { downloads = [] } = await asker.ask("List all side streams", { reader: "coordinator" });
    const sheet =
      downloads[0] === undefined ? undefined : await createSheet(downloads[0].request, asker.view);
    expect(sheet?.rows).toHaveLength(5);
    expect(JSON.stringify(sheet)).toMatch(SECRETS.coordinator);
  });

  it("a link given to the public stays the public's, whoever opens it", async () => {
    const { downloads = [] } = await asker.ask("List all side streams");
    expect(downloads).toHaveLength(2);
    for (const { request } of downloads)
      expect((await createSheet(request, asker.view))?.rows).toHaveLength(3);
  });

  it("count for nothing when a question asks whether there are any", async () => {
    const reply = await asker.ask("Is there any ash over 5 000 t in Harbour Park?");
    expect(reply.streams ?? []).toEqual([]);
    expect(reply.text).not.toMatch(/\bone side stream|2 side streams/);
  });
});
