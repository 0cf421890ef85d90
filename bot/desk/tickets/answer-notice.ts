import { presentDate, yearOf } from "../../calendar.ts";
import { buildCard, sayAction } from "../../reply/build-card.ts";
import type { Reply } from "../../reply/reply.ts";
import { type AnswerLine, type ClaimSource, composeReply } from "../../skills/compose-reply.ts";
import { quoteWords } from "./present-words.ts";
import { TICKET_TEXTS } from "./texts.ts";
import type { AnswerSource, Ticket, TicketAnswer } from "./ticket.ts";

/** Longest quotation of the asker's question, in characters. */
const MAX_QUOTE_CHARS = 160;

/**
 * Tells the asker the newest answer: question, answer with its sources, who answered and when, and two buttons.
 *
 * What the coordinator says is cited as their own statement of that day, beside the sources they name.
 */
export function answerNotice(ticket: Ticket): Reply {
  const texts = TICKET_TEXTS[ticket.language].chat;
  const actions = [
    sayAction(texts.helps, texts.helpedSay(ticket.id)),
    sayAction(texts.needsMore, texts.needsMoreSay(ticket.id)),
  ];
  const reply = compose(ticket, [...answerLines(ticket), { frame: texts.didItHelp }]);
  return { ...reply, cards: [buildCard({ title: texts.didItHelp, body: [], actions })] };
}

/** The newest answer for an e-mail, which has no buttons. */
export function answerMail(ticket: Ticket): Reply {
  return compose(ticket, [...answerLines(ticket), { frame: TICKET_TEXTS[ticket.language].chat.goOn }]);
}

/** Tells the asker that their question was closed without an answer, and why. */
export function closedNotice(ticket: Ticket, details: { reason: string; at: number }): Reply {
  const texts = TICKET_TEXTS[ticket.language].chat;
  const reply = compose(ticket, closedLines(ticket, details));
  const actions = [sayAction(texts.needsMore, texts.needsMoreSay(ticket.id))];
  return { ...reply, cards: [buildCard({ title: texts.questionNumber(ticket.id), body: [], actions })] };
}

/** The same for an e-mail. */
export function closedMail(ticket: Ticket, details: { reason: string; at: number }): Reply {
  const { goOn } = TICKET_TEXTS[ticket.language].chat;
  return compose(ticket, [...closedLines(ticket, details), { frame: goOn }]);
}

function compose({ language }: Ticket, lines: readonly AnswerLine[]): Reply {
  return { ...composeReply({ language, intent: "answer", lines }), ms: 0 };
}

function answerLines(ticket: Ticket): AnswerLine[] {
  const { language, id, question } = ticket;
  const texts = TICKET_TEXTS[language].chat;
  const answer = ticket.answers.at(-1) as TicketAnswer;
  const date = presentDate(answer.at, language);
  const text = safeAnswer(answer.text);
  const name = answer.showsName && answer.byName !== "" ? answer.byName : undefined;
  const own = statement(ticket, { title: texts.statement(name, date), passage: text, at: answer.at });
  const named = answer.sources.map((source) => namedSource(source, ticket));
  return [
    { frame: texts.answerTo(id, quoteWords(question, MAX_QUOTE_CHARS)) },
    { claim: { text, sources: [own, ...named] } },
    { frame: texts.answeredBy(name === undefined ? undefined : quoteWords(name), date) },
  ];
}

function closedLines(ticket: Ticket, { reason, at }: { reason: string; at: number }): AnswerLine[] {
  const { language, id, question } = ticket;
  const texts = TICKET_TEXTS[language].chat;
  const title = texts.statement(undefined, presentDate(at, language));
  const text = safeAnswer(reason);
  const lines: AnswerLine[] = [{ frame: texts.closedFrame(id, quoteWords(question, MAX_QUOTE_CHARS)) }];
  if (text !== "")
    lines.push({ claim: { text, sources: [statement(ticket, { title, passage: text, at })] } });
  return lines;
}

/** What a person states is its own source: their words, their day. */
function statement(
  { language, id }: Ticket,
  { title, passage, at }: { title: string; passage: string; at: number },
): ClaimSource {
  const source = TICKET_TEXTS[language].chat.questionNumber(id);
  return { title, source, year: yearOf(at), passage, language };
}

/** A source that the coordinator names without quoting it. */
function namedSource({ title, url, year }: AnswerSource, { language }: Ticket): ClaimSource {
  const passage = TICKET_TEXTS[language].chat.namedSource(title, year);
  return { title, source: url ?? title, ...(year === undefined ? {} : { year }), passage, language };
}

/**
 * Makes a coordinator's Markdown fit into a reply: marks such as `[1]` are those of our own sources only, HTML is
 * shown as it is written, and a table or a block of code at the end does not swallow the mark that follows.
 */
function safeAnswer(text: string): string {
  const safe = text
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]+)>/g, "$1")
    .replaceAll("<", "&lt;")
    .replace(/\[(\d{1,3})\]/g, "($1)")
    .trim();
  return /(?:^|\n)(?:\||```|~~~)[^\n]*$/.test(safe) ? `${safe}\n\n` : safe;
}
