import { beforeAll, describe, expect, it } from "vitest";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

describe("answerParkList()", () => {
  it.each([
    ["Which parks have a laboratory?", "Of 19 other places the table says nothing", "GTK Mintec"],
    ["Missä puistoissa on laboratorio?", "Muista 19 paikasta taulukko ei kerro", "GTK Mintec"],
    ["Vilka parker har laboratorium?", "Om 19 andra platser säger tabellen ingenting", "GTK Mintec"],
  ])(
    "gives each park's fact with its source, and how many are silent: %s",
    async (question, silent, fact) => {
      const reply = await asker.ask(question);
      expect(reply.intent).toBe("parks");
      expect(reply.parks?.map(({ id }) => id)).toEqual(["greenpark-joensuu", "smart-chemistry-park"]);
      expect(reply.parks?.[0]?.reasons.join(" ")).toContain(fact);
      expect(reply.text).toContain(silent);
      expectGrounded(reply);
      expect(reply.cards).toHaveLength(1);
      expect(reply.downloads?.map(({ request }) => request.table)).toEqual(["parks", "parks"]);
    },
  );

  it.each([
    ["Which parks have an airport?", "That does not mean that there is none"],
    ["Missä puistoissa on lentoasema?", "Se ei tarkoita, ettei sitä ole"],
    ["Vilka parker har en flygplats?", "Det betyder inte att det saknas"],
  ])("does not take silence for a no: %s", async (question, words) => {
    const reply = await asker.ask(question);
    expect(reply.parks).toEqual([]);
    expect(reply.text).toContain(words);
  });

  it("lists sites beside parks when they are asked for, by their own row where no feature tells", async () => {
    const reply = await asker.ask("Which parks and sites have a port?");
    expect(reply.parks?.map(({ id }) => id)).toContain("raahe");
    expect(reply.text).toContain("infrastructure: Port, rail");
    expectGrounded(reply);
  });

  it("takes over the last question for another place", async () => {
    const reply = await asker.ask(["parks with a port", "and in Lapland?"]);
    expect(reply.parks?.map(({ id }) => id)).toEqual(["kemi-tornio", "arctio"]);
  });
});
