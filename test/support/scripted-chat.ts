import type { ServerResponse } from "node:http";
import { sendFault, waitUnlessClosed } from "./scripted-faults.ts";
import type { ChatAnswer, ModelRequest } from "./scripted-model.ts";

/** Sends what the script decided, as server-sent events when the request asks for a stream. */
export async function sendChat(
  response: ServerResponse,
  request: ModelRequest,
  answer: ChatAnswer,
): Promise<void> {
  if (await sendFault(response, answer)) return;
  if (request.body.stream === true) return streamChat(response, request, answer);
  const body = JSON.stringify({
    ...envelope("chat.completion", request),
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: answer.text ?? null,
          ...(answer.toolCalls === undefined ? {} : { tool_calls: toolCallsOf(answer) }),
        },
        finish_reason: finishOf(answer),
      },
    ],
    usage: usageOf(request, answer),
  });
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
  });
  if (answer.cutAfterChars === undefined) response.end(body);
  else response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}

async function streamChat(
  response: ServerResponse,
  request: ModelRequest,
  answer: ChatAnswer,
): Promise<void> {
  const { text = "", cutAfterChars, pieceChars = 7, paceInMs = 0 } = answer;
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const send = (choices: object[], extra: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ ...envelope("chat.completion.chunk", request), choices, ...extra })}\n\n`,
    );
  send([{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }]);
  const sent = cutAfterChars === undefined ? text : text.slice(0, cutAfterChars);
  for (let start = 0; start < sent.length && !response.destroyed; start += pieceChars) {
    send([{ index: 0, delta: { content: sent.slice(start, start + pieceChars) }, finish_reason: null }]);
    await waitUnlessClosed(response, paceInMs);
  }
  if (cutAfterChars !== undefined) {
    // What was written must leave before the line is cut.
    response.write(": cut\n\n", () => response.destroy());
    return;
  }
  if (answer.toolCalls !== undefined) {
    const calls = toolCallsOf(answer).map((call, index) => ({ index, ...call }));
    send([{ index: 0, delta: { tool_calls: calls }, finish_reason: null }]);
  }
  send([{ index: 0, delta: {}, finish_reason: finishOf(answer) }]);
  send([], { usage: usageOf(request, answer) });
  response.end("data: [DONE]\n\n");
}

function envelope(object: string, request: ModelRequest): object {
  return { id: "chatcmpl-scripted", object, created: 1, model: request.body.model ?? "scripted" };
}

/** Arguments given as words go out as they are, so that a script may send wrong JSON. */
function toolCallsOf(answer: ChatAnswer): { id: string; type: "function"; function: object }[] {
  return (answer.toolCalls ?? []).map(({ name, arguments: given }, index) => ({
    id: `call_${index}`,
    type: "function",
    function: { name, arguments: typeof given === "string" ? given : JSON.stringify(given) },
  }));
}

function finishOf(answer: ChatAnswer): string {
  return answer.toolCalls === undefined ? "stop" : "tool_calls";
}

function usageOf(request: ModelRequest, answer: ChatAnswer): object {
  const { promptTokens, completionTokens } = answer.usage ?? {
    promptTokens: Math.ceil(JSON.stringify(request.body.messages ?? []).length / 4),
    completionTokens: Math.ceil((answer.text ?? "").length / 4),
  };
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}
