import type { BotConfig, ModelConfig } from "../config.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import type { Gauges } from "./metrics.ts";
import type { Check } from "./readiness.ts";
import { type Askable, createStateCheck, stateFigures } from "./state-figures.ts";

/** The parts that are checked and told of. */
export interface CheckedParts {
  config: Pick<BotConfig, "chat" | "embedding">;
  database: Askable;
  currentView: () => KnowledgeView;
}

/** Makes the checks of what the bot needs to answer, and of what it only misses. */
export function createChecks({ config, database, currentView }: CheckedParts): Record<string, Check> {
  return {
    index: {
      reason: 'The index does not answer: run "npm run index"',
      prove: () => proveIndex(currentView()),
    },
    state: {
      reason: "The state cannot be written and read: look at STATE_FILE or DATABASE_URL",
      prove: createStateCheck(database),
    },
    ...(config.chat && { chat: checkEndpoint("chat", config.chat) }),
    ...(config.embedding && { embedding: checkEmbedding(config.embedding, currentView) }),
  };
}

/** The model answers, and the index holds vectors of it that searches use. */
function checkEmbedding(model: ModelConfig, currentView: () => KnowledgeView): Check {
  const endpoint = checkEndpoint("embedding", model);
  return {
    ...endpoint,
    prove: async () => {
      const { modelNotice } = currentView().index;
      if (modelNotice !== undefined) throw new Error(modelNotice);
      await endpoint.prove();
    },
  };
}

/** The figures of state and index. */
export function createFigures({
  database,
  currentView,
}: Pick<CheckedParts, "database" | "currentView">): Partial<Gauges> {
  return {
    ...stateFigures(database),
    indexPassages: () => currentView().index.passages.length,
    indexBuilt: () => Date.parse(currentView().index.manifest.createdAt) / 1000,
  };
}

/** Searches for the title of a passage that the index holds. */
async function proveIndex({ index }: KnowledgeView): Promise<void> {
  const [first] = index.passages;
  if (first === undefined) return;
  const { title, language } = first;
  const found = await index.retriever.retrieve(title, { topK: 1, language, reader: "coordinator" });
  if (found.length === 0) throw new Error("The index found nothing of what it holds");
}
