import { describe, expect, it } from "vitest";
import { namesFeature } from "../../../bot/query/feature-words.ts";
import { PARK_FEATURES, type ParkFeature } from "../../../knowledge/schema.ts";

function featuresOf(text: string): ParkFeature[] {
  return PARK_FEATURES.filter((feature) => namesFeature(text, feature));
}

describe("namesFeature()", () => {
  it.each<[string, ParkFeature[]]>([
    ["a deep-water port", ["port"]],
    ["syväsataman vieressä", ["port"]],
    ["en djuphamn", ["port"]],
    ["sähköistetty rata", ["rail"]],
    ["järnväg", ["rail"]],
    ["waste-water treatment", ["waste-water-treatment"]],
    ["jätevedenpuhdistamo", ["waste-water-treatment"]],
    ["avloppsrening", ["waste-water-treatment"]],
    ["process water", ["water"]],
    ["prosessivettä", ["water"]],
    ["höyryä", ["steam"]],
    ["ånga", ["steam"]],
    ["lågtempererad överskottsvärme", ["heat"]],
    ["kaukolämpöä", ["heat"]],
    ["LNG-terminaali", ["natural-gas"]],
    ["biokaasuputki", ["biogas"]],
    ["laboratoriotilaa", ["laboratory"]],
    ["koerikastamo", ["pilot-space"]],
    ["tyhjää tehdashallia", ["premises"]],
    ["cisterner", ["premises"]],
    ["miljötillstånd", ["environmental-permit"]],
    ["kaavoitettua", ["zoning"]],
    ["fabriksbrandkår", ["fire-brigade"]],
    ["moottoritie", ["road"]],
    ["loppusijoittaa", ["landfill"]],
  ])("finds in %j what parks offer", (text, features) => {
    expect(featuresOf(text)).toEqual(features);
  });

  it.each(["our company in Finland", "mukavia naapureita", "vi gör stenull", "import of bananas"])(
    "finds nothing in %j",
    (text) => {
      expect(featuresOf(text)).toEqual([]);
    },
  );
});
