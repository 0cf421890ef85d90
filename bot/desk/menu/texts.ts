import type { Language } from "../../../knowledge/languages.ts";

/** The words of the desk's menu in a chat. */
interface MenuTexts {
  title: string;
  intro: string;
  notAllowed: string;
  nothing: string;
  openPage: string;
  /** Buttons by the names of their dialogs. */
  dialogs: Record<MenuDialog, string>;
}

/** Dialogs that the menu offers. */
export const MENU_DIALOGS = ["faq.new", "faq.edit", "faq.retire", "faq.restore"] as const;

/** One of {@link MENU_DIALOGS}. */
export type MenuDialog = (typeof MENU_DIALOGS)[number];

export const MENU_TEXTS: Record<Language, MenuTexts> = {
  fi: {
    title: "Koordinaattorin työpöytä",
    intro: "Työpöydällä odottaa:",
    notAllowed: "Työpöytä on koordinaattoreille.",
    nothing: "Mikään ei odota.",
    openPage: "Avaa työpöytä selaimessa",
    dialogs: {
      "faq.new": "Uusi vastaus",
      "faq.edit": "Muokkaa vastausta",
      "faq.retire": "Poista käytöstä",
      "faq.restore": "Palauta käyttöön",
    },
  },
  sv: {
    title: "Koordinatorns skrivbord",
    intro: "På skrivbordet väntar:",
    notAllowed: "Skrivbordet är för koordinatorer.",
    nothing: "Ingenting väntar.",
    openPage: "Öppna skrivbordet i webbläsaren",
    dialogs: {
      "faq.new": "Nytt svar",
      "faq.edit": "Redigera ett svar",
      "faq.retire": "Ta ur bruk",
      "faq.restore": "Ta i bruk igen",
    },
  },
  en: {
    title: "Coordinator’s desk",
    intro: "Waiting at the desk:",
    notAllowed: "The desk is for coordinators.",
    nothing: "Nothing is waiting.",
    openPage: "Open the desk in the browser",
    dialogs: {
      "faq.new": "New answer",
      "faq.edit": "Edit an answer",
      "faq.retire": "Retire an answer",
      "faq.restore": "Restore an answer",
    },
  },
};
