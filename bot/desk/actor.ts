import type { Reader } from "../../knowledge/languages.ts";

/** Who does something, as the identity of the channel tells it and never as a message says. */
export interface Actor {
  /** `teams:TENANT/OBJECT`, `web:SUBJECT` of a sign-in, `visitor:USER` of a web chat, `local` for the first-run link. */
  id: string;
  /** Name as the channel tells it; empty where it tells none. */
  name: string;
  reader: Reader;
  /** The door the person came through. */
  via: "teams" | "web-chat" | "desk" | "command-line";
}

/** What happens by itself, by nobody's hand. */
export const HOUSE: Actor = { id: "system", name: "", reader: "coordinator", via: "command-line" };
