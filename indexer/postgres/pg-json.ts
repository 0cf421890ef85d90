/**
 * Writes a value as JSON that Postgres takes: `jsonb` and `text` hold neither the character 0 nor half of a surrogate
 * pair, which a damaged PDF may bring along. They are left out or replaced; everything else stays as it is.
 */
export function toPostgresJson(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/i.test(json)
    ? JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === "string" ? toPostgresText(inner) : inner,
      )
    : json;
}

/** A text as Postgres takes it; see {@link toPostgresJson}. */
export function toPostgresText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}
