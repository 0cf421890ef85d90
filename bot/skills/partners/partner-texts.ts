import type { Essential } from "../../partners/partner-request.ts";

/** Words around suggested partners. */
export interface PartnerTexts {
  takers: (what: string) => string;
  sources: (what: string) => string;
  noTakers: (what: string) => string;
  noSources: (what: string) => string;
  yourStream: string;
  industryKnown: (cases: number) => string;
  generalPractice: string;
  because: {
    broader: (label: string) => string;
    narrower: (label: string) => string;
    contains: (label: string) => string;
  };
  sameCode: (code: string) => string;
  pretreatment: (steps: string) => string;
  otherForm: string;
  hazardousYes: string;
  hazardUnknown: string;
  permit: string;
  amountUnknown: string;
  /** A stream gives at least the amount needed, or a share of it. */
  enough: string;
  notEnough: (percent: string) => string;
  needUnknown: string;
  placeUnknown: string;
  far: (km: string) => string;
  planned: string;
  stale: (year: number) => string;
  statusUnknown: string;
  soldNow: string;
  usedNow: string;
  weak: string;
  weakReason: string;
  companies: string;
  noCompanies: string;
  hiddenCompany: (park: string) => string;
  somewhere: string;
  takes: (inputs: string) => string;
  inIndustry: (label: string) => string;
  distance: (km: string) => string;
  score: string;
  scoreParts: (parts: string) => string;
  obstacles: string;
  sameArea: string;
  common: string;
  closest: string;
  law: string;
  next: string;
  nextGive: string;
  nextTake: string;
  nextHeat: string;
  beyondReach: (km: string) => string;
  questions: string;
  ask: Record<Essential, string>;
  skip: string;
  skipped: string;
  skippedUnknown: string;
  whatExamples: readonly string[];
  usesTitle: (material: string, industry: string) => string;
  taken: (label: string, stuff: string) => string;
  parts: {
    industry: string;
    needs: string;
    distance: string;
    freshness: string;
    fit: string;
    availability: string;
  };
  picture: (what: string) => string;
  pictureSource: string;
}
