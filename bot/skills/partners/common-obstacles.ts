import { isEnergy, type PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

/** What stands in the way of every partner alike: hazard, permit, and what is not known. */
export function commonObstacles(context: PartnerContext): string[] {
  const { request, stream, language, place } = context;
  const texts = PARTNER_TEXTS[language];
  const heat = isEnergy(context);
  const isGiven = request.direction === "give";
  return [
    ...(request.hazardous === "yes" ? [texts.hazardousYes] : []),
    ...(isGiven && request.hazardous === undefined && !heat ? [texts.hazardUnknown] : []),
    ...(heat ? [] : [texts.permit]),
    ...(isGiven && request.amount === undefined && stream?.quantity === undefined
      ? [texts.amountUnknown]
      : []),
    ...(isGiven ? [texts.needUnknown] : []),
    ...(place === undefined ? [texts.placeUnknown] : []),
  ];
}
