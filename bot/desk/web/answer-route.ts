import { attachmentHeader } from "../../exports/file-name.ts";
import { writeDeskCookie } from "./desk-cookies.ts";
import { type DeskReply, fileReply, redirectReply } from "./desk-reply.ts";
import type { FoundRoute } from "./desk-router.ts";
import type { DeskAnswer } from "./desk-section.ts";
import type { DeskSession } from "./desk-session.ts";
import type { DeskShell } from "./desk-shell.ts";
import type { DeskVisit } from "./desk-visit.ts";
import { DONE_LIFE_IN_S, type DoneSentences } from "./done-sentences.ts";
import type { Html } from "./html.ts";

/** Where a route is called from. */
export interface RouteContext {
  session: DeskSession;
  /** Fields of the form; empty for a page that is only looked at. */
  form: URLSearchParams;
  csrfField: Html;
  /** Sentence of what was done just before. */
  done: string | undefined;
  shell: DeskShell;
  sentences: DoneSentences;
}

/** Only where a path is taken apart; its host can be nobody's. */
const BASE = "https://desk.invalid";

/**
 * Asks a route and turns its answer into a reply.
 *
 * @throws Whatever the route throws, and an `Error` if it leads out of the desk.
 */
export async function answerRoute(
  visit: DeskVisit,
  { route, params }: FoundRoute,
  context: RouteContext,
): Promise<DeskReply> {
  const { session, form, csrfField } = context;
  const { language, query } = visit;
  const { actor } = session;
  return presentAnswer(
    visit,
    await route.handle({ actor, language, params, query, form, csrfField }),
    context,
  );
}

async function presentAnswer(
  visit: DeskVisit,
  answer: DeskAnswer,
  { session, shell, sentences, done }: RouteContext,
): Promise<DeskReply> {
  switch (answer.kind) {
    case "page": {
      const { title, main, status } = answer;
      return shell.page(visit, { title, main, status, session, done });
    }
    case "missing":
      return shell.problem(visit, "missing", { session });
    case "file": {
      const { name, contentType, body } = answer;
      return fileReply(body, { contentType, disposition: dispositionOf(name) });
    }
    case "redirect": {
      const { isSecure } = visit;
      const value = answer.done === undefined ? undefined : sentences.write(session.id, answer.done);
      const cookies =
        value === undefined ? [] : [writeDeskCookie("done", { value, lifeInS: DONE_LIFE_IN_S, isSecure })];
      return redirectReply(readDeskPath(answer.to), cookies);
    }
  }
}

function dispositionOf(name: string): string {
  const [, stem = name, ending = "txt"] = /^(.*)\.([a-z0-9]{1,8})$/s.exec(name) ?? [];
  return attachmentHeader(stem, ending);
}

/** A path of the desk; a route that leads elsewhere has a fault. */
function readDeskPath(to: string): string {
  const isPath = /^\/desk(?:[/?#]|$)/.test(to) && /^[!-[\]-~]+$/.test(to) && URL.canParse(to, BASE);
  const url = isPath ? new URL(to, BASE) : undefined;
  if (url?.origin === BASE && /^\/desk(?:\/|$)/.test(url.pathname)) {
    return url.pathname + url.search + url.hash;
  }
  throw new Error("Cannot go on after the form: the section leads out of the desk: give a path under /desk");
}
