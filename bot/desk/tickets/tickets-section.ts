import type { DeskAnswer, DeskExchange, DeskRoute, DeskSection } from "../web/desk-section.ts";
import type { TicketResult } from "./change-ticket.ts";
import { ticketDetailPage } from "./detail-page.ts";
import { readTicketQuery, ticketListPage } from "./list-page.ts";
import { readAnswer, readRevision, readTicketNumber, readWords } from "./read-step.ts";
import { TICKET_TEXTS } from "./texts.ts";
import type { TicketDesk, TicketStep } from "./ticket-desk.ts";
import type { DeskTexts } from "./ticket-texts.ts";

/** What the pages work with. */
export interface TicketsSectionOptions {
  sendsMail: boolean;
  /** Clock, in milliseconds since 1970. */
  now: () => number;
}

/** The pages of tickets: the list, one ticket, and what is done with it. */
export function createTicketsSection(desk: TicketDesk, options: TicketsSectionOptions): DeskSection {
  const pages = createPages(desk, options);
  const say = (key: "section" | "about") => ({
    fi: TICKET_TEXTS.fi.desk[key],
    sv: TICKET_TEXTS.sv.desk[key],
    en: TICKET_TEXTS.en.desk[key],
  });
  return {
    path: "tickets",
    title: say("section"),
    about: say("about"),
    waiting: () => desk.countWaiting(),
    routes: [
      { method: "get", path: "", handle: pages.list },
      { method: "get", path: "/:id", handle: (exchange) => pages.detail(exchange) },
      post("answer", pages, async (exchange, step) => {
        const read = readAnswer(fieldOf(exchange));
        return "problem" in read ? read : desk.answer(step, read.answer);
      }),
      post("assign", pages, (_, step) => desk.assign(step)),
      post("close", pages, async (exchange, step) => {
        const reason = readWords(fieldOf(exchange), "reason");
        return reason === "" && !(await desk.isAnswered(step.id))
          ? { problem: "reason" }
          : desk.close(step, reason);
      }),
      post("reopen", pages, (_, step) => desk.reopen(step)),
      post("note", pages, async (exchange, step) => {
        const text = readWords(fieldOf(exchange), "note");
        return text === "" ? { problem: "note" } : desk.note(step, text);
      }),
      post("erase", pages, (_, step) => desk.eraseAsker(step)),
    ],
  };
}

const DONE: Record<StepName, keyof DeskTexts["done"]> = {
  answer: "answered",
  assign: "assigned",
  close: "closed",
  reopen: "reopened",
  note: "noted",
  erase: "erased",
};
type StepName = "answer" | "assign" | "close" | "reopen" | "note" | "erase";

interface Pages {
  list: (exchange: DeskExchange) => Promise<DeskAnswer>;
  detail: (exchange: DeskExchange, failed?: { problem: string; status: number }) => Promise<DeskAnswer>;
}

function createPages(desk: TicketDesk, { sendsMail, now }: TicketsSectionOptions): Pages {
  return {
    list: async (exchange) => ({
      kind: "page",
      title: TICKET_TEXTS[exchange.language].desk.section,
      main: ticketListPage(await desk.list(readTicketQuery(exchange, now())), exchange),
    }),
    detail: async (exchange, failed) => {
      const id = readTicketNumber(exchange.params.id ?? "");
      const read = id === undefined ? undefined : await desk.read(id, exchange.actor);
      if (read === undefined) return { kind: "missing" };
      const problem = failed === undefined ? {} : { problem: failed.problem };
      return {
        kind: "page",
        title: TICKET_TEXTS[exchange.language].desk.ticket(read.ticket.id),
        main: ticketDetailPage(read.ticket, { exchange, events: read.events, sendsMail, ...problem }),
        ...(failed === undefined ? {} : { status: failed.status }),
      };
    },
  };
}

/** A step that a form does: then back to the ticket's page, or that page again with what is wrong. */
function post(
  name: StepName,
  pages: Pages,
  take: (
    exchange: DeskExchange,
    step: TicketStep,
  ) => Promise<TicketResult | { problem: keyof DeskTexts["problems"] }>,
): DeskRoute {
  return {
    method: "post",
    path: `/:id/${name}`,
    handle: async (exchange) => {
      const texts = TICKET_TEXTS[exchange.language].desk;
      const id = readTicketNumber(exchange.params.id ?? "");
      if (id === undefined) return { kind: "missing" };
      const step = { id, revision: readRevision(fieldOf(exchange)), actor: exchange.actor };
      const result = await take(exchange, step);
      if ("problem" in result)
        return pages.detail(exchange, { problem: texts.problems[result.problem], status: 422 });
      if (result.kind === "missing") return { kind: "missing" };
      if (result.kind === "conflict") return pages.detail(exchange, { problem: texts.conflict, status: 409 });
      return { kind: "redirect", to: `/desk/tickets/${id}`, done: texts.done[DONE[name]] };
    },
  };
}

function fieldOf({ form }: DeskExchange): (id: string) => string {
  return (id) => form.get(id) ?? "";
}
