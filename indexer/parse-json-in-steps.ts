import type { Rest } from "./pace.ts";

const [QUOTE, BACKSLASH, COMMA, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = Buffer.from('"\\,{}[]');
const COLON = 0x3a;

/** Elements of a list that are parsed at once, in bytes; a hundred kilobytes take about a millisecond. */
const BATCH_IN_BYTES = 64 * 1024;

/**
 * Parses what `JSON.stringify` wrote without spaces, with rests between: objects value by value, lists some elements at a
 * time. The same as `JSON.parse` for such a text, at about twice its time.
 *
 * @throws {SyntaxError} (rejects) When the text is no JSON, is cut short or was written with spaces between.
 *
 * @example
 * ```ts
 * await parseJsonInSteps(await readFile("passages.json"), createRest());
 * ```
 */
export async function parseJsonInSteps(bytes: Buffer, rest: Rest): Promise<unknown> {
  const parser = new StepParser(bytes, rest);
  const value = await parser.value();
  if (parser.place !== bytes.length) throw unreadable(parser.place);
  return value;
}

class StepParser {
  place = 0;
  readonly #bytes: Buffer;
  readonly #rest: Rest;

  constructor(bytes: Buffer, rest: Rest) {
    this.#bytes = bytes;
    this.#rest = rest;
  }

  async value(): Promise<unknown> {
    const first = this.#bytes[this.place];
    if (first === OPEN_OBJECT) return this.#object();
    if (first === OPEN_LIST) return this.#list();
    const start = this.place;
    this.#skipValue();
    return JSON.parse(this.#bytes.toString("utf8", start, this.place));
  }

  async #object(): Promise<Record<string, unknown>> {
    const entries: [string, unknown][] = [];
    this.place++;
    if (this.#bytes[this.place] === CLOSE_OBJECT) {
      this.place++;
      return {};
    }
    for (;;) {
      const start = this.place;
      if (this.#bytes[start] !== QUOTE) throw unreadable(start);
      this.#skipValue();
      const key = JSON.parse(this.#bytes.toString("utf8", start, this.place)) as string;
      this.#expect(COLON);
      entries.push([key, await this.value()]);
      await this.#rest();
      if (this.#bytes[this.place] === CLOSE_OBJECT) break;
      this.#expect(COMMA);
    }
    this.place++;
    // An own property even where the key is "__proto__", as JSON.parse does.
    return Object.fromEntries(entries);
  }

  async #list(): Promise<unknown[]> {
    const values: unknown[] = [];
    this.place++;
    if (this.#bytes[this.place] === CLOSE_LIST) {
      this.place++;
      return values;
    }
    let start = this.place;
    for (;;) {
      this.#skipValue();
      const isLast = this.#bytes[this.place] === CLOSE_LIST;
      if (isLast || this.place - start >= BATCH_IN_BYTES) {
        const batch: unknown[] = JSON.parse(`[${this.#bytes.toString("utf8", start, this.place)}]`);
        for (const value of batch) values.push(value);
        await this.#rest();
        start = this.place + 1;
      }
      if (isLast) break;
      this.#expect(COMMA);
    }
    this.place++;
    return values;
  }

  #expect(byte: number | undefined): void {
    if (this.#bytes[this.place] !== byte) throw unreadable(this.place);
    this.place++;
  }

  /** Moves behind the value that begins here. */
  #skipValue(): void {
    const bytes = this.#bytes;
    const start = this.place;
    let depth = 0;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        at = endOfString(bytes, at);
        if (depth === 0) {
          at++;
          break;
        }
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) break;
        depth--;
        if (depth === 0) {
          at++;
          break;
        }
      } else if (depth === 0 && (byte === COMMA || byte === COLON)) break;
    }
    if (at === start || at > bytes.length || depth > 0) throw unreadable(at);
    this.place = at;
  }
}

/** Where the string that begins at a place has its closing quote. */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = start + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at;
  }
  throw unreadable(bytes.length);
}

function unreadable(place: number): SyntaxError {
  return new SyntaxError(`Cannot parse JSON in steps: what stands at byte ${place} was not expected`);
}
