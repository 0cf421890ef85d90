import { doAtOnce, doInSteps, mapInSteps, type Rest, type Steps } from "../../indexer/index.ts";
import { LANGUAGES, type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { FactIndex } from "./fact-index.ts";
import { UTILITIES } from "./feature-words.ts";
import { guideFacts } from "./guide-facts.ts";
import { areaFact, featureFact, type IndexedFact, type ParkFact, parkRowFacts } from "./park-fact.ts";
import { companyFact, streamFact } from "./park-row-fact.ts";

/** Tables with more rows than this are read in one language only: names differ little, and reading takes time. */
const MOST_ROWS_IN_ALL_LANGUAGES = 5000;

/** What a word tells less for standing in no table. */
const ONLY_IN_GUIDES = 0.7;

/** What counts of a concept that only one language version of a row names. */
const ONE_LANGUAGE_SHARE = 0.5;

/** Facts read between two looks at the clock. */
const FACTS_AT_ONCE = 8;

/** Everything the tables tell of parks, by park, ready to be compared with needs. */
export class ParkKnowledge {
  /** Parks and sites, in the order of their table. */
  readonly places: readonly ParkRecord[];
  readonly #facts = new Map<string, IndexedFact[]>();
  readonly #indexes = new Map<string, FactIndex>();
  readonly #spread = new Map<string, number>();
  /** Of what only the guides speak of. */
  readonly #guideSpread = new Map<string, number>();
  readonly #read = new Map<string, ReadonlyMap<string, number>>();
  readonly #view: KnowledgeView;
  readonly #isLarge: boolean;

  /** @param isReadLater For {@link inSteps} alone. */
  constructor(view: KnowledgeView, isReadLater = false) {
    const { parks = [], companies = [], streams = [] } = view.index.tables;
    this.#view = view;
    this.places = parks;
    this.#isLarge = companies.length + streams.length > MOST_ROWS_IN_ALL_LANGUAGES;
    if (!isReadLater) doAtOnce(this.#readTables());
  }

  /** Reads the tables with rests between: a tenth of a second of work, a second where there are many thousand rows. */
  static async inSteps(view: KnowledgeView, rest: Rest): Promise<ParkKnowledge> {
    const knowledge = new ParkKnowledge(view, true);
    await doInSteps(knowledge.#readTables(), rest);
    return knowledge;
  }

  *#readTables(): Steps<void> {
    const { passages, tables } = this.#view.index;
    const { parks = [], parkFeatures = [], parkFacts = [], companies = [], streams = [] } = tables;
    const byId = new Map(parks.map((park) => [park.id, park]));
    const add = (park: string, write: (record: ParkRecord) => readonly ParkFact[]) => {
      const record = byId.get(park);
      if (record !== undefined)
        this.#facts.get(park)?.push(...write(record).map((fact) => this.#index(fact)));
    };
    for (const park of parks) this.#facts.set(park.id, []);
    yield* mapInSteps(
      parkFeatures,
      (row) => add(row.park, (park) => [featureFact(row, park)]),
      FACTS_AT_ONCE,
    );
    for (const row of parkFacts) {
      if (row.attribute === "free-area" || row.attribute === "total-area")
        add(row.park, (park) => [areaFact(row, park)]);
    }
    yield* mapInSteps(streams, (row) => add(row.park, (park) => [streamFact(row, park)]), FACTS_AT_ONCE);
    const addCompany = (row: (typeof companies)[number]) => {
      for (const id of row.parks) add(id, (park) => [companyFact(row, park)]);
    };
    yield* mapInSteps(companies, addCompany, FACTS_AT_ONCE);
    yield* mapInSteps(parks, (row) => add(row.id, parkRowFacts), 1);
    for (const [park, facts] of guideFacts(passages)) {
      for (const fact of facts) add(park, () => [fact]);
      yield;
    }
    yield* this.#countSpread();
  }

  /** Facts of a park that a reader may see. */
  factsOf(park: string, reader: Reader): readonly IndexedFact[] {
    return (this.#facts.get(park) ?? []).filter((fact) => mayRead(reader, fact.visibility));
  }

  /** The facts of a park by what they speak of, whoever may see them. */
  indexOf(park: string): FactIndex {
    const known = this.#indexes.get(park);
    if (known !== undefined) return known;
    const index = new FactIndex(this.#facts.get(park) ?? []);
    this.#indexes.set(park, index);
    return index;
  }

  /** Parks, or sites too, that a reader may see. */
  placesFor(reader: Reader, kind?: ParkRecord["kind"]): ParkRecord[] {
    return this.places.filter(
      (park) => mayRead(reader, park.visibility) && (kind === undefined || park.kind === kind),
    );
  }

  /**
   * How telling a concept is, or an industry as `class:…`: 1 where one park speaks of it, less the more do.
   *
   * @returns 0 for a concept that no public row names.
   */
  tellingness(concept: string): number {
    const inTables = this.#spread.get(concept) ?? 0;
    const count = inTables > 0 ? inTables : (this.#guideSpread.get(concept) ?? 0);
    if (count === 0) return 0;
    const all = Math.max(2, this.places.length);
    const telling = Math.log(1 + all / count) / Math.log(1 + all);
    return inTables > 0 ? telling : telling * ONLY_IN_GUIDES;
  }

  /**
   * Finds words of the tables for one that no vocabulary knows: the same word inflected, or one it is made from
   * ("meluisa" and "melu").
   *
   * @returns Ids that stand among the concepts of facts; empty when the tables know no such word.
   */
  wordsLike(stem: string, language: Language): string[] {
    const exact = stemId(stem, language);
    if (this.#spread.has(exact)) return [exact];
    const found = likeStem(this.#spread, { stem, language });
    if (found.length > 0) return found;
    return this.#guideSpread.has(exact) ? [exact] : likeStem(this.#guideSpread, { stem, language });
  }

  /** The id of a word that stands in tables or guides as it is; nothing for any other. */
  knownStem(stem: string, language: Language): string | undefined {
    const id = stemId(stem, language);
    return this.#spread.has(id) || this.#guideSpread.has(id) ? id : undefined;
  }

  #index(fact: ParkFact): IndexedFact {
    return { ...fact, givesConcepts: this.#readAll(fact.gives), takesConcepts: this.#readAll(fact.takes) };
  }

  #readAll(texts: ParkFact["gives"]): ReadonlyMap<string, number> {
    const known = this.#read.get(texts.en);
    if (known !== undefined) return known;
    const concepts = new Map<string, number>();
    const languages = this.#isLarge ? (["en"] as const) : LANGUAGES;
    const namedIn = new Map<string, number>();
    for (const language of languages) {
      if (texts[language] === "") continue;
      const read = this.#view.analyseText(texts[language], language);
      for (const [id, share] of read.concepts) {
        if (share < 0.5) continue;
        concepts.set(id, Math.max(concepts.get(id) ?? 0, share));
        namedIn.set(id, (namedIn.get(id) ?? 0) + 1);
      }
      for (const stem of read.stems) concepts.set(stemId(stem, language), 1);
    }
    // "Feed water" speaks of feed in one language only: it is another thing.
    for (const [id, count] of namedIn) {
      if (count === 1 && languages.length > 1) concepts.set(id, (concepts.get(id) ?? 0) * ONE_LANGUAGE_SHARE);
    }
    this.#read.set(texts.en, concepts);
    return concepts;
  }

  *#countSpread(): Steps<void> {
    for (const facts of this.#facts.values()) {
      const open = facts.filter(({ visibility }) => visibility === "public");
      const [ofTables, ofGuides] = [new Set<string>(), new Set<string>()];
      yield* mapInSteps(open, ({ kind, givesConcepts, takesConcepts, classes }) => {
        const own = kind === "guide" ? ofGuides : ofTables;
        for (const id of givesConcepts.keys()) own.add(id);
        for (const id of takesConcepts.keys()) own.add(id);
        for (const name of classes) own.add(`class:${name}`);
      });
      for (const id of ofTables) this.#spread.set(id, (this.#spread.get(id) ?? 0) + 1);
      for (const id of ofGuides) this.#guideSpread.set(id, (this.#guideSpread.get(id) ?? 0) + 1);
    }
  }
}

/** Stems that differ from one by at most three letters at the end. */
function likeStem(
  spread: ReadonlyMap<string, number>,
  { stem, language }: { stem: string; language: Language },
): string[] {
  const prefix = stemId("", language);
  return [...spread.keys()].filter((id) => {
    if (!id.startsWith(prefix)) return false;
    const known = id.slice(prefix.length);
    const [short, long] = known.length < stem.length ? [known, stem] : [stem, known];
    return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short);
  });
}

function stemId(stem: string, language: Language): string {
  return `stem:${language}:${stem}`;
}

const KNOWLEDGE = new WeakMap<KnowledgeView, ParkKnowledge>();

/**
 * What the tables of a view tell of parks; made when first asked for. Views of the same tables share it: facts of guides
 * are told apart by their visibility.
 */
export function parkKnowledge(seen: KnowledgeView): ParkKnowledge {
  const view = basisOf(seen);
  const known = KNOWLEDGE.get(view);
  if (known !== undefined) return known;
  const knowledge = new ParkKnowledge(view);
  KNOWLEDGE.set(view, knowledge);
  return knowledge;
}

/** Makes it with rests between, so that the first question on places need not wait for it. */
export async function readParkKnowledgeInSteps(seen: KnowledgeView, rest: Rest): Promise<void> {
  const view = basisOf(seen);
  if (KNOWLEDGE.has(view)) return;
  const knowledge = await ParkKnowledge.inSteps(view, rest);
  for (const { id } of knowledge.places) {
    const index = knowledge.indexOf(id);
    index.under([]);
    await rest();
    for (const feature of UTILITIES) {
      index.ofFeature(feature);
      await rest();
    }
  }
  if (!KNOWLEDGE.has(view)) KNOWLEDGE.set(view, knowledge);
}

function basisOf(seen: KnowledgeView): KnowledgeView {
  return seen.basisOf(["parks", "parkFeatures", "parkFacts", "companies", "streams"]);
}
