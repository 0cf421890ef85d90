import type { Language } from "../../../knowledge/languages.ts";
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
  form: string;
  picture: (what: string) => string;
  pictureSource: string;
}

const FI: PartnerTexts = {
  takers: (what) => `**${what}** – nämä alat ottavat tällaista vastaan, todennäköisin ensin:`,
  sources: (what) => `**${what}** – näitä sivuvirtoja voisi kysyä, sopivin ensin:`,
  noTakers: (what) =>
    `**${what}** – en tunne tälle yhtään käyttöä enkä halua arvata. Kuvaile virtaa toisin sanoin: mitä se on, mistä se syntyy ja mitä se sisältää?`,
  noSources: (what) => `**${what}** – taulukossa ei ole tähän sopivaa sivuvirtaa.`,
  yourStream: "Sivuvirtanne",
  industryKnown: (cases) =>
    cases === 1
      ? "tunnettu käyttö, yksi dokumentoitu tapaus"
      : `tunnettu käyttö, ${cases} dokumentoitua tapausta`,
  generalPractice: "yleinen käytäntö",
  because: {
    broader: (label) => `lajiltaan: ${label}`,
    narrower: (label) => `jos virta on lajia ${label}`,
    contains: (label) => `koostumuksen perusteella: ${label}`,
  },
  sameCode: (code) => `jätekoodi ${code} täsmää`,
  pretreatment: (steps) => `vaatii yleensä esikäsittelyn: ${steps}`,
  otherForm: "olomuoto on muu kuin tavallisesti",
  hazardousYes:
    "virta on vaarallista jätettä: vastaanottajalla on oltava siihen lupa ja kuljetuksesta siirtoasiakirja",
  hazardUnknown: "vaarallisuus ei ole tiedossa",
  permit: "vastaanottajan lupa tai sivutuoteasema on tarkistettava ennen ensimmäistä kuormaa",
  amountUnknown: "määrä ei ole tiedossa",
  needUnknown: "vastaanottajan tarvitsema määrä ei ole tiedossa",
  placeUnknown: "etäisyyttä ei voi laskea, koska paikka ei ole tiedossa",
  far: (km) => `pitkä kuljetusmatka, noin ${km} km linnuntietä`,
  planned: "vasta suunnitteilla",
  stale: (year) => `tiedot ovat vuodelta ${year}`,
  statusUnknown: "nykyinen tila ei ole tiedossa",
  soldNow: "myydään jo toiselle käyttäjälle",
  usedNow: "hyödynnetään jo tuotantopaikalla",
  weak: "Tämä on heikompi vihje: mikään tunnettu käyttö ei nimeä juuri tätä virtaa, joten päättely nojaa sen lajiin ja koostumukseen.",
  weakReason: "heikompi vihje",
  companies: "Yrityksiä näillä aloilla:",
  noCompanies: "Taulukossa ei ole yritystä näiltä aloilta.",
  hiddenCompany: (park) => `yritys puistossa ${park}`,
  somewhere: "yritys puistojen verkostossa",
  takes: (inputs) => `raaka-aineissa mainitaan ${inputs}`,
  inIndustry: (label) => `ala: ${label}`,
  distance: (km) => `noin ${km} km linnuntietä`,
  score: "pisteet",
  scoreParts: (parts) => `Pisteet muodostuvat näin: ${parts}.`,
  obstacles: "Huomioitavaa",
  sameArea: "samalla alueella",
  common: "Kaikissa tarkistettava:",
  closest: "Lähin dokumentoitu esimerkki:",
  law: "Lainsäädäntö suuntaa antavasti, ei oikeudellisena neuvona:",
  next: "Seuraava askel:",
  nextGive:
    "Pyydä näytteen tiedot (koostumus, kosteus, haitta-aineet), tarkista jäte- vai sivutuoteasema ja kysy vastaanottajalta tarvetta. Yhteyshenkilö auttaa alkuun:",
  nextTake:
    "Kysy tuottajalta nykyinen määrä, laatu ja ehdot, ja tarkista lupasi vastaanottoon. Yhteyshenkilö auttaa alkuun:",
  nextHeat:
    "Selvitä lämmön teho, lämpötila ja vaihtelu vuoden mittaan, ja kysy verkon tai naapurin haltijalta liitynnästä. Yhteyshenkilö auttaa alkuun:",
  beyondReach: (km) => `liian kaukana lämmön siirtoon, noin ${km} km linnuntietä`,
  questions: "Tarkentaisin ehdotuksia, jos kerrot vielä (voit myös ohittaa):",
  ask: {
    what: "Mitä virta on ja missä prosessissa se syntyy?",
    amount: "Paljonko sitä on vuodessa?",
    place: "Millä paikkakunnalla?",
    hazardous: "Onko se vaarallista jätettä?",
    form: "Onko se kiinteää, lietettä, nestettä vai kaasua?",
  },
  skip: "Ohita",
  skipped: "Selvä, ehdotukset pysyvät ennallaan. Kysy lisää milloin vain.",
  whatExamples: [
    "Meillä on 22 000 t lentotuhkaa Kemissä",
    "Meillä on heraa meijeriltä",
    "Teemme tiiliä, mitä voisimme ottaa vastaan?",
  ],
  usesTitle: (material, industry) => `Käyttötaulukko: ${material} → ${industry}`,
  taken: (label, stuff) => `**${label}** ottaa tavallisesti vastaan: ${stuff}.`,
  parts: {
    industry: "ala",
    needs: "raaka-ainetarve",
    distance: "etäisyys",
    freshness: "tietojen tuoreus",
    fit: "sopivuus",
    availability: "saatavuus",
  },
  form: "Täytä lomakkeella",
  picture: (what) => `Mihin virta voisi mennä: ${what}`,
  pictureSource: "Lähde: Sivuvirran käyttötaulukko; rivien lähteet vastauksessa.",
};

const SV: PartnerTexts = {
  takers: (what) => `**${what}** – de här branscherna tar emot sådant, den troligaste först:`,
  sources: (what) => `**${what}** – de här sidoströmmarna vore värda att fråga efter, den lämpligaste först:`,
  noTakers: (what) =>
    `**${what}** – jag känner inte till någon användning för det och vill inte gissa. Beskriv strömmen med andra ord: vad är det, var uppstår det och vad innehåller det?`,
  noSources: (what) => `**${what}** – tabellen har ingen sidoström som passar.`,
  yourStream: "Er sidoström",
  industryKnown: (cases) =>
    cases === 1 ? "känd användning, ett dokumenterat fall" : `känd användning, ${cases} dokumenterade fall`,
  generalPractice: "allmän praxis",
  because: {
    broader: (label) => `som ett slags: ${label}`,
    narrower: (label) => `om det rör sig om ${label}`,
    contains: (label) => `på grund av sammansättningen: ${label}`,
  },
  sameCode: (code) => `avfallskoden ${code} stämmer`,
  pretreatment: (steps) => `kräver vanligen förbehandling: ${steps}`,
  otherForm: "formen är en annan än den vanliga",
  hazardousYes:
    "strömmen är farligt avfall: mottagaren måste ha tillstånd för det och transporten ett transportdokument",
  hazardUnknown: "det är inte känt om strömmen är farlig",
  permit: "mottagarens tillstånd eller biproduktstatus ska kontrolleras före det första lasset",
  amountUnknown: "mängden är inte känd",
  needUnknown: "mottagarens behov i mängd är inte känt",
  placeUnknown: "avståndet kan inte räknas, eftersom platsen inte är känd",
  far: (km) => `lång transport, cirka ${km} km fågelvägen`,
  planned: "först under planering",
  stale: (year) => `uppgifterna är från ${year}`,
  statusUnknown: "nuvarande status är inte känd",
  soldNow: "säljs redan till en annan användare",
  usedNow: "utnyttjas redan på platsen",
  weak: "Det här är ett svagare tips: ingen känd användning nämner just den här strömmen, så slutsatsen vilar på dess slag och sammansättning.",
  weakReason: "svagare tips",
  companies: "Företag i de här branscherna:",
  noCompanies: "Tabellen har inget företag i de här branscherna.",
  hiddenCompany: (park) => `ett företag i parken ${park}`,
  somewhere: "ett företag i parknätverket",
  takes: (inputs) => `bland råvarorna nämns ${inputs}`,
  inIndustry: (label) => `bransch: ${label}`,
  distance: (km) => `cirka ${km} km fågelvägen`,
  score: "poäng",
  scoreParts: (parts) => `Poängen räknas så här: ${parts}.`,
  obstacles: "Att beakta",
  sameArea: "på samma område",
  common: "Att kontrollera i alla fall:",
  closest: "Närmaste dokumenterade exempel:",
  law: "Lagstiftning som vägledning, inte juridisk rådgivning:",
  next: "Nästa steg:",
  nextGive:
    "Ta fram uppgifter om provet (sammansättning, fukt, skadliga ämnen), kontrollera om det är avfall eller biprodukt och fråga mottagaren om behovet. Kontaktpersonen hjälper i gång:",
  nextTake:
    "Fråga producenten om nuvarande mängd, kvalitet och villkor, och kontrollera ditt eget tillstånd att ta emot. Kontaktpersonen hjälper i gång:",
  nextHeat:
    "Ta reda på värmens effekt, temperatur och variation under året, och fråga nätets ägare eller grannen om anslutning. Kontaktpersonen hjälper i gång:",
  beyondReach: (km) => `för långt bort för att leda värme, cirka ${km} km fågelvägen`,
  questions: "Förslagen blir bättre om du berättar (du kan också hoppa över):",
  ask: {
    what: "Vad är det för ström och i vilken process uppstår den?",
    amount: "Hur mycket blir det per år?",
    place: "På vilken ort?",
    hazardous: "Är det farligt avfall?",
    form: "Är det fast, slam, vätska eller gas?",
  },
  skip: "Hoppa över",
  skipped: "Visst, förslagen står kvar. Fråga gärna mer.",
  whatExamples: [
    "Vi har 22 000 ton flygaska i Kemi",
    "Vi har vassle från ett mejeri",
    "Vi gör tegel, vad kunde vi ta emot?",
  ],
  usesTitle: (material, industry) => `Användningstabellen: ${material} → ${industry}`,
  taken: (label, stuff) => `**${label}** tar vanligen emot: ${stuff}.`,
  parts: {
    industry: "bransch",
    needs: "råvarubehov",
    distance: "avstånd",
    freshness: "uppgifternas ålder",
    fit: "lämplighet",
    availability: "tillgång",
  },
  form: "Fyll i formuläret",
  picture: (what) => `Vart strömmen kunde gå: ${what}`,
  pictureSource: "Källa: Sivuvirtas användningstabell; radernas källor i svaret.",
};

const EN: PartnerTexts = {
  takers: (what) => `**${what}** – these industries take such a stream, the likeliest first:`,
  sources: (what) => `**${what}** – these side streams would be worth asking for, the best fit first:`,
  noTakers: (what) =>
    `**${what}** – I know no use for it, and I would rather not guess. Describe the stream in other words: what is it, where does it arise, what does it hold?`,
  noSources: (what) => `**${what}** – the table holds no side stream that fits.`,
  yourStream: "Your side stream",
  industryKnown: (cases) =>
    cases === 1 ? "known use, one documented case" : `known use, ${cases} documented cases`,
  generalPractice: "general practice",
  because: {
    broader: (label) => `as a kind of ${label}`,
    narrower: (label) => `if it is ${label}`,
    contains: (label) => `by its composition: ${label}`,
  },
  sameCode: (code) => `waste code ${code} matches`,
  pretreatment: (steps) => `usually needs pre-treatment: ${steps}`,
  otherForm: "its physical state is not the usual one",
  hazardousYes:
    "the stream is hazardous waste: the receiver needs a permit for it, and its transport a transfer document",
  hazardUnknown: "whether it is hazardous is not known",
  permit: "the receiver's permit or by-product status has to be checked before the first load",
  amountUnknown: "the amount is not known",
  needUnknown: "the amount the receiver needs is not known",
  placeUnknown: "the distance cannot be told, since the place is not known",
  far: (km) => `long haul, about ${km} km as the crow flies`,
  planned: "only planned",
  stale: (year) => `the data are of ${year}`,
  statusUnknown: "its present status is not known",
  soldNow: "is sold to another user already",
  usedNow: "is used on site already",
  weak: "This is a weaker lead: no known use names just this stream, so it rests on its kind and composition.",
  weakReason: "weaker lead",
  companies: "Companies in these industries:",
  noCompanies: "The table holds no company of these industries.",
  hiddenCompany: (park) => `a company in park ${park}`,
  somewhere: "a company in the network of parks",
  takes: (inputs) => `its inputs name ${inputs}`,
  inIndustry: (label) => `industry: ${label}`,
  distance: (km) => `about ${km} km as the crow flies`,
  score: "score",
  scoreParts: (parts) => `The score is made up as follows: ${parts}.`,
  obstacles: "Obstacles",
  sameArea: "in the same area",
  common: "To be checked in every case:",
  closest: "Closest documented example:",
  law: "Law, as orientation and not legal advice:",
  next: "Next step:",
  nextGive:
    "Get the data of a sample (composition, moisture, harmful substances), check whether it is waste or a by-product, and ask the receiver about the need. The contact person helps to begin:",
  nextTake:
    "Ask the producer for the present amount, quality and terms, and check your own permit to take it. The contact person helps to begin:",
  nextHeat:
    "Find out the power, temperature and seasonal variation of the heat, and ask the owner of the network or the neighbour about a connection. The contact person helps to begin:",
  beyondReach: (km) => `too far to pipe heat, about ${km} km as the crow flies`,
  questions: "The suggestions would get better if you tell (you may skip this):",
  ask: {
    what: "What is the stream, and in which process does it arise?",
    amount: "How much of it is there a year?",
    place: "In which municipality?",
    hazardous: "Is it hazardous waste?",
    form: "Is it solid, sludge, liquid or gas?",
  },
  skip: "Skip",
  skipped: "All right, the suggestions stand. Ask more whenever you like.",
  whatExamples: [
    "We have 22 000 t of fly ash in Kemi",
    "We have whey from a dairy",
    "We make bricks, what could we take?",
  ],
  usesTitle: (material, industry) => `Table of uses: ${material} → ${industry}`,
  taken: (label, stuff) => `**${label}** usually take in: ${stuff}.`,
  parts: {
    industry: "industry",
    needs: "input need",
    distance: "distance",
    freshness: "age of data",
    fit: "fit",
    availability: "availability",
  },
  form: "Fill in the form",
  picture: (what) => `Where it could go: ${what}`,
  pictureSource: "Source: Sivuvirta's table of uses; the sources of the rows stand in the answer.",
};

/** The words by language. */
export const PARTNER_TEXTS: Record<Language, PartnerTexts> = { fi: FI, sv: SV, en: EN };
