import {
  doAtOnce,
  isFunctionWord,
  type KnowledgeIndex,
  mapInSteps,
  type Steps,
  splitWords,
  stemWord,
} from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { MaterialKnowledge } from "./material-knowledge.ts";
import type { Stuff } from "./read-stuff.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

interface Form {
  id: string;
  stems: readonly string[];
  /** Length of the form's vector. */
  norm: number;
}

export interface NearestParts {
  tables: KnowledgeIndex["tables"];
  materials: MaterialKnowledge;
}

/** A name of a material in one language. */
type ReadForm = Pick<Form, "id" | "stems"> & { language: Language };

/** Reads the names of all materials: some thousand, each of which is stemmed. */
export function* readForms({ tables, materials }: NearestParts): Steps<ReadForm[]> {
  const concepts = (tables.concepts ?? []).filter(({ concept_id }) => materials.knows(concept_id));
  const forms = yield* mapInSteps(concepts, (concept) =>
    LANGUAGES.flatMap((language) =>
      [concept[language], ...concept[`synonyms_${language}`]].map((form) => ({
        id: concept.concept_id,
        language,
        stems: stemsOf(form, language),
      })),
    ),
  );
  return forms.flat();
}

/** Finds materials whose names share words with a description that no name fits as a whole. */
export class NearestMaterials {
  readonly #forms: Record<Language, Map<string, Form[]>> = { fi: new Map(), sv: new Map(), en: new Map() };
  readonly #weights = new Map<string, number>();

  /** @param forms What {@link readForms} gives for the same, where it was read in steps. */
  constructor(parts: NearestParts, forms: readonly ReadForm[] = doAtOnce(readForms(parts))) {
    const counts = new Map<string, number>();
    for (const { stems } of forms)
      for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts) this.#weights.set(stem, Math.log(1 + forms.length / count));
    for (const { id, language, stems } of forms) {
      const form: Form = { id, stems, norm: this.#norm(stems) };
      for (const stem of new Set(stems)) {
        const list = this.#forms[language].get(stem);
        if (list === undefined) this.#forms[language].set(stem, [form]);
        else list.push(form);
      }
    }
  }

  /**
   * Finds the materials whose names come nearest to a text, by the words they share; rare words count more.
   *
   * @returns At most three, with weights below those of a name that fits as a whole; empty when none is near.
   */
  find(text: string, language: Language): Stuff[] {
    const stems = [...new Set(stemsOf(text, language))];
    const norm = this.#norm(stems);
    const shared = new Map<Form, number>();
    const named = new Set<Form>();
    for (const stem of stems) {
      for (const form of this.#forms[language].get(stem) ?? []) {
        shared.set(form, (shared.get(form) ?? 0) + this.#weightOf(stem) ** 2);
        if (!GENERIC[language].has(stem)) named.add(form);
      }
    }
    const best = new Map<string, number>();
    for (const [form, product] of shared) {
      if (!named.has(form)) continue;
      const likeness = product / (form.norm * norm);
      if (likeness > (best.get(form.id) ?? 0)) best.set(form.id, likeness);
    }
    const { least, most, share } = PARTNER_WEIGHTS.nearest;
    return [...best]
      .filter(([, likeness]) => likeness >= least)
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([id, likeness]) => ({ id, weight: likeness * share, start: 0, end: text.length, isNear: true }));
  }

  #norm(stems: readonly string[]): number {
    return Math.sqrt(stems.reduce((sum, stem) => sum + this.#weightOf(stem) ** 2, 0)) || 1;
  }

  /** A word of no name says as much as a rare one: it takes from the likeness. */
  #weightOf(stem: string): number {
    return this.#weights.get(stem) ?? 5;
  }
}

/** Words of any stream: two names that share no other are not near. */
const GENERIC: Record<Language, ReadonlySet<string>> = {
  fi: new Set(
    stemsOf(
      "sivuvirta sivuvirrat sivuvirtoja sivuvirtamme sivutuote sivutuotteet jäte jätteet jätettä",
      "fi",
    ),
  ),
  sv: new Set(stemsOf("sidoström sidoströmmar biprodukt biprodukter restprodukt restprodukter avfall", "sv")),
  en: new Set(
    stemsOf(
      "side stream streams by-product by-products product products waste wastes residue residues",
      "en",
    ),
  ),
};

function stemsOf(text: string, language: Language): string[] {
  return splitWords(text)
    .filter(({ lower }) => !isFunctionWord(lower, language))
    .map(({ lower }) => stemWord(lower, language));
}
