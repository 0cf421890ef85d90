import type { PartnerTexts } from "./partner-texts.ts";

/** Words around suggested partners in Finnish. */
export const FI: PartnerTexts = {
  takers: (what) => `**${what}** – nämä alat ottavat tällaista vastaan, todennäköisin ensin:`,
  sources: (what) => `**${what}** – näitä sivuvirtoja voisi kysyä, sopivin ensin:`,
  noTakers: (what) =>
    `**${what}** – en tunne tälle yhtään käyttöä enkä halua arvata. Kuvailkaa virtaa toisin sanoin: mitä se on, mistä se syntyy ja mitä se sisältää?`,
  noSources: (what) => `**${what}** – taulukossa ei ole tähän sopivaa sivuvirtaa.`,
  yourStream: "Sivuvirtanne",
  industryKnown: (cases) =>
    cases === 1
      ? "tunnettu käyttö, yksi dokumentoitu tapaus"
      : `tunnettu käyttö, ${cases} dokumentoitua tapausta`,
  generalPractice: "yleinen käytäntö",
  because: {
    broader: (label) => `lajiltaan: ${label}`,
    narrower: (label) => `jos kyseessä on ${label}`,
    contains: (label) => `koostumuksen perusteella: ${label}`,
  },
  sameCode: (code) => `jätekoodi ${code} täsmää`,
  pretreatment: (steps) => `vaatii yleensä esikäsittelyn: ${steps}`,
  otherForm: "olomuoto on muu kuin tavallisesti",
  hazardousYes:
    "virta on vaarallinen: jätteenä sen saa antaa vain luvan saaneelle vastaanottajalle siirtoasiakirjan kanssa, tuotteena siihen sovelletaan kemikaalilainsäädäntöä",
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
    "Teettäkää näytteestä analyysi (koostumus, kosteus, haitta-aineet), tarkistakaa, onko se jätettä vai sivutuotetta, ja kysykää vastaanottajalta tarpeesta. Yhteyshenkilö auttaa alkuun:",
  nextTake:
    "Kysykää tuottajalta nykyinen määrä, laatu ja ehdot ja tarkistakaa lupanne vastaanottoon. Yhteyshenkilö auttaa alkuun:",
  nextHeat:
    "Selvittäkää lämmön teho, lämpötila ja vaihtelu vuoden mittaan ja kysykää verkon tai naapurin haltijalta liitynnästä. Yhteyshenkilö auttaa alkuun:",
  beyondReach: (km) => `liian kaukana lämmön siirtoon, noin ${km} km linnuntietä`,
  questions: "Ehdotukset tarkentuvat, jos kerrotte vielä (voitte myös ohittaa):",
  ask: {
    what: "Mitä virta on ja missä prosessissa se syntyy?",
    amount: "Paljonko sitä on vuodessa?",
    place: "Millä paikkakunnalla?",
    hazardous: "Onko se vaarallista jätettä?",
    form: "Onko se kiinteää, lietettä, nestettä vai kaasua?",
  },
  skip: "Ohita",
  skipped: "Selvä, ehdotukset pysyvät ennallaan. Lisää voi kysyä milloin vain.",
  skippedUnknown: "Selvä. Jos en tiedä, mikä virta on, en voi ehdottaa ottajia. Kuvailkaa sitä, kun voitte.",
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
  picture: (what) => `Mihin virta voisi mennä: ${what}`,
  pictureSource: "Lähde: Sivuvirran käyttötaulukko; rivien lähteet vastauksessa.",
};
