import { analyseText, doInSteps, type KnowledgeIndex, type Rest } from "../indexer/index.ts";
import type { Language } from "../knowledge/languages.ts";
import type { StreamRecord, TableName } from "../knowledge/schema.ts";
import { PartnerFinder, type PartnerWords, readPartnerWords } from "./partners/partner-finder.ts";
import { CompanyTable, type CompanyTableParts, readCompanies } from "./query/company-table.ts";
import { ParkTable } from "./query/park-table.ts";
import { StreamTable, type StreamTableParts, sortStreams } from "./query/stream-table.ts";

/** The tables that each thing here is made of; those that come with the product never change. */
const MADE_OF = {
  streams: ["streams", "parks", "places"],
  partners: ["streams", "companies", "parks", "places", "uses"],
  partnerWords: ["uses", "materials", "concepts", "receiverClasses"],
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
  #partnerWords: PartnerWords | undefined;

  constructor(options: KnowledgeTablesOptions) {
    this.#options = options;
  }

  /**
   * Makes all of them now, with rests between: what is otherwise made when the first question comes takes some tenths of a
   * second, and a second and more where tables are large.
   */
  async makeInSteps(rest: Rest): Promise<void> {
    await this.#makeStreamsInSteps(rest);
    await this.#makePartnersInSteps(rest);
    await this.#makeCompaniesInSteps(rest);
    void this.parks;
  }

  async #makeStreamsInSteps(rest: Rest): Promise<void> {
    const sharing = this.#options.sharing(MADE_OF.streams);
    if (sharing !== undefined) return sharing.#makeStreamsInSteps(rest);
    if (this.#streams !== undefined) return;
    const parts = this.#streamParts();
    const sorted = await doInSteps(sortStreams(parts), rest);
    this.#streams ??= new StreamTable(parts, sorted);
  }

  async #makePartnersInSteps(rest: Rest): Promise<void> {
    const sharing = this.#options.sharing(MADE_OF.partners);
    if (sharing !== undefined) return sharing.#makePartnersInSteps(rest);
    if (this.#partners === undefined) {
      const { index } = this.#options;
      this.#partnerWords ??= await doInSteps(readPartnerWords(index.tables), rest);
      this.#partners ??= new PartnerFinder(index, this.streams, this.#partnerWords);
    }
    await this.#partners.readCompaniesInSteps(rest);
  }

  async #makeCompaniesInSteps(rest: Rest): Promise<void> {
    const sharing = this.#options.sharing(MADE_OF.companies);
    if (sharing !== undefined) return sharing.#makeCompaniesInSteps(rest);
    if (this.#companies !== undefined) return;
    const parts = this.#companyParts();
    const rows = await doInSteps(readCompanies(parts), rest);
    this.#companies ??= new CompanyTable(parts, rows);
  }

  /** Takes over what others made of tables and words that both have. */
  takeOver(other: KnowledgeTables): void {
    const { lexicon, tables } = this.#options.index;
    const { lexicon: otherLexicon, tables: otherTables } = other.#options.index;
    const hasSame = (names: readonly TableName[]) =>
      lexicon === otherLexicon && names.every((name) => tables[name] === otherTables[name]);
    if (hasSame(MADE_OF.streams)) this.#streams ??= other.#streams;
    if (hasSame(MADE_OF.partners)) this.#partners ??= other.#partners;
    if (hasSame(MADE_OF.partnerWords)) this.#partnerWords ??= other.#partners?.words ?? other.#partnerWords;
    if (hasSame(MADE_OF.companies)) this.#companies ??= other.#companies;
    if (hasSame(MADE_OF.parks)) this.#parks ??= other.#parks;
  }

  get streams(): StreamTable {
    const sharing = this.#options.sharing(MADE_OF.streams);
    if (sharing !== undefined) return sharing.streams;
    this.#streams ??= new StreamTable(this.#streamParts());
    return this.#streams;
  }

  #streamParts(): StreamTableParts {
    const { index, conceptsOf } = this.#options;
    const { streams = [], parks = [], places = [] } = index.tables;
    return { streams, parks, places, conceptsOf };
  }

  get partners(): PartnerFinder {
    const sharing = this.#options.sharing(MADE_OF.partners);
    if (sharing !== undefined) return sharing.partners;
    this.#partners ??= new PartnerFinder(this.#options.index, this.streams, this.#partnerWords);
    return this.#partners;
  }

  get companies(): CompanyTable {
    const sharing = this.#options.sharing(MADE_OF.companies);
    if (sharing !== undefined) return sharing.companies;
    this.#companies ??= new CompanyTable(this.#companyParts());
    return this.#companies;
  }

  #companyParts(): CompanyTableParts {
    const { companies = [], parks = [], places = [], materials = [] } = this.#options.index.tables;
    return { companies, parks, places, materials, analyse: this.#analyse };
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
