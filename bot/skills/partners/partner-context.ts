import { type Language, mayRead, type Reader } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { ParkRecord, StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { type Point, pointOf } from "../../partners/distance.ts";
import type { PartnerRequest } from "../../partners/partner-request.ts";
import type { Stuff } from "../../partners/read-stuff.ts";
import { isInPlace, pointOfPlace } from "../../query/place-coordinates.ts";
import type { Dimension } from "../../query/stream-query.ts";
import { capitalised } from "../../reply/capitalised.ts";

/** What every part of a partner answer needs. */
export interface PartnerContext {
  view: KnowledgeView;
  reader: Reader;
  /** Language of the answer. */
  language: Language;
  request: PartnerRequest;
  /** What the description names, in the language it was written in. */
  stuff: readonly Stuff[];
  /** The row of the table that is meant. */
  stream: StreamRecord | undefined;
  /** Where the asker is, as far as a park's coordinates tell. */
  place: Point | undefined;
}

const BASE_UNITS: Record<Dimension, string> = { mass: "t", energy: "MWh", volume: "m3" };

/** Name of a receiving industry in the language of the answer. */
export function classLabel(
  receiverClass: string,
  context: Pick<PartnerContext, "view" | "language">,
): string {
  const { view, language } = context;
  const row = view.index.tables.receiverClasses?.find((found) => found.receiver_class === receiverClass);
  return row?.[language] ?? receiverClass;
}

/** Name of a material, by its bare id. */
export function materialLabel(
  id: string,
  { view, language }: Pick<PartnerContext, "view" | "language">,
): string {
  return view.conceptLabel(`trade:${id}`, language);
}

/** "22,000 t" of a request's amount. */
function amountLabel(context: Pick<PartnerContext, "request" | "language">): string | undefined {
  const { request, language } = context;
  if (request.amount === undefined) return undefined;
  const { dimension, value } = request.amount;
  return `${presentNumber(Math.round(value * 1000) / 1000, language)} ${BASE_UNITS[dimension]}`;
}

/** What is offered or wanted, in few words: the stuff, its amount and place. */
export function describeRequest(context: PartnerContext, fallback: string): string {
  const { request, stuff, stream, language, view } = context;
  const { places = [] } = view.index.tables;
  const parks = visibleParks(context);
  const [first, ...others] = stuff.filter(({ weight, isNear }) => weight >= 0.5 && isNear !== true);
  // "Svavelsyra" is one thing, though sulphur is spoken of in it.
  const second = others.find((other) => first && (other.start >= first.end || other.end <= first.start));
  const names = [first, second]
    .filter((thing) => thing !== undefined)
    .map(({ id }) => materialLabel(id, context));
  const what =
    stream !== undefined
      ? stream[`name_${language}`]
      : names.length > 0
        ? names.join(", ")
        : (request.classes ?? []).map((name) => classLabel(name, context)).join(", ") || fallback;
  const where = [
    ...(request.places ?? []).map((id) => places.find((place) => place.id === id)?.[language]),
    ...(request.parks ?? []).map((id) => parks.find((park) => park.id === id)?.[`name_${language}`]),
  ].filter((name) => name !== undefined);
  const parts = [what, amountLabel(context), [...new Set(where)].join(", ")].filter((part) => part);
  return capitalised(parts.join(" · "));
}

/** Coordinates of the asker's park or town; nothing when they are not known. */
export function placeOfRequest(
  request: PartnerRequest,
  context: Pick<PartnerContext, "view" | "reader">,
): Point | undefined {
  const { places = [] } = context.view.index.tables;
  const parks = visibleParks(context);
  const [park] = request.parks ?? [];
  if (park !== undefined) return pointOf(parks.find((row) => row.id === park));
  const place = places.find((row) => row.id === request.places?.[0]);
  return place === undefined ? undefined : pointOfPlace(place, parks);
}

/** Whether heat, steam or the like is offered or wanted: no material that could be waste, and not to be carried. */
export function isEnergy({ stuff, view, stream, request }: PartnerContext): boolean {
  const form = stream?.form ?? request.form;
  if (form !== undefined) return form === "heat";
  const [main] = stuff;
  const forms = main === undefined ? [] : view.partners.materials.formsOf(main.id);
  return forms.length > 0 && forms.every((name) => name === "heat");
}

/** Id of the park where the asker is, or whose municipality it is. */
export function parkOfRequest(
  context: Pick<PartnerContext, "request" | "view" | "reader">,
): string | undefined {
  const { request, view } = context;
  const { places = [] } = view.index.tables;
  const parks = visibleParks(context);
  if (request.parks?.[0] !== undefined) return request.parks[0];
  const place = places.find((row) => row.id === request.places?.[0]);
  return place === undefined ? undefined : parks.find((park) => isInPlace(park, place))?.id;
}

/** Parks that the reader may see. */
export function visibleParks({ view, reader }: Pick<PartnerContext, "view" | "reader">): ParkRecord[] {
  return (view.index.tables.parks ?? []).filter((park) => mayRead(reader, park.visibility));
}
