import type { DeskBase } from "../desk-parts.ts";
import type { DeskAnswer, DeskExchange, DeskRoute, DeskSection } from "../web/desk-section.ts";
import type { FaqDesk } from "./faq-desk.ts";
import { shownQuestion } from "./faq-entry.ts";
import type { EntryAction, StateOutcome } from "./faq-outcome.ts";
import { editPage, newPage, sendEdit, sendNew } from "./pages/edit-pages.ts";
import { entryPage } from "./pages/entry-page.ts";
import { doExport, exportPage } from "./pages/export-page.ts";
import { historyPage } from "./pages/history-page.ts";
import { listPage } from "./pages/list-page.ts";
import { entryPath, type PageContext, textsOf } from "./pages/page-context.ts";
import { FAQ_TEXTS } from "./texts.ts";

type EntryChange = "retire" | "restore" | "take-file" | "keep";

const CHANGES: Record<EntryChange, (desk: FaqDesk, action: EntryAction) => Promise<StateOutcome>> = {
  retire: (desk, action) => desk.retire(action),
  restore: (desk, action) => desk.restore(action),
  "take-file": (desk, action) => desk.settleFile(action, "take-file"),
  keep: (desk, action) => desk.settleFile(action, "keep"),
};

/** The pages of the FAQ at the desk, below `/desk/faq`. */
export function createFaqSection(context: PageContext, base: DeskBase): DeskSection {
  const withBase = { ...context, base };
  const changes = Object.keys(CHANGES) as EntryChange[];
  const routes: DeskRoute[] = [
    { method: "get", path: "", handle: (exchange) => listPage(exchange, context) },
    { method: "get", path: "/new", handle: (exchange) => newPage(exchange, context) },
    { method: "post", path: "/new", handle: (exchange) => sendNew(exchange, context) },
    { method: "get", path: "/export", handle: (exchange) => exportPage(exchange, withBase) },
    { method: "post", path: "/export", handle: (exchange) => doExport(exchange, withBase) },
    { method: "get", path: "/:id", handle: (exchange) => entryPage(exchange, context) },
    { method: "get", path: "/:id/edit", handle: (exchange) => editPage(exchange, context) },
    { method: "post", path: "/:id/edit", handle: (exchange) => sendEdit(exchange, context) },
    { method: "get", path: "/:id/history", handle: (exchange) => historyPage(exchange, context) },
    ...changes.map(
      (change): DeskRoute => ({
        method: "post",
        path: `/:id/${change}`,
        handle: (exchange) => changeEntry(exchange, { change, context }),
      }),
    ),
  ];
  const say = (key: "title" | "about") => ({
    fi: FAQ_TEXTS.fi[key],
    sv: FAQ_TEXTS.sv[key],
    en: FAQ_TEXTS.en[key],
  });
  return {
    path: "faq",
    title: say("title"),
    about: say("about"),
    waiting: () => countOutdated(context),
    routes,
  };
}

/** Entries that answer although their last day has passed: somebody should look at them. */
function countOutdated({ currentView, desk }: PageContext): number {
  const { today } = desk;
  const outdated = currentView().index.passages.flatMap(({ faq }) =>
    faq?.validUntil !== undefined && faq.validUntil < today ? [faq.id] : [],
  );
  return new Set(outdated).size;
}

/** Does something to an entry, unless somebody changed it since it was looked at. */
async function changeEntry(
  exchange: DeskExchange,
  { change, context }: { change: EntryChange; context: PageContext },
): Promise<DeskAnswer> {
  const { id = "" } = exchange.params;
  const token = exchange.form.get("token") ?? "";
  const outcome = await CHANGES[change](context.desk, { id, token, actor: exchange.actor });
  if (outcome.kind === "missing") return { kind: "missing" };
  const { done, entry } = textsOf(exchange);
  const to = entryPath(id);
  if (outcome.kind === "outdated") {
    const name = outcome.theirs.changedBy?.name || entry.unknownPerson;
    return { kind: "redirect", to, done: entry.outdated(name) };
  }
  const item = await context.desk.find(id);
  const question = item === undefined ? id : shownQuestion(item.content, exchange.language);
  const sentence = done[outcome.kind === "unchanged" ? "unchanged" : change](question);
  return { kind: "redirect", to, done: sentence };
}
