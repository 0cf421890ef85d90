import type { AlertTexts } from "./alert-texts.ts";

/** Words around alerts in Finnish. */
export const FI: AlertTexts = {
  section: "Hakuvahdit",
  everything: "kaikki sivuvirrat",
  created: ({ number, what }) => `Hakuvahti ${number} on päällä: **${what}**.`,
  existing: ({ number, what }) => `Tällainen hakuvahti on jo päällä, se on numero ${number}: **${what}**.`,
  existingPaused: (number) => `Se on nyt tauolla. Jatka sitä kirjoittamalla ”jatka hakuvahtia ${number}”.`,
  toldInTeams: "Kerron uusista riveistä täällä Teamsissa heti, kun niitä tulee.",
  toldOnWeb: (idleDays) =>
    `Kerron uusista riveistä tässä keskustelussa, kun seuraavan kerran avaat sen. Keskustelu ja sen hakuvahdit poistuvat, jos ${idleDays === 1 ? "vuorokauteen" : `${idleDays} päivään`} ei tule viestejä.`,
  shared: "Hakuvahti on koko keskustelun yhteinen: kaikki täällä näkevät sen ja voivat lopettaa sen.",
  onlyNew: "Taulukossa jo olevista riveistä en ilmoita.",
  howToStop: (number) =>
    `Lopetat sen kirjoittamalla ”poista hakuvahti ${number}”; tauolle sen saa kirjoittamalla ”keskeytä hakuvahti ${number}”.`,
  notUnderstood: (words) =>
    `Ymmärsin, että haluat hakuvahdin, mutta tätä kohtaa en ymmärtänyt: ”${words}”. En luo vahtia arvaamalla. Täytä lomake tai kirjoita toisin.`,
  notRows:
    "Hakuvahti kertoo uusista sivuvirroista, joten yhtä jo olemassa olevaa riviä sillä ei voi seurata. Kerro mieluummin aine, paikka tai määrä.",
  nothingToWatch: "Kerro, mitä sivuvirtaa haluat seurata: aine, paikka tai määrä riittää.",
  onlyStreams: "Vahdin vain sivuvirtataulukkoa: en yrityksiä, puistoja, hintoja enkä uutisia.",
  tooMany: (most) =>
    `Tässä keskustelussa on jo ${most} hakuvahtia, eikä niitä voi olla enempää. Poista jokin ennen kuin luot uuden.`,
  list: (count) => (count === 1 ? "Sinulla on yksi hakuvahti:" : `Sinulla on ${count} hakuvahtia:`),
  none: "Hakuvahteja ei ole. Luo sellainen esimerkiksi näin: ”Ilmoita, kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t”.",
  item: ({ number, what }) => `**${number}** ${what}`,
  states: { active: "päällä", paused: "tauolla" },
  paused: ({ number, what }) =>
    `Hakuvahti ${number} (${what}) on tauolla. Jatka sitä kirjoittamalla ”jatka hakuvahtia ${number}”.`,
  resumed: ({ number, what }) =>
    `Hakuvahti ${number} (${what}) on taas päällä. Kerron siitä, mitä tästä eteenpäin tulee.`,
  deleted: ({ number, what }) => `Hakuvahti ${number} (${what}) on poistettu.`,
  deletedAll: (count) =>
    count === 1 ? "Hakuvahti on poistettu." : `Kaikki ${count} hakuvahtia on poistettu.`,
  which: "Kerro, mitä hakuvahtia tarkoitat:",
  noSuch: (number) => `Hakuvahtia ${number} ei ole.`,
  pauseButton: "Keskeytä",
  resumeButton: "Jatka",
  deleteButton: "Poista",
  deleteAllButton: "Poista kaikki",
  say: {
    list: "omat hakuvahdit",
    pause: (number) => `keskeytä hakuvahti ${number}`,
    resume: (number) => `jatka hakuvahtia ${number}`,
    delete: (number) => `poista hakuvahti ${number}`,
    deleteAll: "poista kaikki hakuvahdit",
    more: "ilmoita, kun näitä tulee lisää",
  },
  listButton: "Omat hakuvahdit",
  more: "Ilmoita, kun näitä tulee lisää",
  news: ({ number, what, count }) =>
    `Hakuvahti ${number} (**${what}**): ${count === 1 ? "yksi uusi sivuvirta" : `${count} uutta sivuvirtaa`}.`,
  newsShown: (shown, all) => `Tässä ${shown} ensimmäistä, kaikkiaan uusia on ${all}.`,
  table: "Sivuvirtataulukko",
  form: {
    title: "Uusi hakuvahti",
    subtitle: "Täytä vähintään yksi kohta. Ilmoitan uusista sivuvirroista, jotka täyttävät kaikki ehdot.",
    what: "Aine tai sivuvirta",
    whatExample: "esim. tuhka",
    place: "Kunta, maakunta tai puisto",
    placeExample: "esim. Lappi",
    amount: "Määrä vuodessa vähintään",
    amountExample: "esim. 1000",
    unit: "Yksikkö",
    submit: "Luo hakuvahti",
  },
  desk: {
    about: "Mitä uusia sivuvirtoja seurataan ja montako hakuvahtia niillä on.",
    intro: "Mitä sivuvirtoja seurataan ja kuinka monta hakuvahtia niillä on. Kenen vahdit ovat, ei näytetä.",
    watched: "Mitä seurataan",
    active: "Päällä",
    paused: "Tauolla",
    empty: "Kukaan ei seuraa vielä mitään.",
    total: (active, paused) => `Päällä ${active}, tauolla ${paused}.`,
  },
};
