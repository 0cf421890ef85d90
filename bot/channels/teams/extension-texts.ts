import type { Language } from "../../../knowledge/languages.ts";

/** What the search from the compose box says where it has no record to show. */
export const EXTENSION_TEXTS: Record<
  Language,
  {
    nothing: (text: string) => string;
    failed: string;
    /** Instead of the preview of a link whose time is over. */
    expired: string;
    open: string;
    download: string;
    rows: (count: number) => string;
  }
> = {
  fi: {
    nothing: (text) => (text === "" ? "Tästä ei ole vielä tietoja." : `Haulla ”${text}” ei löytynyt mitään.`),
    expired: "Linkki on vanhentunut. Kysy asiaa keskustelussa uudelleen, niin saat uuden.",
    open: "Avaa",
    download: "Lataa",
    rows: (count) => (count === 1 ? "1 rivi" : `${count} riviä`),
    failed: "Haku ei onnistunut. Yritä hetken kuluttua uudelleen.",
  },
  sv: {
    nothing: (text) => (text === "" ? "Det finns inga uppgifter här ännu." : `Inget hittades för ”${text}”.`),
    expired: "Länken har gått ut. Fråga igen i chatten så får du en ny.",
    open: "Öppna",
    download: "Ladda ner",
    rows: (count) => (count === 1 ? "1 rad" : `${count} rader`),
    failed: "Sökningen misslyckades. Försök igen om en stund.",
  },
  en: {
    nothing: (text) => (text === "" ? "There is nothing here yet." : `Nothing was found for “${text}”.`),
    expired: "The link has expired. Ask again in the chat to get a new one.",
    open: "Open",
    download: "Download",
    rows: (count) => (count === 1 ? "1 row" : `${count} rows`),
    failed: "The search failed. Please try again in a moment.",
  },
};
