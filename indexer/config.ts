import { parseArgs } from "node:util";
import { z } from "zod";

/** Options of `npm run index`. */
export interface IndexConfig {
  knowledgeFolder: string;
  indexFolder: string;
  isForced: boolean;
}

const optionsSchema = z.object({
  knowledge: z.string().min(1, "must name a folder"),
  out: z.string().min(1, "must name a folder"),
  force: z.boolean(),
});

/**
 * Reads the command line of `npm run index -- [--knowledge DIR] [--out DIR] [--force]`.
 *
 * @param commandLine Arguments without the program's name.
 * @param defaults Folders used when an option is absent.
 * @throws {TypeError} On an unknown option or an empty value.
 */
export function parseIndexConfig(
  commandLine: readonly string[],
  defaults: { knowledge: string; out: string },
): IndexConfig {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      knowledge: { type: "string", default: defaults.knowledge },
      out: { type: "string", default: defaults.out },
      force: { type: "boolean", default: false },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new TypeError(`Cannot read the options: ${z.prettifyError(parsed.error)}`);
  return {
    knowledgeFolder: parsed.data.knowledge,
    indexFolder: parsed.data.out,
    isForced: parsed.data.force,
  };
}
