import type { PrivacyFacts, PrivacySection, PrivacyTexts } from "./privacy-texts-shape.ts";

const YOUR_DATA: PrivacySection = {
  heading: "Lataa tai poista tietosi",
  paragraphs: [
    "”Lataa keskustelu” tallentaa koko keskustelun lähteineen tekstitiedostona laitteellesi.",
    "”Poista tietoni” poistaa käynnissä olevan keskustelun palvelimelta heti, samoin palautteen, hakuvahdit ja sen, mitä olet lähettänyt ihmiselle. Saman tekee keskusteluun kirjoitettu ”poista tietoni”, myös Teamsissa. Poistoa ei voi perua. Jos välilehti on jo suljettu, keskustelu poistuu edellä mainitussa ajassa.",
  ],
};

const DESK_STORES = [
  "Tilastoja varten merkitään, milloin, millä kielellä ja mistä aiheesta kysyttiin ja löytyikö vastaus. Jos kysymykseen ei löytynyt hyvää vastausta, myös sen sanat tallennetaan ilman sähköpostiosoitteita ja puhelinnumeroita, jotta ihminen voi kirjoittaa vastauksen.",
  "Jos lähetät kysymyksen ihmiselle, koordinaattori näkee sen, minkä lomake näyttää sinulle ennen lähettämistä. Hakuvahdit, julkaisemasi sivuvirrat ja yhteydenottopyynnöt säilyvät, kunnes ne päättyvät.",
];

/** Writes the privacy page in Finnish. */
export function finnishPrivacyTexts(facts: PrivacyFacts): PrivacyTexts {
  const { retentionDays, hasSignIn, desk } = facts;
  return {
    title: "Tietosuoja",
    back: "Takaisin keskusteluun",
    sections: [
      whoAnswers(facts),
      {
        heading: "Mitä tallennetaan",
        paragraphs: [
          "Tallennamme kysymyksesi, niihin annetut vastaukset ja sen, mistä keskustelussa on puhuttu, jotta keskustelu voi jatkua.",
          "Jos annat palautetta, tallennamme peukun ja kirjoittamasi perustelun, jotta palvelun ylläpitäjä voi parantaa vastauksia.",
          ...(desk === undefined ? [] : DESK_STORES),
          "Nimeäsi emme kysy. Älä kirjoita keskusteluun tai palautteeseen henkilötietoja tai liikesalaisuuksia.",
        ],
      },
      {
        heading: "Kuinka kauan",
        paragraphs: [
          `Keskustelu poistetaan ${days(retentionDays)} kuluttua sen viimeisestä viestistä.`,
          ...(desk === undefined
            ? []
            : [
                `Hyvää vastausta vaille jääneiden kysymysten sanat poistetaan ${days(desk.questionDays)} kuluttua ja ihmiselle lähetetty kysymys ${days(desk.ticketDays)} kuluttua sen päättymisestä.`,
              ]),
        ],
      },
      YOUR_DATA,
      { heading: "Kuka olet", paragraphs: whoYouAre(hasSignIn) },
      {
        heading: "Keskustelu toisella sivustolla",
        paragraphs: [
          "Keskustelu voi olla upotettuna toisen organisaation sivustolle. Viestisi kulkevat silloinkin suoraan tälle palvelimelle, eikä sivusto näe niitä. Sivuston muuta toimintaa koskee sen oma tietosuojaseloste.",
        ],
      },
      {
        heading: "Selaimessasi",
        paragraphs: [
          `Sivu ei lataa mitään muilta palvelimilta. Evästeitä ${hasSignIn ? "ei käytetä, ellet kirjaudu sisään; silloin käytetään kirjautumisen ajan väliaikaista evästettä ja sen jälkeen istuntoevästettä, joka poistuu, kun kirjaudut ulos" : "ei käytetä"}.`,
          "Selain muistaa valitsemasi kielen ja, kunnes suljet välilehden, käynnissä olevan keskustelun tunnisteen sekä sen, kenelle keskustelu on aloitettu (rooli ja sivuston mahdollisesti antama tunnus).",
        ],
      },
    ],
  };
}

function whoAnswers({ usesChatModel, usesEmbeddingModel = false }: PrivacyFacts): PrivacySection {
  return {
    heading: "Sinulle vastaa tekoäly",
    paragraphs: [
      "Sivuvirta on tekoälyavustaja, ei ihminen. Se vastaa lähteiden perusteella ja näyttää ne, mutta se voi silti erehtyä. Tarkista lähde, ennen kuin teet päätöksiä.",
      usesChatModel
        ? "Vastausten muotoilussa käytetään kielimallia. Kysymyksesi, keskustelun viimeisimmät viestit ja lähteistä löytyneet kohdat lähetetään tätä varten kielimallin tarjoajalle."
        : usesEmbeddingModel
          ? "Vastaukset laaditaan tällä palvelimella. Oikeiden kohtien löytämiseksi kysymyksesi lähetetään ulkopuoliselle kielimallille, joka muuntaa sen luvuiksi."
          : "Vastaukset laaditaan tällä palvelimella. Kysymyksiäsi ei lähetetä ulkopuoliselle kielimallille.",
    ],
  };
}

function whoYouAre(hasSignIn = false): string[] {
  return [
    hasSignIn
      ? "Palvelua voi käyttää kirjautumatta. Jos kirjaudut sisään, kirjautumisesta luetaan vain roolisi (jäsen tai koordinaattori). Koordinaattorilta luetaan myös nimi ja käyttäjätunniste, koska koordinaattorin työpöydän lokista näkyy, kuka on tehnyt mitä."
      : "Palvelun käyttö ei vaadi nimeä eikä käyttäjätunnusta.",
    "Jos olet kirjautunut sivustolle, johon keskustelu on upotettu, sivusto voi kertoa meille roolisi.",
    "Rooli kulkee allekirjoitettuna keskustelun tunnisteessa ja ratkaisee, mitkä tiedot sinulle saa näyttää. Keskustelun yhteyteen ei tallenneta nimeä eikä sähköpostiosoitetta.",
  ];
}

function days(count: number): string {
  return count === 1 ? "yhden päivän" : `${count} päivän`;
}
