import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { type CompanyQuery, companyQuerySchema } from "../../../bot/query/company-query.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const idsOf = (query: CompanyQuery) => view.companies.run(query, "public").rows.map(({ id }) => id);

describe("CompanyTable", () => {
  it("finds a thing in the column of its role only", () => {
    const acid = (role: "takes" | "makes") => idsOf({ holds: [{ role, terms: ["trade:sulphuric-acid"] }] });
    expect(acid("takes")).toEqual(["yara-suomi-kokkola", "voda-nordic", "nornickel-harjavalta"]);
    expect(acid("makes")).toEqual(["boliden-kokkola", "boliden-harjavalta"]);
  });

  it("takes no part of a longer name for the thing itself", () => {
    expect(idsOf({ holds: [{ role: "makes", terms: ["trade:hydrogen"] }] })).not.toContain("kemira-oulu");
    expect(idsOf({ holds: [{ role: "makes", terms: ["trade:hydrogen-peroxide"] }] })).toEqual([
      "kemira-oulu",
    ]);
  });

  it("counts the kinds of a material to it", () => {
    expect(idsOf({ holds: [{ role: "takes", terms: ["trade:ash"] }] })).toEqual(["soilfood", "yara-eco"]);
  });

  it("looks among side streams for what is nobody's product, and names those who have both apart", () => {
    const ash = view.companies.run({ holds: [{ role: "makes", terms: ["trade:ash"] }] }, "public");
    expect(ash.roles).toEqual(["gives"]);
    expect(ash.rows.length).toBeGreaterThan(5);
    const steam = view.companies.run({ holds: [{ role: "makes", terms: ["trade:steam"] }] }, "public");
    expect(steam.rows).toHaveLength(5);
    expect(steam.besides.map(({ id }) => id)).toEqual(["cabb"]);
  });

  it("joins filters by and, their values by or", () => {
    expect(idsOf({ places: ["kokkola"], statuses: ["planned"] })).toEqual(["keliber", "flexens"]);
    const gases = { role: "makes", terms: ["trade:oxygen", "trade:nitrogen"] } as const;
    expect(idsOf({ holds: [{ ...gases, terms: [...gases.terms] }], places: ["oulu"] })).toEqual([
      "air-liquide-finland-oulu",
    ]);
  });

  it("finds words of a language that no vocabulary holds, all of them in one cell", () => {
    expect(idsOf({ holds: [{ role: "makes", terms: ["stem:en:sawn+timber"] }] })).toEqual([
      "stora-enso-veitsiluoto",
      "keitele-timber",
    ]);
  });

  it("groups by park", () => {
    const { groups } = view.companies.run({ statuses: ["planned"], groupBy: "park" }, "public");
    expect(groups?.find(({ park }) => park === "pori-harjavalta")?.rows.map(({ id }) => id)).toEqual([
      "basf-battery-materials-finland",
      "novana",
    ]);
  });
});

describe("companyQuerySchema", () => {
  it("refuses what is no query", () => {
    expect(companyQuerySchema.safeParse({ statuses: ["open"] }).success).toBe(false);
    expect(companyQuerySchema.safeParse({ holds: [{ role: "takes", terms: [] }] }).success).toBe(false);
  });
});
