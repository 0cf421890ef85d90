import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { listEntries } from "./record-entries.ts";
import type { RecordKind } from "./record-sheet.ts";
import type { SheetContext } from "./sheet-context.ts";
import { type IndexedRecord, TextIndex } from "./text-index.ts";

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
  const { view, reader, language } = context;
  const byKey = KEPT.get(view) ?? new Map<string, Kept>();
  KEPT.set(view, byKey);
  const key = `${kind} ${reader}`;
  const kept = byKey.get(key) ?? createIndex(kind, context);
  byKey.set(key, kept);
  const order = kept.orders.get(language) ?? createOrder(kind, { kept, language });
  kept.orders.set(language, order);
  return { ...kept, ...order };
}

function createIndex(kind: RecordKind, context: SheetContext): Kept {
  const entries = listEntries(kind, context);
  const ids = entries.map(({ id }) => id);
  return {
    index: new TextIndex(entries),
    ids,
    positions: new Map(ids.map((id, at) => [id, at])),
    titles: hasNameOrder(kind) ? entries.map(({ titles }) => titles) : [],
    orders: new Map(),
  };
}

/** Streams stand by size and the FAQ as its files have it, whatever the language. */
function hasNameOrder(kind: RecordKind): boolean {
  return kind === "companies" || kind === "parks";
}

function createOrder(
  kind: RecordKind,
  { kept, language }: { kept: Kept; language: Language },
): Pick<Searcher, "order" | "places"> {
  const order = [...kept.ids.keys()];
  if (!hasNameOrder(kind)) return { order, places: order };
  const name = (at: number) => kept.titles[at]?.[language] ?? "";
  order.sort((a, b) => name(a).localeCompare(name(b), language) || a - b);
  const places = new Array<number>(order.length);
  order.forEach((at, place) => {
    places[at] = place;
  });
  return { order, places };
}
