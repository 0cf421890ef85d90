import type { PrivacyFacts, PrivacySection, PrivacyTexts } from "./privacy-texts-shape.ts";

const YOUR_DATA: PrivacySection = {
  heading: "Lataa tai poista tietosi",
  paragraphs: [
    "”Lataa keskustelu” tallentaa koko keskustelun lähteineen tekstitiedostona laitteellesi.",
    "”Poista tietoni” poistaa käynnissä olevan keskustelun palvelimelta heti, palaute mukaan lukien. Poistoa ei voi perua. Jos välilehti on jo suljettu, keskustelu poistuu edellä mainitussa ajassa.",
  ],
};

/** Writes the privacy page in Finnish. */
export function finnishPrivacyTexts(facts: PrivacyFacts): PrivacyTexts {
  const { retentionDays, usesChatModel, hasSignIn } = facts;
  return {
    title: "Tietosuoja",
    back: "Takaisin keskusteluun",
    sections: [
      whoAnswers(usesChatModel),
      {
        heading: "Mitä tallennetaan",
        paragraphs: [
          "Tallennamme kysymyksesi, niihin annetut vastaukset ja sen, mistä keskustelussa on puhuttu, jotta keskustelu voi jatkua.",
          "Jos annat palautetta, tallennamme peukun ja kirjoittamasi perustelun, jotta palvelun ylläpitäjä voi parantaa vastauksia.",
          "Nimeäsi emme kysy. Älä kirjoita keskusteluun tai palautteeseen henkilötietoja tai liikesalaisuuksia.",
        ],
      },
      {
        heading: "Kuinka kauan",
        paragraphs: [
          `Keskustelu poistetaan ${retentionDays === 1 ? "yhden päivän" : `${retentionDays} päivän`} kuluttua sen viimeisestä viestistä.`,
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

function whoAnswers(usesChatModel: boolean): PrivacySection {
  return {
    heading: "Sinulle vastaa tekoäly",
    paragraphs: [
      "Sivuvirta on tekoälyavustaja, ei ihminen. Se vastaa lähteiden perusteella ja näyttää ne, mutta se voi silti erehtyä. Tarkista lähde, ennen kuin teet päätöksiä.",
      usesChatModel
        ? "Vastausten muotoilussa käytetään kielimallia. Kysymyksesi ja lähteistä löytyneet kohdat lähetetään tätä varten kielimallin tarjoajalle."
        : "Vastaukset laaditaan tällä palvelimella. Kysymyksiäsi ei lähetetä ulkopuoliselle kielimallille.",
    ],
  };
}

function whoYouAre(hasSignIn = false): string[] {
  return [
    hasSignIn
      ? "Palvelua voi käyttää kirjautumatta. Jos kirjaudut sisään, kirjautumisesta luetaan vain roolisi (jäsen tai koordinaattori)."
      : "Palvelun käyttö ei vaadi nimeä eikä käyttäjätunnusta.",
    "Jos olet kirjautunut sivustolle, johon keskustelu on upotettu, sivusto voi kertoa meille roolisi.",
    "Rooli kulkee allekirjoitettuna keskustelun tunnisteessa ja ratkaisee, mitkä tiedot sinulle saa näyttää. Nimeä tai sähköpostiosoitetta ei tallenneta.",
  ];
}
