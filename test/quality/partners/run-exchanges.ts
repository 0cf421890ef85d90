import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { openIndex } from "../../../indexer/index.ts";
import { InputError, toInputError } from "../input-error.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";

/** A documented exchange, as far as it is used; further columns are passed over. */
const exchangeSchema = z.object({
  place: z.string(),
  stream: z.string(),
  stream_category: z.string().default(""),
  ewc_code: z.string().default(""),
  receiver_class: z.string(),
});
type Exchange = z.infer<typeof exchangeSchema>;

/** Ranks of the receiving classes over a file of exchanges. */
export interface ExchangeFigures {
  "hit@1": number;
  "hit@3": number;
  "hit@5": number;
  mrr: number;
  queries: number;
  /** The same over the streams whose category no other place has. */
  absentCategory: { "hit@5": number; queries: number };
}

/**
 * Measures how high the receiving class of documented exchanges is ranked, from the words of the stream and its waste code
 * alone. The documented cases of the exchange's own place are taken out of the table of uses first; a use that rests on
 * nothing else falls away, one that is general practice as well stays.
 */
export async function runExchanges(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const exchanges = await readExchanges(options.file);
  const { figures, misses } = await withIndex(options, async (folder) =>
    measure(exchanges, new KnowledgeView(await openIndex(folder))),
  );
  if (options.isJson) return JSON.stringify({ ...figures, ...(options.isVerbose ? { misses } : {}) });
  const { absentCategory, queries, ...shares } = figures;
  return [
    ...(options.isVerbose ? misses : []),
    `${queries} exchanges: ${present(shares)}`,
    `${absentCategory.queries} of them with a category no other place has: hit@5 ${absentCategory["hit@5"]}`,
  ].join("\n");
}

async function readExchanges(file: string): Promise<Exchange[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw toInputError(`Cannot read "${file}"`, error);
  });
  const rows = parse(text, { columns: true, bom: true }) as unknown[];
  return rows.map((row, at) => {
    const parsed = exchangeSchema.safeParse(row);
    if (!parsed.success)
      throw new InputError(`Cannot read "${file}", line ${at + 2}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

/** Ranks each exchange with the knowledge of the other places. */
export function measure(
  exchanges: readonly Exchange[],
  view: KnowledgeView,
): { figures: ExchangeFigures; misses: string[] } {
  const ofPlace = Map.groupBy(exchanges, ({ place }) => place);
  const casesOfPlace = new Map([...ofPlace].map(([place, rows]) => [place, countCases(rows, view)]));
  const known = new Set(view.partners.materials.classes);
  const misses: string[] = [];
  const ranks = exchanges.map((exchange) => {
    const stuff = view.partners.readStuff(exchange.stream, "en");
    const wasteCode = exchange.ewc_code.replace(/\D/g, "");
    const offer = wasteCode === "" ? { stuff } : { stuff, wasteCode };
    const ranking = view.partners.rankIndustries(offer, casesOfPlace.get(exchange.place));
    const rank = ranking.findIndex(({ receiverClass }) => receiverClass === exchange.receiver_class) + 1;
    if (rank === 0 || rank > 5) {
      const best = ranking.slice(0, 3).map(({ receiverClass }) => receiverClass);
      const isKnown = known.has(exchange.receiver_class) ? "" : " (no class of the table)";
      misses.push(
        `${exchange.stream} → ${exchange.receiver_class}${isKnown}: rank ${rank || "none"}; first ${best.join(", ")}`,
      );
    }
    const isAbsent = !exchanges.some(
      (other) => other.place !== exchange.place && other.stream_category === exchange.stream_category,
    );
    return { rank, isAbsent };
  });
  const absent = ranks.filter(({ isAbsent }) => isAbsent);
  return {
    misses,
    figures: {
      "hit@1": hits(ranks, 1),
      "hit@3": hits(ranks, 3),
      "hit@5": hits(ranks, 5),
      mrr: round(
        ranks.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0) / Math.max(1, ranks.length),
      ),
      queries: ranks.length,
      absentCategory: { "hit@5": hits(absent, 5), queries: absent.length },
    },
  };
}

/** Documented cases by `stream type|class`, as the table of uses counts them. */
function countCases(rows: readonly Exchange[], view: KnowledgeView): Map<string, number> {
  const cases = new Map<string, number>();
  for (const { stream_category, stream, receiver_class } of rows) {
    const words = stream_category === "" ? stream : stream_category;
    for (const { id, weight, isNear } of view.partners.readStuff(words, "en")) {
      if (weight < 1 || isNear === true) continue;
      const key = `${id}|${receiver_class}`;
      cases.set(key, (cases.get(key) ?? 0) + 1);
    }
  }
  return cases;
}

function hits(ranks: readonly { rank: number }[], most: number): number {
  if (ranks.length === 0) return 0;
  return round(ranks.filter(({ rank }) => rank > 0 && rank <= most).length / ranks.length);
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function present(shares: Record<string, number>): string {
  return Object.entries(shares)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
