import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";

/**
 * Writes municipalities in a language; the table has them by their Finnish names.
 *
 * @param names One or several, parted by semicolons; a name that is not known stays as it is.
 *
 * @example
 * ```ts
 * presentMunicipality("Kokkola", { language: "sv", view }); // "Karleby"
 * ```
 */
export function presentMunicipality(
  names: string,
  { language, view }: { language: Language; view: KnowledgeView },
): string {
  return names
    .split(";")
    .map((name) => {
      const bare = name.trim();
      const place = view.index.tables.places?.find(
        ({ kind, fi }) => kind === "municipality" && fi.toLowerCase() === bare.toLowerCase(),
      );
      return place?.[language] ?? bare;
    })
    .join("; ");
}
