import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { StreamQuery } from "../../../bot/query/stream-query.ts";
import { writeRowIds } from "../../../bot/understand/write-row-ids.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const SLAGS: StreamQuery = { categories: ["slag"] };

function write(language: Language, text: string, query: StreamQuery | undefined = SLAGS, shown = 10): string {
  const memory = query === undefined ? {} : { streams: { query, shown } };
  return writeRowIds(text, { language, memory, view, reader: "public" });
}

function idAt(query: StreamQuery, at: number): string {
  return view.streams.run(query, "public").rows[at]?.id ?? "";
}

describe("writeRowIds()", () => {
  it.each<[Language, string, number, string]>([
    ["en", "Who could use the first one?", 0, "Who could use ID?"],
    ["en", "Tell me more about the second of them", 1, "Tell me more about ID"],
    ["fi", "Kenelle ensimmäinen kelpaisi?", 0, "Kenelle ID kelpaisi?"],
    ["fi", "Kuka voisi ottaa toista niistä?", 1, "Kuka voisi ottaa ID?"],
    ["sv", "Vem kunde ta emot den tredje?", 2, "Vem kunde ta emot ID?"],
  ])("writes the row an ordinal points to, in %s: %s", (language, text, at, written) => {
    expect(write(language, text)).toBe(written.replace("ID", idAt(SLAGS, at)));
  });

  it("counts on the page last seen", () => {
    expect(write("en", "Who could use the first one?", {}, 20)).toContain(idAt({}, 10));
  });

  it.each<[Language, string, string]>([
    ["en", "Who could use it?", "Who could use SS001?"],
    ["fi", "Kuka voisi ottaa sitä?", "Kuka voisi ottaa SS001?"],
    ["sv", "Vem kunde använda den?", "Vem kunde använda SS001?"],
  ])("takes a pronoun for the only row, in %s: %s", (language, text, written) => {
    expect(write(language, text, { ids: ["SS001"] })).toBe(written);
  });

  it("leaves the text alone where no rows or several were shown, or nothing is asked of one", () => {
    const texts = ["Who could use it?", "Who was the first to come?", "How do I take the first step now?"];
    for (const text of texts) expect(write("en", text), text).toBe(text);
    expect(
      writeRowIds("Who could use the first one?", { language: "en", memory: {}, view, reader: "public" }),
    ).toBe("Who could use the first one?");
    const grouped = write("en", "Who could use the first one?", { groupBy: "park" });
    expect(grouped).toBe("Who could use the first one?");
  });

  it("points to no row that the reader may not see", () => {
    expect(write("en", "Who could use the first one?", { ids: ["SS99999"] })).toBe(
      "Who could use the first one?",
    );
  });
});
