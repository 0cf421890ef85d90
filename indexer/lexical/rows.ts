/**
 * A list of lists of whole numbers, laid end to end: row `r` is `values[offsets[r]]` to `values[offsets[r + 1]]`.
 *
 * Two flat arrays instead of thousands of small ones: quick to walk, compact, and written to disk as they are.
 */
export interface Rows {
  /** Where each row begins in `values`; one more than there are rows, the last being the end. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** Collects numbers row by row; see `Rows`. */
export class RowsBuilder {
  #offsets: number[] = [0];
  #values = new Uint32Array(1024);
  #length = 0;

  /** How many rows are finished. */
  get rowCount(): number {
    return this.#offsets.length - 1;
  }

  /** Adds a number, 0 to 4,294,967,295, to the row being written. */
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** Ends the row being written, which may be empty. */
  endRow(): void {
    this.#offsets.push(this.#length);
  }

  /** Gives all finished rows; the builder is not used afterwards. */
  finish(): Rows {
    return { offsets: Uint32Array.from(this.#offsets), values: this.#values.slice(0, this.#length) };
  }
}
