import type { IncomingMessage } from "node:http";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { isLoopbackHost } from "../../channels/direct-line/origins.ts";
import { readCookie } from "../../sign-in/cookies.ts";
import { pageLanguage } from "../../web/page-language.ts";
import { deskCookieName, writeDeskCookie } from "./desk-cookies.ts";

/** A request as the server hands it on: the body has been read. */
export type DeskRequest = IncomingMessage & { body?: unknown };

/** A request to the desk, taken apart. */
export interface DeskVisit {
  request: DeskRequest;
  /** `get` also for `HEAD`; anything else than a form is `other`. */
  method: "get" | "post" | "other";
  /** Path as it was asked for, for links and the log. */
  path: string;
  query: URLSearchParams;
  /** Decoded parts of the path behind `/desk`; `undefined` when it cannot be one of ours. */
  segments: readonly string[] | undefined;
  language: Language;
  /** Keeps the language that `?lang=` asked for. */
  languageCookie: string | undefined;
  /** Whether the browser came over TLS. */
  isSecure: boolean;
}

const METHODS: Record<string, DeskVisit["method"]> = { GET: "get", HEAD: "get", POST: "post" };
const YEAR_IN_S = 365 * 86_400;
/** Longest part of a path. */
const MOST_SEGMENT_CHARS = 300;

/**
 * Takes a request to the desk apart.
 *
 * The language is that of `?lang=`, else the one chosen before, else the browser's.
 *
 * @param options.publicUrl Origin under which people reach the bot.
 */
export function readVisit(
  request: DeskRequest,
  { publicUrl }: { publicUrl?: string | undefined },
): DeskVisit {
  const [path = "/desk", search = ""] = splitOnce(request.url ?? "/desk");
  const query = new URLSearchParams(search);
  // TLS ends before the server; whoever calls it by a loopback name has come past that.
  const isSecure = publicUrl?.startsWith("https:") === true && !isLoopbackHost(request.headers.host ?? "");
  const asked = query.get("lang") ?? undefined;
  const kept = readCookie(request.headers.cookie, deskCookieName("language", { isSecure }));
  const isAsked = LANGUAGES.some((language) => language === asked);
  const language = pageLanguage(isAsked ? asked : kept, request.headers["accept-language"]);
  return {
    request,
    method: METHODS[request.method ?? ""] ?? "other",
    path,
    query,
    segments: readSegments(path),
    language,
    languageCookie:
      isAsked && kept !== language
        ? writeDeskCookie("language", { value: language, lifeInS: YEAR_IN_S, isSecure })
        : undefined,
    isSecure,
  };
}

function splitOnce(url: string): string[] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** A part that could be read as a path or a line of its own is no part of ours. */
function readSegments(path: string): string[] | undefined {
  const parts = path.replace(/\/$/, "").split("/").slice(2);
  const segments = parts.map(decode);
  return segments.every((segment) => segment !== undefined && isPlain(segment))
    ? (segments as string[])
    : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not percent-encoded text: no address of ours.
    return undefined;
  }
}

function isPlain(segment: string): boolean {
  const isPath = segment === "" || segment === "." || segment === ".." || /[/\\\p{Cc}]/u.test(segment);
  return !isPath && segment.length <= MOST_SEGMENT_CHARS;
}
