const METAL = ["non-ferrous metals", "iron, steel and foundries", "metal products and surface treatment"];
const CHEMISTRY = [
  "inorganic chemicals and pigments",
  "organic chemicals and petrochemicals",
  "other chemical products",
  "fertiliser and ammonia",
  "industrial gases",
  "pharmaceuticals",
];
const ENERGY = ["power generation and energy recovery", "district heating and cooling"];
const FOOD = ["food and drink manufacture incl. rendering"];
const FOREST = ["pulp, paper and board", "wood products and panels"];
const WOOD = ["wood products and panels"];
const PAPER = ["pulp, paper and board"];
const STEEL = ["iron, steel and foundries"];
const PLASTIC = ["rubber and plastics incl. recycling"];
const WASTE = ["waste treatment and material recovery"];
const WATER = ["water supply and wastewater treatment"];
const GLASS = ["glass and mineral wool incl. cullet recycling"];
const FERTILISER = ["fertiliser and ammonia"];
const TEXTILE = ["textiles and textile recycling"];
const BUILDING = [
  "civil engineering, roads and aggregates",
  "concrete products",
  "insulation and building products",
  "cement and lime",
  "bricks, ceramics and refractories",
  "plasterboard",
];

/** Trades that are broader than any word in a company's row, with the receiving industries they are made of. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  "trade:metal": METAL,
  "word:metal-industry": METAL,
  "word:steel-industry": STEEL,
  "trade:steel": STEEL,
  "trade:steel-mill": STEEL,
  "word:chemistry": CHEMISTRY,
  "word:chemical": CHEMISTRY,
  "trade:chemical-industry": CHEMISTRY,
  "word:chemical-company": CHEMISTRY,
  "word:chemical-plant": CHEMISTRY,
  "trade:energy": ENERGY,
  "word:energy-company": ENERGY,
  "word:energy-industry": ENERGY,
  "word:energy-generation-plant": ENERGY,
  "trade:oil-refinery": ["oil and biofuel refining"],
  "trade:power-plant": ["power generation and energy recovery"],
  "word:food": FOOD,
  "trade:food-industry": FOOD,
  "word:food-company": FOOD,
  "word:forest": FOREST,
  "word:forest-industry": FOREST,
  "trade:wood": WOOD,
  "word:wood-industry": WOOD,
  "trade:paper": PAPER,
  "word:paper-industry": PAPER,
  "word:paper-mill": PAPER,
  "trade:pulp-mill": PAPER,
  "trade:plastic": PLASTIC,
  "word:plastic-industry": PLASTIC,
  "trade:waste": WASTE,
  "trade:waste-management-service": WASTE,
  "word:waste-management-company": WASTE,
  "trade:water": WATER,
  "word:water-supply-company": WATER,
  "trade:glass": GLASS,
  "word:glass-industry": GLASS,
  "trade:fertiliser": FERTILISER,
  "trade:fertiliser-industry": FERTILISER,
  "word:textile": TEXTILE,
  "word:textile-industry": TEXTILE,
  "word:construction": BUILDING,
  "word:construction-industry": BUILDING,
  "word:construction-company": BUILDING,
  "trade:mining": ["mining, quarrying and salt"],
  "word:mining-company": ["mining, quarrying and salt"],
  "trade:greenhouse": ["greenhouse horticulture"],
  "trade:fish-farming": ["aquaculture and algae"],
  "trade:district-heating": ["district heating and cooling"],
};

/**
 * Receiving industries of a trade that people name broadly: "the metal business".
 *
 * @param concept Id of a concept, such as `trade:metal`.
 * @returns Terms of a company query, `class:non-ferrous metals` and so on; nothing where the words of a row tell better.
 */
export function classTermsOf(concept: string): string[] | undefined {
  return CLASSES[concept]?.map((name) => `class:${name}`);
}
