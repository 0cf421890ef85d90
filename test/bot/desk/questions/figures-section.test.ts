import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../../support/databases.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";
import { type QuestionsOfTest, questionsOn } from "./asked.ts";
import { read, visit } from "./desk-page.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

let questions: QuestionsOfTest;

interface Row {
  day?: string;
  language?: string;
  channel?: string;
  intent?: string;
  outcome?: string;
  conversation?: string;
  topics?: string[];
  likes?: number;
  dislikes?: number;
}

let turns = 0;
async function keep(row: Row): Promise<void> {
  const { day = "2026-03-01", language = "fi", channel = "web-chat", intent = "answer" } = row;
  const { outcome = "answered", topics = [], likes = 0, dislikes = 0 } = row;
  const turn = `turn-${++turns}`;
  const added = await questions.base.database
    .prepare(
      "insert into asked (turn, conversation, channel, language, intent, outcome, day, created, likes, dislikes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
    )
    .get(
      turn,
      row.conversation ?? turn,
      channel,
      language,
      intent,
      outcome,
      day,
      Date.parse(day),
      likes,
      dislikes,
    );
  for (const topic of topics)
    await questions.base.database
      .prepare("insert into asked_topic values (?, ?)")
      .run(Number(added?.id), topic);
}

const figures = () => questions.part.figuresSection;
/** Cells of the rows of a table, names first. */
function rowsOf(page: string, id: string): string[][] {
  const section = page.split(`<section class="desk-card" aria-labelledby="figures-${id}">`)[1] ?? "";
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(section)?.[1] ?? "";
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell ?? ""),
  );
}
async function csv(table: string, query = "days=7", language: "fi" | "en" = "en"): Promise<string> {
  const answer = await visit(figures(), "/csv/:table", { params: { table }, query, language });
  if (answer.kind !== "file") throw new Error(`Expected a file, got ${answer.kind}`);
  return Buffer.from(answer.body).toString("utf8");
}

describe.each(DATABASE_KINDS)("figures of a database (%s)", (kind) => {
  beforeEach(async () => {
    questions = questionsOn(view, { database: await openTestDatabase(kind) });
  });

  describe("the page of figures", () => {
    test("counts questions by day, language, channel and kind, and no courtesies", async () => {
      await keep({ day: "2026-02-28", outcome: "refused", intent: "none" });
      await keep({ language: "sv", channel: "teams", intent: "streams" });
      await keep({ outcome: "weak" });
      await keep({ outcome: "handed-over", intent: "handoff" });
      await keep({ outcome: "courtesy", intent: "smalltalk" });
      await keep({ day: "2026-01-01" });
      const page = await read(figures(), "", { query: "days=7" });
      const days = rowsOf(page, "days");
      expect(days).toHaveLength(7);
      expect(days.slice(-2)).toEqual([
        ["28 February 2026", "1", "0", "0", "1", "0"],
        ["1 March 2026", "3", "1", "1", "0", "1"],
      ]);
      expect(rowsOf(page, "languages").map(([name, all]) => [name, all])).toEqual([
        ["Finnish", "3"],
        ["Swedish", "1"],
        ["English", "0"],
      ]);
      expect(rowsOf(page, "channels")[0]?.slice(0, 2)).toEqual(["Teams", "1"]);
      expect(rowsOf(page, "kinds").map(([name]) => name)).toEqual([
        "A person was asked for",
        "No answer",
        "Side streams",
        "Text answer",
      ]);
      expect(rowsOf(page, "outcomes")).toEqual([
        ["Answered", "1", "25"],
        ["Weak answers", "1", "25"],
        ["Refused", "1", "25"],
        ["Handed over", "1", "25"],
      ]);
    });

    test("hides the figure of a topic that fewer than five conversations asked about, and its place", async () => {
      for (let at = 0; at < 5; at++) await keep({ topics: ["park:eco3"], conversation: `c${at}` });
      for (let at = 0; at < 9; at++) await keep({ topics: ["park:topinpuisto"], conversation: "one" });
      await keep({ topics: ["park:kilpilahti", "trade:fly-ash", "word:price"] });
      const page = await read(figures(), "");
      expect(rowsOf(page, "parks")).toEqual([
        ["ECO3", "5"],
        ["Kilpilahti industrial area", "under 5"],
        ["Topinpuisto", "under 5"],
      ]);
      expect(rowsOf(page, "materials")).toEqual([["fly ash", "under 5"]]);
      expect(rowsOf(page, "facts")).toEqual([["price", "under 5"]]);
      const sheet = await csv("parks");
      expect(sheet).toContain("Topinpuisto,under 5");
      expect(sheet).not.toContain("9");
    });

    test("tells how satisfied people are, and what came of partner suggestions", async () => {
      await keep({ likes: 3, dislikes: 1 });
      await keep({ language: "en", dislikes: 1 });
      const place = { conversation: "c", channel: "teams", language: "fi" } as const;
      questions.part.noteHappening("partners.shown", place);
      questions.part.noteHappening("partners.shown", place);
      questions.part.noteHappening("introduction.asked", place);
      const page = await read(figures(), "");
      expect(rowsOf(page, "satisfaction")).toEqual([
        ["All", "3", "2", "60"],
        ["Finnish", "3", "1", "75"],
        ["Swedish", "0", "0", "–"],
        ["English", "0", "1", "0"],
      ]);
      expect(rowsOf(page, "partners").map(([, count]) => count)).toEqual(["2", "0", "1"]);
    });

    test("shows a chosen period, long ones by month, and refuses what is none", async () => {
      await keep({ day: "2025-12-24" });
      const year = await read(figures(), "", { query: "from=2025-11-01&to=2026-02-28" });
      expect(rowsOf(year, "days").map((row) => row.slice(0, 2))).toEqual([
        ["November 2025", "0"],
        ["December 2025", "1"],
        ["January 2026", "0"],
        ["February 2026", "0"],
      ]);
      for (const query of [
        "from=2026-03-02&to=2026-03-01",
        "from=x&to=y",
        "from=2026-02-30&to=2026-03-01",
        "from=1900-01-01&to=2026-03-01",
      ])
        expect(await visit(figures(), "", { query })).toMatchObject({ kind: "page", status: 400 });
    });

    test("draws plots that are told in words and hold no style or script", async () => {
      await keep({ outcome: "refused" });
      const page = await read(figures(), "");
      const plots = [...page.matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([plot]) => plot);
      expect(plots.length).toBeGreaterThanOrEqual(4);
      for (const plot of plots) {
        expect(plot).toMatch(/role="img" aria-labelledby="plot-(\w+)-title plot-\1-text"/);
        expect(plot).toMatch(
          /<title id="plot-\w+-title">[^<]+<\/title>\n<desc id="plot-\w+-text">[^<]+<\/desc>/,
        );
        expect(plot).not.toMatch(/style=|<script|NaN|Infinity/);
      }
      // A table without figures has no plot.
      expect(page).not.toContain("plot-parks-title");
    });

    test("escapes names in plots and tables", async () => {
      await keep({ intent: "<img src=x>&" });
      const page = await read(figures(), "");
      expect(page).not.toContain("<img");
      expect(page).toContain("&lt;img src=x&gt;&amp;</text>");
    });

    test.each([
      ["fi", "Tunnusluvut", "Kysymykset päivittäin"],
      ["sv", "Nyckeltal", "Frågor per dag"],
      ["en", "Figures", "Questions by day"],
    ] as const)("speaks %s", async (language, title, words) => {
      expect(await visit(figures(), "", { language })).toMatchObject({ kind: "page", title });
      expect(await read(figures(), "", { language })).toContain(words);
    });
  });

  describe("a file of figures", () => {
    test("holds one table as it is shown, and is noted", async () => {
      await keep({ outcome: "refused" });
      const answer = await visit(figures(), "/csv/:table", { params: { table: "days" }, query: "days=7" });
      expect(answer).toMatchObject({
        kind: "file",
        name: "sivuvirta-days-2026-02-23-2026-03-01.csv",
        contentType: "text/csv; charset=utf-8",
      });
      expect(await csv("days")).toContain("2026-03-01,1,0,0,1,0");
      expect((await questions.base.audit.list())[0]).toMatchObject({
        action: "figures.export",
        subject: "figures:days",
        detail: { from: "2026-02-23", to: "2026-03-01" },
      });
    });

    test("of all tables has a figure a line", async () => {
      await keep({ outcome: "refused" });
      const lines = (await csv("all")).split("\r\n");
      expect(lines[0]).toBe("\ufeffTable,Name,Figure,Number");
      expect(lines).toContain("Questions by day,2026-03-01,Refused,1");
      expect(lines).toContain("By language,Finnish,Questions,1");
      expect(await csv("all", "days=7", "fi")).toContain("Kielittäin;suomi;Kysymyksiä;1");
    });

    test("of a table that is none, or a wrong period, is missing and not noted", async () => {
      expect(await visit(figures(), "/csv/:table", { params: { table: "asked" } })).toEqual({
        kind: "missing",
      });
      const request = { params: { table: "all" }, query: "from=2026-03-02&to=2026-03-01" };
      expect(await visit(figures(), "/csv/:table", request)).toEqual({ kind: "missing" });
      expect(await questions.base.audit.list()).toEqual([]);
    });
  });
});
