import type { ParkFeature } from "../../../knowledge/schema.ts";
import type { FeatureLabel } from "./feature-label.ts";

/** What parks offer, in Finnish. */
export const FI: Record<ParkFeature, FeatureLabel> = {
  land: { name: "tonttimaa", ask: "Kuinka monta hehtaaria maata tarvitset?", yes: "Tarvitsemme tontin" },
  steam: { name: "höyry", ask: "Tarvitsetko prosessihöyryä?", yes: "Tarvitsemme höyryä" },
  heat: { name: "lämpö", ask: "Tarvitsetko lämpöä?", yes: "Tarvitsemme lämpöä" },
  cooling: { name: "jäähdytys", ask: "Tarvitsetko jäähdytystä?", yes: "Tarvitsemme jäähdytystä" },
  water: { name: "vesi", ask: "Tarvitsetko prosessivettä?", yes: "Tarvitsemme prosessivettä" },
  "waste-water-treatment": {
    name: "jätevesien käsittely",
    ask: "Tarvitsetko jätevesien käsittelyn?",
    yes: "Tarvitsemme jätevesien käsittelyn",
  },
  "industrial-gases": {
    name: "teollisuuskaasut",
    ask: "Tarvitsetko teollisuuskaasuja?",
    yes: "Tarvitsemme teollisuuskaasuja",
  },
  "natural-gas": { name: "maakaasu tai LNG", ask: "Tarvitsetko maakaasua?", yes: "Tarvitsemme maakaasua" },
  biogas: { name: "biokaasu", ask: "Tarvitsetko biokaasua?", yes: "Tarvitsemme biokaasua" },
  electricity: { name: "sähkö", ask: "Tarvitsetko paljon sähköä?", yes: "Tarvitsemme sähköä" },
  port: { name: "satama", ask: "Tarvitsetko sataman?", yes: "Tarvitsemme sataman" },
  rail: { name: "rautatie", ask: "Tarvitsetko rautatieyhteyden?", yes: "Tarvitsemme rautatien" },
  road: {
    name: "tieyhteydet",
    ask: "Ovatko hyvät tieyhteydet tärkeät?",
    yes: "Tarvitsemme hyvät tieyhteydet",
  },
  airport: { name: "lentoasema", ask: "Tarvitsetko lentoaseman lähelle?", yes: "Tarvitsemme lentoaseman" },
  laboratory: {
    name: "laboratorio",
    ask: "Tarvitsetko laboratoriotilaa?",
    yes: "Tarvitsemme laboratoriotilaa",
  },
  "pilot-space": {
    name: "pilotointitila",
    ask: "Tarvitsetko pilotointitilaa?",
    yes: "Tarvitsemme pilotointitilaa",
  },
  premises: {
    name: "toimitilat",
    ask: "Tarvitsetko valmiin hallin tai toimitilan?",
    yes: "Tarvitsemme toimitilan",
  },
  "waste-handling": {
    name: "jätteiden käsittely",
    ask: "Tarvitsetko jätteiden käsittelyä alueella?",
    yes: "Tarvitsemme jätteiden käsittelyä",
  },
  landfill: {
    name: "loppusijoitus",
    ask: "Jääkö sinulta loppusijoitettavaa jätettä?",
    yes: "Tarvitsemme loppusijoituspaikan",
  },
  "environmental-permit": {
    name: "ympäristölupa",
    ask: "Tarvitsetko paikan, jolla on jo ympäristölupa?",
    yes: "Tarvitsemme valmiin ympäristöluvan",
  },
  zoning: { name: "kaava", ask: "Pitääkö maan olla jo kaavoitettua?", yes: "Tarvitsemme kaavoitettua maata" },
  research: {
    name: "tutkimusyhteistyö",
    ask: "Onko tutkimusyhteistyö tärkeää?",
    yes: "Tarvitsemme tutkimusyhteistyötä",
  },
  services: {
    name: "palvelut",
    ask: "Tarvitsetko alueen palveluja?",
    yes: "Tarvitsemme kunnossapitopalveluja",
  },
  "fire-brigade": {
    name: "tehdaspalokunta",
    ask: "Tarvitsetko tehdaspalokunnan?",
    yes: "Tarvitsemme tehdaspalokunnan",
  },
};
