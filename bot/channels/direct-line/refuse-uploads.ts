import type { IncomingMessage, ServerResponse } from "node:http";
import type { Server } from "restify";
import { errorBody } from "../http.ts";
import { letPageRead, ORIGIN_REFUSAL } from "./cors.ts";
import type { OriginPolicy } from "./origins.ts";

/** What somebody reads who sends a file. */
export const UPLOAD_REFUSAL = {
  code: "UploadNotSupported",
  message:
    "The assistant cannot take files: write the question as text, or copy the part you ask about into it",
};

const UPLOAD_PATH = /^\/v3\/directline\/conversations\/[^/?]+\/upload\/?(?:\?|$)/;

/**
 * Answers every upload with 415, whatever its body is: large, compressed, broken or endless.
 *
 * Runs before all else, because the server's own reading of bodies would come first with another problem. The body is
 * neither read nor kept; what the client goes on sending is thrown away, so that it gets to see the answer.
 */
export function refuseUploads(server: Server, origins: OriginPolicy): void {
  const refuse = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.method !== "POST" || !UPLOAD_PATH.test(request.url ?? "")) return true;
    const isAllowed = letPageRead(response, { origins, headers: request.headers });
    const { code, message } = isAllowed ? UPLOAD_REFUSAL : ORIGIN_REFUSAL;
    const text = JSON.stringify(errorBody(code, message));
    request.on("error", () => undefined).resume();
    response.writeHead(isAllowed ? 415 : 403, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(text),
      "x-content-type-options": "nosniff",
    });
    response.end(text);
    return false;
  };
  // restify's types know nothing of `first`, which takes plain requests of Node.
  (server as Server & { first(handler: typeof refuse): void }).first(refuse);
}
