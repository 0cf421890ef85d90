import { analyseText, type KnowledgeIndex } from "../indexer/index.ts";
import type { Language } from "../knowledge/languages.ts";
import type { StreamRecord, TableName } from "../knowledge/schema.ts";
import { PartnerFinder } from "./partners/partner-finder.ts";
import { CompanyTable } from "./query/company-table.ts";
import { ParkTable } from "./query/park-table.ts";
import { StreamTable } from "./query/stream-table.ts";

/** The tables that each thing here is made of; those that come with the product never change. */
const MADE_OF = {
  streams: ["streams", "parks", "places"],
  partners: ["streams", "companies", "parks", "places", "uses"],
  companies: ["companies", "parks", "places"],
  parks: ["parks", "parkFeatures", "places"],
} as const satisfies Record<string, readonly TableName[]>;

/** What {@link KnowledgeTables} are made with. */
export interface KnowledgeTablesOptions {
  index: KnowledgeIndex;
  /** Concepts that the names of a stream hold as its stuff. */
  conceptsOf: (stream: StreamRecord) => ReadonlyMap<string, number>;
  /** Those of the whole knowledge, where they are of the same tables: large ones are not kept twice. */
  sharing: (tables: readonly TableName[]) => KnowledgeTables | undefined;
}

/** The tables of an index, ready for exact questions; each is made when the first question of its kind comes. */
export class KnowledgeTables {
  readonly #options: KnowledgeTablesOptions;
  #streams: StreamTable | undefined;
  #companies: CompanyTable | undefined;
  #parks: ParkTable | undefined;
  #partners: PartnerFinder | undefined;

  constructor(options: KnowledgeTablesOptions) {
    this.#options = options;
  }

  /** Takes over what others made of tables and words that both have. */
  takeOver(other: KnowledgeTables): void {
    const { lexicon, tables } = this.#options.index;
    const { lexicon: otherLexicon, tables: otherTables } = other.#options.index;
    const hasSame = (names: readonly TableName[]) =>
      lexicon === otherLexicon && names.every((name) => tables[name] === otherTables[name]);
    if (hasSame(MADE_OF.streams)) this.#streams ??= other.#streams;
    if (hasSame(MADE_OF.partners)) this.#partners ??= other.#partners;
    if (hasSame(MADE_OF.companies)) this.#companies ??= other.#companies;
    if (hasSame(MADE_OF.parks)) this.#parks ??= other.#parks;
  }

  get streams(): StreamTable {
    const sharing = this.#options.sharing(MADE_OF.streams);
    if (sharing !== undefined) return sharing.streams;
    const { index, conceptsOf } = this.#options;
    const { streams = [], parks = [], places = [] } = index.tables;
    this.#streams ??= new StreamTable({ streams, parks, places, conceptsOf });
    return this.#streams;
  }

  get partners(): PartnerFinder {
    const sharing = this.#options.sharing(MADE_OF.partners);
    if (sharing !== undefined) return sharing.partners;
    this.#partners ??= new PartnerFinder(this.#options.index, this.streams);
    return this.#partners;
  }

  get companies(): CompanyTable {
    const sharing = this.#options.sharing(MADE_OF.companies);
    if (sharing !== undefined) return sharing.companies;
    const { companies = [], parks = [], places = [], materials = [] } = this.#options.index.tables;
    this.#companies ??= new CompanyTable({ companies, parks, places, materials, analyse: this.#analyse });
    return this.#companies;
  }

  get parks(): ParkTable {
    const sharing = this.#options.sharing(MADE_OF.parks);
    if (sharing !== undefined) return sharing.parks;
    const { parks = [], parkFeatures, places = [], materials = [] } = this.#options.index.tables;
    const features = parkFeatures ?? [];
    this.#parks ??= new ParkTable({ parks, features, places, materials, analyse: this.#analyse });
    return this.#parks;
  }

  readonly #analyse = (text: string, language: Language) =>
    analyseText(text, { language, lexicon: this.#options.index.lexicon });
}
