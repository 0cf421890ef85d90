import { type KnowledgeIndex, loadPostgresIndex } from "../../indexer/index.ts";
import { afterThisFile } from "./after-file.ts";
import { type PgliteServer, startPglite } from "./pglite.ts";

let server: Promise<PgliteServer> | undefined;

/** The PGlite of this test file, started when it is first asked for and stopped after its tests. */
export function testPglite(): Promise<PgliteServer> {
  if (server !== undefined) return server;
  const starting = startPglite();
  server = starting;
  afterThisFile(async () => {
    server = undefined;
    await (await starting).stop();
  });
  return starting;
}

/** Publishes the index of a folder to the PGlite of this test file and opens it there. */
export async function openPublished(folder: string): Promise<KnowledgeIndex> {
  const { pool } = await testPglite();
  const { publishIndex, openPostgresIndex } = await loadPostgresIndex();
  await publishIndex({ folder, pool, isForced: true });
  return openPostgresIndex({ pool });
}
