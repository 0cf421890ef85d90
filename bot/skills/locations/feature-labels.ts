import type { Language } from "../../../knowledge/languages.ts";
import type { ParkFeature } from "../../../knowledge/schema.ts";

/** What parks offer, as a noun in the reader's language, and the question that asks for it. */
export interface FeatureLabel {
  /** "port", "satama", "hamn". */
  name: string;
  /** "Do you need a port?" */
  ask: string;
  /** What the person says who needs it. */
  yes: string;
}

const FI: Record<ParkFeature, FeatureLabel> = {
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

const SV: Record<ParkFeature, FeatureLabel> = {
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

const EN: Record<ParkFeature, FeatureLabel> = {
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

/** {@link FeatureLabel} of every feature in the three languages. */
export const FEATURE_LABELS: Record<Language, Record<ParkFeature, FeatureLabel>> = { fi: FI, sv: SV, en: EN };
