import {
  doAtOnce,
  doInSteps,
  type KnowledgeIndex,
  type Rest,
  type Steps,
  splitWords,
} from "../../indexer/index.ts";
import type { Language, Reader } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import { phrasesOf } from "../query/name-concepts.ts";
import type { StreamTable } from "../query/stream-table.ts";
import { CompanyReceivers, readReceivers, type ScoredCompany } from "./company-receivers.ts";
import { MaterialKnowledge } from "./material-knowledge.ts";
import { NearestMaterials, readForms } from "./nearest-materials.ts";
import type { Offer } from "./offer.ts";
import { type NamedClass, ReceiverNames } from "./read-receiver.ts";
import { readStuff, type Stuff } from "./read-stuff.ts";
import { type ScoredClass, scoreClasses } from "./score-classes.ts";
import { type ScoredSource, type SourceNeed, scoreSources } from "./score-sources.ts";
import { PARTNER_WEIGHTS } from "./weights.ts";

/** The takers of both levels, best first. */
export interface Takers {
  industries: readonly ScoredClass[];
  companies: readonly ScoredCompany[];
}

/** What is known of materials and industries, whatever streams and companies there are. */
export interface PartnerWords {
  materials: MaterialKnowledge;
  nearest: NearestMaterials;
  receivers: ReceiverNames;
}

/** Reads the tables of materials, uses and industries. */
export function* readPartnerWords(tables: KnowledgeIndex["tables"]): Steps<PartnerWords> {
  const materials = new MaterialKnowledge(tables);
  yield;
  const forms = yield* readForms({ tables, materials });
  const nearest = new NearestMaterials({ tables, materials }, forms);
  yield;
  return { materials, nearest, receivers: new ReceiverNames(tables.receiverClasses ?? []) };
}

/** Industries that are shown or searched for companies. */
const MOST_INDUSTRIES = 8;

/**
 * Finds the other side of an exchange: receiving industries, companies in them, and streams that could be taken. It
 * knows no language of answers and no channel.
 */
export class PartnerFinder {
  readonly words: PartnerWords;
  readonly materials: MaterialKnowledge;
  readonly #index: Pick<KnowledgeIndex, "tables" | "lexicon">;
  readonly #nearest: NearestMaterials;
  /** Names of the receiving industries, with where they stand in a text. */
  readonly receivers: ReceiverNames;
  readonly #streams: StreamTable;
  #companies: CompanyReceivers | undefined;

  /** @param words What {@link readPartnerWords} gives for the same tables; other tables of streams and companies may share it. */
  constructor(
    index: Pick<KnowledgeIndex, "tables" | "lexicon">,
    streams: StreamTable,
    words: PartnerWords = doAtOnce(readPartnerWords(index.tables)),
  ) {
    this.#index = index;
    this.#streams = streams;
    this.words = words;
    this.materials = words.materials;
    this.#nearest = words.nearest;
    this.receivers = words.receivers;
  }

  /** Reads the companies with rests between, so that the first search need not wait for it. */
  async readCompaniesInSteps(rest: Rest): Promise<void> {
    const parts = { index: this.#index, materials: this.materials };
    this.#companies ??= new CompanyReceivers(parts, await doInSteps(readReceivers(parts), rest));
  }

  /**
   * Reads what a description names: the materials and properties it holds, and materials whose names come near where no name
   * fits as a whole.
   */
  readStuff(text: string, language: Language): Stuff[] {
    const { lexicon } = this.#index;
    const stuff = readStuff(text, { language, lexicon, materials: this.materials });
    const { beside, share } = PARTNER_WEIGHTS.nearest;
    const factor = (stuff[0]?.weight ?? 0) >= 0.7 ? beside / share : 1;
    for (const near of this.#nearest.find(text, language)) {
      if (!stuff.some(({ id }) => id === near.id)) stuff.push({ ...near, weight: near.weight * factor });
    }
    return stuff;
  }

  /** Receiving industries that a text names, most telling first. */
  findClasses(text: string, language: Language): string[] {
    const named = this.receivers.find(text, language).filter(({ weight }) => weight >= 0.3);
    return distinct(named);
  }

  /** Industries that stand in a text as whole names. */
  findPurpose(text: string, language: Language): string[] {
    return distinct(this.receivers.findWhole(text, language));
  }

  /** Industries by how far a text names them, for pairs of free texts. */
  readReceiver(text: string, language: Language): NamedClass[] {
    return this.receivers.find(text, language);
  }

  /** Ranks the industries that may take stuff; see {@link scoreClasses}. */
  rankIndustries(
    offer: Pick<Offer, "stuff" | "wasteCode" | "form" | "isHazardous" | "reader">,
    minus?: ReadonlyMap<string, number>,
  ): ScoredClass[] {
    return scoreClasses(offer.stuff, {
      ...offer,
      materials: this.materials,
      ...(minus === undefined ? {} : { minus }),
    });
  }

  /** Finds who may take a stream: industries, and the companies in the best of them. */
  findTakers(offer: Offer): Takers {
    const industries = this.rankIndustries(offer);
    const companies = this.companies.find(industries.slice(0, MOST_INDUSTRIES), {
      ...offer,
      materials: this.materials,
    });
    return { industries, companies };
  }

  /**
   * Finds streams that an industry could take, or that are of wanted stuff.
   */
  findSources(need: SourceNeed, reader: Reader): ScoredSource[] {
    return scoreSources(need, {
      reader,
      materials: this.materials,
      streams: this.#streams,
      tables: this.#index.tables,
    });
  }

  /** The companies as receivers, read when the first one is looked for. */
  get companies(): CompanyReceivers {
    this.#companies ??= new CompanyReceivers({ index: this.#index, materials: this.materials });
    return this.#companies;
  }

  /** Stuff of a row of the table, from its names. */
  stuffOf(stream: StreamRecord): Stuff[] {
    const found = new Map<string, Stuff>();
    for (const language of ["en", "fi", "sv"] as const) {
      const name = stream[`name_${language}`];
      if (splitWords(name).length === 0) continue;
      // "Ash unsuitable for fertiliser" holds no fertiliser.
      for (const thing of this.readStuff(phrasesOf(name, language).join(", "), language)) {
        if ((found.get(thing.id)?.weight ?? 0) < thing.weight) found.set(thing.id, thing);
      }
    }
    return [...found.values()].sort((a, b) => b.weight - a.weight);
  }
}

function distinct(named: readonly NamedClass[]): string[] {
  return [...new Set(named.map(({ receiverClass }) => receiverClass))].slice(0, 3);
}
