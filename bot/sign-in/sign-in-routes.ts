import type { IncomingMessage, ServerResponse } from "node:http";
import type { Flow } from "./flow-cookie.ts";
import { personOfClaims } from "./person-of-claims.ts";
import { readerOfClaims } from "./reader-of-claims.ts";
import { readReturnPath } from "./return-path.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { problemOfError } from "./sign-in-problem.ts";
import { sendProblem } from "./sign-in-problem-page.ts";

/** `GET /sign-in?return=/path`: sends the browser to the provider. */
export async function beginSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  { provider, flows, log }: SignInParts,
): Promise<void> {
  const returnPath = readReturnPath(queryOf(request).get("return"));
  try {
    const { url, flow } = await provider.begin(returnPath);
    redirect(response, { to: url.href, cookies: [await flows.create(flow)] });
  } catch (error) {
    // Nothing of the person has been looked at yet: whatever fails here is the provider or how it is set up.
    sendProblem(request, response, { problem: "unavailable", returnPath, error, log });
  }
}

/**
 * `GET /sign-in/callback`: the provider sent the browser back. A sign-in is used once, whatever comes of it; an answer
 * to another one leaves it running, so that nobody can stop it from outside.
 */
export async function finishSignIn(
  request: IncomingMessage,
  response: ServerResponse,
  parts: SignInParts,
): Promise<void> {
  const { flows, log } = parts;
  const flow = await flows.read(request);
  const states = queryOf(request).getAll("state");
  if (!flow || states.length !== 1 || states[0] !== flow.state) {
    const error = new Error(flow ? "another state came back" : "no sign-in is running in this browser");
    sendProblem(request, response, { problem: "stale", error, log });
    return;
  }
  try {
    const setSession = await createSession(request, { ...parts, flow });
    redirect(response, { to: parts.publicUrl + flow.returnPath, cookies: [flows.clear(), setSession] });
  } catch (error) {
    const headers = { "Set-Cookie": flows.clear() };
    const { returnPath } = flow;
    sendProblem(request, response, { problem: problemOfError(error), returnPath, error, log, headers });
  }
}

/** @returns The `Set-Cookie` header of the new session. */
async function createSession(
  request: IncomingMessage,
  { provider, sessions, oidc, log, flow }: SignInParts & { flow: Flow },
): Promise<string> {
  const claims = await provider.finish(`?${queryOf(request)}`, flow);
  const reader = readerOfClaims(claims, oidc);
  const { setCookie, session } = await sessions.create(reader, {
    until: claims.exp,
    person: personOfClaims(claims, reader),
  });
  log.info("sign-in.done", { reader, expires: session.expires });
  return setCookie;
}

function queryOf(request: IncomingMessage): URLSearchParams {
  const { url = "" } = request;
  const mark = url.indexOf("?");
  return new URLSearchParams(mark < 0 ? "" : url.slice(mark));
}

function redirect(
  response: ServerResponse,
  { to, cookies }: { to: string; cookies: readonly string[] },
): void {
  response.writeHead(302, {
    Location: to,
    "Set-Cookie": [...cookies],
    "Content-Length": "0",
    // The address of the callback holds the code.
    "Referrer-Policy": "no-referrer",
  });
  response.end();
}
