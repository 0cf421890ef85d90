import type { Essential } from "../../partners/partner-request.ts";
import type { Suggestion } from "../../reply/reply.ts";
import type { PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/** Questions asked of one search, all turns together. */
const MOST_QUESTIONS = 2;

/** Physical states of stuff that is not handled as waste, so that neither hazard nor form is asked for. */
const NO_WASTE: ReadonlySet<string> = new Set(["heat", "gas"]);

/**
 * Chooses what is worth asking for: at most two essentials that are missing, most telling first.
 *
 * @returns Nothing left to ask gives an empty list.
 */
export function essentialsToAsk(context: PartnerContext): Essential[] {
  const { request, stuff, stream, place, view } = context;
  const asked = request.asked ?? [];
  const [main] = stuff;
  const forms = main === undefined ? [] : view.partners.materials.formsOf(main.id);
  const isNoWaste = forms.length > 0 && forms.every((form) => NO_WASTE.has(form));
  const isGiven = request.direction === "give";
  const isUnplaced = place === undefined && (request.places ?? []).length === 0;
  const missing: Essential[] = [
    ...(stuff.length === 0 && stream === undefined && (request.classes ?? []).length === 0
      ? (["what"] as const)
      : []),
    ...(isGiven && request.amount === undefined && stream?.quantity === undefined
      ? (["amount"] as const)
      : []),
    ...(isUnplaced ? (["place"] as const) : []),
    ...(isGiven && request.hazardous === undefined && !isNoWaste ? (["hazardous"] as const) : []),
    ...(isGiven && request.form === undefined && forms.length !== 1 && !isNoWaste ? (["form"] as const) : []),
  ];
  return missing
    .filter((essential) => !asked.includes(essential))
    .slice(0, Math.max(0, MOST_QUESTIONS - asked.length));
}

/** The questions as a line of the answer. */
export function questionFrame(essentials: readonly Essential[], context: PartnerContext): string {
  const texts = PARTNER_TEXTS[context.language];
  return `${texts.questions} ${essentials.map((essential) => texts.ask[essential]).join(" ")}`;
}

/** Buttons below the questions. */
export function questionSuggestions(essentials: readonly Essential[], context: PartnerContext): Suggestion[] {
  const texts = PARTNER_TEXTS[context.language];
  if (essentials.length === 0) return [];
  if (essentials.includes("what")) return texts.whatExamples.map((text) => ({ title: text, text }));
  return [{ title: texts.skip, text: texts.skip }];
}
