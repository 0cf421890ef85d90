import type { ServerResponse } from "node:http";
import type { ModelFault } from "./scripted-model.ts";

/**
 * Does what a fault asks for before the answer itself: waits, refuses, or sends a body of its own.
 *
 * @returns True when the request has been dealt with.
 */
export async function sendFault(response: ServerResponse, fault: ModelFault): Promise<boolean> {
  if (fault.silentForMs !== undefined) await waitUnlessClosed(response, fault.silentForMs);
  if (response.destroyed) return true;
  const { status = 200, retryAfterInSeconds, raw } = fault;
  if (status === 200 && raw === undefined) return false;
  response.writeHead(status, {
    "content-type": "application/json",
    ...(retryAfterInSeconds === undefined ? {} : { "retry-after": String(retryAfterInSeconds) }),
  });
  response.end(raw ?? JSON.stringify({ error: { message: `scripted ${status}`, type: "scripted" } }));
  return true;
}

/** Waits, or less when the other side hangs up. */
export function waitUnlessClosed(response: ServerResponse, ms: number): Promise<void> {
  if (ms <= 0 || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.on("close", done);
  });
}
