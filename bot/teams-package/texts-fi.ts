import type { ManifestTexts } from "./manifest-texts-shape.ts";

/** The package in Finnish, its default language. */
export const TEXTS_FI: ManifestTexts = {
  fullName: (name) => `${name} – ekoteollisuuspuistojen kiertotalousavustaja`,
  shortDescription: "Lähteisiin perustuvia vastauksia ekoteollisuuspuistoista ja sivuvirroista",
  fullDescription: (
    name,
  ) => `${name} on tekoälyavustaja, joka vastaa kysymyksiin ekoteollisuuspuistoista ja teollisuuden sivuvirroista. Jokaisesta vastauksesta näet, mihin lähteisiin se perustuu ja miltä vuodelta tiedot ovat. Jos lähteistä ei löydy vastausta, avustaja sanoo sen suoraan ja kertoo, keneltä voit kysyä.

Voit kysyä esimerkiksi

- mitä sivuvirtoja puistossa syntyy, kuinka paljon ja keneltä
- mikä ala tai yritys voisi hyödyntää sivuvirran ja mikä sitä voisi estää
- mihin puistoon yrityksen kannattaisi sijoittua
- keneen kannattaa ottaa yhteyttä.

Kysy omassa keskustelussasi avustajan kanssa, tai mainitse ${name} ryhmäkeskustelussa tai kanavalla. Viestiä kirjoittaessasi voit hakea sivuvirran, yrityksen, puiston tai usein kysytyn kysymyksen ja liittää sen viestiin korttina.

Voit kirjoittaa suomeksi, ruotsiksi tai englanniksi. Tekoäly voi erehtyä, joten tarkista lähde ennen kuin teet päätöksiä. Jätteitä ja sivutuotteita koskevat vastaukset ovat suuntaa antavia, eivät oikeudellista neuvontaa.`,
  starters: {
    streams: {
      title: "Mitä sivuvirtoja Kemissä syntyy?",
      description: "Sivuvirrat taulukkona: tuottaja, paikka, määrä ja vuosi",
      question: "Mitä sivuvirtoja Kemi-Torniossa syntyy yli 10 000 tonnia vuodessa?",
    },
    takers: {
      title: "Kuka voisi käyttää lentotuhkaa?",
      description: "Alat ja yritykset, jotka voisivat hyödyntää sivuvirran, ja perustelut",
      question: "Kuka voisi hyödyntää lentotuhkaa, 22 000 tonnia vuodessa Kemissä?",
    },
    locations: {
      title: "Missä puistossa on höyryä?",
      description: "Puistot järjestyksessä sen mukaan, miten ne vastaavat yrityksen tarpeita",
      question:
        "Tarvitsemme 2 hehtaaria tonttimaata, höyryä ja jätevesien käsittelyn. Mihin puistoon kannattaisi sijoittua?",
    },
    inputs: {
      title: "Mitä voisimme käyttää betoniin?",
      description: "Sivuvirrat, jotka sopisivat yrityksen raaka-aineeksi",
      question: "Valmistamme betonituotteita. Mitä sivuvirtoja voisimme käyttää raaka-aineena?",
    },
    waste: {
      title: "Milloin sivutuote on jätettä?",
      description: "Suuntaa antavaa tietoa jätteistä ja sivutuotteista",
      question: "Milloin sivutuote on jätettä?",
    },
    founding: {
      title: "Miten ekopuisto perustetaan?",
      description: "Ekoteollisuuspuiston perustamisen vaiheet",
      question: "Miten ekoteollisuuspuisto perustetaan?",
    },
    contact: {
      title: "Kuka on Kokkolan yhteyshenkilö?",
      description: "Puiston yhteyshenkilö ja yhteystiedot",
      question: "Keneen otan yhteyttä Kokkolan suurteollisuusalueella?",
    },
    help: {
      title: "Mitä osaat?",
      description: "Mistä aiheista voit kysyä",
      question: "Mitä osaat?",
    },
  },
  searchField: "Hakusana",
  searches: {
    searchStreams: {
      title: "Sivuvirrat",
      description: "Hae sivuvirta ja liitä se viestiin korttina",
      hint: "Aine, tuottaja, puisto tai paikkakunta",
    },
    searchCompanies: {
      title: "Yritykset",
      description: "Hae yritys ja liitä se viestiin korttina",
      hint: "Yrityksen nimi, toimiala, puisto tai paikkakunta",
    },
    searchParks: {
      title: "Puistot",
      description: "Hae ekoteollisuuspuisto ja liitä se viestiin korttina",
      hint: "Puiston nimi, paikkakunta tai palvelu, esimerkiksi höyry",
    },
    searchFaq: {
      title: "Usein kysyttyä",
      description: "Hae vastaus usein kysyttyyn kysymykseen ja liitä se viestiin korttina",
      hint: "Kysymyksen sanoja",
    },
  },
};
