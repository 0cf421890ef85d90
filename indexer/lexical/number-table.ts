const NO_NUMBER = 0xffffffff;

/**
 * Numbers the distinct keys it is given, from 0, in the order they come; the keys are whole numbers themselves.
 *
 * Does what a `Map` does, in about a quarter of its time: the keys lie in one flat array, each at the first free
 * place after the one its bits point to.
 */
export class NumberTable {
  /** For each place the number of the key that lies there, or `NO_NUMBER`; at most half of them are taken. */
  #places = new Uint32Array(1024).fill(NO_NUMBER);
  #keys = new Uint32Array(512);
  #size = 0;

  /** Builds a table in which each key has its position as number; the keys are distinct. */
  static from(keys: Uint32Array): NumberTable {
    const table = new NumberTable();
    for (const key of keys) table.intern(key);
    return table;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** Gives all keys in the order of their numbers. */
  keys(): Uint32Array {
    return this.#keys.slice(0, this.#size);
  }

  /** Gives the number of a key, 0 to 4,294,967,295, taking it up when it is new. */
  intern(key: number): number {
    const place = this.#placeOf(key);
    const known = this.#places[place] ?? NO_NUMBER;
    if (known !== NO_NUMBER) return known;
    const fresh = this.#size++;
    this.#places[place] = fresh;
    this.#keys[fresh] = key;
    if (this.#size === this.#keys.length) this.#grow();
    return fresh;
  }

  /** Gives the number of a key, or nothing when it was never taken up. */
  find(key: number): number | undefined {
    const number = this.#places[this.#placeOf(key)] ?? NO_NUMBER;
    return number === NO_NUMBER ? undefined : number;
  }

  #placeOf(key: number): number {
    const mask = this.#places.length - 1;
    let place = (key ^ (key >>> 15)) & mask;
    for (;;) {
      const number = this.#places[place] ?? NO_NUMBER;
      if (number === NO_NUMBER || this.#keys[number] === key) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const keys = new Uint32Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#places = new Uint32Array(2 * this.#places.length).fill(NO_NUMBER);
    for (let number = 0; number < this.#size; number++)
      this.#places[this.#placeOf(keys[number] ?? 0)] = number;
  }
}
