/** Loads what works on an index in Postgres; most run without one and should not pay for it. */
export function loadPostgresIndex(): Promise<typeof import("./postgres-index.ts")> {
  return import("./postgres-index.ts");
}
