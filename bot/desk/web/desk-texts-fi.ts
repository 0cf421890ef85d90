import type { DeskTexts } from "./desk-texts-shape.ts";

/** The desk in Finnish. */
export const FINNISH_DESK_TEXTS: DeskTexts = {
  desk: "Koordinaattorin työpöytä",
  skip: "Siirry sisältöön",
  sections: "Työpöydän osat",
  home: "Etusivu",
  homeIntro: "Mikä odottaa sinua ja mistä sen löydät.",
  waiting: (count) => `${count} odottaa`,
  nothingWaiting: "Ei odottavia",
  signedIn: (name) => `Kirjautuneena: ${name}`,
  thisMachine: "tällä tietokoneella",
  unnamed: "koordinaattori",
  signOut: "Kirjaudu ulos",
  chat: "Keskustelu",
  signedOut: {
    title: "Olet kirjautunut ulos",
    advice: "Jos haluat palata, käynnistä botti uudelleen: se tulostaa silloin uuden linkin.",
  },
  problems: {
    closed: {
      title: "Työpöytä ei ole sinulle auki",
      advice:
        "Avaa työpöytä linkillä, jonka botti tulosti käynnistyessään. Linkki toimii kerran 15 minuutin ajan; uuden saat käynnistämällä botin uudelleen. Jos työpöytää käyttää useampi, ota käyttöön OpenID Connect -kirjautuminen.",
    },
    shut: {
      title: "Tänne ei voi vielä kirjautua",
      advice:
        "Työpöytä avautuu, kun OpenID Connect -kirjautuminen on otettu käyttöön ja jollakulla on koordinaattorin rooli. Kysy palvelun ylläpitäjältä.",
    },
    notCoordinator: {
      title: "Työpöytä on koordinaattoreille",
      advice:
        "Olet kirjautunut, mutta et koordinaattorina. Jos sinun pitäisi olla koordinaattori, pyydä rooli palvelun ylläpitäjältä. Kirjaudu sen jälkeen ulos ja uudelleen sisään.",
    },
    usedLink: {
      title: "Linkki ei enää toimi",
      advice:
        "Linkki toimii kerran, 15 minuutin ajan botin käynnistyksestä ja vain sellaisena kuin se tulostettiin. Uuden saat käynnistämällä botin uudelleen.",
    },
    elsewhere: {
      title: "Linkki toimii vain botin omalla tietokoneella",
      advice:
        "Avaa linkki selaimessa sillä tietokoneella, jolla botti on käynnissä, täsmälleen sellaisena kuin se tulostettiin. Jos muidenkin pitää päästä työpöydälle, ota käyttöön OpenID Connect -kirjautuminen.",
    },
    missing: {
      title: "Sivua ei löytynyt",
      advice:
        "Tässä osoitteessa ei ole mitään. Sivu on ehkä poistettu. Palaa takaisin tai valitse osa ylhäältä.",
    },
    method: {
      title: "Osoite ei toimi näin",
      advice: "Palaa sivulle, jolta lähdit, ja käytä sen painikkeita.",
    },
    large: {
      title: "Tekstiä oli liikaa kerralla",
      advice: "Lomakkeeseen mahtuu noin 60 000 merkkiä. Palaa takaisin ja lyhennä tekstiä.",
    },
    unreadable: {
      title: "Lomaketta ei voitu lukea",
      advice: "Palaa sivulle, lataa se uudelleen ja lähetä lomake siltä.",
    },
    foreign: {
      title: "Lomaketta ei lähetetty tältä sivulta",
      advice: "Turvallisuutesi vuoksi mitään ei muutettu. Avaa työpöytä ja tee muutos siellä.",
    },
    busy: {
      title: "Liian monta pyyntöä",
      advice: "Odota minuutti ja lataa sivu uudelleen. Mitään ei muutettu.",
    },
    failed: {
      title: "Jokin meni vikaan",
      advice: "Yritä uudelleen. Jos sama toistuu, ilmoita alla oleva viite palvelun ylläpitäjälle.",
    },
  },
  reference: "Viite",
  resend: {
    ended: {
      title: "Kirjautumisesi on päättynyt",
      advice:
        "Mitään ei ole vielä tallennettu. Kirjaudu uudelleen uudessa välilehdessä, palaa tälle sivulle ja lähetä uudelleen. Kirjoittamasi on tallella alla.",
    },
    renewed: {
      title: "Olet välillä kirjautunut uudelleen",
      advice: "Mitään ei ole vielä tallennettu. Tarkista kirjoittamasi ja lähetä se uudelleen.",
    },
    signIn: "Kirjaudu (avautuu uuteen välilehteen)",
    send: "Lähetä uudelleen",
    written: "Kirjoittamasi",
  },
};
