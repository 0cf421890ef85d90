import type { Actor } from "../../../../bot/desk/actor.ts";
import type { DeskAnswer, DeskExchange, DeskSection } from "../../../../bot/desk/web/desk-section.ts";
import { html } from "../../../../bot/desk/web/html.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { PEOPLE } from "../../../support/desk-base.ts";

/** What a request to a page of the desk holds. */
export interface PageRequest {
  query?: string;
  form?: Record<string, string>;
  params?: Record<string, string>;
  language?: Language;
  actor?: Actor;
}

/** Asks a section for a page, as the shell would. */
export async function visit(
  section: DeskSection,
  path: string,
  request: PageRequest = {},
): Promise<DeskAnswer> {
  const { query = "", form, params = {}, language = "en", actor = PEOPLE.kaisa } = request;
  const method = form === undefined ? "get" : "post";
  const route = section.routes.find((one) => one.path === path && one.method === method);
  if (route === undefined) throw new Error(`The section has no ${method} ${path}`);
  const exchange: DeskExchange = {
    actor,
    language,
    params,
    query: new URLSearchParams(query),
    form: new URLSearchParams(form),
    csrfField: html`<input type="hidden" name="csrf" value="t">`,
  };
  return route.handle(exchange);
}

/** The HTML of a page; fails for any other answer. */
export async function read(section: DeskSection, path: string, request?: PageRequest): Promise<string> {
  const answer = await visit(section, path, request);
  if (answer.kind !== "page") throw new Error(`Expected a page, got ${answer.kind}`);
  return answer.main.html;
}
