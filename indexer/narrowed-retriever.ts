import { mayRead, type Reader } from "../knowledge/languages.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { PassageRetriever, RetrievedPassage, RetrieveOptions } from "./retriever.ts";

/** What a {@link NarrowedRetriever} is put together from. */
export interface NarrowedRetrieverParts {
  base: PassageRetriever;
  reader: Reader;
  /** Entries of the base that the reader may see, rising; they are numbered anew from 0. */
  kept: readonly number[];
  /** Number of passages of the base. */
  size: number;
  /** Finds the concepts of a question; absent where the base may find them itself. */
  lexicon?: Lexicon;
}

/** Searches an index for one reader: what it may not see takes no part, whatever rank the caller names. */
export class NarrowedRetriever implements PassageRetriever {
  readonly #parts: NarrowedRetrieverParts;
  /** Position among the kept ones of each entry of the base; -1 where it is hidden. */
  readonly #positions: Int32Array;

  constructor(parts: NarrowedRetrieverParts) {
    this.#parts = parts;
    this.#positions = new Int32Array(parts.size).fill(-1);
    parts.kept.forEach((entry, position) => {
      this.#positions[entry] = position;
    });
  }

  /** See `Retriever.retrieve`; entries are positions among the kept passages. */
  async retrieve(question: string, options: RetrieveOptions): Promise<RetrievedPassage[]> {
    const { base, reader: own, lexicon } = this.#parts;
    const { reader: asked = own, isAllowed, language } = options;
    const at = (entry: number) => this.#positions[entry] ?? -1;
    const concepts = options.concepts ?? lexicon?.match(question, language);
    const found = await base.retrieve(question, {
      ...options,
      reader: mayRead(own, asked) ? asked : own,
      isAllowed: (passage, entry) => at(entry) >= 0 && isAllowed?.(passage, at(entry)) !== false,
      ...(concepts === undefined ? {} : { concepts }),
    });
    return found.map((hit) => ({ ...hit, entry: at(hit.entry) }));
  }
}
