import { doAtOnce, mapInSteps, type Steps } from "../pace.ts";
import type { Field } from "./field.ts";
import type { LexicalData } from "./lexical-data.ts";
import { NumberTable } from "./number-table.ts";
import type { Rows } from "./rows.ts";

/**
 * The file of a lexical index: a head of six 32-bit numbers (mark, format, length in bytes, checksum of what follows
 * the head, number of sections, 0), the length of each section in bytes, then the sections, each on a multiple of
 * four bytes. Numbers are little-endian, as on every machine Node runs on.
 */
const MARK = 0x584c5653;
const FORMAT = 1;
const HEAD_BYTES = 24;

/** Writes the arrays of an index one after the other; see `readLexicalData`. */
export function writeLexicalData(data: LexicalData): Uint8Array {
  const { fi, sv, en } = data.entryCounts;
  const sections = [
    Uint32Array.of(fi, sv, en),
    data.gramNumbers.keys(),
    encodeKeys(data.stemNumbers),
    encodeKeys(data.conceptNumbers),
    ...fieldSections(data.gramField),
    ...fieldSections(data.stemField),
    ...fieldSections(data.conceptField),
    data.words.offsets,
    data.words.values,
    data.wordGrams.offsets,
    data.wordGrams.values,
    data.wordStems,
  ];
  const lengthsBytes = sections.length * 4;
  const bytes = new Uint8Array(
    sections.reduce((sum, section) => sum + padded(section.byteLength), HEAD_BYTES + lengthsBytes),
  );
  const numbers = new Uint32Array(bytes.buffer);
  let place = HEAD_BYTES + lengthsBytes;
  sections.forEach((section, index) => {
    numbers[HEAD_BYTES / 4 + index] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), place);
    place += padded(section.byteLength);
  });
  const sum = doAtOnce(checksum(numbers.subarray(HEAD_BYTES / 4)));
  numbers.set([MARK, FORMAT, bytes.length, sum, sections.length, 0]);
  return bytes;
}

/**
 * Reads what `writeLexicalData` wrote; the arrays are views of the bytes where these lie on a multiple of four.
 *
 * @throws {Error} If the bytes are of another kind or format, cut short, or changed.
 */
export function readLexicalData(bytes: Uint8Array): LexicalData {
  return doAtOnce(readLexicalSteps(bytes));
}

/** Reads them in steps. */
export function* readLexicalSteps(bytes: Uint8Array): Steps<LexicalData> {
  const sections = yield* openSections(bytes);
  const counts = sections.numbers();
  const gramNumbers = NumberTable.from(sections.numbers());
  yield;
  const stemNumbers = yield* numberInOrder(sections.keys());
  return {
    entryCounts: { fi: counts[0] ?? 0, sv: counts[1] ?? 0, en: counts[2] ?? 0 },
    gramNumbers,
    stemNumbers,
    conceptNumbers: yield* numberInOrder(sections.keys()),
    gramField: readField(sections),
    stemField: readField(sections),
    conceptField: readField(sections),
    words: readRows(sections),
    wordGrams: readRows(sections),
    wordStems: sections.numbers(),
  };
}

/** Hands out the sections of a file in the order they were written. */
interface SectionReader {
  numbers(): Uint32Array;
  halfNumbers(): Uint16Array;
  keys(): string[];
}

function* openSections(bytes: Uint8Array): Steps<SectionReader> {
  const all = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new Uint32Array(all.buffer, all.byteOffset, Math.min(HEAD_BYTES, padded(all.length - 3)) / 4);
  refuseForeign(all, head);
  const words = new Uint32Array(all.buffer, all.byteOffset, all.length / 4);
  const body = words.subarray(HEAD_BYTES / 4);
  if ((yield* checksum(body)) !== head[3])
    throw unreadable("its checksum does not match, so it was changed or damaged");
  let index = 0;
  let place = all.byteOffset + HEAD_BYTES + (head[4] ?? 0) * 4;
  const take = (): { start: number; length: number } => {
    const section = { start: place, length: body[index++] ?? 0 };
    place += padded(section.length);
    return section;
  };
  return {
    numbers: () => viewOf(take(), (start, length) => new Uint32Array(all.buffer, start, length / 4)),
    halfNumbers: () => viewOf(take(), (start, length) => new Uint16Array(all.buffer, start, length / 2)),
    keys: () => decodeKeys(viewOf(take(), (start, length) => new Uint8Array(all.buffer, start, length))),
  };
}

function viewOf<View>(
  section: { start: number; length: number },
  create: (start: number, length: number) => View,
): View {
  return create(section.start, section.length);
}

function refuseForeign(bytes: Uint8Array, head: Uint32Array): void {
  if (bytes.length < HEAD_BYTES || head[0] !== MARK) throw unreadable("it is not a lexical index");
  if (head[1] !== FORMAT) throw unreadable(`its format is ${head[1]}, this program reads ${FORMAT}`);
  if (head[2] !== bytes.length) throw unreadable(`it has ${bytes.length} bytes of ${head[2]}`);
}

function unreadable(state: string): Error {
  return new Error(`Cannot read the lexical index: ${state}: run "npm run index"`);
}

function fieldSections(field: Field): [Uint32Array, Uint32Array, Uint16Array] {
  return [field.offsets, field.entries, field.impacts];
}

function readField(sections: SectionReader): Field {
  return { offsets: sections.numbers(), entries: sections.numbers(), impacts: sections.halfNumbers() };
}

function readRows(sections: SectionReader): Rows {
  return { offsets: sections.numbers(), values: sections.numbers() };
}

function encodeKeys(numbers: ReadonlyMap<string, number>): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([...numbers.keys()]));
}

function decodeKeys(bytes: Uint8Array): string[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as string[];
}

function* numberInOrder(keys: readonly string[]): Steps<Map<string, number>> {
  const numbers = new Map<string, number>();
  yield* mapInSteps(keys, (key) => numbers.set(key, numbers.size), 4096);
  return numbers;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** Numbers that are summed up between two looks at the clock; some milliseconds. */
const SUMMED_AT_ONCE = 2 ** 20;

/** FNV-1a over 32-bit numbers; finds damage, not malice. */
function* checksum(numbers: Uint32Array): Steps<number> {
  let sum = 0x811c9dc5;
  for (let start = 0; start < numbers.length; start += SUMMED_AT_ONCE) {
    sum = addToSum(sum, numbers.subarray(start, start + SUMMED_AT_ONCE));
    yield;
  }
  return sum >>> 0;
}

function addToSum(before: number, numbers: Uint32Array): number {
  let sum = before;
  for (let index = 0; index < numbers.length; index++)
    sum = Math.imul(sum ^ (numbers[index] ?? 0), 0x01000193);
  return sum;
}
