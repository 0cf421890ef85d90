/** Something wrong in a file of the knowledge base, told so that a coordinator can find and mend it. */
export type Fault = {
  /** Path within the knowledge folder, with `/` between its parts: `side-streams.csv`, `guides/fi/eco3.md`. */
  file: string;
  /** Line of the file, counted from 1; absent when the whole file is meant. */
  line?: number;
  /** Column of a table or key of a front matter. */
  field?: string;
  /** What is wrong and, where known, what was found or wanted; no final period. */
  reason: string;
};

/**
 * Puts a fault on one line.
 *
 * @param fault What is wrong and where.
 * @returns `file:line: field: reason`, without the parts the fault does not have.
 *
 * @example
 * ```ts
 * presentFault({ file: "side-streams.csv", line: 14, field: "park", reason: 'unknown park "eco9"' });
 * // 'side-streams.csv:14: park: unknown park "eco9"'
 * ```
 */
export function presentFault({ file, line, field, reason }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return field === undefined ? `${place}: ${reason}` : `${place}: ${field}: ${reason}`;
}
