import type { Pool, PoolClient } from "pg";
import { assembleIndex } from "../assemble-index.ts";
import type { WordCounts } from "../count-words.ts";
import { ConceptEmbeddings } from "../embeddings/concept-embeddings.ts";
import { IndexError } from "../errors.ts";
import type { KnowledgeIndex } from "../knowledge-index.ts";
import { readLexicalSteps } from "../lexical/lexical-file.ts";
import { Lexicon, type LexiconData } from "../lexicon/lexicon.ts";
import { checkManifest, FORMAT_VERSION, type Manifest } from "../manifest.ts";
import { checkEmbeddings } from "../open-index.ts";
import { modelNotice, type QuestionModelOptions } from "../open-model-leg.ts";
import { createRest, doInSteps, type Rest } from "../pace.ts";
import { parseJsonInSteps } from "../parse-json-in-steps.ts";
import { keepSame, knowsSameWords } from "../read-version-parts.ts";
import { Retriever } from "../retriever.ts";
import { detectLanguage } from "../text/detect-language.ts";
import { openModelLeg } from "./open-model-leg.ts";
import { readPart } from "./publish-parts.ts";
import { notWhole, readPassages, readTables, type VersionRow } from "./read-contents.ts";
import { readSchemaVersion, SCHEMA_VERSION, tooNew } from "./schema.ts";
import { PostgresVectorLeg } from "./search-vectors.ts";
import { PostgresLexicalLeg } from "./search-words.ts";
import { vectorTable } from "./vector-table.ts";
import { type OpenVersion, Outage } from "./version-reader.ts";

export interface OpenOptions extends QuestionModelOptions {
  pool: Pool;
  /** The version that goes on answering meanwhile: it is not kept waiting, and lends what has not changed. */
  before?: KnowledgeIndex | undefined;
  /** Told when a question found the server out of reach. */
  onOutage?: (error: Error) => void;
}

/**
 * Opens the version that was last published, as {@link openIndex} opens one on disk. Passages, tables, vocabulary and
 * counts are read into memory, as the skills work on them; postings and vectors stay in Postgres and are asked there.
 *
 * @throws {IndexError} `missing` when nothing has been published, `other-format` and `other-embeddings` when another
 * version of the program did it, `broken` when it is not whole.
 * @throws {Error} When the server is out of reach.
 */
export async function openPostgresIndex(options: OpenOptions): Promise<KnowledgeIndex> {
  const { pool, onOutage } = options;
  const client = await pool.connect();
  let fault: Error | undefined;
  try {
    // One view of all tables: a version that is published meanwhile is not seen.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const index = await readIndex(client, { ...options, outage: new Outage(onOutage) });
    await client.query("COMMIT");
    return index;
  } catch (error) {
    await client.query("ROLLBACK").catch((lost: Error) => {
      fault = lost;
    });
    throw error;
  } finally {
    client.release(fault);
  }
}

/** @returns Name of the version that was last published; nothing before the first. */
export async function readPostgresVersion(pool: Pick<Pool, "query">): Promise<string | undefined> {
  if ((await readSchemaVersion(pool as unknown as PoolClient)) !== SCHEMA_VERSION) return undefined;
  const { rows } = await pool.query<{ version: string }>(
    "SELECT version FROM index_version WHERE number = (SELECT number FROM index_current)",
  );
  return rows[0]?.version;
}

async function readIndex(
  client: PoolClient,
  options: OpenOptions & { outage: Outage },
): Promise<KnowledgeIndex> {
  const { before } = options;
  const version = await readVersionRow(client);
  const manifest = checkManifest(version.manifest);
  // While nobody is served there is no reason to rest.
  const rest: Rest = before === undefined ? () => undefined : createRest();
  const lexicon = knowsSameWords(manifest, before)
    ? before.lexicon
    : await readLexicon(await readPart(client, version.number, "lexicon"), rest);
  const counts = (await parseJsonInSteps(
    await readPart(client, version.number, "counts"),
    rest,
  )) as WordCounts;
  const words = await readPart(client, version.number, "words");
  const embeddings = new ConceptEmbeddings({
    lexicon,
    detectLanguage: (text) => detectLanguage(text, { knownLanguages: lexicon.knownLanguages }) ?? "en",
  });
  checkEmbeddings(manifest, embeddings);
  const lexical = await doInSteps(readLexicalSteps(words), rest);
  const read = {
    passages: await readPassages(client, version),
    tables: await readTables(client, version),
  };
  checkSizes(manifest, [read.passages.length, lexical.words.offsets.length - 1]);
  const { passages, tables } = knowsSameWords(manifest, before)
    ? await keepSame(read, { before, rest })
    : read;
  const opened = {
    pool: options.pool,
    outage: options.outage,
    number: version.number,
    segments: await readSegments(client, version),
    ids: version.passages,
    entryOf: new Map(version.passages.map((id, entry) => [id, entry])),
  };
  const retriever = new Retriever({
    passages,
    lexical: new PostgresLexicalLeg(opened, lexical),
    vectors: new PostgresVectorLeg(opened, vectorTable("concept", manifest.embeddings.dimensions)),
    lexicon,
    embeddings,
    model: await openModelLeg(client, { ...options, manifest, passages, version: opened }),
  });
  const notice = modelNotice(manifest, options);
  return assembleIndex({ manifest, passages, tables, lexicon, retriever, embeddings, counts, notice }, rest);
}

async function readLexicon(bytes: Buffer, rest: Rest): Promise<Lexicon> {
  return Lexicon.inSteps((await parseJsonInSteps(bytes, rest)) as LexiconData, rest);
}

async function readSegments(client: PoolClient, { segments }: VersionRow): Promise<OpenVersion["segments"]> {
  const text = "SELECT segment, readers FROM index_segment WHERE segment = ANY($1::int[])";
  const { rows } = await client.query<{ segment: number; readers: number }>(text, [segments]);
  return rows;
}

async function readVersionRow(client: PoolClient): Promise<VersionRow> {
  const schema = await readSchemaVersion(client);
  if (schema !== undefined && schema > SCHEMA_VERSION) throw tooNew();
  if (schema !== undefined && schema < SCHEMA_VERSION) {
    const state = `its tables have format ${schema}, the program reads ${SCHEMA_VERSION}`;
    throw new IndexError("other-format", `Cannot open the index in Postgres: ${state}: run "npm run index"`);
  }
  const { rows } =
    schema === undefined
      ? { rows: [] }
      : await client.query<VersionRow>(
          `SELECT number, manifest, passages, segments FROM index_version
           WHERE number = (SELECT number FROM index_current)`,
        );
  const format = (rows[0]?.manifest as { formatVersion?: number } | undefined)?.formatVersion ?? 0;
  if (format > FORMAT_VERSION) throw tooNew();
  if (rows[0] !== undefined) return rows[0];
  throw new IndexError(
    "missing",
    'Cannot open the index in Postgres: none was published: run "npm run index" with DATABASE_URL set',
  );
}

function checkSizes(manifest: Manifest, sizes: readonly number[]): void {
  if (sizes.every((size) => size === manifest.passages)) return;
  throw notWhole(`its parts do not fit (${sizes.join(", ")} of ${manifest.passages} passages)`);
}
