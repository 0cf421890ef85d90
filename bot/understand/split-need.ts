import { WANTS } from "./partner-words.ts";

/** A need in its two parts: who needs, and what. */
export interface SplitNeed {
  /** Words that tell what the asker makes or runs; may be empty. */
  own: string;
  /** Words that tell what is wanted; may be empty. */
  wanted: string;
}

/** Words behind which a purpose stands: "gips till gipsskivor", "lime for our steel works". */
const PURPOSE =
  /(?<!\p{L})(?:for (?:our|my|the|a|making|use in)|as (?:raw material|feedstock|fuel) (?:for|in)|in our|to make|to produce|till|för (?:vår|våra|vårt|att)|som råvara i|i vår|i vårt)(?!\p{L})/iu;
const ASKED_STUFF =
  /^\s*(?:which|what|mitä|millaista|millaisia|mitkä|vilket|vilken|vilka)\s+(?!(?:could|can|might|would|should|else|me|voisimme|voimme|voisi|kan|kunde|skulle)(?!\p{L}))(?=\p{L})/iu;
const WEAK = /^(?:what|where|which|mitä|mistä|vad|var|vilk\p{L}+)$/iu;

/**
 * Splits a need: "We make bricks, what could we take?" tells who asks, "Vi behöver gips till gipsskivor" what is wanted and
 * what for.
 *
 * @example
 * ```ts
 * splitNeed("Vi behöver gips till gipsskivor"); // { own: "gipsskivor", wanted: "gips" }
 * ```
 */
export function splitNeed(text: string): SplitNeed {
  const own: string[] = [];
  const wanted: string[] = [];
  for (const clause of text.split(
    /[.?!;]+\s*|,\s+|\s+(?:and|ja|och)\s+(?=\p{L}*(?:look|need|want|etsi|tarvit|tarvits|osta|behöv|sök|köp|vill))/iu,
  )) {
    // "Vilket returglas kunde vi få?": the wanted stands before the verb.
    if (ASKED_STUFF.test(clause)) {
      wanted.push(clause.replace(ASKED_STUFF, ""));
      continue;
    }
    const match = WANTS.exec(clause);
    if (match === null || WEAK.test(match[0])) {
      own.push(clause);
      continue;
    }
    own.push(clause.slice(0, match.index));
    const rest = clause.slice(match.index + match[0].length);
    const purpose = PURPOSE.exec(rest);
    if (purpose === null) wanted.push(rest);
    else {
      wanted.push(rest.slice(0, purpose.index));
      own.push(rest.slice(purpose.index + purpose[0].length));
    }
  }
  return { own: tidy(own), wanted: tidy(wanted) };
}

function tidy(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(", ");
}
