import type { Language } from "../../knowledge/languages.ts";

/** Why there is no file at a link. */
export type FileProblem = "expired" | "invalid" | "failed";

/** Words of the page that stands in for a file. */
interface FileProblemTexts {
  title: string;
  /** What happened and what to do. */
  advice: string;
}

/** Words for each problem in the three languages. */
export const FILE_PROBLEM_TEXTS: Record<Language, Record<FileProblem, FileProblemTexts>> = {
  fi: {
    expired: {
      title: "Linkki on vanhentunut",
      advice:
        "Tiedostojen linkit toimivat vain määräajan. Kysy asiaa keskustelussa uudelleen, niin saat uuden linkin.",
    },
    invalid: {
      title: "Linkki ei toimi",
      advice: "Linkki on vajaa tai muuttunut. Avaa se suoraan keskustelusta tai kysy asiaa siellä uudelleen.",
    },
    failed: {
      title: "Tiedostoa ei saatu tehtyä",
      advice: "Jokin meni vikaan. Yritä hetken kuluttua uudelleen tai kysy asiaa keskustelussa uudelleen.",
    },
  },
  sv: {
    expired: {
      title: "Länken är för gammal",
      advice:
        "Länkar till filer fungerar bara en viss tid. Ställ frågan på nytt i chatten så får du en ny länk.",
    },
    invalid: {
      title: "Länken fungerar inte",
      advice:
        "Länken är ofullständig eller ändrad. Öppna den direkt i chatten eller ställ frågan där på nytt.",
    },
    failed: {
      title: "Filen kunde inte göras",
      advice: "Något gick fel. Försök igen om en stund eller ställ frågan på nytt i chatten.",
    },
  },
  en: {
    expired: {
      title: "This link has expired",
      advice: "Links to files work for a limited time. Ask again in the chat and you will get a new link.",
    },
    invalid: {
      title: "This link does not work",
      advice: "The link is incomplete or has been changed. Open it from the chat itself, or ask there again.",
    },
    failed: {
      title: "The file could not be made",
      advice: "Something went wrong. Try again in a moment, or ask again in the chat.",
    },
  },
};
