import type { Language } from "../../../knowledge/languages.ts";

/** What a window says when it cannot open. */
export const DIALOG_TEXTS: Record<Language, { notAllowed: string; unknown: string; failed: string }> = {
  fi: {
    notAllowed: "Vain koordinaattorit voivat tehdä tämän.",
    unknown: "Tätä toimintoa ei enää ole. Avaa kortti uudelleen.",
    failed: "Toiminto epäonnistui, eikä mitään tallennettu. Yritä hetken kuluttua uudelleen.",
  },
  sv: {
    notAllowed: "Bara koordinatorer kan göra det här.",
    unknown: "Den här funktionen finns inte längre. Öppna kortet på nytt.",
    failed: "Något gick fel och ingenting sparades. Försök igen om en stund.",
  },
  en: {
    notAllowed: "Only coordinators can do this.",
    unknown: "This function is no longer there. Open the card again.",
    failed: "That failed, and nothing was saved. Try again in a moment.",
  },
};
