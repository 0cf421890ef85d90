import type { LegalRouteRecord } from "../../../knowledge/schema.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import { isEnergy, type PartnerContext } from "./partner-context.ts";

const MOST_ROUTES = 2;

/**
 * What the law asks of the exchange: the rules made for this material and these industries first, then general ones.
 *
 * @param context.classes Suggested industries.
 * @returns Claims with their sources; none for heat and the like, which waste law does not touch.
 */
export function legalLines(context: PartnerContext & { classes: readonly string[] }): AnswerLine[] {
  const { view, language } = context;
  if (isEnergy(context)) return [];
  const kinds = materialsOf(context);
  const fitting = (view.index.tables.legalRoutes ?? [])
    .map((route) => ({ route, rank: rankOf(route, { ...context, kinds }) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .filter(({ route }, at, all) => all.findIndex((other) => other.route.kind === route.kind) === at)
    .slice(0, MOST_ROUTES);
  return fitting.map(({ route }) => {
    const text = route[`text_${language}`];
    const sources = rowSources(route, { view, language, passage: text, file: "legal-routes.csv" });
    return { prefix: "- ", claim: { text, sources: sources.slice(0, 2) } };
  });
}

/** The stuff and what it is a kind of. */
function materialsOf({ stuff, view }: PartnerContext): Set<string> {
  const main = stuff.filter(({ weight, isNear }) => weight >= 0.5 && isNear !== true);
  return new Set(
    main.flatMap(({ id }) =>
      view.partners.materials
        .relatedTo(id)
        .filter(({ relation }) => relation === "same" || relation === "broader")
        .map((related) => related.id),
    ),
  );
}

/** 0 when the route does not hold for the search; larger for rules made for just this. */
function rankOf(
  route: LegalRouteRecord,
  context: PartnerContext & { classes: readonly string[]; kinds: ReadonlySet<string> },
): number {
  const { request, classes, kinds } = context;
  if (route.hazardous === "yes" && request.hazardous !== "yes") return 0;
  if (route.hazardous === "no" && request.hazardous === "yes") return 0;
  const isAnyMaterial = route.materials.includes("*");
  const isAnyClass = route.receiver_classes.includes("*");
  if (!isAnyMaterial && !route.materials.some((id) => kinds.has(id))) return 0;
  const at = classes.slice(0, 6).findIndex((name) => route.receiver_classes.includes(name));
  if (!isAnyClass && at < 0) return 0;
  const general = GENERAL_ORDER.indexOf(route.kind);
  return (
    (isAnyMaterial ? 0 : 20) +
    (isAnyClass ? 0 : 10 - at) +
    (route.hazardous === "yes" ? 15 : 0) +
    (10 - general) / 10
  );
}

/** Of the general rules, those that decide most come first. */
const GENERAL_ORDER: readonly LegalRouteRecord["kind"][] = [
  "mara",
  "end-of-waste",
  "by-product",
  "permit",
  "transfer-document",
  "fertiliser",
  "animal-by-product",
  "product-law",
  "marketplace",
];
