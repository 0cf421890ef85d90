/** An embedding model behind an OpenAI-compatible endpoint, or one of Azure OpenAI. */
export interface EmbeddingModelSettings {
  /** Address of the endpoint, such as `https://api.openai.com/v1`, without a slash at its end. */
  baseUrl: string;
  /** Name of the model; of a deployment in Azure OpenAI. */
  model: string;
  /** Absent for an endpoint that takes none. Never logged, never on a command line. */
  apiKey?: string;
  /** API version of Azure OpenAI; absent for every other endpoint. */
  azureApiVersion?: string;
}

/** Name under which an index keeps the vectors of a model; vectors of different names are never compared. */
export function modelNameOf({ model }: Pick<EmbeddingModelSettings, "model">): string {
  return `openai:${model}`;
}
