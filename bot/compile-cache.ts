import { enableCompileCache } from "node:module";
import { join } from "node:path";

/**
 * Keeps the compiled modules between starts: a start on an existing cache saves the third of a second that stripping
 * types and compiling takes. It is loaded before everything else (`node --import`). Where the folder cannot be written
 * (a read-only container), Node goes on without a cache.
 */
enableCompileCache(join(import.meta.dirname, "..", "node_modules", ".cache", "compile"));
