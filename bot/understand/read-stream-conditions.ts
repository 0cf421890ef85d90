import type { PartnerRequest } from "../partners/partner-request.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { Question } from "./question.ts";
import type { Span } from "./question-spans.ts";
import { readAmount } from "./read-amount.ts";
import { readWasteCode } from "./read-conditions.ts";
import { STREAM_WORDS } from "./stream-words.ts";
import { EVERYWHERE } from "./topic-spans.ts";
import { UnreadText } from "./unread-text.ts";

/** What is told of a stream beside what it is. */
export type StreamConditions = Omit<PartnerRequest, "direction" | "description">;

/** Reads amount, place, hazard, form and waste code; the rest of the words describes the stuff. */
export function readStreamConditions(question: Question): {
  text: StreamConditions;
  rest: string;
} {
  const unread = new UnreadText(question.text);
  const amount = readAmount(unread.rest);
  if (amount !== undefined) unread.take(withOf(amount.span, question.text));
  const query: StreamQuery = {};
  readWasteCode(unread, query);
  for (const [pattern, filters] of STREAM_WORDS) {
    if (filters.hazardous === undefined || filters.hazardous === "unknown") continue;
    if (unread.read(pattern) !== undefined) query.hazardous ??= filters.hazardous;
  }
  if (HAZARDOUS_STUFF.test(unread.rest)) query.hazardous ??= "yes";
  const form = readForm(question.text);
  for (const match of question.matches) {
    if (match.share === 1 && (match.concept.kind === "place" || match.concept.kind === "park"))
      unread.take([match.start, match.end]);
  }
  const places = question.places.filter((id) => id !== EVERYWHERE);
  return {
    rest: unread.rest.replace(/\s+/g, " ").trim(),
    text: {
      ...(amount === undefined ? {} : { amount: { dimension: amount.dimension, value: amount.value } }),
      ...(places.length === 0 ? {} : { places }),
      ...(question.parks.length === 0 ? {} : { parks: [...question.parks] }),
      ...(query.hazardous === undefined || query.hazardous === "unknown"
        ? {}
        : { hazardous: query.hazardous }),
      ...(query.wasteCode === undefined ? {} : { wasteCode: query.wasteCode }),
      ...(form === undefined ? {} : { form }),
    },
  };
}

/** Stuff that the list of waste (2014/955/EU) has as hazardous, whatever it is held in. */
const HAZARDOUS_STUFF =
  /(?<!\p{L})(?:PCB|PCDD|PFOS|asbest\p{L}*|creosote\p{L}*|kreosoot\p{L}*|kreosot\p{L}*|dioxin\p{L}*|dioksiin\p{L}*|cyanide\p{L}*|syanid\p{L}*|cyanid\p{L}*|mercury|elohope\p{L}*|kvicksilver\p{L}*|impregnated wood|kyllästet\p{L}* puu\p{L}*|painekylläst\p{L}*|impregnerat trä|tryckimpregner\p{L}*)(?!\p{L})/iu;

/** "4000 tonnes of grain": the "of" belongs to the amount. */
function withOf([start, end]: Span, text: string): Span {
  const of = /^\s+(?:of|av)(?=\s)/iu.exec(text.slice(end));
  return [start, end + (of?.[0].length ?? 0)];
}

function readForm(text: string): PartnerRequest["form"] {
  for (const [pattern, { forms }] of STREAM_WORDS) {
    if (forms !== undefined && pattern.test(text)) return forms[0];
  }
  return undefined;
}
