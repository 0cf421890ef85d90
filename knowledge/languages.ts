/** The three languages the assistant speaks, equal in rank; the order is that of menus and tables. */
export const LANGUAGES = ["fi", "sv", "en"] as const;

/** A language the assistant understands and answers in. */
export type Language = (typeof LANGUAGES)[number];

/** Who may see a record: everyone, members of a park, or its coordinators; each sees what the former see. */
export const READERS = ["public", "member", "coordinator"] as const;

/** The reader's rank; comes from the channel's identity, never from what the reader writes. */
export type Reader = (typeof READERS)[number];

/**
 * Tells whether a reader may see a record.
 *
 * @param reader Rank of the one who asks.
 * @param visibility Lowest rank that may see the record.
 * @returns `true` when the reader's rank is at least `visibility`.
 *
 * @example
 * ```ts
 * mayRead("member", "public"); // true
 * mayRead("public", "coordinator"); // false
 * ```
 */
export function mayRead(reader: Reader, visibility: Reader): boolean {
  return READERS.indexOf(reader) >= READERS.indexOf(visibility);
}
