import { createTicketsPart } from "../../../../bot/desk/tickets/create-tickets-part.ts";
import { lookAtDeskPages, serveSections, startDeskSuite } from "../../../e2e/desk-suite.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { keepTicket } from "./keep-ticket.ts";

const LONG = `Kaukolämpöverkkoonliittymissopimusneuvottelupöytäkirja https://example.fi/${"a-long-address/".repeat(12)}`;
const TURN = { asked: "Missä Satamapuisto sijaitsee?", answered: "Hangossa.", refused: false };

const suite = startDeskSuite(() =>
  serveSections(async (base) => {
    const part = createTicketsPart(base);
    const question = "Paljonko Satamapuiston höyry maksaa?";
    await keepTicket(base, {
      question,
      name: "Maija",
      turns: [TURN, { ...TURN, refused: true }],
      language: "fi",
    });
    await keepTicket(base, {
      question: LONG,
      isShared: true,
      email: "m@example.org",
      turns: [{ ...TURN, asked: LONG }],
    });
    await keepTicket(base, {
      question: "Vad kostar ångan?",
      language: "sv",
      additions: [{ text: LONG, at: base.now() }],
    });
    await part.desk.assign({ id: 2, revision: 1, actor: PEOPLE.erik });
    await part.desk.note({ id: 2, actor: PEOPLE.erik }, LONG);
    const sources = [{ title: LONG, url: "https://example.org/", year: 2026 }];
    await part.desk.answer(
      { id: 3, revision: 1, actor: PEOPLE.kaisa },
      { text: LONG, sources, showsName: true },
    );
    for (let at = 0; at < 3; at += 1)
      await keepTicket(base, { question: `Number ${at}`, conversationId: "web:2" });
    await part.erase("web:2");
    return [part.section];
  }),
);

lookAtDeskPages(suite, [
  { name: "tickets", path: "/desk/tickets" },
  { name: "tickets-all", path: "/desk/tickets?state=all" },
  { name: "tickets-none", path: "/desk/tickets?assignee=me" },
  { name: "ticket-open", path: "/desk/tickets/1" },
  { name: "ticket-long", path: "/desk/tickets/2" },
  { name: "ticket-answered", path: "/desk/tickets/3" },
  { name: "ticket-erased", path: "/desk/tickets/4" },
]);
