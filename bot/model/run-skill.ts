import { STREAM_CATEGORIES } from "../../knowledge/schema.ts";
import type { CompanyRole } from "../query/company-query.ts";
import type { LocationNeed } from "../query/location-need.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import { answerCompanyQuery } from "../skills/companies/answer-companies.ts";
import type { ReplyDraft } from "../skills/compose-reply.ts";
import { answerLocationRequest } from "../skills/locations/answer-locations.ts";
import { answerParkQuery } from "../skills/parks/answer-park-list.ts";
import { answerPartnerRequest } from "../skills/partners/suggest-partners.ts";
import { answerStreamQuery } from "../skills/streams/answer-streams.ts";
import {
  type ResolveContext,
  resolveAmount,
  resolveMaterials,
  resolveParks,
  resolvePlaces,
  resolveTerms,
  WrongArgument,
} from "./resolve-words.ts";
import type { ChosenSkill } from "./skill-tools.ts";

type Given<Name extends ChosenSkill["name"]> = Extract<ChosenSkill, { name: Name }>["given"];

/** A skill that answers from tables. */
export type TableSkill = Exclude<ChosenSkill, { name: "search_passages" | "hand_over" | "refuse" }>;

/**
 * Answers with the skill that a model has chosen, by the same functions that the rules lead to: rows, sums and words are
 * all theirs.
 *
 * @returns Nothing when no row meets what is asked for.
 * @throws {WrongArgument} When an argument means nothing in the vocabulary, or was never said by the person.
 */
export function runSkill(chosen: TableSkill, context: ResolveContext): ReplyDraft | undefined {
  const { question, view, reader } = context;
  const options = { view, reader, language: question.replyLanguage };
  switch (chosen.name) {
    case "search_streams":
      return answerStreamQuery(toStreamQuery(chosen.given, context), options);
    case "search_companies":
      return answerCompanyQuery(toCompanyQuery(chosen.given, context), options);
    case "list_parks":
      return answerParkQuery(toParkQuery(chosen.given, context), options);
    case "find_partners":
      return findPartners(chosen.given, context);
    case "advise_location":
      return answerLocationRequest(toLocationRequest(chosen.given, context), options);
  }
}

/** Places and parks, each only where some are given. */
function toPlaces(
  { parks, places }: { parks?: string[] | undefined; places?: string[] | undefined },
  context: ResolveContext,
) {
  const placeIds = places && resolvePlaces(places, context);
  return {
    ...(parks && { parks: resolveParks(parks, context) }),
    ...(placeIds !== undefined && placeIds.length > 0 && { places: placeIds }),
  };
}

/** Nothing that narrows the table would list all of it, which nobody asked for. */
function refuseEmpty(query: object, name: string): void {
  if (Object.keys(query).length === 0) throw new WrongArgument(`"${name}" needs at least one argument.`);
}

function toStreamQuery(given: Given<"search_streams">, context: ResolveContext): StreamQuery {
  const { materials, quantity, parks: _parks, places: _places, hazardous, ...rest } = given;
  const query: StreamQuery = {
    ...withoutUndefined(rest),
    ...(hazardous && { hazardous }),
    ...(materials && toStuffs(resolveMaterials(materials, context), given.categories)),
    ...toPlaces(given, context),
    ...(quantity && { quantity: toRange(quantity, context) }),
  };
  refuseEmpty(query, "search_streams");
  return query;
}

/** A material that is the name of a category is every row of it, as where the rules read it. */
function toStuffs(ids: readonly string[], given: StreamQuery["categories"] = []) {
  const stuffs = ids.map((id) => (id === "trade:waste-heat" ? "heat" : id.slice(id.indexOf(":") + 1)));
  const named = STREAM_CATEGORIES.filter((category) => stuffs.includes(category));
  const categories = [...new Set([...given, ...named])];
  const materials = ids.filter((_, at) => !STREAM_CATEGORIES.some((category) => category === stuffs[at]));
  return {
    ...(materials.length > 0 && { materials }),
    ...(categories.length > 0 && { categories }),
  };
}

function toRange(
  { min, max, unit }: NonNullable<Given<"search_streams">["quantity"]>,
  { question }: ResolveContext,
): NonNullable<StreamQuery["quantity"]> {
  const bounds = [min, max].map((value) =>
    value === undefined ? undefined : resolveAmount(value, { unit, question }),
  );
  const [least, most] = bounds;
  const dimension = (least ?? most)?.dimension;
  if (dimension === undefined) throw new WrongArgument("An amount needs min or max.");
  return { dimension, ...(least && { min: least.value }), ...(most && { max: most.value }) };
}

const ROLES = {
  takes: "takes",
  makes: "makes",
  gives: "gives",
  offers: "offers",
  industry: "industry",
} as const;

function toCompanyQuery(given: Given<"search_companies">, context: ResolveContext) {
  const holds = Object.entries(ROLES).flatMap(([key, role]): { role: CompanyRole; terms: string[] }[] => {
    const words = given[key as keyof typeof ROLES];
    return words === undefined ? [] : [{ role, terms: resolveTerms(words, context) }];
  });
  const query = {
    ...(holds.length > 0 && { holds }),
    ...toPlaces(given, context),
    ...(given.statuses && { statuses: given.statuses }),
    ...(given.measure && { measure: given.measure }),
  };
  refuseEmpty(query, "search_companies");
  return query;
}

function toParkQuery(given: Given<"list_parks">, context: ResolveContext) {
  const query = {
    ...(given.offers && { offers: given.offers }),
    ...(given.industries && { industries: resolveTerms(given.industries, context) }),
    ...toPlaces(given.places ? { places: given.places } : {}, context),
    ...(given.measure && { measure: given.measure }),
  };
  refuseEmpty(query, "list_parks");
  return query;
}

function findPartners(given: Given<"find_partners">, context: ResolveContext): ReplyDraft {
  const { question, view, reader } = context;
  const { direction, material, amount, form, hazardous } = given;
  resolveMaterials([material], context);
  const { language, replyLanguage } = question;
  const request = {
    direction,
    description: material,
    language,
    ...(amount && { amount: resolveAmount(amount.value, { unit: amount.unit, question }) }),
    ...toPlaces(given, context),
    ...(form && { form }),
    ...(hazardous && { hazardous }),
  };
  return answerPartnerRequest(request, { view, reader, language, replyLanguage });
}

function toLocationRequest(given: Given<"advise_location">, context: ResolveContext) {
  const { features = [], inputs = [], outputs = [], places = [], compare = [] } = given;
  const bare = (id: string) => id.slice(id.indexOf(":") + 1);
  const materials = (words: readonly string[], kind: "input" | "output") =>
    words.flatMap((word) => resolveMaterials([word], context).map((id) => ({ kind, material: bare(id) })));
  const needs: LocationNeed[] = [
    ...features.map((feature) => ({ kind: "feature" as const, feature })),
    ...materials(inputs, "input"),
    ...materials(outputs, "output"),
    ...resolvePlaces(places, context).map((place) => ({ kind: "place" as const, place })),
  ];
  const parks = resolveParks(compare, context);
  if (needs.length === 0 && parks.length < 2)
    throw new WrongArgument('"advise_location" needs a need, or two parks to compare.');
  return { needs, parks, skipped: [] };
}

function withoutUndefined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
