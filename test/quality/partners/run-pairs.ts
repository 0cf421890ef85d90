import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { scorePair } from "../../../bot/partners/score-pair.ts";
import { detectLanguage, openIndex } from "../../../indexer/index.ts";
import { InputError, toInputError } from "../input-error.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";
import { areaUnderCurve, bestF1, type ScoredPair } from "./pair-measures.ts";

const pairSchema = z.object({
  stream: z.string(),
  receiver: z.string(),
  label: z.enum(["0", "1"]).transform(Number),
});

/** Scores every pair of stream and receiver of a file and tells how well the scores part exchanges from the rest. */
export async function runPairs(options: IndexChoice & { file: string; isJson: boolean }): Promise<string> {
  const text = await readFile(options.file, "utf8").catch((error: unknown) => {
    throw toInputError(`Cannot read "${options.file}"`, error);
  });
  const rows = parse(text, { columns: true, bom: true }) as unknown[];
  const pairs = rows.map((row, at) => {
    const parsed = pairSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new InputError(`Cannot read "${options.file}", line ${at + 2}: ${z.prettifyError(parsed.error)}`);
  });
  const scored = await withIndex(options, async (folder): Promise<ScoredPair[]> => {
    const view = new KnowledgeView(await openIndex(folder));
    const { knownLanguages } = view.index.lexicon;
    return pairs.map(({ stream, receiver, label }) => {
      const language = detectLanguage(`${stream}. ${receiver}`, { knownLanguages }) ?? "en";
      return {
        score: scorePair({ stream, receiver }, { partners: view.partners, language }),
        isPositive: label === 1,
      };
    });
  });
  const positives = scored.filter(({ isPositive }) => isPositive).length;
  const { f1, threshold } = bestF1(scored);
  const figures = {
    auc: round(areaUnderCurve(scored)),
    bestF1: round(f1),
    threshold: round(threshold),
    pairs: scored.length,
    positives,
  };
  if (options.isJson) return JSON.stringify(figures);
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
