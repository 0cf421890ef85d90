import type { CountedPassages, WordCounts } from "./count-words.ts";
import type { NamedEmbeddings } from "./embeddings/concept-embeddings.ts";
import type { PreviousVersion } from "./manifest.ts";
import type { Passage } from "./passage.ts";
import { VERSION_FILES } from "./version-files.ts";
import { readPart } from "./version-part.ts";

/** What the version before knows of its passages. */
export interface FormerVersion extends CountedPassages {
  /** One vector a passage, end to end. */
  vectors: Float32Array;
}

/**
 * Reads what can be taken over from the version before.
 *
 * @returns Nothing where there is none, where it was made with another vocabulary, or where a file of it is damaged: it is a
 * convenience, and making all anew gives the same.
 */
export async function readFormerVersion(
  previous: PreviousVersion | undefined,
  { modelName, dimensions }: NamedEmbeddings,
): Promise<FormerVersion | undefined> {
  if (previous?.manifest.embeddings.model !== modelName) return undefined;
  const read = (file: string) => readPart(previous.folder, file, previous);
  try {
    const passages = JSON.parse((await read(VERSION_FILES.passages)).toString()) as Passage[];
    const counts = JSON.parse((await read(VERSION_FILES.counts)).toString()) as WordCounts;
    const bytes = await read(VERSION_FILES.vectors);
    const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    return vectors.length === passages.length * dimensions ? { passages, counts, vectors } : undefined;
  } catch {
    return undefined;
  }
}
