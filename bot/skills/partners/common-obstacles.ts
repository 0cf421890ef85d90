import type { PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/** What stands in the way of every partner alike: hazard, permit, and what is not known. */
export function commonObstacles(context: PartnerContext): string[] {
  const { request, stream, stuff, language, place, view } = context;
  const texts = PARTNER_TEXTS[language];
  const [main] = stuff;
  const forms = main === undefined ? [] : view.partners.materials.formsOf(main.id);
  const isEnergy =
    (stream?.form ?? request.form) === "heat" || (forms.length > 0 && forms.every((form) => form === "heat"));
  const isGiven = request.direction === "give";
  return [
    ...(request.hazardous === "yes" ? [texts.hazardousYes] : []),
    ...(isGiven && request.hazardous === undefined && !isEnergy ? [texts.hazardUnknown] : []),
    ...(isEnergy ? [] : [texts.permit]),
    ...(isGiven && request.amount === undefined && stream?.quantity === undefined
      ? [texts.amountUnknown]
      : []),
    ...(isGiven ? [texts.needUnknown] : []),
    ...(place === undefined ? [texts.placeUnknown] : []),
  ];
}
