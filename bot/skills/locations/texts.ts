import type { Language } from "../../../knowledge/languages.ts";

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
  related: string;
  away: (km: number, park: string) => string;
  kmTo: (km: number, place: string) => string;
  distanceTitle: string;
  distancePassage: (from: string, to: string, km: number) => string;
  inPlace: string;
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
  status: Record<"met" | "partly" | "unknown" | "absent", string>;
  cardTitle: string;
  mapTitle: string;
  mapAlt: (best: string, others: string) => string;
  mapSource: string;
  compareBest: string;
  comparePhrase: (a: string, b: string) => string;
}

const FI: LocationTexts = {
  found: (parks, needs) =>
    `Vertasin ${parks} puistoa siihen, mitä kerroit (${needs}). Parhaiten tarpeisiin vastaavat:`,
  counts: ({ met, partly, unknown, absent }) =>
    [
      met === 0 ? "" : `täyttyy ${met}`,
      partly === 0 ? "" : `osittain ${partly}`,
      unknown === 0 ? "" : `ei tiedossa ${unknown}`,
      absent === 0 ? "" : `ei täyty ${absent}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  partly: "osittain",
  notKnown: "Lähteet eivät kerro",
  saidAbsent: "lähteen mukaan ei ole",
  far: "kaukana",
  planned: "suunnitteilla",
  unsure: "lähde jättää osan auki",
  lessThanAsked: "vähemmän kuin pyysit",
  amountNotTold: "määrää ei kerrota",
  mayTake: "ala käyttää tällaista, yritystä ei ole vahvistettu",
  related: "lähellä pyydettyä",
  away: (km, park) => `${km} km:n päässä (${park})`,
  kmTo: (km, place) => `${km} km linnuntietä kohteesta ${place}`,
  distanceTitle: "Etäisyys linnuntietä puistojen koordinaateista",
  distancePassage: (from, to, km) => `${from} – ${to}: noin ${km} km linnuntietä, laskettu koordinaateista.`,
  inPlace: "sijainti",
  near: (place) => `lähellä: ${place}`,
  atLeast: (amount) => `vähintään ${amount}`,
  takerFor: (material) => `ottaja: ${material}`,
  ownTrade: (words) => `oma ala: ${words}`,
  neighbour: (words) => `naapuri: ${words}`,
  freeHectares: "vapaan maan määrä (ha)",
  freeToday: (what) => `vapaana juuri nyt: ${what}`,
  prices: "Hintoja ja vuokria taulukoissa ei ole.",
  next: (parks) => `Seuraavina järjestyksessä: ${parks}.`,
  streams: (park) => `**Sivuvirtoja, jotka voisivat sopia sinulle (${park})**`,
  partners: (park) => `**Mahdollisia kumppaneita (${park})**`,
  contact: (park) => `**Keneen ottaa yhteyttä (${park})**`,
  noContact: (park) =>
    `Lähteissä ei ole yhteyshenkilöä puistolle ${park}. Kysy ekoteollisuuspuistojen verkostosta:`,
  nextStep:
    "Seuraavaksi: kysy yhteyshenkilöltä, mikä maa ja mitkä tilat ovat nyt vapaana, mitä ne maksavat ja miten liittymät saa. Tiedot voivat olla vuosien takaa.",
  bare: "Kerro ensin, mitä tarvitset, niin vertaan puistoja: mitä teet tai valmistat, mitä tarvitset (maata, höyryä, satamaa, jätevesien käsittelyä, raaka-aineita) ja missä päin haluaisit olla.",
  bareExamples: [
    "Tarvitsemme 5 ha tonttimaata, höyryä ja rautatien, mihin kannattaisi sijoittua?",
    "Etsimme laboratoriotilaa ja pilotointitilaa Turun seudulta",
    "Tarvitsemme sataman ja rikkihappoa naapurilta, mihin puistoon kannattaisi sijoittua?",
  ],
  question: "Yksi tieto muuttaisi järjestystä eniten:",
  askRegion: "Missä päin Suomea haluaisit olla?",
  no: "Emme tarvitse",
  skip: "Ohita kysymys",
  anywhere: "Sijainnilla ei ole väliä",
  hectares: (amount) => `Tarvitsemme ${amount} ha`,
  inRegion: (region) => `Mieluiten: ${region}`,
  compareTitle: (parks) => `Vertailu: ${parks}`,
  compared: (parks, needs) => `**${parks}** rinnakkain. Tarpeet: ${needs}.`,
  comparedMain: (parks) => `**${parks}** rinnakkain pääpiirteittäin.`,
  need: "Tarve",
  park: "Puisto",
  score: "Pisteet (0–1)",
  best: (park) => `Lähteiden perusteella tarpeisiin vastaa paremmin **${park}**.`,
  even: "Lähteiden perusteella puistojen välillä ei ole selvää eroa.",
  status: { met: "täyttyy", partly: "osittain", unknown: "ei tiedossa", absent: "ei täyty" },
  cardTitle: "Puistot tarpeiden mukaan",
  mapTitle: "Puistot kartalla",
  mapAlt: (best, others) =>
    `Suomen kartta. Korostettuna paremmuusjärjestyksessä: ${best}. Muut puistot: ${others}.`,
  mapSource: "Koordinaatit: parks.csv, likimääräisiä",
  compareBest: "Vertaa kahta parasta",
  comparePhrase: (a, b) => `Vertaa puistoja ${a} ja ${b}`,
};

const SV: LocationTexts = {
  found: (parks, needs) => `Jag jämförde ${parks} parker med det ni berättade (${needs}). Bäst passar:`,
  counts: ({ met, partly, unknown, absent }) =>
    [
      met === 0 ? "" : `uppfyllt ${met}`,
      partly === 0 ? "" : `delvis ${partly}`,
      unknown === 0 ? "" : `okänt ${unknown}`,
      absent === 0 ? "" : `uppfylls inte ${absent}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  partly: "delvis",
  notKnown: "Källorna berättar inte om",
  saidAbsent: "finns inte enligt källan",
  far: "långt bort",
  planned: "planeras",
  unsure: "källan lämnar en del öppet",
  lessThanAsked: "mindre än ni bad om",
  amountNotTold: "mängden anges inte",
  mayTake: "branschen använder sådant, företaget är inte bekräftat",
  related: "nära det ni bad om",
  away: (km, park) => `${km} km bort (${park})`,
  kmTo: (km, place) => `${km} km fågelvägen från ${place}`,
  distanceTitle: "Avstånd fågelvägen enligt parkernas koordinater",
  distancePassage: (from, to, km) => `${from} – ${to}: cirka ${km} km fågelvägen, räknat från koordinaterna.`,
  inPlace: "läge",
  near: (place) => `nära ${place}`,
  atLeast: (amount) => `minst ${amount}`,
  takerFor: (material) => `mottagare för ${material}`,
  ownTrade: (words) => `egen bransch: ${words}`,
  neighbour: (words) => `granne: ${words}`,
  freeHectares: "ledig mark (ha)",
  freeToday: (what) => `ledigt just nu: ${what}`,
  prices: "Priser och hyror finns inte i tabellerna.",
  next: (parks) => `Därnäst: ${parks}.`,
  streams: (park) => `**Sidoströmmar som kunde passa er (${park})**`,
  partners: (park) => `**Möjliga partner (${park})**`,
  contact: (park) => `**Vem ni kan kontakta (${park})**`,
  noContact: (park) =>
    `Källorna nämner ingen kontaktperson för ${park}. Fråga i nätverket för ekoindustriparker:`,
  nextStep:
    "Nästa steg: fråga kontaktpersonen vilken mark och vilka lokaler som är lediga nu, vad de kostar och hur ni ansluter er. Uppgifterna kan vara flera år gamla.",
  bare: "Berätta först vad ni behöver, så jämför jag parkerna: vad ni gör eller tillverkar, vad ni behöver (mark, ånga, hamn, avloppsrening, råvaror) och var ni helst vill vara.",
  bareExamples: [
    "Vi behöver 5 ha mark, ånga och järnväg, var bör vi etablera oss?",
    "Vi söker laboratorium och pilotlokaler i Åbotrakten",
    "Vi behöver hamn och svavelsyra från en granne, vilken park passar?",
  ],
  question: "En uppgift skulle ändra ordningen mest:",
  askRegion: "Var i Finland vill ni helst vara?",
  no: "Det behöver vi inte",
  skip: "Hoppa över frågan",
  anywhere: "Läget spelar ingen roll",
  hectares: (amount) => `Vi behöver ${amount} ha`,
  inRegion: (region) => `Helst i ${region}`,
  compareTitle: (parks) => `Jämförelse: ${parks}`,
  compared: (parks, needs) => `**${parks}** sida vid sida. Behov: ${needs}.`,
  comparedMain: (parks) => `**${parks}** sida vid sida i huvuddrag.`,
  need: "Behov",
  park: "Park",
  score: "Poäng (0–1)",
  best: (park) => `Enligt källorna motsvarar **${park}** behoven bättre.`,
  even: "Enligt källorna finns det ingen tydlig skillnad mellan parkerna.",
  status: { met: "uppfyllt", partly: "delvis", unknown: "okänt", absent: "uppfylls inte" },
  cardTitle: "Parker efter behov",
  mapTitle: "Parkerna på kartan",
  mapAlt: (best, others) => `Karta över Finland. Framhävda i rangordning: ${best}. Övriga parker: ${others}.`,
  mapSource: "Koordinater: parks.csv, ungefärliga",
  compareBest: "Jämför de två bästa",
  comparePhrase: (a, b) => `Jämför parkerna ${a} och ${b}`,
};

const EN: LocationTexts = {
  found: (parks, needs) => `I compared ${parks} parks with what you told me (${needs}). The best fits:`,
  counts: ({ met, partly, unknown, absent }) =>
    [
      met === 0 ? "" : `${met} met`,
      partly === 0 ? "" : `${partly} partly`,
      unknown === 0 ? "" : `${unknown} not known`,
      absent === 0 ? "" : `${absent} not met`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  partly: "partly",
  notKnown: "The sources do not tell",
  saidAbsent: "not there by the source",
  far: "far away",
  planned: "planned",
  unsure: "the source leaves part of it open",
  lessThanAsked: "less than you asked for",
  amountNotTold: "amount not told",
  mayTake: "its industry uses such material, the company is not confirmed",
  related: "close to what you asked for",
  away: (km, park) => `${km} km away (${park})`,
  kmTo: (km, place) => `${km} km from ${place} as the crow flies`,
  distanceTitle: "Distance as the crow flies, from the parks' coordinates",
  distancePassage: (from, to, km) =>
    `${from} – ${to}: about ${km} km as the crow flies, from the coordinates.`,
  inPlace: "location",
  near: (place) => `near ${place}`,
  atLeast: (amount) => `at least ${amount}`,
  takerFor: (material) => `taker for ${material}`,
  ownTrade: (words) => `own trade: ${words}`,
  neighbour: (words) => `neighbour: ${words}`,
  freeHectares: "hectares of free land",
  freeToday: (what) => `free today: ${what}`,
  prices: "Prices and rents are not in the tables.",
  next: (parks) => `Next in order: ${parks}.`,
  streams: (park) => `**Side streams that could suit you (${park})**`,
  partners: (park) => `**Possible partners (${park})**`,
  contact: (park) => `**Whom to contact (${park})**`,
  noContact: (park) =>
    `The sources name no contact person for ${park}. Ask the network of eco-industrial parks:`,
  nextStep:
    "Next step: ask the contact person which land and premises are free now, what they cost and how to connect. The facts may be years old.",
  bare: "Tell me first what you need, then I compare the parks: what you make, what you need (land, steam, a port, waste-water treatment, raw materials) and where you would like to be.",
  bareExamples: [
    "We need 5 ha of land, steam and a railway. Where should we locate?",
    "We are looking for laboratory and pilot space near Turku",
    "We need a port and sulphuric acid from a neighbour. Which park would suit us?",
  ],
  question: "One answer would change the order most:",
  askRegion: "Where in Finland would you like to be?",
  no: "We don't need that",
  skip: "Skip the question",
  anywhere: "Anywhere will do",
  hectares: (amount) => `We need ${amount} ha`,
  inRegion: (region) => `Preferably in ${region}`,
  compareTitle: (parks) => `Comparison: ${parks}`,
  compared: (parks, needs) => `**${parks}** side by side. Needs: ${needs}.`,
  comparedMain: (parks) => `**${parks}** side by side, main features.`,
  need: "Need",
  park: "Park",
  score: "Score (0–1)",
  best: (park) => `By the sources, **${park}** meets the needs better.`,
  even: "By the sources, there is no clear difference between the parks.",
  status: { met: "met", partly: "partly", unknown: "not known", absent: "not met" },
  cardTitle: "Parks by need",
  mapTitle: "The parks on the map",
  mapAlt: (best, others) => `Map of Finland. Highlighted, best first: ${best}. Other parks: ${others}.`,
  mapSource: "Coordinates: parks.csv, approximate",
  compareBest: "Compare the two best",
  comparePhrase: (a, b) => `Compare the parks ${a} and ${b}`,
};

/** {@link LocationTexts} in the three languages. */
export const LOCATION_TEXTS: Record<Language, LocationTexts> = { fi: FI, sv: SV, en: EN };
