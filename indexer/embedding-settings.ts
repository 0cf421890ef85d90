import { z } from "zod";
import type { EmbeddingModelSettings } from "./embeddings/model-settings.ts";

/** Settings that are set to nothing are as good as absent. */
const text = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const environmentSchema = z
  .object({
    EMBEDDING_BASE_URL: text.refine((url) => url === undefined || isHttpAddress(url), {
      error: "Expected EMBEDDING_BASE_URL to be an http or https address, such as http://127.0.0.1:11434/v1",
    }),
    EMBEDDING_MODEL: text,
    EMBEDDING_API_KEY: text,
    AZURE_OPENAI_API_VERSION: text,
  })
  .superRefine((set, context) => {
    const { EMBEDDING_BASE_URL: url, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: key } = set;
    if ((url !== undefined) === (model !== undefined) && (url !== undefined || key === undefined)) return;
    const message =
      "Expected EMBEDDING_BASE_URL and EMBEDDING_MODEL together: set both (EMBEDDING_API_KEY where the endpoint wants one), or none";
    context.addIssue({ code: "custom", message });
  });

/**
 * Reads the settings of the embedding model for the commands that read no other settings; the bot reads them with its own.
 *
 * @param environment Usually `process.env`; nothing else of it is looked at.
 * @returns Nothing where no model is set: then the embedded embedding works alone.
 * @throws {TypeError} When a setting is wrong or one of the two that belong together is missing.
 *
 * @example
 * ```ts
 * parseEmbeddingSettings({ EMBEDDING_BASE_URL: "http://127.0.0.1:11434/v1/", EMBEDDING_MODEL: "bge-m3" });
 * // { baseUrl: "http://127.0.0.1:11434/v1", model: "bge-m3" }
 * ```
 */
export function parseEmbeddingSettings(
  environment: Record<string, string | undefined>,
): EmbeddingModelSettings | undefined {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new TypeError(`Cannot read the settings:\n${z.prettifyError(parsed.error)}`);
  const { EMBEDDING_BASE_URL: url, EMBEDDING_MODEL: model, EMBEDDING_API_KEY: apiKey } = parsed.data;
  const { AZURE_OPENAI_API_VERSION: azureApiVersion } = parsed.data;
  if (url === undefined || model === undefined) return undefined;
  const baseUrl = url.replace(/\/+$/, "");
  return { baseUrl, model, ...(apiKey && { apiKey }), ...(azureApiVersion && { azureApiVersion }) };
}

function isHttpAddress(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? "");
}
