import { KnowledgeView } from "../../bot/knowledge-view.ts";
import { PartnerFinder } from "../../bot/partners/partner-finder.ts";
import type { StreamQuery } from "../../bot/query/stream-query.ts";
import { StreamTable } from "../../bot/query/stream-table.ts";
import { openIndex } from "../../indexer/index.ts";
import { createRandom, generateCompanies, generateStreams } from "./generate-rows.ts";

/** What is measured; milliseconds unless the name says otherwise. */
export interface ScaleFigures {
  streams: number;
  companies: number;
  buildTableMs: number;
  buildFinderMs: number;
  queryP50Ms: number;
  queryP95Ms: number;
  partnersP50Ms: number;
  partnersP95Ms: number;
  sourcesP50Ms: number;
  sourcesP95Ms: number;
  rssMb: number;
}

const QUERIES = 300;
const SEARCHES = 200;

/**
 * Measures exact queries (filter, sum and sort together) and partner searches over generated rows, with the vocabulary and
 * the uses of the product's own index. Each query is another one; nothing is kept between them but what the product keeps.
 */
export async function runScale(options: {
  index: string;
  streams: number;
  companies: number;
}): Promise<ScaleFigures> {
  const view = new KnowledgeView(await openIndex(options.index));
  const { tables, lexicon } = view.index;
  const { parks = [], places = [], concepts = [], receiverClasses = [] } = tables;
  const random = createRandom(42);
  const materials = concepts.filter(({ kind }) => kind === "material");
  const rows = generateStreams(options.streams, { random, materials, parks });
  const companies = generateCompanies(options.companies, {
    random,
    materials,
    parks,
    classes: receiverClasses,
  });

  const tableStarted = performance.now();
  const table = new StreamTable({
    streams: rows,
    parks,
    places,
    conceptsOf: (stream) => view.streamConcepts(stream),
  });
  const buildTableMs = performance.now() - tableStarted;
  const finderStarted = performance.now();
  const finder = new PartnerFinder({ lexicon, tables: { ...tables, companies, streams: rows } }, table);
  // Companies are read when they are first looked for.
  finder.findTakers({ stuff: finder.readStuff("fly ash", "en") });
  const buildFinderMs = performance.now() - finderStarted;

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
  return {
    streams: rows.length,
    companies: companies.length,
    buildTableMs: Math.round(buildTableMs),
    buildFinderMs: Math.round(buildFinderMs),
    queryP50Ms: percentile(queryMs, 0.5),
    queryP95Ms: percentile(queryMs, 0.95),
    partnersP50Ms: percentile(partnerMs, 0.5),
    partnersP95Ms: percentile(partnerMs, 0.95),
    sourcesP50Ms: percentile(sourceMs, 0.5),
    sourcesP95Ms: percentile(sourceMs, 0.95),
    rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
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

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 1000) / 1000;
}
