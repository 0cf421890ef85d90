import type { PoolClient } from "pg";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { Background } from "../embeddings/background.ts";
import { toBackground } from "../embeddings/measure-trust.ts";
import type { ModelLeg } from "../embeddings/model-leg.ts";
import { modelNameOf } from "../embeddings/model-settings.ts";
import type { Manifest } from "../manifest.ts";
import { connectModelLeg, type QuestionModelOptions } from "../open-model-leg.ts";
import type { Passage } from "../passage.ts";
import { PostgresVectorLeg } from "./search-vectors.ts";
import { vectorTable } from "./vector-table.ts";
import type { OpenVersion } from "./version-reader.ts";

/** As many as the background looks at; see `Background`. */
const SAMPLE = 128;
const FEWEST = 12;

/**
 * Opens the leg of the embedding model over its vectors in Postgres. What nearness is usual is told by a sample, the only
 * vectors that are read into memory.
 *
 * @returns Nothing where another model is set than the index was built with, or none.
 */
export async function openModelLeg(
  client: PoolClient,
  options: QuestionModelOptions & {
    manifest: Manifest;
    passages: readonly Passage[];
    version: OpenVersion;
  },
): Promise<ModelLeg | undefined> {
  const { manifest, passages, version, embedding } = options;
  const { model } = manifest;
  if (model === undefined || embedding === undefined || modelNameOf(embedding) !== model.name)
    return undefined;
  if (model.trust === 0) return undefined;
  const table = vectorTable("model", model.dimensions);
  const leg = new PostgresVectorLeg(version, table);
  const { rows } = await client.query<{ passage: number; vector: number[] }>(
    `SELECT passage, embedding::real[] AS vector FROM ${table.name} WHERE passage = ANY($1::int[]) ORDER BY passage`,
    [sampleEntries(passages).map((entry) => version.ids[entry])],
  );
  const sampled = rows.map(({ passage }) => passages[version.entryOf.get(passage) as number] as Passage);
  const vectors = Float32Array.from(rows.flatMap(({ vector }) => vector));
  return connectModelLeg(embedding, {
    ...options,
    model,
    nearest: (query, asked) => leg.nearest(query, asked),
    background: new Background(vectors, sampled.map(toBackground)),
  });
}

/** Passages spread evenly over those of each language that everybody may see, or over all where these are few. */
function sampleEntries(passages: readonly Passage[]): number[] {
  const isOpen = (entry: number) => toBackground(passages[entry] as Passage).isPublic;
  const open = [...passages.keys()].filter(isOpen);
  const entries = open.length < FEWEST ? [...passages.keys()] : open;
  return LANGUAGES.flatMap((language) => {
    const all = entries.filter((entry) => passages[entry]?.language === language);
    const count = Math.min(SAMPLE, all.length);
    return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)] as number);
  });
}
