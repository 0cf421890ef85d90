import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIndex, readCurrentVersion } from "../../indexer/index.ts";
import { InputError, toInputError } from "./input-error.ts";

const PRODUCT_KNOWLEDGE = "knowledge";
const PRODUCT_INDEX = "data/index";

/** Which index a measurement uses. */
export interface IndexChoice {
  /** Folder of an index to open. @default {"data/index", built from "knowledge" if absent} */
  readonly index?: string | undefined;
  /** Folder of knowledge to index for this run only; not together with `index`. */
  readonly knowledge?: string | undefined;
}

/**
 * Works with the index that is asked for; one built for this run is removed afterwards.
 *
 * @throws {InputError} If a folder cannot be used, or both an index and a knowledge folder are named.
 */
export async function withIndex<T>(
  { index, knowledge }: IndexChoice,
  work: (indexFolder: string) => Promise<T>,
): Promise<T> {
  if (knowledge === undefined) {
    const indexFolder = index ?? PRODUCT_INDEX;
    const isAbsent = index === undefined && (await readCurrentVersion(PRODUCT_INDEX)) === undefined;
    if (isAbsent) await build(PRODUCT_KNOWLEDGE, PRODUCT_INDEX);
    return work(indexFolder);
  }
  if (index !== undefined)
    throw new InputError('Cannot measure: give only one of "--index" and "--knowledge"');
  const indexFolder = await mkdtemp(join(tmpdir(), "sivuvirta-answers-"));
  try {
    await build(knowledge, indexFolder);
    return await work(indexFolder);
  } finally {
    await rm(indexFolder, { recursive: true, force: true });
  }
}

async function build(knowledgeFolder: string, indexFolder: string): Promise<void> {
  try {
    await buildIndex({ knowledgeFolder, indexFolder });
  } catch (error) {
    throw toInputError(`Cannot measure with "${knowledgeFolder}"`, error);
  }
}
