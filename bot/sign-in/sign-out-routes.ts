import type { IncomingMessage, ServerResponse } from "node:http";
import { isFromOtherPage } from "./own-page.ts";
import { sendSignInPage } from "./sign-in-page.ts";
import type { SignInParts } from "./sign-in-parts.ts";

/**
 * `GET` and `POST /sign-out`: ends the session, clears what the chat keeps in the browser, and offers to sign out of
 * the provider too. Another site's page cannot do it: then, and when the browser does not tell, a button asks first.
 */
export async function signOut(
  request: IncomingMessage,
  response: ServerResponse,
  { sessions, provider, publicUrl, log }: SignInParts,
): Promise<void> {
  if (!isOwnWish(request, publicUrl)) {
    sendSignInPage(request, response, {
      status: 200,
      write: (texts) => ({ words: texts.confirm, form: { action: "/sign-out", button: texts.signOut } }),
    });
    return;
  }
  const session = await sessions.read(request);
  const setCookie = await sessions.end(session);
  if (session) log.info("sign-out.done", { reader: session.reader });
  const endSessionUrl = session && (await provider.endSessionUrl());
  sendSignInPage(request, response, {
    status: 200,
    // The key of the conversation in the tab would keep the rank until the session had ended by itself.
    headers: { "Set-Cookie": setCookie, "Clear-Site-Data": '"storage"' },
    write: (texts) => ({
      words: texts.signedOut,
      links: endSessionUrl === undefined ? [] : [{ href: endSessionUrl, text: texts.signOutOfProvider }],
    }),
  });
}

/** `GET /sign-in/status`: the rank of who has signed in, 204 for nobody; other sites' pages learn nothing. */
export async function tellStatus(
  request: IncomingMessage,
  response: ServerResponse,
  { sessions }: SignInParts,
): Promise<void> {
  const session = isFromOtherPage(request.headers) ? undefined : await sessions.read(request);
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Vary", "Cookie, Sec-Fetch-Site");
  if (!session) {
    response.writeHead(204);
    response.end();
    return;
  }
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify({ reader: session.reader }));
}

/** Whether the browser vouches that a page of ours, or the person by the address bar, asks to sign out. */
function isOwnWish({ headers, method }: IncomingMessage, publicUrl: string): boolean {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (isFromOtherPage(headers) || (origin !== undefined && origin !== "null" && origin !== publicUrl))
    return false;
  // Only a followed or typed link is without an origin, and only newer browsers say where it stood.
  return method === "POST" ? site === "same-origin" || origin === publicUrl : site !== undefined;
}
