import {
  doAtOnce,
  doInSteps,
  mapByInSteps,
  type Rest,
  type Steps,
  sortInSteps,
} from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { TableName } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { listEntries } from "./record-entries.ts";
import type { RecordKind } from "./record-sheet.ts";
import { nameRows, type SheetContext } from "./sheet-context.ts";
import { type IndexedRecord, indexTexts, TextIndex } from "./text-index.ts";

/** The records of a kind that a rank may see, ready to be searched; each has a position in the index. */
export interface Searcher {
  index: TextIndex;
  /** By position. */
  ids: readonly string[];
  positions: ReadonlyMap<string, number>;
  /** Positions in the order of the first page. */
  order: readonly number[];
  /** By position, the place in that order. */
  places: readonly number[];
}

/** What is kept of a kind for a rank: one index for all languages, and the order of each language. */
interface Kept extends Omit<Searcher, "order" | "places"> {
  titles: readonly IndexedRecord["titles"][];
  orders: Map<Language, Pick<Searcher, "order" | "places">>;
}

const KEPT = new WeakMap<KnowledgeView, Map<string, Kept>>();

/** Gives the searcher of a kind, made when it is first asked for and kept as long as the knowledge is. */
export function searcherFor(kind: RecordKind, context: SheetContext): Searcher {
  return doAtOnce(makeSearcher(kind, context));
}

/** Makes the searcher of a kind, for all languages, with rests between; it is kept as long as the knowledge is. */
export async function makeSearcherInSteps(
  kind: RecordKind,
  options: { context: Omit<SheetContext, "language">; rest: Rest },
): Promise<void> {
  for (const language of LANGUAGES) {
    await doInSteps(makeSearcher(kind, { ...options.context, language }), options.rest);
  }
}

/** Tables that the searchers of each kind are made of; answers of the FAQ are no table. */
const MADE_OF: Partial<Record<RecordKind, readonly TableName[]>> = {
  streams: ["streams", "parks", "places"],
  companies: ["companies", "parks", "places"],
  parks: ["parks", "places"],
};

/** Takes over the searchers that another view made of words and tables that both have. */
export function takeOverSearchers(view: KnowledgeView, other: KnowledgeView): void {
  if (view.index.lexicon !== other.index.lexicon) return;
  const byKey = KEPT.get(view) ?? new Map<string, Kept>();
  KEPT.set(view, byKey);
  for (const [key, kept] of KEPT.get(other) ?? []) {
    const tables = MADE_OF[key.split(" ")[0] as RecordKind];
    const isSame = tables?.every((name) => view.index.tables[name] === other.index.tables[name]) === true;
    if (isSame && !byKey.has(key)) byKey.set(key, kept);
  }
}

function* makeSearcher(kind: RecordKind, context: SheetContext): Steps<Searcher> {
  const { view, reader, language } = context;
  const byKey = KEPT.get(view) ?? new Map<string, Kept>();
  KEPT.set(view, byKey);
  const key = `${kind} ${reader}`;
  const made = byKey.get(key) ?? (yield* createIndex(kind, context));
  // Another may have made it meanwhile.
  const kept = byKey.get(key) ?? made;
  byKey.set(key, kept);
  const order = kept.orders.get(language) ?? (yield* createOrder(kind, { kept, language }));
  kept.orders.set(language, order);
  return { ...kept, ...order };
}

function* createIndex(kind: RecordKind, context: SheetContext): Steps<Kept> {
  const entries = yield* listEntries(kind, context);
  const rows = kind === "faq" ? undefined : context.view.index.tables[kind];
  // The first result would wait for it.
  if (rows !== undefined) yield* nameRows<{ id: string }>(rows);
  const ids = entries.map(({ id }) => id);
  const texts = yield* indexTexts(entries);
  return {
    index: new TextIndex(entries, texts),
    ids,
    positions: yield* mapByInSteps([...ids.keys()], (at) => ids[at] ?? ""),
    titles: hasNameOrder(kind) ? entries.map(({ titles }) => titles) : [],
    orders: new Map(),
  };
}

/** Streams stand by size and the FAQ as its files have it, whatever the language. */
function hasNameOrder(kind: RecordKind): boolean {
  return kind === "companies" || kind === "parks";
}

function* createOrder(
  kind: RecordKind,
  { kept, language }: { kept: Kept; language: Language },
): Steps<Pick<Searcher, "order" | "places">> {
  const all = [...kept.ids.keys()];
  if (!hasNameOrder(kind)) return { order: all, places: all };
  const name = (at: number) => kept.titles[at]?.[language] ?? "";
  const { compare } = new Intl.Collator(language);
  const order = yield* sortInSteps(all, (a, b) => compare(name(a), name(b)) || a - b);
  const places = new Array<number>(order.length);
  order.forEach((at, place) => {
    places[at] = place;
  });
  return { order, places };
}
