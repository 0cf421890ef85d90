import type { Language } from "../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { OfferValues } from "./offer-fields.ts";

const MOST = 5;

/**
 * Finds rows that may be the same stream: of the same park, and named by the same stuff.
 *
 * @param context.besides Id of the row that is meant to change.
 * @returns At most five, those of the same producer first.
 */
export function findDuplicates(
  values: OfferValues,
  context: { view: KnowledgeView; language: Language; besides?: string | undefined },
): StreamRecord[] {
  const { view, language, besides } = context;
  const { name = "", park, municipality = "", company = "" } = values;
  if (values.kind === "need") return [];
  const wanted = new Set(
    view.index.lexicon
      .match(name, language)
      .filter(({ share, concept }) => share === 1 && concept.kind === "trade")
      .map(({ concept }) => concept.id),
  );
  const isHere = (row: StreamRecord) =>
    row.park === park || (municipality !== "" && row.municipality?.includes(municipality) === true);
  const isSame = (row: StreamRecord) =>
    row[`name_${language}`].toLowerCase() === name.toLowerCase() ||
    [...view.streamConcepts(row)].some(([id, share]) => share === 1 && wanted.has(id));
  const isOwn = (row: StreamRecord) =>
    company !== "" && (row[`producer_${language}`] ?? "").toLowerCase().includes(company.toLowerCase());
  return (view.index.tables.streams ?? [])
    .filter((row) => row.id !== besides && isHere(row) && isSame(row))
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    .slice(0, MOST);
}
