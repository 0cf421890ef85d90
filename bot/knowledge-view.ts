import { LRUCache } from "lru-cache";
import {
  type AnalysedPassage,
  type AnalysedText,
  analysePassage,
  analyseText,
  createRest,
  doInSteps,
  type KnowledgeIndex,
  type Passage,
  type Rest,
  ranksInUse,
  restrictIndex,
  restrictIndexInSteps,
} from "../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../knowledge/languages.ts";
import type { StreamRecord, TableName } from "../knowledge/schema.ts";
import { KnowledgeTables } from "./knowledge-tables.ts";
import { LanguageVersions } from "./language-versions.ts";
import type { PartnerFinder } from "./partners/partner-finder.ts";
import type { CompanyTable } from "./query/company-table.ts";
import { nameConcepts } from "./query/name-concepts.ts";
import type { ParkTable } from "./query/park-table.ts";
import { producerWordsFor } from "./query/producer-words.ts";
import type { StreamTable } from "./query/stream-table.ts";
import { baseForms } from "./understand/base-forms.ts";

/** The one category that is no concept of the vocabulary. */
const OTHER_CATEGORY: Record<Language, string> = { fi: "muu", sv: "övrigt", en: "other" };

/** Analyses kept at most, some 11 KB each; the one that was longest not asked for is dropped first. */
const MOST_KEPT = 4000;

/** The view that another is a part of, and for whom. */
interface Restriction {
  whole: KnowledgeView;
  reader: Reader;
}

/**
 * An opened index as answering sees it: how rare words and concepts are, and the analysis of each passage,
 * made when it is needed.
 *
 * A view holds everything until {@link forReader} makes one of it that holds what a rank may see. Every answer, file,
 * page and search for a reader works on the latter: what is not there can be neither found, counted nor shown.
 */
export class KnowledgeView {
  readonly index: KnowledgeIndex;
  readonly #restriction: Restriction | undefined;
  readonly #forReaders = new Map<Reader, KnowledgeView>();
  #ranks: ReadonlySet<Reader> | undefined;
  readonly #streamConcepts = new WeakMap<StreamRecord, ReadonlyMap<string, number>>();
  readonly #versions: LanguageVersions;
  #documents: Map<string, number[]> | undefined;
  readonly #analysed = new LRUCache<Passage, AnalysedPassage>({ max: MOST_KEPT });
  readonly #tables: KnowledgeTables;
  #industries: ReadonlySet<string> | undefined;
  #materials: ReadonlySet<string> | undefined;
  #labels: ReadonlyMap<string, Record<Language, string>> | undefined;
  readonly #producers = new Map<Reader, ReadonlySet<string>>();

  /** @param restriction Given by {@link forReader} alone. */
  constructor(index: KnowledgeIndex, restriction?: Restriction) {
    this.index = index;
    this.#restriction = restriction;
    this.#tables = new KnowledgeTables({
      index,
      conceptsOf: (stream) => this.streamConcepts(stream),
      sharing: (tables) => {
        const whole = this.#sharing(tables);
        return whole === undefined ? undefined : whole.#tables;
      },
    });
    this.#versions = new LanguageVersions(index.passages);
  }

  /**
   * Takes over what another view made of tables, words and passages that both have: after a change at the desk the next question
   * need not wait for what has not changed.
   *
   * @returns This view.
   */
  takeOver(other: KnowledgeView): this {
    this.#tables.takeOver(other.#tables);
    if (this.index.lexicon === other.index.lexicon) {
      const lastUsedFirst = [...other.#analysed];
      for (const [passage, analysed] of lastUsedFirst.reverse()) this.#analysed.set(passage, analysed);
    }
    return this;
  }

  /**
   * The knowledge as a rank may see it: without hidden rows, fields, passages and names.
   *
   * @returns This view when nothing is hidden from the rank, else one that is made once and shares what holds nothing
   * hidden. A view that is restricted already never opens again: asked for a higher rank it gives itself.
   */
  forReader(reader: Reader): KnowledgeView {
    if (this.#restriction !== undefined) {
      const { whole, reader: own } = this.#restriction;
      return mayRead(reader, own) ? this : whole.forReader(reader);
    }
    const known = this.#forReaders.get(reader);
    if (known !== undefined) return known;
    this.#ranks ??= ranksInUse(this.index);
    const view =
      reader === "member" && !this.#ranks.has("member") ? this.forReader("public") : this.#restrict(reader);
    this.#forReaders.set(reader, view);
    return view;
  }

  #restrict(reader: Reader, index = restrictIndex(this.index, reader)): KnowledgeView {
    return index === this.index ? this : new KnowledgeView(index, { whole: this, reader });
  }

  /** Makes the view that {@link forReader} gives, with rests between: large tables are looked through row by row. */
  async #makeFor(reader: Reader, rest: Rest): Promise<KnowledgeView> {
    if (this.#restriction === undefined && !this.#forReaders.has(reader)) {
      const index = await doInSteps(restrictIndexInSteps(this.index, reader), rest);
      // Somebody may have asked for it meanwhile.
      if (!this.#forReaders.has(reader)) this.#forReaders.set(reader, this.#restrict(reader, index));
    }
    return this.forReader(reader);
  }

  /** Whether a table holds anything that was left out for the reader of this view. */
  withholds(table: TableName): boolean {
    return !this.sharesTables([table]);
  }

  /** Whether tables are those of the whole knowledge, row by row: then what is made of them may be shared. */
  sharesTables(tables: readonly TableName[]): boolean {
    const { whole } = this.#restriction ?? {};
    return (
      whole === undefined || tables.every((name) => this.index.tables[name] === whole.index.tables[name])
    );
  }

  /** The view to make something of some tables on: that of the whole knowledge where it has the same ones. */
  basisOf(tables: readonly TableName[]): KnowledgeView {
    return this.#sharing(tables) ?? this;
  }

  /** The view of the whole knowledge where it has the same tables, so that large ones are not kept twice. */
  #sharing(tables: readonly TableName[]): KnowledgeView | undefined {
    return this.#restriction !== undefined && this.sharesTables(tables) ? this.#restriction.whole : undefined;
  }

  /** Analyses a passage's sentences and headings; the last ones asked for are kept. */
  analyse(entry: number): AnalysedPassage {
    const passage = this.index.passages[entry] as Passage;
    const known = this.#analysed.get(passage);
    if (known !== undefined) return known;
    const analysed = analysePassage(passage, this.index.lexicon);
    this.#analysed.set(passage, analysed);
    return analysed;
  }

  /** Gives back the memory of analyses; they are made again when they are needed. */
  forgetAnalyses(): void {
    this.#analysed.clear();
  }

  /** Whether {@link analyse} has its analysis at hand. */
  isAnalysed(entry: number): boolean {
    return this.#analysed.has(this.index.passages[entry] as Passage);
  }

  /** Concepts that the names of a stream hold as its stuff; see {@link nameConcepts}. Kept for each row, over all views. */
  streamConcepts(stream: StreamRecord): ReadonlyMap<string, number> {
    if (this.#restriction !== undefined) return this.#restriction.whole.streamConcepts(stream);
    const known = this.#streamConcepts.get(stream);
    if (known !== undefined) return known;
    const concepts = nameConcepts(stream, this.index.lexicon);
    this.#streamConcepts.set(stream, concepts);
    return concepts;
  }

  /** The side-stream table, ready for exact questions; made when the first one comes. */
  get streams(): StreamTable {
    return this.#tables.streams;
  }

  /** Finder of partners; made when the first one is looked for. */
  get partners(): PartnerFinder {
    return this.#tables.partners;
  }

  /** The table of companies, ready for exact questions; made when the first one comes. */
  get companies(): CompanyTable {
    return this.#tables.companies;
  }

  /** What parks offer, ready for exact questions; made when the first one comes. */
  get parks(): ParkTable {
    return this.#tables.parks;
  }

  /** Concepts of the vocabulary that are kinds of plants and trades, `trade:sawmill` and so on. */
  get industries(): ReadonlySet<string> {
    this.#industries ??= new Set(
      (this.index.tables.concepts ?? [])
        .filter(({ kind }) => kind === "industry")
        .map(({ concept_id }) => `trade:${concept_id}`),
    );
    return this.#industries;
  }

  /** Concepts of the vocabulary that are materials, `trade:fly-ash` and so on. */
  get materials(): ReadonlySet<string> {
    this.#materials ??= new Set(
      (this.index.tables.concepts ?? [])
        .filter(({ kind }) => kind === "material")
        .map(({ concept_id }) => `trade:${concept_id}`),
    );
    return this.#materials;
  }

  /** Preferred name of a concept in a language; the bare id where there is none. */
  conceptLabel(id: string, language: Language): string {
    this.#labels ??= new Map(this.index.lexicon.concepts.map((concept) => [concept.id, concept.labels]));
    return this.#labels.get(id)?.[language] ?? id.slice(id.indexOf(":") + 1);
  }

  /** Name of a category of streams in a language. */
  categoryLabel(category: StreamRecord["category"], language: Language): string {
    return category === "other" ? OTHER_CATEGORY[language] : this.conceptLabel(`trade:${category}`, language);
  }

  /**
   * Makes what is otherwise made when the first question of its kind comes: some tenths of a second, more where tables are
   * large. Others have their turn meanwhile.
   */
  async warm(rest: Rest = createRest()): Promise<void> {
    await this.#tables.makeInSteps(rest);
    this.partners.readStuff("fly ash", "en");
    void [this.materials.size, this.industries.size];
    await this.index.lexicon.sortInSteps(rest);
    await this.#versions.findInSteps(rest);
    this.entriesOfDocument(0);
    await rest();
    // Most who ask are the public.
    const open = await this.#makeFor("public", rest);
    if (open !== this) await open.warm(rest);
  }

  /**
   * Finds the producer of side streams that a capitalised word names, inflected or not ("Outokummun").
   *
   * @param reader Rank of the asker: producers of rows above it are not known.
   * @returns A word of the producer's name in lower case.
   */
  findProducer(word: string, reader: Reader): string | undefined {
    const known = this.#producers.get(reader) ?? producerWordsFor(reader, this.index.tables.streams ?? []);
    this.#producers.set(reader, known);
    return baseForms(word.toLowerCase()).find((form) => known.has(form));
  }

  /** Analyses a few words in passing. */
  analyseText(text: string, language: Language): AnalysedText {
    return analyseText(text, { language, lexicon: this.index.lexicon });
  }

  /**
   * Tells whether a passage should take part in an answer in a language: not when the same text or row is there
   * in that language too.
   */
  isBestVersion(entry: number, language: Language): boolean {
    return this.#versions.isBest(entry, language);
  }

  /** Positions of all passages of the same document, in reading order. */
  entriesOfDocument(entry: number): readonly number[] {
    this.#documents ??= Map.groupBy(this.index.passages.keys(), (at) => this.index.passages[at]?.file ?? "");
    return this.#documents.get(this.index.passages[entry]?.file ?? "") ?? [entry];
  }

  /** Number of passages that hold a stem, in whatever language. */
  stemCount(stem: string): number {
    return this.index.counts.stems.get(stem) ?? 0;
  }

  /** Number of passages that name a concept. */
  conceptCount(id: string): number {
    return this.index.counts.concepts.get(id) ?? 0;
  }
}
