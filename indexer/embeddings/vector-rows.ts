/** Vectors of passages, filled in as they come; passages with the same words share one. */
export class VectorRows {
  readonly #rows = new Map<string, number[]>();
  readonly #placed = new Set<string>();
  readonly #size: number;
  #vectors = new Float32Array(0);
  #dimensions = 0;

  /** @param keys Key of what is embedded for each row. */
  constructor(keys: readonly string[]) {
    this.#size = keys.length;
    keys.forEach((key, row) => {
      const rows = this.#rows.get(key);
      if (rows === undefined) this.#rows.set(key, [row]);
      else rows.push(row);
    });
  }

  /** 0 until a vector is placed. */
  get dimensions(): number {
    return this.#dimensions;
  }

  /** Number of different keys whose vector is there. */
  get placed(): number {
    return this.#placed.size;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  isPlaced(key: string): boolean {
    return this.#placed.has(key);
  }

  /**
   * Puts a vector into the rows of its key, unless one is there; the first vector settles the dimensions.
   *
   * @returns `false` for a vector of other dimensions, which is not used.
   */
  place(key: string, vector: Float32Array): boolean {
    const rows = this.#rows.get(key);
    if (rows === undefined) return true;
    if (this.#dimensions === 0) {
      this.#dimensions = vector.length;
      this.#vectors = new Float32Array(this.#size * vector.length);
    }
    if (vector.length !== this.#dimensions) return false;
    if (this.#placed.has(key)) return true;
    for (const row of rows) this.#vectors.set(vector, row * this.#dimensions);
    this.#placed.add(key);
    return true;
  }

  /** All rows end to end; zeros where nothing was placed. */
  toArray(): Float32Array {
    return this.#vectors;
  }
}
