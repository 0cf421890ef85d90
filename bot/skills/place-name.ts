import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";

/**
 * Gives a municipality's or region's name in a language: tables hold one name of it, whichever.
 *
 * @example
 * ```ts
 * placeName("Kokkola", { language: "sv", view }); // "Karleby"
 * ```
 */
export function placeName(name: string, context: { language: Language; view: KnowledgeView }): string {
  const { language, view } = context;
  const place = view.index.tables.places?.find((row) => [row.en, row.fi, row.sv].includes(name));
  return place?.[language] ?? name;
}
