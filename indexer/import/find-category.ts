import type { Language } from "../../knowledge/languages.ts";
import { STREAM_CATEGORIES } from "../../knowledge/schema.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { foldText } from "./fold-text.ts";

type Category = (typeof STREAM_CATEGORIES)[number];

/** Concepts of `vocabulary.csv` by the category of streams whose name holds them; the rest tells nothing. */
const CONCEPTS: Record<Exclude<Category, "other">, string> = {
  acid: "acid sulphuric-acid hydrochloric-acid pickling-acid formic-acid",
  ash: "ash fly-ash bottom-ash boiler-ash wood-ash air-pollution-control-residue",
  biowaste:
    "biowaste garden-waste animal-by-products meat-and-bone-meal fish-waste brewer-s-spent-grain potato-pulp manure straw stillage husks yeast-slurry animal-fat",
  gas: "gas carbon-dioxide carbon-monoxide-gas synthesis-gas product-gas coke-oven-gas blast-furnace-gas biogas biomethane hydrogen oxygen nitrogen flue-gas",
  gypsum: "gypsum titanium-dioxide-gypsum plasterboard-waste",
  heat: "heat waste-heat steam condensate cooling-water district-heating",
  lime: "lime burnt-lime slaked-lime limestone calcite-fines dolomite lime-kiln-dust lime-mud",
  metal: "metal scrap-metal stainless-scrap aluminium-scrap metal-swarf magnet-scrap mill-scale",
  plastic: "plastic plastic-waste polyethylene polypropylene pvc polystyrene",
  slag: "slag ferrochrome-slag stainless-steel-slag steel-slag blast-furnace-slag ld-slag ladle-slag copper-slag nickel-slag waste-incineration-bottom-slag",
  sludge:
    "sludge biosludge sewage-sludge fibre-sludge fibre-clay zero-fibre jarosite iron-residue sulphur-residue precipitate water-purification-precipitate metal-hydroxide-sludge grinding-sludge green-liquor-dregs grease-trap-sludge red-mud digestate",
  wood: "wood bark sawdust wood-chips cutter-shavings logging-residue stumps demolition-wood pallets",
};

const CATEGORY_OF = new Map<string, Category>(
  Object.entries(CONCEPTS).flatMap(([category, ids]) =>
    ids.split(" ").map((id) => [`trade:${id}`, category as Category] as const),
  ),
);

/**
 * Finds the category of a stream by the words of its names, through the vocabulary.
 *
 * @param names Names by language; an absent one is not looked at.
 * @returns Nothing when the names say no category, or more than one.
 *
 * @example
 * ```ts
 * findCategory({ fi: "Voimalaitoksen lentotuhka" }, lexicon); // "ash"
 * ```
 */
export function findCategory(
  names: Partial<Record<Language, string>>,
  lexicon: Pick<Lexicon, "match">,
): Category | undefined {
  const whole = new Set<Category>();
  const parts = new Set<Category>();
  for (const [language, name] of Object.entries(names)) {
    const exact = STREAM_CATEGORIES.find((category) => category === foldText(name));
    if (exact !== undefined) return exact;
    // What stands in brackets explains ("burnt to steam"), it does not name.
    for (const { concept, share } of lexicon.match(name.replace(/\([^)]*\)/g, " "), language as Language)) {
      const category = CATEGORY_OF.get(concept.id);
      if (category === undefined) continue;
      if (share === 1) whole.add(category);
      // A part of a compound counts when it is the very word: ash of "kattilatuhka", not dolomite of a brick.
      else if (concept.id === `trade:${category}`) parts.add(category);
    }
  }
  const found = whole.size > 0 ? whole : parts;
  return found.size === 1 ? [...found][0] : undefined;
}

/** The state of matter that a category leaves no choice of. */
export function formOfCategory(category: string): string | undefined {
  const forms: Record<string, string> = {
    acid: "liquid",
    ash: "solid",
    gas: "gas",
    gypsum: "solid",
    heat: "heat",
    metal: "solid",
    plastic: "solid",
    slag: "solid",
    sludge: "sludge",
    wood: "solid",
  };
  return forms[category];
}
