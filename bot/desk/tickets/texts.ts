import type { Language } from "../../../knowledge/languages.ts";
import { CHAT_EN } from "./chat-texts-en.ts";
import { CHAT_FI } from "./chat-texts-fi.ts";
import { CHAT_SV } from "./chat-texts-sv.ts";
import { DESK_EN } from "./desk-texts-en.ts";
import { DESK_FI } from "./desk-texts-fi.ts";
import { DESK_SV } from "./desk-texts-sv.ts";
import type { TicketTexts } from "./ticket-texts.ts";

/** The words of tickets by language: to askers and to coordinators. */
export const TICKET_TEXTS: Record<Language, TicketTexts> = {
  fi: { chat: CHAT_FI, desk: DESK_FI },
  sv: { chat: CHAT_SV, desk: DESK_SV },
  en: { chat: CHAT_EN, desk: DESK_EN },
};
