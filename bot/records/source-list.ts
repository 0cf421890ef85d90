import type { RecordSource } from "./record-sheet.ts";

/** Gathers the sources of a sheet whose facts rest on different ones, each once. */
export class SourceList {
  readonly #sources: RecordSource[] = [];

  /** The sources so far, in the order they came. */
  get all(): readonly RecordSource[] {
    return this.#sources;
  }

  /** Adds sources. @returns Their positions in the list, rising, each once. */
  add(sources: readonly RecordSource[]): number[] {
    const positions = sources.map((source) => {
      const known = this.#sources.findIndex((other) => isSame(other, source));
      return known >= 0 ? known : this.#sources.push(source) - 1;
    });
    return [...new Set(positions)].sort((a, b) => a - b);
  }
}

function isSame(a: RecordSource, b: RecordSource): boolean {
  return a.title === b.title && a.url === b.url && a.year === b.year;
}
