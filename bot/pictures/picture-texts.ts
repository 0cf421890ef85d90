import type { Language } from "../../knowledge/languages.ts";

/** What a picture says of itself. */
export interface PictureTexts {
  /** Stands where there is nothing to draw. */
  nothing: string;
  /** Not all that was given is drawn. */
  firstOf: (drawn: number, all: number) => string;
  /** Bands are as wide as their amounts. */
  widthIsAmount: string;
  /** Dashed bands have no known amount. */
  dashedIsUnknown: string;
}

/** {@link PictureTexts} in the three languages. */
export const PICTURE_TEXTS: Record<Language, PictureTexts> = {
  fi: {
    nothing: "Ei näytettävää.",
    firstOf: (drawn, all) => `Kuvassa on ${drawn} ensimmäistä, kaikkiaan niitä on ${all}.`,
    widthIsAmount: "Nauhan leveys kuvaa määrää.",
    dashedIsUnknown: "Katkoviiva: määrä ei ole tiedossa.",
  },
  sv: {
    nothing: "Inget att visa.",
    firstOf: (drawn, all) => `Bilden visar de ${drawn} första av ${all}.`,
    widthIsAmount: "Bandets bredd visar mängden.",
    dashedIsUnknown: "Streckad linje: mängden är inte känd.",
  },
  en: {
    nothing: "Nothing to show.",
    firstOf: (drawn, all) => `The picture shows the first ${drawn} of ${all}.`,
    widthIsAmount: "The width of a band shows the amount.",
    dashedIsUnknown: "Dashed line: the amount is not known.",
  },
};
