import { describeError, type Log } from "../../log.ts";
import type { CsrfTokens } from "./csrf-tokens.ts";
import { type DeskReply, pageReply } from "./desk-reply.ts";
import type { DeskSection } from "./desk-section.ts";
import type { DeskSession } from "./desk-session.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import type { DeskProblem } from "./desk-texts-shape.ts";
import type { DeskVisit } from "./desk-visit.ts";
import type { CountedSection } from "./home-page.ts";
import type { Html } from "./html.ts";
import { deskPageHtml, type NavigationEntry, type PersonOnPage } from "./layout.ts";
import { PROBLEM_STATUS, problemMain } from "./problem-page.ts";

/** What every page stands in. */
export interface DeskShellOptions {
  sections: readonly DeskSection[];
  assetsUrl: string;
  csrf: CsrfTokens;
  log: Log;
}

/** What one page brings. */
export interface PageContent {
  title: string;
  main: Html;
  /** @default {200} */
  status?: number | undefined;
  /** Whoever is signed in; a coordinator gets the navigation. */
  session?: DeskSession | undefined;
  done?: string | undefined;
}

/** Puts contents into the layout of the desk. */
export interface DeskShell {
  /** The sections with how much waits in each. */
  counted(): Promise<CountedSection[]>;
  page(visit: DeskVisit, content: PageContent): Promise<DeskReply>;
  /** @param options.id Under which the log tells more. */
  problem(
    visit: DeskVisit,
    problem: DeskProblem,
    options?: { session?: DeskSession | undefined; id?: string; headers?: Record<string, string> },
  ): Promise<DeskReply>;
}

/** Path by which the session of the first-run link is ended. */
export const LEAVE_PATH = "/desk/leave";
const SIGN_OUT_PATH = "/sign-out";

/** Creates the shell around all pages of the desk. */
export function createDeskShell(options: DeskShellOptions): DeskShell {
  const { assetsUrl, csrf } = options;
  const counted = () => countSections(options);
  const page: DeskShell["page"] = async (visit, { title, main, status = 200, session, done }) => {
    const { language, method, segments } = visit;
    const isCoordinator = session?.actor.reader === "coordinator";
    const head = segments?.[0] ?? "";
    const document = deskPageHtml({
      language,
      title,
      main,
      assetsUrl,
      // What answers a form cannot be asked for in another language; the page it began on can.
      ...(method === "get" ? { path: visit.path, query: visit.query } : { path: `/desk/${head}` }),
      navigation: isCoordinator ? navigationOf(visit, { counted: await counted(), head }) : [],
      person: session && personOf(visit, { session, csrf }),
      done,
    });
    return pageReply(document, { status, language });
  };
  return {
    counted,
    page,
    async problem(visit, problem, { session, id, headers } = {}) {
      const { language } = visit;
      const words = DESK_TEXTS[language].problems[problem];
      const main = problemMain(words, { id, language });
      const reply = await page(visit, { title: words.title, main, status: PROBLEM_STATUS[problem], session });
      return { ...reply, headers: { ...reply.headers, ...headers } };
    },
  };
}

function navigationOf(
  { language }: DeskVisit,
  { counted, head }: { counted: readonly CountedSection[]; head: string },
): NavigationEntry[] {
  const home = { href: "/desk", title: DESK_TEXTS[language].home, isCurrent: head === "" };
  const entries = counted.map(({ section: { path, title }, waiting }) => ({
    href: `/desk/${path}`,
    title: title[language],
    waiting,
    isCurrent: head === path,
  }));
  return [home, ...entries];
}

function personOf(
  { language }: DeskVisit,
  { session, csrf }: { session: DeskSession; csrf: CsrfTokens },
): PersonOnPage {
  const { thisMachine, unnamed } = DESK_TEXTS[language];
  const { actor, isLocal, id } = session;
  return {
    name: isLocal ? thisMachine : actor.name || unnamed,
    signOutPath: isLocal ? LEAVE_PATH : SIGN_OUT_PATH,
    csrfField: csrf.field(id),
  };
}

/** A section that cannot count must not take all pages with it. */
function countSections({ sections, log }: DeskShellOptions): Promise<CountedSection[]> {
  const count = async (section: DeskSection): Promise<CountedSection> => {
    try {
      return { section, waiting: await section.waiting?.() };
    } catch (error) {
      log.error("desk.not-counted", { section: section.path, ...describeError(error) });
      return { section, waiting: undefined };
    }
  };
  return Promise.all(sections.map(count));
}
