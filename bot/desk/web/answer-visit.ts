import type { IncomingMessage } from "node:http";
import type { Log } from "../../log.ts";
import { readCookie } from "../../sign-in/cookies.ts";
import type { Session } from "../../sign-in/session-cookie.ts";
import { answerRoute } from "./answer-route.ts";
import type { CsrfTokens } from "./csrf-tokens.ts";
import type { DeskAssets } from "./desk-assets.ts";
import { deskCookieName, writeDeskCookie } from "./desk-cookies.ts";
import type { DeskEntries } from "./desk-entries.ts";
import type { createDeskLimits } from "./desk-limits.ts";
import { type DeskReply, redirectReply } from "./desk-reply.ts";
import type { createDeskRouter } from "./desk-router.ts";
import { type DeskSession, deskSessionOf } from "./desk-session.ts";
import { type DeskShell, LEAVE_PATH } from "./desk-shell.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import type { DeskVisit } from "./desk-visit.ts";
import type { DoneSentences } from "./done-sentences.ts";
import { homeMain } from "./home-page.ts";
import { ENTER_PATH, type LocalLink } from "./local-link.ts";
import { isLoopbackRequest } from "./loopback-request.ts";
import { isOwnForm } from "./own-form.ts";
import { problemMain } from "./problem-page.ts";
import { readDeskForm } from "./read-desk-form.ts";
import { resendMain } from "./resend-page.ts";

/** The parts that answer a visit. */
export interface VisitParts {
  readSession: (request: Pick<IncomingMessage, "headers">) => Promise<Session | undefined>;
  hasSignIn: boolean;
  localLink?: LocalLink | undefined;
  publicUrl?: string | undefined;
  addressOf: (request: IncomingMessage) => string;
  log: Log;
  csrf: CsrfTokens;
  assets: DeskAssets;
  shell: DeskShell;
  sentences: DoneSentences;
  entries: DeskEntries;
  limits: ReturnType<typeof createDeskLimits>;
  findRoute: ReturnType<typeof createDeskRouter>;
}

/** A minute is what the limits count in. */
const RETRY_LATER = { "Retry-After": "60" };

/**
 * Answers a request to the desk: files, the first-run link, then pages for coordinators. Everybody else is told what
 * to do.
 *
 * @throws Whatever a section throws.
 */
export async function answerVisit(visit: DeskVisit, parts: VisitParts): Promise<DeskReply> {
  const { shell, limits } = parts;
  const { request, segments, method } = visit;
  if (segments?.[0] === "assets" && method === "get") {
    return parts.assets.reply(segments.slice(1), String(request.headers["accept-encoding"] ?? ""));
  }
  if (!limits.perAddress(parts.addressOf(request), method)) {
    return shell.problem(visit, "busy", { headers: RETRY_LATER });
  }
  const session = await readDeskSession(visit, parts);
  if (visit.path === ENTER_PATH && method === "get") return enter(visit, { ...parts, session });
  if (session === undefined) return answerStranger(visit, parts);
  if (session.actor.reader !== "coordinator") {
    parts.log.warn("desk.refused", { reader: session.actor.reader });
    return shell.problem(visit, "notCoordinator", { session });
  }
  if (!limits.perSession(session.id, method)) {
    return shell.problem(visit, "busy", { session, headers: RETRY_LATER });
  }
  await parts.entries.note(session);
  return method === "post" ? answerForm(visit, parts, session) : answerPage(visit, parts, session);
}

/** The link counts only where nobody can sign in, so the two cannot both be there. */
async function readDeskSession(
  { request }: DeskVisit,
  { localLink, readSession }: VisitParts,
): Promise<DeskSession | undefined> {
  const local = localLink?.read(request);
  if (local) return local;
  const session = await readSession(request);
  return session && deskSessionOf(session);
}

/** The first-run link. Whoever has come by it already may open it again. */
async function enter(
  visit: DeskVisit,
  parts: VisitParts & { session: DeskSession | undefined },
): Promise<DeskReply> {
  const { shell, localLink, session, entries, log } = parts;
  if (session?.isLocal) return redirectReply("/desk");
  if (localLink === undefined) return answerStranger(visit, parts);
  // A browser that fetches ahead would use the link up before the person has opened it.
  const { headers } = visit.request;
  if (headers["sec-purpose"] !== undefined || headers.purpose === "prefetch") {
    return shell.problem(visit, "closed");
  }
  const use = localLink.open(visit.request, visit.query.get("key") ?? "");
  if (typeof use === "string") {
    log.warn("desk.link-refused", { reason: use });
    return shell.problem(visit, use === "used" ? "usedLink" : "elsewhere");
  }
  await entries.note(use.session);
  log.info("desk.link-used");
  return redirectReply("/desk", [use.setCookie]);
}

/** Nobody is signed in: shows the way in, and keeps what was written. */
async function answerStranger(visit: DeskVisit, parts: VisitParts): Promise<DeskReply> {
  const { hasSignIn, localLink, shell, publicUrl } = parts;
  const { request, method, path, language } = visit;
  if (method === "post") {
    const isLocal = localLink !== undefined && isLoopbackRequest(request);
    if (!isOwnForm(request.headers, { publicUrl, isLocal })) return shell.problem(visit, "foreign");
    const form = readDeskForm(request);
    if (typeof form === "string") return shell.problem(visit, form);
    const signInPath = hasSignIn ? "/sign-in?return=%2Fdesk" : undefined;
    const { title } = DESK_TEXTS[language].resend.ended;
    const main = resendMain({ language, action: path, form, csrfField: undefined, signInPath });
    return shell.page(visit, { title, main, status: 403 });
  }
  if (hasSignIn) {
    const query = visit.query.size > 0 ? `?${visit.query}` : "";
    return redirectReply(`/sign-in?return=${encodeURIComponent(path + query)}`);
  }
  return shell.problem(visit, localLink === undefined ? "shut" : "closed");
}

async function answerPage(visit: DeskVisit, parts: VisitParts, session: DeskSession): Promise<DeskReply> {
  const { shell, sentences, csrf } = parts;
  const { request, segments, isSecure, language, method } = visit;
  if (segments === undefined) return shell.problem(visit, "missing", { session });
  const value = readCookie(request.headers.cookie, deskCookieName("done", { isSecure }));
  const done = value === undefined ? undefined : sentences.read(session.id, value);
  const forget = value === undefined ? [] : [writeDeskCookie("done", { value: "", lifeInS: 0, isSecure })];
  if (segments.length === 0 && method === "get") {
    const main = homeMain(await shell.counted(), language);
    const reply = await shell.page(visit, { title: DESK_TEXTS[language].desk, main, session, done });
    return { ...reply, cookies: forget };
  }
  const found = parts.findRoute("get", segments);
  if (method === "other" || typeof found === "string") {
    const isKnown = typeof found !== "string" || found === "method" || segments.length === 0;
    return shell.problem(visit, isKnown ? "method" : "missing", { session });
  }
  const context = { session, form: new URLSearchParams(), csrfField: csrf.field(session.id), done };
  const reply = await answerRoute(visit, found, { ...context, shell, sentences });
  const isPage = reply.headers["Content-Type"]?.startsWith("text/html") === true;
  return isPage ? { ...reply, cookies: [...(reply.cookies ?? []), ...forget] } : reply;
}

async function answerForm(visit: DeskVisit, parts: VisitParts, session: DeskSession): Promise<DeskReply> {
  const { shell, sentences, csrf, publicUrl, log } = parts;
  const { request, segments, language, path } = visit;
  const { isLocal, id } = session;
  if (!isOwnForm(request.headers, { publicUrl, isLocal })) {
    log.warn("desk.foreign-form", { site: String(request.headers["sec-fetch-site"] ?? "unknown") });
    return shell.problem(visit, "foreign", { session });
  }
  const form = readDeskForm(request);
  if (typeof form === "string") return shell.problem(visit, form, { session });
  const csrfField = csrf.field(id);
  if (!csrf.isRight(id, form)) {
    const { title } = DESK_TEXTS[language].resend.renewed;
    const main = resendMain({ language, action: path, form, csrfField, signInPath: undefined });
    return shell.page(visit, { title, main, status: 403, session });
  }
  if (path === LEAVE_PATH && isLocal) return leave(visit, parts);
  const found = segments === undefined ? "missing" : parts.findRoute("post", segments);
  if (typeof found === "string") {
    return shell.problem(visit, segments?.length === 0 ? "method" : found, { session });
  }
  form.delete("csrf");
  return answerRoute(visit, found, { session, form, csrfField, done: undefined, shell, sentences });
}

async function leave(visit: DeskVisit, { shell, localLink, log }: VisitParts): Promise<DeskReply> {
  const { signedOut } = DESK_TEXTS[visit.language];
  const setCookie = localLink?.end();
  log.info("desk.left");
  const main = problemMain(signedOut, { language: visit.language });
  const reply = await shell.page(visit, { title: signedOut.title, main });
  return { ...reply, cookies: setCookie === undefined ? [] : [setCookie] };
}
