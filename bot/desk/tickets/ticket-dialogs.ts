import type { CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { type Dialog, type DialogAnswer, type DialogRequest, submitDialogAction } from "../dialogs/dialog.ts";
import type { TicketResult } from "./change-ticket.ts";
import { answerInputs, closeInputs } from "./dialog-inputs.ts";
import { readAnswer, readRevision, readTicketNumber, readWords } from "./read-step.ts";
import { TICKET_TEXTS } from "./texts.ts";
import type { Ticket } from "./ticket.ts";
import { ticketElements } from "./ticket-card.ts";
import type { TicketDesk, TicketStep } from "./ticket-desk.ts";
import type { DeskTexts } from "./ticket-texts.ts";

/** Windows in Teams on a ticket: answer, take, close. All expect the fields `ticket` and `revision` of the card. */
export function createTicketDialogs(desk: TicketDesk): Dialog[] {
  return [
    createDialog("ticket.answer", desk, { inputs: answerInputs, submit: submitAnswer }),
    { ...createDialog("ticket.assign", desk, { inputs: () => [], submit: assign }), open: openAssign(desk) },
    createDialog("ticket.close", desk, { inputs: closeInputs, submit: submitClose }),
  ];
}

/** What makes one dialog of a kind. */
interface DialogKind {
  inputs: (request: DialogRequest, ticket: Ticket) => CardElement[];
  submit: (
    request: DialogRequest,
    context: { desk: TicketDesk; step: TicketStep; show: ShowAgain },
  ) => Promise<DialogAnswer>;
}

/** Shows the dialog again with what was typed: with what is wrong, or with the ticket as it is by now. */
type ShowAgain = (problem?: string) => DialogAnswer | Promise<DialogAnswer>;

function createDialog(name: string, desk: TicketDesk, kind: DialogKind): Dialog {
  const show = async (request: DialogRequest, problem?: string): Promise<DialogAnswer> => {
    const texts = TICKET_TEXTS[request.language].desk;
    const read = await desk.read(ticketOf(request), request.actor);
    if (read === undefined || read.ticket.isErased) return { kind: "message", text: texts.missing };
    return dialogCard(name, {
      request,
      ticket: read.ticket,
      inputs: kind.inputs(request, read.ticket),
      problem,
    });
  };
  return {
    name,
    open: async (request) => show(request),
    submit: async (request) => {
      const step = {
        id: ticketOf(request),
        revision: readRevision((id) => request.fields[id] ?? ""),
        actor: request.actor,
      };
      return kind.submit(request, { desk, step, show: (problem) => show(request, problem) });
    },
  };
}

function ticketOf({ fields }: DialogRequest): number {
  return readTicketNumber(fields.ticket ?? "") ?? 0;
}

function dialogCard(
  name: string,
  context: { request: DialogRequest; ticket: Ticket; inputs: CardElement[]; problem: string | undefined },
): DialogAnswer {
  const { request, ticket, inputs, problem } = context;
  const { language } = request;
  const texts = TICKET_TEXTS[language].desk;
  const title = texts.ticket(ticket.id);
  const last = ticket.answers.at(-1);
  const labels: Record<string, string> = {
    "ticket.answer": texts.send,
    "ticket.assign": texts.assign,
    "ticket.close": ticket.state === "answered" ? texts.closeAnswered : texts.close,
  };
  const isOver = ticket.state === "closed" || (name !== "ticket.close" && ticket.state === "answered");
  const fields = { ticket: String(ticket.id), revision: String(ticket.revision) };
  const card = buildCard({
    title,
    subtitle: texts.states[ticket.state],
    body: [
      ...(problem === undefined ? [] : [textBlock(problem, { color: "Attention" })]),
      ...ticketElements(ticket, language),
      ...(last === undefined ? [] : [textBlock(`${texts.answers}: ${last.byName}`), textBlock(last.text)]),
      ...(isOver ? [] : inputs),
      ...(isOver ? typedWords(request) : []),
    ],
    actions: isOver ? [] : [submitDialogAction(labels[name] ?? texts.send, name, fields)],
  });
  return { kind: "card", title, card };
}

/** What somebody typed who came too late, so that it is not lost. */
function typedWords({ fields, language }: DialogRequest): CardElement[] {
  const words = fields.answer ?? fields.reason;
  if (words === undefined || words === "") return [];
  const { yourWords } = TICKET_TEXTS[language].desk;
  return [textBlock(yourWords, { weight: "Bolder" }), textBlock(words)];
}

const submitAnswer: DialogKind["submit"] = async ({ fields, language }, { desk, step, show }) => {
  const texts = TICKET_TEXTS[language].desk;
  const read = readAnswer((id) => fields[id] ?? "");
  if ("problem" in read) return show(texts.problems[read.problem]);
  return told(await desk.answer(step, read.answer), { texts, done: "answered", show });
};

const submitClose: DialogKind["submit"] = async ({ fields, language }, { desk, step, show }) => {
  const texts = TICKET_TEXTS[language].desk;
  const reason = readWords((id) => fields[id] ?? "", "reason");
  if (reason === "" && !(await desk.isAnswered(step.id))) return show(texts.problems.reason);
  return told(await desk.close(step, reason), { texts, done: "closed", show });
};

const assign: DialogKind["submit"] = async ({ language }, { desk, step, show }) =>
  told(await desk.assign(step), { texts: TICKET_TEXTS[language].desk, done: "assigned", show });

/** A ticket that nobody has is taken with the press of the button; one that somebody has after a second one. */
function openAssign(desk: TicketDesk): Dialog["open"] {
  return async (request) => {
    const { language, actor } = request;
    const texts = TICKET_TEXTS[language].desk;
    const read = await desk.read(ticketOf(request), actor);
    if (read === undefined || read.ticket.isErased) return { kind: "message", text: texts.missing };
    const { ticket } = read;
    const show = (problem?: string) => dialogCard("ticket.assign", { request, ticket, inputs: [], problem });
    if (ticket.state !== "open" && ticket.assignee !== actor.id) {
      return show(ticket.state === "assigned" ? texts.takeOver(ticket.assigneeName ?? "") : undefined);
    }
    const step = { id: ticket.id, revision: ticket.revision, actor };
    return told(await desk.assign(step), { texts, done: "assigned", show });
  };
}

function told(
  result: TicketResult,
  { texts, done, show }: { texts: DeskTexts; done: keyof DeskTexts["done"]; show: ShowAgain },
): DialogAnswer | Promise<DialogAnswer> {
  if (result.kind === "conflict") return show(texts.conflict);
  return { kind: "message", text: result.kind === "done" ? texts.done[done] : texts.missing };
}
