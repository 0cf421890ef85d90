import { NEED_VERB, NEIGHBOUR } from "./location-words.ts";

/** Where in a text what is needed begins; 0 when nothing tells what comes before it from what comes after. */
export function needVerbAt(text: string): number {
  const at = text.search(NEED_VERB);
  if (at >= 0) return at;
  const colon = text.indexOf(":");
  return colon > 0 && colon < text.length / 2 ? colon : 0;
}

/** The stretch between commas and the like that a place of the text lies in. */
export function clauseAround(text: string, at: number): string {
  const start = Math.max(...[",", ";", ".", ":", "?"].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const ends = [",", ";", ".", ":", "?"].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return text.slice(start, Math.min(text.length, ...ends));
}

/** The words right before and after a place of the text. */
export function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 30), start)} ${text.slice(end, end + 22)}`;
}

/** What stands before the asker's own plant: "for a …", "build an …". */
const OWN_BEFORE =
  /(?<!\p{L})(?:for|of|build|set up|open|start|run|för|bygga|starta|driva|rakentaa|perustaa)\s+(?:an?\s+|en\s+|ett\s+)?(?:\p{L}+\s+)?$/iu;

/** Room for what the asker wants to build. */
const ROOM_BEFORE =
  /(?<!\p{L})(?:room|space|plats|utrymme|plot|site|tomt|mark)\s+(?:for|för|till)\s+(?:an?\s+|en\s+|ett\s+)?(?:\p{L}+\s+)?$/iu;

/** "Vetylaitokselle": for a plant of one's own. */
const FOR_FI = /(?:laitokselle|tehtaalle|verstaalle|pajalle|yritykselle|lle)$/iu;

/** Whether a trade is wished for next door, by the words around it or since it is what is needed. */
export function isNeighbour(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  if (ROOM_BEFORE.test(before) || FOR_FI.test(text.slice(start, end))) return false;
  if (NEIGHBOUR.test(around(text, start, end))) return true;
  const at = needVerbAt(text);
  return at > 0 && start >= at && !OWN_BEFORE.test(before);
}
