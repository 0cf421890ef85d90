import type { SkillTurn } from "../../turn-skill.ts";
import type { OfferValues } from "./offer-fields.ts";
import { readOffer } from "./read-offer.ts";

const UNIT = { mass: "t", volume: "m3", energy: "MWh" } as const;

/** What was told in a search for a partner, as the fields of an offer or need. */
export function valuesOfSearch({ memory, view, language }: SkillTurn): OfferValues {
  const { partners, question } = memory;
  const text = question?.text ?? partners?.description ?? "";
  const told = readOffer(text, {
    language: question?.language ?? partners?.language ?? language,
    view,
  }).values;
  if (partners === undefined) return told;
  const { amount, form, hazardous, wasteCode, parks = [], places = [], direction } = partners;
  const towns = places.flatMap((id) => {
    const place = view.index.tables.places?.find((row) => row.id === id);
    return place?.kind === "municipality" ? [place.fi] : [];
  });
  const [park] = parks;
  return {
    ...told,
    kind: direction === "take" ? "need" : "stream",
    ...(amount === undefined ? {} : { amount: String(amount.value), unit: UNIT[amount.dimension] }),
    ...(form === undefined ? {} : { physicalForm: form }),
    ...(hazardous === undefined ? {} : { hazardous }),
    ...(wasteCode?.length === 6 ? { wasteCode } : {}),
    ...(park === undefined || towns.length > 0 ? {} : { park }),
    ...(towns.length === 0 ? {} : { municipality: towns.join("; ") }),
  };
}
