import { Embeddings } from "@langchain/core/embeddings";

/** Stands for the model of a vector index whose vectors are all made elsewhere. */
export class NoEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  override embedDocuments(): Promise<never> {
    return Promise.reject(new Error("Cannot embed here: give the index vectors"));
  }

  override embedQuery(): Promise<never> {
    return Promise.reject(new Error("Cannot embed here: give the index a vector"));
  }
}
