import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { sendFault } from "./scripted-faults.ts";
import type { EmbeddingAnswer, ModelRequest } from "./scripted-model.ts";

/** Sends the vectors, as base64 when the request asks for it (the library of OpenAI does). */
export async function sendEmbeddings(
  response: ServerResponse,
  request: ModelRequest,
  answer: EmbeddingAnswer,
): Promise<void> {
  if (await sendFault(response, answer)) return;
  const isPacked = request.body.encoding_format === "base64";
  const { promptTokens } = answer.usage ?? {
    promptTokens: Math.ceil(JSON.stringify(request.body.input ?? "").length / 4),
  };
  const body = JSON.stringify({
    object: "list",
    model: request.body.model ?? "scripted",
    data: (answer.vectors ?? []).map((vector, index) => ({
      object: "embedding",
      index,
      embedding: isPacked ? Buffer.from(Float32Array.from(vector).buffer).toString("base64") : vector,
    })),
    usage: { prompt_tokens: promptTokens, total_tokens: promptTokens },
  });
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
  });
  if (answer.cutAfterChars === undefined) response.end(body);
  else response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

const DIMENSIONS = 8;

/** A vector of unit length from the words of a text: the same words give the same vector. */
export function embedWords(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\d]+/gu) ?? ["-"]) {
    const hash = createHash("sha256").update(word).digest();
    vector.forEach((value, index) => {
      vector[index] = value + (hash[index] as number) / 255 - 0.5;
    });
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
