import type { AnswerLine } from "../compose-reply.ts";
import { contacts } from "../handoff.ts";
import { isEnergy, type PartnerContext, parkOfRequest, visibleParks } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/**
 * What to do next, with a person who helps: of the asker's park, else of the park of the best partner, else of the network.
 *
 * @param context.park Id of the best partner's park.
 */
export function nextStep(context: PartnerContext & { park: string | undefined }): AnswerLine[] {
  const { language, view, reader, request, park } = context;
  const texts = PARTNER_TEXTS[language];
  const id = parkOfRequest(context) ?? park;
  const row = visibleParks(context).find((found) => found.id === id);
  const people = contacts(language, { view, reader, topic: row?.[`name_${language}`] });
  const words = isEnergy(context)
    ? texts.nextHeat
    : request.direction === "give"
      ? texts.nextGive
      : texts.nextTake;
  return [{ frame: `**${texts.next}** ${words}` }, ...people.slice(0, 2)];
}
