import { setTimeout as pause } from "node:timers/promises";
import { findAnswer } from "../../bot/answer-question.ts";
import { CurrentView } from "../../bot/current-view.ts";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import { createLog } from "../../bot/log.ts";
import type { StreamQuery } from "../../bot/query/stream-query.ts";
import { searchRecords } from "../../bot/records/search-records.ts";
import { warmRecordSearch } from "../../bot/records/warm-record-search.ts";
import { analyseQuestion } from "../../bot/understand/question.ts";
import { warmView } from "../../bot/warm-view.ts";
import { type IndexExtension, type KnowledgeIndex, NO_EXTENSION, openIndex } from "../../indexer/index.ts";
import { type Blocks, watchBlocks } from "./blocks/block-watch.ts";
import { type BenchFigure, quantile } from "./figure.ts";
import { createRandom, generateCompanies, generateStreams } from "./generate-rows.ts";

/** What is measured; milliseconds unless the name says otherwise. */
export interface ScaleFigures {
  streams: number;
  companies: number;
  /** Longest work of the thread at a stretch while everything is made ready beside a bot that answers. */
  warmUpMs: number;
  warmUpBlockMs: number;
  queryP50Ms: number;
  queryP95Ms: number;
  partnersP50Ms: number;
  partnersP95Ms: number;
  sourcesP50Ms: number;
  sourcesP95Ms: number;
  firstPlacesMs: number;
  firstSearchMs: number;
  /** One row more, written at the desk. */
  approvedMs: number;
  approvedBlockMs: number;
  rssMb: number;
}

const FIRST_USES = 3;
const QUERIES = 300;
const SEARCHES = 200;

/**
 * Measures exact queries (filter, sum and sort together) and partner searches over generated rows, with the vocabulary and
 * the uses of the product's own index: what making them ready keeps others waiting, the first question on places and the
 * first search after that, and a stream that the desk approves. Each query is another one; nothing is kept between them but
 * what the product keeps.
 */
export async function runScale(options: {
  index: string;
  streams: number;
  companies: number;
}): Promise<ScaleFigures> {
  const opened = await openIndex(options.index);
  const { parks = [], concepts = [], receiverClasses = [] } = opened.tables;
  const random = createRandom(42);
  const materials = concepts.filter(({ kind }) => kind === "material");
  const stock = { random, materials, parks };
  const streams = generateStreams(options.streams, stock);
  const companies = generateCompanies(options.companies, { ...stock, classes: receiverClasses });
  // What is measured is the work on the rows, not the first uses of code: the engine translates a pattern at its first, and
  // once more at its second.
  const small = new KnowledgeView(opened);
  for (let use = 0; use < FIRST_USES; use++) {
    await answerPlaces(small);
    await warmRecordSearch(small);
  }
  const base: KnowledgeIndex = { ...opened, tables: { ...opened.tables, streams, companies } };

  let extension: IndexExtension = NO_EXTENSION;
  const endPhase = watchBlocks();
  const current = await CurrentView.open(base, {
    log: createLog({ write: () => {} }),
    extension: async () => extension,
  });
  const view = current.view;
  const warmed = await measurePhase(endPhase, async () => {
    await warmView(view);
    await warmRecordSearch(view);
  });
  const { streams: table, partners: finder } = view;
  const firstPlacesMs = await workOf(() => answerPlaces(view));
  const firstSearchMs = await workOf(() =>
    searchRecords({ kind: "streams", text: "fly ash" }, { view, reader: "public", language: "en" }),
  );

  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const queries = Array.from(
    { length: QUERIES },
    (): StreamQuery => createQuery({ pick, random, parks, materials }),
  );
  const descriptions = Array.from(
    { length: SEARCHES },
    () => `${pick(materials).en} from ${pick(materials).en}`,
  );
  const point = { latitude: 63.8, longitude: 23.1 };
  const queryMs = queries.map((query) => timed(() => table.run(query, "public")));
  const partnerMs = descriptions.map((text) =>
    timed(() => finder.findTakers({ stuff: finder.readStuff(text, "en"), place: point })),
  );
  const sourceMs = descriptions.map((text) =>
    timed(() =>
      finder.findSources({ classes: [], stuff: finder.readStuff(text, "en"), place: point }, "public"),
    ),
  );
  extension = { ...NO_EXTENSION, streams: generateStreams(1, stock).map((row) => ({ ...row, id: "LIVE1" })) };
  const approved = await measurePhase(endPhase, () => current.extensionChanged());
  current.close();
  return {
    streams: streams.length,
    companies: companies.length,
    warmUpMs: warmed.ms,
    warmUpBlockMs: warmed.blockMs,
    queryP50Ms: quantile(queryMs, 0.5),
    queryP95Ms: quantile(queryMs, 0.95),
    partnersP50Ms: quantile(partnerMs, 0.5),
    partnersP95Ms: quantile(partnerMs, 0.95),
    sourcesP50Ms: quantile(sourceMs, 0.5),
    sourcesP95Ms: quantile(sourceMs, 0.95),
    firstPlacesMs,
    firstSearchMs,
    approvedMs: approved.ms,
    approvedBlockMs: approved.blockMs,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
}

/** The figures as lines. */
export function scaleFigures(measured: ScaleFigures): BenchFigure[] {
  const of = `${measured.streams} streams, ${measured.companies} companies`;
  const figure = (name: string, value: number, target?: BenchFigure["target"]): BenchFigure => ({
    section: "scale",
    name: `${of}: ${name}`,
    value,
    unit: "ms",
    ...(target && { target }),
  });
  return [
    figure("a query that filters, sums and sorts, p50", measured.queryP50Ms),
    figure("a query, p95", measured.queryP95Ms),
    figure("takers of a stream, p50", measured.partnersP50Ms),
    figure("takers of a stream, p95", measured.partnersP95Ms),
    figure("streams for a need, p50", measured.sourcesP50Ms),
    figure("streams for a need, p95", measured.sourcesP95Ms),
    figure("making all ready", measured.warmUpMs),
    figure("longest work at a stretch while it is made ready", measured.warmUpBlockMs, { most: 50 }),
    figure("work for the first question on places", measured.firstPlacesMs, { most: 100 }),
    figure("work for the first search", measured.firstSearchMs, { most: 100 }),
    figure("until an approved stream is known", measured.approvedMs),
    figure("longest work at a stretch meanwhile", measured.approvedBlockMs, { most: 50 }),
    { ...figure("memory", measured.rssMb), unit: "MB" },
  ];
}

/** The bot's answer to a founder who looks for a place. */
async function answerPlaces(view: KnowledgeView): Promise<void> {
  const text = "Where should we locate a plant that needs 2 ha, steam and waste-water treatment?";
  const question = analyseQuestion(text, { language: "en", view });
  await findAnswer(question, { view, reader: "public" });
}

async function measurePhase(
  endPhase: () => Blocks,
  work: () => Promise<void>,
): Promise<{ ms: number; blockMs: number }> {
  // The watch looks again before and after.
  await pause(10);
  endPhase();
  const ms = await timedAsync(work);
  await pause(10);
  return { ms, blockMs: endPhase().longestWorkMs };
}

/** Work of this thread, in milliseconds: what others do on the machine does not count. */
async function workOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Filter, sum and sort in one: narrow and wide ones, by material, category, place, amount and form. */
function createQuery(context: {
  pick: <Value>(values: readonly Value[]) => Value;
  random: () => number;
  parks: readonly { id: string }[];
  materials: readonly { concept_id: string }[];
}): StreamQuery {
  const { pick, random, parks, materials } = context;
  return {
    ...(random() < 0.5 ? { parks: [pick(parks).id] } : {}),
    ...(random() < 0.4
      ? { materials: [`trade:${pick(materials).concept_id}`] }
      : { categories: [pick(["ash", "slag", "lime", "wood", "sludge"] as const)] }),
    ...(random() < 0.6
      ? { quantity: { dimension: "mass", min: Math.floor(random() * 50_000), isMinExcluded: true } }
      : {}),
    ...(random() < 0.3 ? { hazardous: "no" } : {}),
    sort: pick(["largest", "smallest", "newest"] as const),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
