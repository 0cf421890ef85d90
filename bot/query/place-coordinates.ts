import type { ParkRecord, PlaceRecord } from "../../knowledge/schema.ts";
import { type Point, pointOf } from "../partners/distance.ts";

/**
 * Latitude and longitude of towns that people want to be near, and of the chief town of each region, to about a
 * kilometre. Towns with a park of their own are found by the park.
 */
const TOWNS: Readonly<Record<string, readonly [number, number]>> = {
  helsinki: [60.17, 24.94],
  espoo: [60.21, 24.66],
  vantaa: [60.29, 25.04],
  "helsinki-capital-region": [60.23, 24.9],
  tampere: [61.5, 23.76],
  turku: [60.45, 22.27],
  oulu: [65.01, 25.47],
  jyvaskyla: [62.24, 25.75],
  lahti: [60.98, 25.66],
  kuopio: [62.89, 27.68],
  pori: [61.48, 21.8],
  joensuu: [62.6, 29.76],
  lappeenranta: [61.06, 28.19],
  vaasa: [63.1, 21.62],
  hameenlinna: [60.99, 24.46],
  seinajoki: [62.79, 22.84],
  rovaniemi: [66.5, 25.73],
  mikkeli: [61.69, 27.27],
  kotka: [60.47, 26.95],
  kouvola: [60.87, 26.7],
  kajaani: [64.23, 27.73],
  rauma: [61.13, 21.51],
  salo: [60.38, 23.13],
  porvoo: [60.39, 25.66],
  kokkola: [63.84, 23.13],
  hyvinkaa: [60.63, 24.86],
  lohja: [60.25, 24.07],
  hanko: [59.82, 22.97],
  imatra: [61.17, 28.77],
  savonlinna: [61.87, 28.88],
  varkaus: [62.31, 27.87],
  iisalmi: [63.56, 27.19],
  raahe: [64.68, 24.48],
  pietarsaari: [63.67, 22.7],
  uusikaupunki: [60.8, 21.41],
  kemi: [65.74, 24.56],
  tornio: [65.85, 24.15],
  maarianhamina: [60.1, 19.94],
  uusimaa: [60.25, 24.9],
  "southwest-finland": [60.45, 22.27],
  "southwestern-finland": [60.6, 22.2],
  satakunta: [61.48, 21.8],
  "kanta-hame": [60.99, 24.46],
  pirkanmaa: [61.5, 23.76],
  "paijat-hame": [60.98, 25.66],
  kymenlaakso: [60.7, 26.8],
  "south-karelia": [61.06, 28.19],
  "south-savo": [61.69, 27.27],
  "north-savo": [62.89, 27.68],
  "north-karelia": [62.6, 29.76],
  "central-finland": [62.24, 25.75],
  "south-ostrobothnia": [62.79, 22.84],
  ostrobothnia: [63.1, 21.62],
  "central-ostrobothnia": [63.84, 23.13],
  "north-ostrobothnia": [65.01, 25.47],
  kainuu: [64.23, 27.73],
  lapland: [66.5, 25.73],
  aland: [60.1, 19.94],
};

/** Larger areas by the regions, or municipalities, they are made of; English names as in `parks.csv`. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  "southern-finland": [
    "Uusimaa",
    "Southwest Finland",
    "Kanta-Häme",
    "Päijät-Häme",
    "Kymenlaakso",
    "South Karelia",
  ],
  "northern-finland": ["Lapland", "North Ostrobothnia", "Kainuu"],
  "eastern-finland": ["North Karelia", "South Karelia", "North Savo", "South Savo", "Kainuu"],
  "western-finland": [
    "Southwest Finland",
    "Satakunta",
    "Pirkanmaa",
    "Ostrobothnia",
    "South Ostrobothnia",
    "Central Ostrobothnia",
  ],
  "southwestern-finland": ["Southwest Finland", "Satakunta"],
  "sea-lapland": ["Kemi", "Tornio", "Keminmaa", "Simo", "Tervola"],
  "kemi-tornio": ["Kemi", "Tornio", "Keminmaa"],
  "bothnian-bay": ["Kemi", "Tornio", "Oulu", "Raahe", "Kokkola"],
  "bothnian-arc": ["Kemi", "Tornio", "Oulu", "Raahe", "Kokkola"],
  "torne-valley": ["Tornio"],
  "helsinki-capital-region": ["Helsinki", "Espoo", "Vantaa"],
  hame: ["Kanta-Häme", "Päijät-Häme", "Pirkanmaa"],
  savo: ["South Savo", "North Savo"],
  karelia: ["North Karelia", "South Karelia"],
  "gulf-of-finland": ["Porvoo", "Espoo", "Helsinki", "Kotka"],
  finland: [],
};

/** Whether a place is one that parks can be compared with: all of Finland is none. */
export function isUsefulPlace(place: PlaceRecord): boolean {
  return place.kind !== "country" && (AREAS[place.id]?.length ?? 1) > 0;
}

/** Whether a park lies in a place. */
export function isInPlace(park: ParkRecord, place: PlaceRecord): boolean {
  const own = [park.region, ...park.municipalities];
  const names = [place.en, place.fi, place.sv, ...(AREAS[place.id] ?? [])];
  return own.some((name) => names.includes(name)) || park.aliases.includes(place.fi);
}

/** A point in a place: the town's own, else that of a park there; nothing when neither is known. */
export function pointOfPlace(place: PlaceRecord, parks: readonly ParkRecord[]): Point | undefined {
  const town = TOWNS[place.id];
  if (town !== undefined) return { latitude: town[0], longitude: town[1] };
  return parks.filter((park) => isInPlace(park, place)).flatMap((park) => pointOf(park) ?? [])[0];
}
