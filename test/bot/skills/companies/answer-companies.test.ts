import { beforeAll, describe, expect, it } from "vitest";
import { expectGrounded } from "../../../support/check-reply.ts";
import { GUARDED_KNOWLEDGE } from "../../../support/guarded-knowledge.ts";
import { type Asker, askFiles, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("answerCompanies()", () => {
  it.each([
    ["Which companies in Harjavalta take in sulphuric acid?", "takes or uses: sulphuric acid", "inputs:"],
    [
      "Mitkä Harjavallan yritykset käyttävät rikkihappoa?",
      "ottaa vastaan tai käyttää: rikkihappo",
      "raaka-aineet:",
    ],
    [
      "Vilka företag i Harjavalta använder svavelsyra?",
      "tar emot eller använder: svavelsyra",
      "insatsvaror:",
    ],
  ])("says what was understood, and each row with its cell and source: %s", async (question, head, cell) => {
    const reply = await asker.ask(question);
    expect(reply.companies?.map(({ id }) => id)).toEqual(["nornickel-harjavalta"]);
    expect(reply.text).toContain(head);
    expect(reply.text).toContain(cell);
    expectGrounded(reply);
    expect(reply.cards).toHaveLength(1);
    expect(reply.downloads?.map(({ request }) => [request.table, request.format, request.query])).toEqual([
      ["companies", "csv", { ids: ["nornickel-harjavalta"] }],
      ["companies", "xlsx", { ids: ["nornickel-harjavalta"] }],
    ]);
  });

  it.each([
    ["Which companies produce steam?", "as a side stream"],
    ["Mitkä yritykset tuottavat höyryä?", "sivuvirtana"],
    ["Vilka företag producerar ånga?", "som sidoström"],
  ])("names beside the rows who has it as a side stream: %s", async (question, words) => {
    const reply = await asker.ask(question);
    expect(reply.companies).toHaveLength(5);
    expect(reply.text).toContain(words);
    expect(reply.text).toContain("CABB");
    expectGrounded(reply);
  });

  it.each([
    ["Which companies in Nokia take jarosite?", "the table holds no such company"],
    ["Mitkä Nokian yritykset ottavat vastaan jarosiittia?", "taulukossa ei ole yhtään tällaista yritystä"],
    ["Vilka företag i Nokia tar emot jarosit?", "tabellen har inget sådant företag"],
  ])("says that there is none: %s", async (question, words) => {
    const reply = await asker.ask(question);
    expect(reply.companies).toEqual([]);
    expect(reply.text).toContain(words);
  });

  it("takes over the last question for another place", async () => {
    const reply = await asker.ask(["Mitkä yritykset ottavat vastaan tuhkaa?", "entä Nokialla?"]);
    expect(reply.companies?.map(({ id }) => id)).toEqual(["yara-eco"]);
  });

  it("groups by park", async () => {
    const reply = await asker.ask("energiayhtiöt puistoittain");
    expect(reply.text).toContain("**Lounapuisto** – 2 toimijaa:");
    expectGrounded(reply);
  });

  it("shows a reader no row above its rank, in lists and in counts", async () => {
    const guarded = await askFiles(GUARDED_KNOWLEDGE);
    for (const [rank, count] of [
      ["public", 1],
      ["member", 2],
      ["coordinator", 3],
    ] as const) {
      const reply = await guarded.ask("Which companies operate in Harbour Park?", { reader: rank });
      expect(reply.companies).toHaveLength(count);
    }
  });
});
