import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { LocationNeed } from "../../../../bot/query/location-need.ts";
import { matchAll, matchContext, rankMatches } from "../../../../bot/skills/locations/rank-parks.ts";
import { bestRegions, findTellingNeed } from "../../../../bot/skills/locations/telling-need.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const STEAM: LocationNeed = { kind: "feature", feature: "steam" };
const PORT: LocationNeed = { kind: "feature", feature: "port" };

function rank(needs: readonly LocationNeed[]) {
  const context = matchContext(view, "public");
  const parks = context.knowledge.placesFor("public", "park");
  return rankMatches(matchAll(needs, { parks, context }), parks);
}

const ids = (needs: readonly LocationNeed[], count: number) =>
  rank(needs)
    .slice(0, count)
    .map(({ park }) => park.id);

describe("rankMatches()", () => {
  it("puts the park with the most power first when power is asked for", () => {
    expect(ids([{ ...STEAM, amount: 400, unit: "MW" }], 1)).toEqual(["kilpilahti"]);
  });

  it("prefers the kind of thing that is asked for", () => {
    const electrified: LocationNeed = { kind: "feature", feature: "rail", concepts: ["word:electrified"] };
    expect(ids([electrified], 1)).toEqual(["kemijarvi-biopark"]);
  });

  it("keeps to the place that is asked for", () => {
    expect(new Set(ids([{ kind: "place", place: "north-karelia" }], 2))).toEqual(
      new Set(["greenpark-joensuu", "nurmes-biopark"]),
    );
  });

  it("finds a material where it arises, and partly next door", () => {
    const [first, second] = rank([{ kind: "input", material: "ferrochrome-slag" }]);
    expect(first?.park.id).toBe("kemi-tornio");
    expect(second?.park.id).toBe("arctio");
    expect(second?.matches[0]).toMatchObject({ status: "partly", nearby: { park: { id: "kemi-tornio" } } });
  });

  it("finds takers by what companies take in", () => {
    const [first] = rank([{ kind: "output", material: "animal-by-products" }]);
    expect(first?.matches[0]?.facts[0]?.kind).toBe("company");
  });

  it("counts a need that few parks meet for more than a common one", () => {
    const rare: LocationNeed = { kind: "feature", feature: "fire-brigade" };
    const common: LocationNeed = { kind: "feature", feature: "heat" };
    const scored = rank([rare, common]);
    const withRare = scored.find(({ matches }) => matches[0]?.status === "met");
    const onlyCommon = scored.find(
      ({ matches }) => matches[0]?.status === "unknown" && matches[1]?.status === "met",
    );
    expect(withRare?.score).toBeGreaterThan(2 * (onlyCommon?.score ?? 1) - 1);
    expect(1 - (onlyCommon?.score ?? 0)).toBeGreaterThan(0.5);
  });

  it("gives every park a score from 0 to 1, and none without needs", () => {
    for (const { score } of rank([STEAM, PORT])) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(rank([]).every(({ score }) => score === 0)).toBe(true);
  });
});

describe("findTellingNeed()", () => {
  function telling(needs: readonly LocationNeed[], skipped: readonly string[] = []) {
    const match = matchContext(view, "public");
    const parks = match.knowledge.placesFor("public", "park");
    const rows = matchAll(needs, { parks, context: match });
    const ranked = rankMatches(rows, parks);
    return { ranked, match, found: findTellingNeed(ranked, { rows, parks, told: needs, skipped, match }) };
  }

  it("asks for what changes the order, and not for what is told", () => {
    const { found } = telling([STEAM, PORT]);
    expect(found?.change).toBeGreaterThan(0);
    expect(["feature:steam", "feature:port"]).not.toContain(
      found?.need.kind === "feature" ? `feature:${found.need.feature}` : "place",
    );
  });

  it("asks another when one is skipped", () => {
    const { found } = telling([STEAM]);
    const key = found?.need.kind === "feature" ? `feature:${found.need.feature}` : "place";
    const next = telling([STEAM], [key]).found;
    expect(next?.need).not.toEqual(found?.need);
    expect(next?.change).toBeLessThanOrEqual(found?.change ?? 0);
  });

  it("offers the regions of the best parks", () => {
    const { ranked, match } = telling([STEAM]);
    expect(bestRegions(ranked, match).length).toBeGreaterThan(1);
  });
});
