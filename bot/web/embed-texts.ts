import type { Language } from "../../knowledge/languages.ts";

/** Words of the button and its panel on another site, in one language. */
export interface EmbedTexts {
  /** Name of the button, and of the panel it opens. */
  chat: string;
  /** Follows {@link chat} in the name of the button while an answer is unread. */
  unread: string;
  connecting: string;
  close: string;
  /** The chat may not be shown on this site, or its server cannot be reached. */
  blocked: string;
  /** Link to the chat in a tab of its own. */
  openTab: string;
  /** For whoever runs the site; `{origin}` becomes the site's own. */
  advice: string;
}

/** The words of the button and its panel; they travel with the script. */
export const EMBED_TEXTS: Record<Language, EmbedTexts> = {
  fi: {
    chat: "Sivuvirta-keskustelu",
    unread: "uusi vastaus",
    connecting: "Avataan keskustelua…",
    close: "Sulje keskustelu",
    blocked: "Keskustelua ei saatu auki tällä sivulla.",
    openTab: "Avaa keskustelu omaan välilehteen",
    advice:
      "Sivuston ylläpitäjälle: lisää {origin} avustajan asetukseen ALLOWED_ORIGINS ja salli avustajan osoite sivun frame-src-säännössä.",
  },
  sv: {
    chat: "Chatt med Sivuvirta",
    unread: "nytt svar",
    connecting: "Öppnar konversationen…",
    close: "Stäng chatten",
    blocked: "Chatten kunde inte öppnas på den här sidan.",
    openTab: "Öppna chatten i en egen flik",
    advice:
      "Till den som driver webbplatsen: lägg till {origin} i assistentens inställning ALLOWED_ORIGINS och tillåt assistentens adress i sidans regel frame-src.",
  },
  en: {
    chat: "Sivuvirta chat",
    unread: "new answer",
    connecting: "Opening the conversation…",
    close: "Close the chat",
    blocked: "The chat could not be opened on this page.",
    openTab: "Open the chat in its own tab",
    advice:
      "For whoever runs this site: add {origin} to the setting ALLOWED_ORIGINS of the assistant, and allow the assistant's address in frame-src of the page.",
  },
};
