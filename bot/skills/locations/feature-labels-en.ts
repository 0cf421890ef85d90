import type { ParkFeature } from "../../../knowledge/schema.ts";
import type { FeatureLabel } from "./feature-label.ts";

/** What parks offer, in English. */
export const EN: Record<ParkFeature, FeatureLabel> = {
  land: { name: "land", ask: "How many hectares of land do you need?", yes: "We need a plot" },
  steam: { name: "steam", ask: "Do you need process steam?", yes: "We need steam" },
  heat: { name: "heat", ask: "Do you need heat?", yes: "We need heat" },
  cooling: { name: "cooling", ask: "Do you need cooling?", yes: "We need cooling" },
  water: { name: "water", ask: "Do you need process water?", yes: "We need process water" },
  "waste-water-treatment": {
    name: "waste-water treatment",
    ask: "Do you need waste-water treatment?",
    yes: "We need waste-water treatment",
  },
  "industrial-gases": {
    name: "industrial gases",
    ask: "Do you need industrial gases?",
    yes: "We need industrial gases",
  },
  "natural-gas": { name: "natural gas or LNG", ask: "Do you need natural gas?", yes: "We need natural gas" },
  biogas: { name: "biogas", ask: "Do you need biogas?", yes: "We need biogas" },
  electricity: { name: "electricity", ask: "Do you need much electricity?", yes: "We need electricity" },
  port: { name: "port", ask: "Do you need a port?", yes: "We need a port" },
  rail: { name: "railway", ask: "Do you need a railway?", yes: "We need a railway" },
  road: {
    name: "road connections",
    ask: "Do good road connections matter?",
    yes: "We need good road connections",
  },
  airport: { name: "airport", ask: "Do you need an airport nearby?", yes: "We need an airport" },
  laboratory: { name: "laboratory", ask: "Do you need laboratory space?", yes: "We need a laboratory" },
  "pilot-space": { name: "pilot space", ask: "Do you need space for a pilot?", yes: "We need pilot space" },
  premises: {
    name: "premises",
    ask: "Do you need a hall or other premises that stand ready?",
    yes: "We need premises",
  },
  "waste-handling": {
    name: "waste handling",
    ask: "Do you need waste handling in the park?",
    yes: "We need waste handling",
  },
  landfill: {
    name: "final disposal",
    ask: "Do you have waste for final disposal?",
    yes: "We need final disposal",
  },
  "environmental-permit": {
    name: "environmental permit",
    ask: "Do you need a place that has an environmental permit already?",
    yes: "We need an environmental permit",
  },
  zoning: { name: "zoning", ask: "Must the land be zoned already?", yes: "We need zoned land" },
  research: {
    name: "research cooperation",
    ask: "Does research cooperation matter?",
    yes: "We need research cooperation",
  },
  services: { name: "services", ask: "Do you need services in the park?", yes: "We need site services" },
  "fire-brigade": {
    name: "factory fire brigade",
    ask: "Do you need a factory fire brigade?",
    yes: "We need a fire brigade",
  },
};
