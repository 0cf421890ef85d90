import type { ParkFeature } from "../../../knowledge/schema.ts";
import type { FeatureLabel } from "./feature-label.ts";

/** What parks offer, in Swedish. */
export const SV: Record<ParkFeature, FeatureLabel> = {
  land: { name: "tomtmark", ask: "Hur många hektar mark behöver ni?", yes: "Vi behöver en tomt" },
  steam: { name: "ånga", ask: "Behöver ni processånga?", yes: "Vi behöver ånga" },
  heat: { name: "värme", ask: "Behöver ni värme?", yes: "Vi behöver värme" },
  cooling: { name: "kyla", ask: "Behöver ni kyla?", yes: "Vi behöver kyla" },
  water: { name: "vatten", ask: "Behöver ni processvatten?", yes: "Vi behöver processvatten" },
  "waste-water-treatment": {
    name: "avloppsrening",
    ask: "Behöver ni avloppsrening?",
    yes: "Vi behöver avloppsrening",
  },
  "industrial-gases": {
    name: "industrigaser",
    ask: "Behöver ni industrigaser?",
    yes: "Vi behöver industrigaser",
  },
  "natural-gas": { name: "naturgas eller LNG", ask: "Behöver ni naturgas?", yes: "Vi behöver naturgas" },
  biogas: { name: "biogas", ask: "Behöver ni biogas?", yes: "Vi behöver biogas" },
  electricity: { name: "el", ask: "Behöver ni mycket el?", yes: "Vi behöver el" },
  port: { name: "hamn", ask: "Behöver ni en hamn?", yes: "Vi behöver hamn" },
  rail: { name: "järnväg", ask: "Behöver ni järnväg?", yes: "Vi behöver järnväg" },
  road: {
    name: "vägförbindelser",
    ask: "Är goda vägförbindelser viktiga?",
    yes: "Vi behöver goda vägförbindelser",
  },
  airport: { name: "flygplats", ask: "Behöver ni en flygplats i närheten?", yes: "Vi behöver en flygplats" },
  laboratory: {
    name: "laboratorium",
    ask: "Behöver ni laboratorielokaler?",
    yes: "Vi behöver laboratorium",
  },
  "pilot-space": { name: "pilotlokaler", ask: "Behöver ni pilotlokaler?", yes: "Vi behöver pilotlokaler" },
  premises: {
    name: "lokaler",
    ask: "Behöver ni en färdig hall eller andra lokaler?",
    yes: "Vi behöver lokaler",
  },
  "waste-handling": {
    name: "avfallshantering",
    ask: "Behöver ni avfallshantering på området?",
    yes: "Vi behöver avfallshantering",
  },
  landfill: {
    name: "deponi",
    ask: "Uppstår det avfall hos er som ska deponeras?",
    yes: "Vi behöver en deponi",
  },
  "environmental-permit": {
    name: "miljötillstånd",
    ask: "Behöver ni en plats som redan har miljötillstånd?",
    yes: "Vi behöver miljötillstånd",
  },
  zoning: { name: "detaljplan", ask: "Måste marken vara planlagd?", yes: "Vi behöver planlagd mark" },
  research: {
    name: "forskningssamarbete",
    ask: "Är forskningssamarbete viktigt?",
    yes: "Vi behöver forskningssamarbete",
  },
  services: {
    name: "tjänster",
    ask: "Behöver ni tjänster på området?",
    yes: "Vi behöver underhållstjänster",
  },
  "fire-brigade": {
    name: "fabriksbrandkår",
    ask: "Behöver ni en fabriksbrandkår?",
    yes: "Vi behöver en fabriksbrandkår",
  },
};
