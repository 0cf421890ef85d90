import { mapInSteps, type Steps } from "../../indexer/index.ts";
import { LANGUAGES, type Language, mayRead } from "../../knowledge/languages.ts";
import type { CompanyRecord, ParkRecord, StreamRecord } from "../../knowledge/schema.ts";
import { listFaq } from "./faq-sheet.ts";
import type { RecordKind } from "./record-sheet.ts";
import { findReadablePark, type SheetContext } from "./sheet-context.ts";
import type { IndexedRecord } from "./text-index.ts";

const LISTERS: Record<RecordKind, (context: SheetContext) => Steps<IndexedRecord[]>> = {
  streams: streamEntries,
  companies: companyEntries,
  parks: parkEntries,
  faq: faqEntries,
};

/**
 * Lists, in steps, the records of a kind that a reader may see, with the words they are found by: streams the largest first,
 * the others as the files have them.
 *
 * A park above the reader's rank lends its names to none of the rows that lie in it.
 */
export function listEntries(kind: RecordKind, context: SheetContext): Steps<IndexedRecord[]> {
  return LISTERS[kind](context);
}

function* streamEntries(context: SheetContext): Steps<IndexedRecord[]> {
  const { view, reader } = context;
  const places = new PlaceWords(context);
  const streams = yield* view.streams.list(reader);
  return yield* mapInSteps(streams, (stream) => ({
    id: stream.id,
    titles: namesOf(stream),
    names: inLanguages((language) => stream[`producer_${language}`]),
    codes: [stream.id, stream.waste_code ?? ""],
    places: [...places.ofTowns((stream.municipality ?? "").split(";")), ...places.ofPark(stream.park)],
    kinds: inLanguages((language) => view.categoryLabel(stream.category, language)),
    texts: inLanguages((language) => stream[`uses_${language}`]),
    concepts: [...view.streamConcepts(stream)].flatMap(([id, share]) => (share === 1 ? [id] : [])),
  }));
}

function companyEntries(context: SheetContext): Steps<IndexedRecord[]> {
  const places = new PlaceWords(context);
  return mapInSteps(readable(context.view.index.tables.companies, context), (company) => ({
    id: company.id,
    titles: namesOf(company),
    places: [
      ...places.ofTowns([company.municipality ?? ""]),
      ...company.parks.flatMap((id) => places.ofPark(id)),
    ],
    kinds: inLanguages((language) => company[`industry_${language}`]),
    texts: (["products", "inputs", "outputs", "services"] as const).flatMap((cell) =>
      inLanguages((language) => company[`${cell}_${language}`]),
    ),
  }));
}

function parkEntries(context: SheetContext): Steps<IndexedRecord[]> {
  const places = new PlaceWords(context);
  return mapInSteps(readable(context.view.index.tables.parks, context), (park) => ({
    id: park.id,
    titles: namesOf(park),
    names: park.aliases,
    places: places.ofTowns([...park.municipalities, park.region]),
    kinds: inLanguages((language) => park[`industries_${language}`]),
    texts: (["infrastructure", "coordinator"] as const).flatMap((cell) =>
      inLanguages((language) => park[`${cell}_${language}`]),
    ),
  }));
}

function faqEntries(context: SheetContext): Steps<IndexedRecord[]> {
  return mapInSteps(listFaq(context), ({ id, versions }) => {
    const passages = LANGUAGES.flatMap((language) => versions[language] ?? []);
    return {
      id,
      titles: Object.fromEntries(passages.map(({ language, faq }) => [language, faq?.question ?? ""])),
      names: passages.flatMap(({ faq }) => faq?.variants ?? []),
      texts: passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    };
  });
}

/** Names of places in all languages, looked up once for a table. */
class PlaceWords {
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #parks = new Map<string, readonly string[]>();
  readonly #context: SheetContext;

  constructor(context: SheetContext) {
    this.#context = context;
    const { places = [] } = context.view.index.tables;
    this.#names = new Map(
      places.flatMap(({ en, fi, sv }) => [en, fi, sv].map((name) => [name, [...new Set([en, fi, sv])]])),
    );
  }

  ofTowns(towns: readonly string[]): string[] {
    return towns.map((town) => town.trim()).flatMap((town) => this.#names.get(town) ?? [town]);
  }

  /** Names and region of a park; none of one that the reader may not see. */
  ofPark(id: string): readonly string[] {
    const known = this.#parks.get(id);
    if (known !== undefined) return known;
    const park = findReadablePark(id, this.#context);
    const words =
      park === undefined
        ? []
        : [...Object.values(namesOf(park)), ...park.aliases, ...this.ofTowns([park.region])];
    this.#parks.set(id, words);
    return words;
  }
}

/** Rows that the reader may see. */
function readable<Row extends CompanyRecord | ParkRecord>(
  rows: readonly Row[] | undefined,
  { reader }: SheetContext,
): Row[] {
  return (rows ?? []).filter(({ visibility }) => mayRead(reader, visibility));
}

function namesOf(row: StreamRecord | CompanyRecord | ParkRecord): Record<Language, string> {
  return { fi: row.name_fi, sv: row.name_sv, en: row.name_en };
}

function inLanguages(read: (language: Language) => string | undefined): string[] {
  return [...new Set(LANGUAGES.flatMap((language) => read(language) ?? []))];
}
