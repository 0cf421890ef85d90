/** Words around advice on where to settle. */
export interface LocationTexts {
  /** `needs` is a list such as "port, railway". */
  found: (parks: number, needs: string) => string;
  counts: (counts: { met: number; partly: number; unknown: number; absent: number }) => string;
  partly: string;
  notKnown: string;
  saidAbsent: string;
  far: string;
  planned: string;
  unsure: string;
  lessThanAsked: string;
  amountNotTold: string;
  mayTake: string;
  sameIndustry: string;
  related: string;
  away: (km: number, park: string) => string;
  kmTo: (km: number, place: string) => string;
  distanceTitle: string;
  distancePassage: (from: string, to: string, km: number) => string;
  inPlace: string;
  /** A place that is not wanted. */
  notIn: (place: string) => string;
  near: (place: string) => string;
  atLeast: (amount: string) => string;
  takerFor: (material: string) => string;
  ownTrade: (words: string) => string;
  neighbour: (words: string) => string;
  freeHectares: string;
  freeToday: (what: string) => string;
  prices: string;
  next: (parks: string) => string;
  streams: (park: string) => string;
  streamsOnOffer: (park: string) => string;
  partners: (park: string) => string;
  contact: (park: string) => string;
  noContact: (park: string) => string;
  nextStep: string;
  bare: string;
  bareExamples: readonly [string, string, string];
  question: string;
  askRegion: string;
  no: string;
  skip: string;
  anywhere: string;
  hectares: (amount: number) => string;
  inRegion: (region: string) => string;
  compareTitle: (parks: string) => string;
  compared: (parks: string, needs: string) => string;
  comparedMain: (parks: string) => string;
  need: string;
  park: string;
  score: string;
  best: (park: string) => string;
  even: string;
  /** Behind the score of a park that has that of the park above it. */
  tied: string;
  status: Record<"met" | "partly" | "unknown" | "absent", string>;
  cardTitle: string;
  mapTitle: string;
  mapAlt: (best: string, others: string) => string;
  mapSource: string;
  compareBest: string;
  comparePhrase: (a: string, b: string) => string;
}
