import { join } from "node:path";
import { blockFigures, runBlocks } from "./blocks/run-blocks.ts";
import { channelFigures, runChannel } from "./channel/run-channel.ts";
import type { BenchFigure, Section } from "./figure.ts";
import { ensureOwnIndex } from "./index/ensure-own-index.ts";
import { indexFigures, runIndex } from "./index/run-index.ts";
import { runGraphs } from "./retrieval/run-graphs.ts";
import { graphFigures, retrievalFigures, runRetrieval } from "./retrieval/run-retrieval.ts";
import { runScale, scaleFigures } from "./run-scale.ts";

/** What the parts of the bench are run with. */
export interface SectionOptions {
  /** Folder for generated knowledge and its indexes. */
  folder: string;
  /** Index of the product's own knowledge. @default one that is built in `folder` */
  index?: string;
  /** Collection to compare retrieval on. @default the product's own knowledge and question sets */
  corpus?: string;
  /** What stands beside the bare bot. @default {"whole"} */
  kind: "whole" | "echo";
  streams: number;
  companies: number;
}

/** How each part is run; those that leave indexes behind come before those that use them. */
export const RUNS: Record<Section, (options: SectionOptions) => Promise<BenchFigure[]>> = {
  channel: async ({ kind, ...options }) => {
    const index = await ownIndex(options);
    const figures = channelFigures(await runChannel({ kind, index }));
    if (kind === "echo") return figures;
    const fresh = await runChannel({ kind: "fresh", index, levels: [1, 16], rounds: 3 });
    return [...figures, ...channelFigures(fresh, { isFresh: true })];
  },
  index: async ({ folder }) => indexFigures(await runIndex({ folder })),
  retrieval: async ({ folder, corpus, ...options }) => [
    ...retrievalFigures(
      await runRetrieval({ index: await ownIndex({ ...options, folder }), ...(corpus && { corpus }) }),
    ),
    ...graphFigures(await runGraphs({ folder })),
  ],
  scale: async (options) => scaleFigures(await runScale({ ...options, index: await ownIndex(options) })),
  blocks: async ({ folder }) => blockFigures(await runBlocks({ folder })),
};

function ownIndex({ folder, index }: Pick<SectionOptions, "folder" | "index">): Promise<string> {
  return index === undefined ? ensureOwnIndex(join(folder, "index-product")) : Promise.resolve(index);
}
