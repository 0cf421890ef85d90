import { expect, it } from "vitest";
import { countNamed } from "../../../../bot/desk/introductions/name-companies.ts";

it.each([
  ["SMA Mineral Oy", "SMA Mineralin kanssa", 2],
  ["Soilfood Oy", "Soilfoodille", 1],
  ["Tapojärvi Oy", "Tapojärven", 1],
  ["Outokumpu Kemi mine", "outokummun", 1],
  ["Saint-Gobain Finland Oy (Weber), Raahe slag plant", "Weber", 1],
  ["Yara Suomi Oy (Kokkola)", "Yara Eco", 1],
  ["Yara Eco Oy", "Yara Eco", 2],
  ["Soilfood Oy", "Boliden", 0],
  ["Soilfood Oy", "Oy", 0],
  ["Kemi Shipping Oy", "the shipping of ash from Kokkola", 0],
])("countNamed() finds %j in %j by %i words", (label, words, count) => {
  expect(countNamed(label, words)).toBe(count);
});
