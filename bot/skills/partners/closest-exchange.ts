import { type KnowledgeIndex, renderExchange } from "../../../indexer/index.ts";
import { mayRead } from "../../../knowledge/languages.ts";
import type { ExchangeRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AnswerLine } from "../compose-reply.ts";
import { rowSources } from "../row-sources.ts";
import type { PartnerContext } from "./partner-context.ts";

interface IndexedExchange {
  exchange: ExchangeRecord;
  /** What its stream's names hold, by bare id, with weights. */
  stuff: ReadonlyMap<string, number>;
  /** Industries its receiver and use name. */
  classes: ReadonlySet<string>;
}

/** Exchanges read once for each index. */
const READ = new WeakMap<KnowledgeIndex, readonly IndexedExchange[]>();
/** Less likeness than this is no example. */
const LEAST_LIKENESS = 0.45;
const SAME_CLASS_BONUS = 0.15;

/**
 * Finds the documented exchange that is closest to a search: of the same stuff, and to an industry that is suggested.
 *
 * @param context.classes Suggested industries.
 * @returns Nothing when none is close, or the reader may not see it.
 */
export function closestExchange(
  context: PartnerContext & { classes: readonly string[] },
): AnswerLine | undefined {
  const { view, reader, language, stuff, classes } = context;
  const wanted = new Map<string, number>();
  for (const { id, weight } of stuff) {
    for (const related of view.partners.materials.relatedTo(id)) {
      if (related.relation !== "contains")
        wanted.set(related.id, Math.max(wanted.get(related.id) ?? 0, weight * related.weight));
    }
  }
  let best: { exchange: ExchangeRecord; likeness: number } | undefined;
  for (const indexed of exchangesOf(view)) {
    if (!mayRead(reader, indexed.exchange.visibility)) continue;
    const shared = [...indexed.stuff].map(([id, weight]) => (wanted.get(id) ?? 0) * weight);
    const isSameClass = classes.slice(0, 5).some((name) => indexed.classes.has(name));
    const likeness = Math.max(0, ...shared) + (isSameClass ? SAME_CLASS_BONUS : 0);
    if (likeness > (best?.likeness ?? LEAST_LIKENESS)) best = { exchange: indexed.exchange, likeness };
  }
  if (best === undefined) return undefined;
  const text = renderExchange(best.exchange, language).join(" ");
  const sources = rowSources(best.exchange, { view, language, passage: text, file: "exchanges.csv" });
  return { prefix: "- ", claim: { text, sources: sources.slice(0, 1) } };
}

function exchangesOf(view: KnowledgeView): readonly IndexedExchange[] {
  const known = READ.get(view.index);
  if (known !== undefined) return known;
  const { partners } = view;
  const exchanges = (view.index.tables.exchanges ?? []).map((exchange): IndexedExchange => {
    const stuff = partners.readStuff(exchange.stream_en, "en").filter(({ isNear }) => isNear !== true);
    const receiver = `${exchange.receiver_en}, ${exchange.use_en}`;
    return {
      exchange,
      stuff: new Map(stuff.map(({ id, weight }) => [id, weight])),
      classes: new Set(partners.findPurpose(receiver, "en")),
    };
  });
  READ.set(view.index, exchanges);
  return exchanges;
}
