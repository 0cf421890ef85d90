import type { ParkFeature } from "../../knowledge/schema.ts";

/** How a thing that parks offer stands in the tables. */
export interface ParkOffer {
  /** Features of `park-features.csv` that tell of it. */
  features: readonly ParkFeature[];
  /** What the English detail of such a feature must say; absent where every row of the feature tells of it. */
  detail?: RegExp;
  /** What a part of the English infrastructure of `parks.csv` says. */
  infrastructure: RegExp;
}

/** Things people ask parks for, by an id of their own. Patterns are met by parts of a cell between commas. */
export const PARK_OFFERS = {
  land: { features: ["land"], infrastructure: /\bzoned (?:land|plots)\b|\bplots\b/i },
  zoning: { features: ["zoning"], infrastructure: /\bzon(?:ed|ing|es)\b/i },
  steam: { features: ["steam"], infrastructure: /\bsteam\b/i },
  heat: { features: ["heat"], infrastructure: /\bheat(?:ing)?\b/i },
  "district-heating": {
    features: ["heat"],
    detail: /\bdistrict heat(?:ing)?\b/i,
    infrastructure: /\bdistrict heat(?:ing)?\b/i,
  },
  "waste-heat": {
    features: ["heat"],
    detail: /\b(?:waste|excess|condensing|process|unused) heat\b|\bunused\b|\bheat of \S+ acid plant\b/i,
    infrastructure: /\b(?:waste|excess|condensing) heat\b/i,
  },
  cooling: { features: ["cooling"], infrastructure: /\bcooling\b/i },
  water: { features: ["water"], infrastructure: /\bseawater\b|(?<!waste[ -]?|deep-)\bwater\b(?! plant)/i },
  "waste-water-treatment": {
    features: ["waste-water-treatment"],
    infrastructure: /\bwaste water\b|\bsewerage\b/i,
  },
  "waste-water-plant": {
    features: ["waste-water-treatment"],
    detail: /\bplant\b/i,
    infrastructure: /\bwaste water plant\b/i,
  },
  "industrial-gases": {
    features: ["industrial-gases"],
    infrastructure: /\b(?:hydrogen|oxygen|nitrogen|argon|carbon dioxide)\b/i,
  },
  hydrogen: { features: ["industrial-gases"], detail: /\bhydrogen\b/i, infrastructure: /\bhydrogen\b/i },
  oxygen: { features: ["industrial-gases"], detail: /\boxygen\b/i, infrastructure: /\boxygen\b/i },
  nitrogen: { features: ["industrial-gases"], detail: /\bnitrogen\b/i, infrastructure: /\bnitrogen\b/i },
  "natural-gas": { features: ["natural-gas"], infrastructure: /\bnatural gas\b|\bLNG\b/i },
  lng: { features: ["natural-gas"], detail: /\bLNG\b/, infrastructure: /\bLNG\b/ },
  biogas: { features: ["biogas"], infrastructure: /\bbiogas\b|\bbiomethane\b/i },
  "biogas-plant": {
    features: ["biogas"],
    detail: /\bplant\b|\bbiorefinery\b/i,
    infrastructure: /\bbiogas plant\b|^\s*biogas\s*$/i,
  },
  electricity: {
    features: ["electricity"],
    infrastructure: /\bpower\b|\belectricity\b|\bwind farm\b|\bwaste-to-energy\b/i,
  },
  "power-plant": {
    features: ["electricity"],
    detail: /\bpower plant\b|\bpower unit\b|\bwaste-to-energy plants?\b/i,
    infrastructure: /\bpower plant\b|\bcombined heat and power\b|\bwaste-to-energy plants?\b/i,
  },
  "wind-power": { features: ["electricity"], detail: /\bwind\b/i, infrastructure: /\bwind farm\b/i },
  port: { features: ["port"], infrastructure: /\bports?\b(?! tower)|\bharbour\b/i },
  rail: { features: ["rail"], infrastructure: /\brail(?:way)?\b/i },
  road: { features: ["road"], infrastructure: /\broads?\b|\bmotorway\b|\bstreets?\b/i },
  motorway: { features: ["road"], detail: /\bmotorway\b/i, infrastructure: /\bmotorway\b/i },
  airport: { features: ["airport"], infrastructure: /\bairport\b/i },
  laboratory: { features: ["laboratory"], infrastructure: /\blaborator(?:y|ies)\b/i },
  "pilot-space": { features: ["pilot-space"], infrastructure: /\bpilot\b/i },
  premises: { features: ["premises"], infrastructure: /\boffices?\b|\bhalls?\b|\bpremises\b|\bbuildings\b/i },
  offices: { features: ["premises"], detail: /\boffices?\b/i, infrastructure: /\boffices?\b/i },
  "waste-centre": {
    features: ["waste-handling"],
    detail: /\bwaste centre\b/i,
    infrastructure: /\bwaste centre\b/i,
  },
  "waste-handling": { features: ["waste-handling"], infrastructure: /\bwaste centre\b|\bsorting plant\b/i },
  landfill: { features: ["landfill"], infrastructure: /\bdisposal\b|\blandfill\b/i },
  "environmental-permit": { features: ["environmental-permit"], infrastructure: /\bpermits?\b/i },
  research: { features: ["research"], infrastructure: /\bresearch\b/i },
  "fire-brigade": { features: ["fire-brigade"], infrastructure: /\bfire brigade\b/i },
} as const satisfies Record<string, ParkOffer>;
export type ParkOfferId = keyof typeof PARK_OFFERS;

/** The offer of an id; nothing for a concept of the vocabulary. */
export function findOffer(id: string): ParkOffer | undefined {
  return Object.hasOwn(PARK_OFFERS, id) ? PARK_OFFERS[id as ParkOfferId] : undefined;
}
