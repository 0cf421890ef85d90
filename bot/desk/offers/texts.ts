import type { Language } from "../../../knowledge/languages.ts";
import { DESK_OFFER_TEXTS_EN } from "./desk-texts-en.ts";
import { DESK_OFFER_TEXTS_FI } from "./desk-texts-fi.ts";
import { DESK_OFFER_TEXTS_SV } from "./desk-texts-sv.ts";
import { OFFER_TEXTS_EN } from "./texts-en.ts";
import { OFFER_TEXTS_FI } from "./texts-fi.ts";
import type { DeskOfferTexts, OfferTexts } from "./texts-shape.ts";
import { OFFER_TEXTS_SV } from "./texts-sv.ts";

/** The words by language: those of the chat, and those of the desk. */
export const OFFER_TEXTS: Record<Language, OfferTexts & { desk: DeskOfferTexts }> = {
  fi: { ...OFFER_TEXTS_FI, desk: DESK_OFFER_TEXTS_FI },
  sv: { ...OFFER_TEXTS_SV, desk: DESK_OFFER_TEXTS_SV },
  en: { ...OFFER_TEXTS_EN, desk: DESK_OFFER_TEXTS_EN },
};
