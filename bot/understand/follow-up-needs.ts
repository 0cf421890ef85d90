import type { KnowledgeView } from "../knowledge-view.ts";
import { type LocationNeed, type LocationRequest, mergeNeeds, needKey } from "../query/location-need.ts";
import { ASKS_ONE_PARK, ASKS_PARTNER, ASKS_WHERE_TO_SETTLE, COMPARES } from "./location-words.ts";
import type { Memory } from "./memory.ts";
import { readFeatureSpans } from "./need-spans.ts";
import type { Question } from "./question.ts";
import { readNeeds } from "./read-needs.ts";

const MOST_WORDS = 12;

const YES =
  /^\W*(?:yes|yeah|yep|sure|please do|it does|kyllä|joo|juu|on|tarvitsemme|ja|jo|javisst|visst|det behöver vi)(?!\p{L})/iu;
const ONLY_YES =
  /^\W*(?:yes|yeah|yep|sure|kyllä|joo|juu|ja|jo|javisst|visst|det behöver vi)(?:[,\s]+(?:please|kiitos|tack|we do|tarvitsemme|det gör vi))?\W*$/iu;
const SKIPS =
  /^\W*(?:no|nope|skip(?: (?:the|this) question)?|pass|next|don't know|not sure|doesn't matter|anywhere(?: will do| is fine)?|missä tahansa|var som helst|we don't need (?:that|it|one)|no need|ei|en tiedä|emme(?: tarvitse)?|ohita(?: kysymys)?|ei väliä|sijainnilla ei ole väliä|nej|hoppa över(?: frågan)?|vet inte|vi behöver det inte|det behöver vi inte|läget spelar ingen roll|spelar ingen roll)(?:[,\s]+(?:thanks|thank you|kiitos|tack))?\W*$/iu;
/** Where is all the same. */
const ANYWHERE = /anywhere|sijainnilla|läget|missä tahansa|var som helst/iu;
/** Questions that ask something of their own, whatever they name. */
const OWN_QUESTION =
  /^\W*(?:how (?:many|much|long|old)|who|when|why|what is|what are|which companies|(?:in )?which parks?|what parks?|is there|are there|does|do they|kuinka|montako|paljonko|kuka|milloin|miksi|mikä on|mitkä|mitä|missä puisto\p{L}*|millä puistoilla|onko|hur (?:många|mycket|länge)|vem|när|varför|vad är|vilka|i vilk\p{L}+ park\p{L}*|vilken park|finns det)(?!\p{L})/iu;

/**
 * Reads a message that goes on with a request for a place: "yes, a port", "5 ha", "Lapissa", "hoppa över frågan".
 *
 * @returns The request as it is now; nothing when the last answer was no advice, or the message is a question of its
 * own.
 */
export function followUpNeeds(
  question: Question,
  { memory, view }: { memory: Memory; view: KnowledgeView },
): LocationRequest | undefined {
  const last = memory.needs;
  const { text } = question;
  if (last === undefined || text.split(/\s+/).length > MOST_WORDS) return undefined;
  const { asked, ...kept } = last;
  const isEmpty = last.needs.length === 0;
  if (SKIPS.test(text)) {
    if (asked === undefined || isEmpty) return undefined;
    if (ANYWHERE.test(text))
      return {
        ...kept,
        needs: kept.needs.filter(({ kind }) => kind !== "place"),
        skipped: [...kept.skipped, "place"],
      };
    return { ...kept, skipped: [...kept.skipped, needKey(asked)] };
  }
  if (ONLY_YES.test(text)) {
    // "Yes" does not tell how much land, or which region.
    const isPlain = asked?.kind === "feature" && asked.amount === undefined;
    return isPlain ? { ...kept, needs: mergeNeeds(kept.needs, [asked]) } : undefined;
  }
  if (asksAnew(question)) return undefined;
  const told = readNeeds(question, view).filter(({ kind }) => kind !== "wish" || YES.test(text));
  const denied = new Set(readFeatureSpans(question).denied.map(({ need }) => need.feature));
  const isDenied = (need: LocationNeed) => need.kind === "feature" && denied.has(need.feature);
  // "What if no port is needed?" after a question that named one.
  const left = kept.needs.filter((need) => !isDenied(need));
  if (told.length === 0 && left.length === kept.needs.length) return undefined;
  const skipped = [...kept.skipped, ...kept.needs.filter(isDenied).map(needKey)];
  return { ...kept, skipped, needs: mergeNeeds(left, told) };
}

function asksAnew({ text, parks, asksContact }: Question): boolean {
  return (
    parks.length > 0 ||
    asksContact ||
    OWN_QUESTION.test(text) ||
    ASKS_PARTNER.test(text) ||
    COMPARES.test(text) ||
    ASKS_ONE_PARK.test(text) ||
    ASKS_WHERE_TO_SETTLE.some((pattern) => pattern.test(text))
  );
}
