import { beforeAll, describe, expect, it } from "vitest";
import { CompanyReceivers, type ScoredCompany } from "../../../bot/partners/company-receivers.ts";
import type { Offer } from "../../../bot/partners/offer.ts";
import type { ScoredClass } from "../../../bot/partners/score-classes.ts";
import { PARTNER_WEIGHTS } from "../../../bot/partners/weights.ts";
import type { KnowledgeIndex } from "../../../indexer/index.ts";
import type { CompanyRecord, ParkRecord } from "../../../knowledge/schema.ts";
import { makeMaterials, makeUse } from "../../support/materials.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";
import { makeCompany, makePark } from "../../support/partner-knowledge.ts";

const WEIGHTS = PARTNER_WEIGHTS.company;
const KEMI = { latitude: 65.74, longitude: 24.56 };
const materials = makeMaterials({ uses: [makeUse({ stream_type: "fly-ash" })] });
const CEMENT: ScoredClass = { receiverClass: "cement and lime", score: 0.8, supports: [] };
const ROADS: ScoredClass = { receiverClass: "roads", score: 0.6, supports: [] };
const STUFF = [{ id: "fly-ash", weight: 1, start: 0, end: 1 }];

let lexicon: KnowledgeIndex["lexicon"];
beforeAll(async () => {
  lexicon = (await openOwnKnowledge()).index.lexicon;
});

function find(
  companies: readonly CompanyRecord[],
  context: {
    offer?: Partial<Offer>;
    parks?: readonly ParkRecord[];
    industries?: readonly ScoredClass[];
  } = {},
): ScoredCompany[] {
  const { offer = {}, parks = [makePark()], industries = [CEMENT] } = context;
  const tables = { companies, parks } as unknown as KnowledgeIndex["tables"];
  return new CompanyReceivers({ index: { tables, lexicon }, materials }).find(industries, {
    stuff: STUFF,
    ...offer,
    materials,
  });
}
const only = (...parameters: Parameters<typeof find>): ScoredCompany => {
  const found = find(...parameters);
  expect(found).toHaveLength(1);
  return found[0] as ScoredCompany;
};

describe("CompanyReceivers.find()", () => {
  it("adds the weighed parts up", () => {
    const { score, parts } = only([makeCompany({ inputs_en: "fly ash" })], { offer: { place: KEMI } });
    expect(parts).toEqual({ industry: 0.8, needs: 1, distance: 1, freshness: 1 });
    expect(score).toBeCloseTo(
      WEIGHTS.industry * 0.8 + WEIGHTS.needs + WEIGHTS.distance + WEIGHTS.freshness,
      9,
    );
  });

  it("leaves out companies of other industries and names each in the one it fits best", () => {
    const both = makeCompany({ receiver_classes: ["roads", "cement and lime"] });
    const other = makeCompany({ id: "other", receiver_classes: ["biogas"] });
    const found = find([both, other], { industries: [ROADS, CEMENT] });
    expect(found.map(({ company, industry }) => [company.id, industry.receiverClass])).toEqual([
      ["works", "cement and lime"],
    ]);
  });

  it.each([
    ["inputs_en", "bottom ash and fly ash"],
    ["inputs_fi", "lentotuhkaa"],
    ["inputs_sv", "flygaska"],
  ])("finds the stuff among the inputs in %s", (field, words) => {
    expect(only([makeCompany({ [field]: words })])).toMatchObject({ needs: "fly-ash", parts: { needs: 1 } });
  });

  it("counts a more general input less, and what the stuff holds not at all", () => {
    const general = only([makeCompany({ inputs_en: "ash" })]);
    expect(general.needs).toBe("ash");
    expect(general.parts.needs).toBe(PARTNER_WEIGHTS.related.broader);
    const content = only([makeCompany({ inputs_en: "silica" })]);
    expect(content.needs).toBeUndefined();
    expect(content.parts.needs).toBe(0);
  });

  it("halves nearness at the distance the weights tell, and takes an unknown one for neither near nor far", () => {
    const degrees = WEIGHTS.halfwayKm / ((Math.PI / 180) * 6371);
    const place = { ...KEMI, latitude: KEMI.latitude + degrees };
    const far = only([makeCompany()], { offer: { place } });
    expect(far.parts.distance).toBeCloseTo(0.5, 6);
    expect(far.distanceInKm).toBe(WEIGHTS.halfwayKm);
    const unknown = only([makeCompany()]);
    expect(unknown.parts.distance).toBe(0.5);
    expect("distanceInKm" in unknown).toBe(false);
    expect(only([makeCompany({ parks: [] })], { offer: { place } }).park).toBeUndefined();
  });

  it("tells of heat that it cannot be piped so far, and hardly counts such a company", () => {
    const place = { ...KEMI, latitude: KEMI.latitude + 0.5 };
    const heat = only([makeCompany()], { offer: { place, isHeat: true } });
    const { industry, distance, freshness } = heat.parts;
    expect(heat.isBeyondReach).toBe(true);
    expect(heat.score).toBeCloseTo(
      (WEIGHTS.industry * industry + WEIGHTS.distance * distance + WEIGHTS.freshness * freshness) *
        WEIGHTS.beyondReach,
      9,
    );
    expect(only([makeCompany()], { offer: { place } }).isBeyondReach).toBeUndefined();
    expect(only([makeCompany()], { offer: { place: KEMI, isHeat: true } }).isBeyondReach).toBeUndefined();
  });

  it("counts old data less, and those of no year less than new ones", () => {
    const freshness = (year: number | undefined) => only([makeCompany({ year })]).parts.freshness;
    const now = new Date().getFullYear();
    expect(freshness(now)).toBe(1);
    expect(freshness(now - 6)).toBeCloseTo(0.6, 9);
    expect(freshness(now - 40)).toBe(0);
    expect(freshness(undefined)).toBe(0.3);
  });

  it("leaves out what has closed and counts what is planned less", () => {
    expect(find([makeCompany({ status: "closed" })])).toEqual([]);
    const score = (status: CompanyRecord["status"]) => only([makeCompany({ status })]).score;
    expect(score("planned") / score("running")).toBeCloseTo(PARTNER_WEIGHTS.obstacles.planned, 9);
    expect(score("unknown") / score("running")).toBeCloseTo(PARTNER_WEIGHTS.obstacles.unknownStatus, 9);
  });

  it("does not name the giver as its own taker", () => {
    const companies = [makeCompany(), makeCompany({ id: "b", name_en: "Ab", name_fi: "Ab", name_sv: "Ab" })];
    expect(find(companies, { offer: { owner: "works" } }).map(({ company }) => company.id)).toEqual(["b"]);
  });

  it("gives the best twelve, best first", () => {
    const companies = Array.from({ length: 20 }, (_, at) =>
      makeCompany({ id: `c${at}`, year: new Date().getFullYear() - at }),
    );
    const found = find(companies);
    expect(found.map(({ company }) => company.id)).toEqual(companies.slice(0, 12).map(({ id }) => id));
  });
});

describe("what a reader may not see of a company", () => {
  it("is the company itself where its row is hidden", () => {
    const companies = [makeCompany({ visibility: "member" })];
    expect(find(companies, { offer: { place: KEMI } })).toEqual([]);
    expect(find(companies, { offer: { place: KEMI, reader: "member" } })).toHaveLength(1);
  });

  it("is its park too, with the distance there", () => {
    const parks = [makePark({ visibility: "coordinator" })];
    const hidden = only([makeCompany()], { offer: { place: KEMI, reader: "member" }, parks });
    expect(hidden.park).toBeUndefined();
    expect(hidden.distanceInKm).toBeUndefined();
    const seen = only([makeCompany()], { offer: { place: KEMI, reader: "coordinator" }, parks });
    expect(seen).toMatchObject({ park: { id: "kemi-tornio" }, distanceInKm: 0 });
  });
});
