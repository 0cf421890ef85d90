/** What the bot and the command need of the index in Postgres; loaded late, since most run without one. */
export { onceAmongReplicas } from "./once-among-replicas.ts";
export { openPostgresIndex, readPostgresVersion } from "./open-postgres-index.ts";
export { type PublishResult, publishIndex } from "./publish-index.ts";
export { watchPostgresIndex } from "./watch-postgres-index.ts";
