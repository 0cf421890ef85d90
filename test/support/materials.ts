import { MaterialKnowledge } from "../../bot/partners/material-knowledge.ts";
import type { Tables } from "../../knowledge/read-table.ts";
import type { MaterialRecord, UseRecord } from "../../knowledge/schema.ts";

/** A use for tests, of general practice unless `cases` says otherwise. */
export function makeUse(fields: Partial<UseRecord> = {}): UseRecord {
  const { cases = 0 } = fields;
  return {
    stream_type: "ash",
    waste_codes: [],
    receiver_class: "cement and lime",
    use_en: "binder",
    use_fi: "sideaine",
    use_sv: "bindemedel",
    cases,
    places: Math.min(cases, 1),
    basis: [cases > 0 ? "documented exchanges" : "general practice"],
    links: [],
    pretreatment: [],
    visibility: "public",
    ...fields,
  };
}

/** A material for tests. */
export function makeMaterial(concept_id: string, fields: Partial<MaterialRecord> = {}): MaterialRecord {
  return { concept_id, broader: [], contains: [], forms: [], ...fields };
}

/** What is known of a few materials: fly ash, bottom ash and two more are ash; fly ash holds silica and lime. */
export function makeMaterials(parts: {
  uses?: readonly UseRecord[];
  materials?: readonly MaterialRecord[];
}): MaterialKnowledge {
  const {
    uses = [],
    materials = [
      makeMaterial("ash", { contains: ["lime"] }),
      makeMaterial("fly-ash", { broader: ["ash"], contains: ["silica", "lime"], forms: ["powder"] }),
      makeMaterial("bottom-ash", { broader: ["ash"] }),
      makeMaterial("wood-ash", { broader: ["ash"] }),
      makeMaterial("peat-ash", { broader: ["ash"] }),
    ],
  } = parts;
  return new MaterialKnowledge({ uses, materials, receiverClasses: [] } as unknown as Tables);
}
