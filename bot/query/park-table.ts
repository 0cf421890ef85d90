import type { AnalysedText } from "../../indexer/index.ts";
import { LANGUAGES, type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { MaterialRecord, ParkFeatureRecord, ParkRecord, PlaceRecord } from "../../knowledge/schema.ts";
import { createNarrower, hasCommon } from "./narrower-concepts.ts";
import { findOffer } from "./park-offers.ts";
import type { ParkQuery } from "./park-query.ts";

/** A park that meets a query, with what the tables say to that. */
export interface FoundPark {
  park: ParkRecord;
  /** Rows of `park-features.csv` that meet the query. */
  features: readonly ParkFeatureRecord[];
  /** Whether its infrastructure in `parks.csv` meets an offer that no feature does. */
  isByInfrastructure: boolean;
}

/** What a query gives. */
export interface ParkResult {
  rows: readonly FoundPark[];
  /** Rows of features by which a source says that a park has not what is asked for. */
  denials: readonly { park: ParkRecord; feature: ParkFeatureRecord }[];
  /** How many other parks of the same kind and place say nothing about it. */
  silent: number;
}

export interface ParkTableParts {
  parks: readonly ParkRecord[];
  features: readonly ParkFeatureRecord[];
  places: readonly PlaceRecord[];
  materials: readonly MaterialRecord[];
  analyse: (text: string, language: Language) => AnalysedText;
}

/**
 * Parks by what they offer, ready for exact questions.
 *
 * @example
 * ```ts
 * table.run({ offers: ["port"], places: ["lapland"] }, "public").rows; // Kemi-Tornio, Arctio
 * ```
 */
export class ParkTable {
  readonly #parts: ParkTableParts;
  readonly #placeNames: ReadonlyMap<string, readonly string[]>;
  readonly #features: ReadonlyMap<string, readonly ParkFeatureRecord[]>;
  readonly #narrower: (concept: string) => ReadonlySet<string>;
  readonly #concepts: Record<Language, Map<string, ReadonlySet<string>>> = {
    fi: new Map(),
    sv: new Map(),
    en: new Map(),
  };
  /** What each word of a question asks of the table, by what is asked, rank and concept. */
  readonly #known = new Map<string, boolean>();

  constructor(parts: ParkTableParts) {
    this.#parts = parts;
    this.#placeNames = new Map(parts.places.map((place) => [place.id, [place.en, place.fi, place.sv]]));
    this.#features = Map.groupBy(parts.features, ({ park }) => park);
    this.#narrower = createNarrower(parts.materials);
  }

  /** Whether the infrastructure or a feature of some park names a concept. */
  offers(concept: string, reader: Reader): boolean {
    return this.#hasPark(`offer ${reader} ${concept}`, reader, (park) => {
      return this.#meeting(park, { offer: concept, reader }) !== undefined;
    });
  }

  /** Whether the line of business of some park names a concept. */
  hasIndustry(concept: string, reader: Reader): boolean {
    return this.#hasPark(`industry ${reader} ${concept}`, reader, (park) => this.#worksIn(park, [concept]));
  }

  #hasPark(key: string, reader: Reader, test: (park: ParkRecord) => boolean): boolean {
    const known = this.#known.get(key) ?? this.#readable(reader).some(test);
    this.#known.set(key, known);
    return known;
  }

  /**
   * Runs a query.
   *
   * @param reader Rank of the asker; rows above it take no part in anything, counts included.
   */
  run(query: ParkQuery, reader: Reader): ParkResult {
    const { offers = [], industries } = query;
    const kinds = new Set(query.kinds ?? ["park"]);
    const candidates = this.#readable(reader).filter(
      (park) =>
        kinds.has(park.kind) &&
        (query.ids === undefined || query.ids.includes(park.id)) &&
        this.#isIn(park, query.places),
    );
    const working = candidates.filter((park) => industries === undefined || this.#worksIn(park, industries));
    const rows = working.flatMap((park): FoundPark[] => {
      const met = offers.map((offer) => this.#meeting(park, { offer, reader }));
      const isMet =
        query.isAnyOffer === true ? met.some((one) => one !== undefined) : !met.includes(undefined);
      if (offers.length > 0 && !isMet) return [];
      const told = met.filter((one) => one !== undefined);
      return [
        {
          park,
          features: [...new Set(told.flat())],
          isByInfrastructure: told.some((features) => features.length === 0),
        },
      ];
    });
    const denials = candidates.flatMap((park) => this.#denials(park, { offers, reader }));
    const denied = new Set(denials.map(({ park }) => park.id));
    const silent = candidates.filter(
      ({ id }) => !denied.has(id) && !rows.some(({ park }) => park.id === id),
    ).length;
    return { rows, denials, silent };
  }

  #readable(reader: Reader): readonly ParkRecord[] {
    return this.#parts.parks.filter(({ visibility }) => mayRead(reader, visibility));
  }

  #isIn(park: ParkRecord, places: readonly string[] | undefined): boolean {
    if (places === undefined) return true;
    const names = new Set(places.flatMap((id) => this.#placeNames.get(id) ?? []));
    return names.has(park.region) || park.municipalities.some((name) => names.has(name));
  }

  #worksIn(park: ParkRecord, industries: readonly string[]): boolean {
    const wanted = new Set(industries.flatMap((id) => [...this.#narrower(id)]));
    const texts = LANGUAGES.map((language) => [park[`industries_${language}`], language] as const);
    return texts.some(([text, language]) => hasCommon(wanted, this.#conceptsIn(text, language)));
  }

  /** @returns Features that tell of an offer, none where the infrastructure does; nothing where the park is silent. */
  #meeting(
    park: ParkRecord,
    context: { offer: string; reader: Reader },
  ): readonly ParkFeatureRecord[] | undefined {
    const features = this.#featuresOf(park, context).filter(({ value }) => value !== "no");
    if (features.length > 0) return features;
    const { infrastructure_en: infrastructure = "" } = park;
    const known = findOffer(context.offer);
    const isNamed =
      known === undefined
        ? LANGUAGES.some((language) =>
            this.#conceptsIn(park[`infrastructure_${language}`] ?? "", language).has(context.offer),
          )
        : infrastructure.split(/[,;]/).some((part) => known.infrastructure.test(part));
    return isNamed ? [] : undefined;
  }

  #featuresOf(park: ParkRecord, context: { offer: string; reader: Reader }): ParkFeatureRecord[] {
    const { offer, reader } = context;
    const known = findOffer(offer);
    const rows = (this.#features.get(park.id) ?? []).filter((row) => mayRead(reader, row.visibility));
    if (known === undefined)
      return rows.filter((row) =>
        LANGUAGES.some((language) => this.#conceptsIn(row[`detail_${language}`], language).has(offer)),
      );
    return rows.filter(
      (row) => known.features.includes(row.feature) && (known.detail?.test(row.detail_en) ?? true),
    );
  }

  #denials(
    park: ParkRecord,
    context: { offers: readonly string[]; reader: Reader },
  ): { park: ParkRecord; feature: ParkFeatureRecord }[] {
    const rows = context.offers.flatMap((offer) => this.#featuresOf(park, { ...context, offer }));
    return rows.filter(({ value }) => value === "no").map((feature) => ({ park, feature }));
  }

  /** Concepts that a text names as a whole; kept, since cells are few and asked for again. */
  #conceptsIn(text: string, language: Language): ReadonlySet<string> {
    const known = this.#concepts[language].get(text);
    if (known !== undefined) return known;
    const { concepts } = this.#parts.analyse(text, language);
    const found = new Set([...concepts].filter(([, share]) => share === 1).map(([id]) => id));
    this.#concepts[language].set(text, found);
    return found;
  }
}
