import type { Language } from "../../../knowledge/languages.ts";
import type { Grouping } from "../../query/stream-query.ts";

/** What the rows of an answer are grouped by, as the title of a column. */
export const GROUP_TITLES: Record<Language, Record<Grouping, string>> = {
  fi: {
    park: "Puisto",
    municipality: "Kunta",
    region: "Maakunta",
    category: "Luokka",
    form: "Olomuoto",
    status: "Tila",
    producer: "Tuottaja",
    year: "Vuosi",
  },
  sv: {
    park: "Park",
    municipality: "Kommun",
    region: "Landskap",
    category: "Kategori",
    form: "Form",
    status: "Status",
    producer: "Producent",
    year: "År",
  },
  en: {
    park: "Park",
    municipality: "Municipality",
    region: "Region",
    category: "Category",
    form: "Form",
    status: "Status",
    producer: "Producer",
    year: "Year",
  },
};
