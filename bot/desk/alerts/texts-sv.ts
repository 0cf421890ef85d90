import type { AlertTexts } from "./alert-texts.ts";

/** Words around alerts in Swedish. */
export const SV: AlertTexts = {
  section: "Bevakningar",
  everything: "alla sidoströmmar",
  created: ({ number, what }) => `Bevakning ${number} är aktiv: **${what}**.`,
  existing: ({ number, what }) => `Den bevakningen finns redan och har nummer ${number}: **${what}**.`,
  existingPaused: (number) => `Den är pausad nu. Skriv ”återuppta bevakning ${number}” så fortsätter den.`,
  toldInTeams: "Jag berättar om nya rader här i Teams så snart de kommer.",
  toldOnWeb: (idleDays) =>
    `Jag berättar om nya rader i den här konversationen nästa gång du öppnar den. Konversationen och dess bevakningar raderas om det inte kommer något meddelande på ${idleDays === 1 ? "ett dygn" : `${idleDays} dagar`}.`,
  shared:
    "Bevakningen är gemensam för hela konversationen: alla här ser den och vem som helst kan avsluta den.",
  onlyNew: "De rader som redan finns i tabellen meddelar jag inte om.",
  howToStop: (number) =>
    `Du avslutar den med ”radera bevakning ${number}” och pausar den med ”pausa bevakning ${number}”.`,
  notUnderstood: (words) =>
    `Jag förstod att du vill ha en bevakning, men inte den här delen: ”${words}”. Jag vill inte gissa. Fyll i formuläret eller skriv på ett annat sätt.`,
  notRows:
    "En bevakning gäller nya sidoströmmar, så en enskild rad som redan finns går inte att bevaka. Ange hellre material, plats eller mängd.",
  nothingToWatch: "Berätta vilka sidoströmmar du vill bevaka: material, plats eller mängd räcker.",
  onlyStreams: "Jag bevakar bara tabellen över sidoströmmar, inte företag, parker, priser eller nyheter.",
  tooMany: (most) =>
    `Här finns redan ${most} bevakningar, och fler går det inte att ha. Radera någon innan du skapar en ny.`,
  list: (count) => (count === 1 ? "Du har en bevakning:" : `Du har ${count} bevakningar:`),
  none: "Det finns inga bevakningar. Skapa en till exempel så här: ”Meddela mig när det kommer nya askströmmar över 1 000 t i Lappland”.",
  item: ({ number, what }) => `**${number}** ${what}`,
  states: { active: "aktiv", paused: "pausad" },
  paused: ({ number, what }) =>
    `Bevakning ${number} (${what}) är pausad. Skriv ”återuppta bevakning ${number}” när den ska fortsätta.`,
  resumed: ({ number, what }) =>
    `Bevakning ${number} (${what}) är aktiv igen. Jag berättar om det som kommer från och med nu.`,
  deleted: ({ number, what }) => `Bevakning ${number} (${what}) är raderad.`,
  deletedAll: (count) => (count === 1 ? "Bevakningen är raderad." : `Alla ${count} bevakningar är raderade.`),
  which: "Vilken bevakning menar du?",
  noSuch: (number) => `Det finns ingen bevakning ${number}.`,
  pauseButton: "Pausa",
  resumeButton: "Återuppta",
  deleteButton: "Radera",
  deleteAllButton: "Radera alla",
  say: {
    list: "mina bevakningar",
    pause: (number) => `pausa bevakning ${number}`,
    resume: (number) => `återuppta bevakning ${number}`,
    delete: (number) => `radera bevakning ${number}`,
    deleteAll: "radera alla bevakningar",
    more: "meddela mig när det kommer fler sådana",
  },
  listButton: "Mina bevakningar",
  more: "Meddela mig när det kommer fler",
  news: ({ number, what, count }) =>
    `Bevakning ${number} (**${what}**): ${count === 1 ? "en ny sidoström" : `${count} nya sidoströmmar`}.`,
  newsShown: (shown, all) => `Här är de första ${shown}; sammanlagt är ${all} nya.`,
  table: "Tabellen över sidoströmmar",
  form: {
    title: "Ny bevakning",
    subtitle: "Fyll i minst en ruta. Jag meddelar om nya sidoströmmar som uppfyller alla villkor.",
    what: "Material eller sidoström",
    whatExample: "t.ex. aska",
    place: "Kommun, landskap eller park",
    placeExample: "t.ex. Lappland",
    amount: "Minsta mängd per år",
    amountExample: "t.ex. 1000",
    unit: "Enhet",
    submit: "Skapa bevakning",
  },
  desk: {
    about: "Vilka nya sidoströmmar som bevakas och hur många bevakningar de har.",
    intro:
      "Vilka sidoströmmar som bevakas och hur många bevakningar de har. Vems bevakningarna är visas inte.",
    watched: "Vad som bevakas",
    active: "Aktiva",
    paused: "Pausade",
    empty: "Ingen bevakar något ännu.",
    total: (active, paused) => `Aktiva: ${active}, pausade: ${paused}.`,
  },
};
