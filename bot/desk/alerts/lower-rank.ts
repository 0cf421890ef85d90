import { READERS, type Reader } from "../../../knowledge/languages.ts";

/** The lower of two ranks. */
export function lowerRank(a: Reader, b: Reader): Reader {
  return READERS.indexOf(a) < READERS.indexOf(b) ? a : b;
}
