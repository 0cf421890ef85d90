import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { isHandoffRequest } from "../../skills/handoff.ts";
import { TEXTS } from "../../texts.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import { ASKER_ID, type AskerContext, type AskerTickets } from "./asker-tickets.ts";
import { presentAddForm, presentSent, presentTickets, presentWord } from "./present-tickets.ts";
import { tidyText } from "./present-words.ts";
import { readTicketForm } from "./read-ticket-form.ts";
import { readTicketWords, type TicketWords } from "./read-ticket-words.ts";
import { showTicketForm } from "./show-ticket-form.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { MAX_QUESTION_CHARS, MOST_WAITING } from "./ticket.ts";

/** What the skill works with. */
export interface TicketSkillOptions {
  tickets: AskerTickets;
  /** A mail server is set, so answers by e-mail may be offered. */
  sendsMail: boolean;
}

/**
 * Takes a question to a person: shows the form when somebody wants one, makes the ticket of it, tells how far tickets
 * are, and hears whether an answer was of use. Adds the way to a person to refusals that lack it.
 *
 * The command line has neither cards nor a conversation that an answer could return to: there it stays silent.
 */
export function createTicketSkill(options: TicketSkillOptions): TurnSkill {
  return {
    async take(turn) {
      if (turn.turn.channel === "command-line") return undefined;
      const draft = await answerTurn(turn, options);
      return draft === undefined
        ? undefined
        : { draft, memory: { ...turn.memory, language: turn.replyLanguage } };
    },
    enrich(draft) {
      const { talkToPerson } = TEXTS[draft.language];
      const isOffered = draft.suggestions.some(({ text }) => text === talkToPerson);
      if (!draft.refused || draft.intent === "smalltalk" || isOffered) return draft;
      return { ...draft, suggestions: [{ title: talkToPerson, text: talkToPerson }, ...draft.suggestions] };
    },
  };
}

async function answerTurn(turn: SkillTurn, options: TicketSkillOptions): Promise<ReplyDraft | undefined> {
  const { form } = turn.turn;
  if (form !== undefined)
    return form.kind === "ticket" ? answerForm(form.fields, { turn, options }) : undefined;
  const said = readTicketWords(turn.words);
  if (said !== undefined) return answerWords(said, { turn, options });
  return isHandoffRequest(turn.words) ? showTicketForm(turn, options) : undefined;
}

type Fields = Readonly<Record<string, string>>;
interface Context {
  turn: SkillTurn;
  options: TicketSkillOptions;
}

async function answerForm(fields: Fields, context: Context): Promise<ReplyDraft> {
  const { turn, options } = context;
  const texts = TICKET_TEXTS[turn.replyLanguage].chat;
  if (fields.do === "cancel") {
    await options.tickets.cancel(fields.key ?? "", turn.turn.conversationId);
    return presentWord(texts.cancelled, { language: turn.replyLanguage, offersPerson: true });
  }
  return fields.do === "add" ? add(fields, context) : send(fields, context);
}

async function send(fields: Fields, { turn, options }: Context): Promise<ReplyDraft> {
  const { tickets, sendsMail } = options;
  const language = turn.replyLanguage;
  const texts = TICKET_TEXTS[language].chat;
  const asker = askerOf(turn);
  const key = fields.key ?? "";
  const shown = await tickets.shown(key, asker.conversationId);
  if (shown === undefined) {
    return showTicketForm(turn, { ...options, problem: texts.formGone, values: fields });
  }
  if ("ticket" in shown) {
    const known = await tickets.read(shown.ticket, asker.conversationId);
    return known === undefined
      ? presentWord(texts.unknownTicket(shown.ticket), { language, offersPerson: true })
      : presentSent(known, { language, isTwice: true });
  }
  const read = readTicketForm(fields, { form: shown.form, sendsMail });
  if ("problem" in read) {
    const problem = read.problem === "email" ? texts.emailMissing : texts.questionMissing;
    return showTicketForm(turn, { ...options, problem, values: fields, shown: { key, form: shown.form } });
  }
  const result = await tickets.send(key, { sent: read.sent, asker });
  if (result.kind === "too-many") return presentWord(texts.tooMany(MOST_WAITING), { language });
  return presentSent(result.ticket, { language, isTwice: result.kind === "twice" });
}

async function add(fields: Fields, { turn, options }: Context): Promise<ReplyDraft> {
  const language = turn.replyLanguage;
  const texts = TICKET_TEXTS[language].chat;
  const asker = askerOf(turn);
  const id = Number(fields.ticket ?? Number.NaN);
  const known = await options.tickets.read(id, asker.conversationId);
  if (known === undefined) return unknown(id, language);
  const text = tidyText(fields.question ?? "", MAX_QUESTION_CHARS);
  if (!/[\p{L}\d]/u.test(text)) return presentAddForm(known, { language, word: texts.addMissing });
  const { kind } = await options.tickets.add(id, { text, asker });
  if (kind === "conflict") return presentWord(texts.addedTooMany, { language, offersPerson: true });
  return presentWord(texts.added(id), { language });
}

async function answerWords(said: TicketWords, { turn, options }: Context): Promise<ReplyDraft> {
  const { tickets } = options;
  const language = turn.replyLanguage;
  const texts = TICKET_TEXTS[language].chat;
  const asker = askerOf(turn);
  if (said.id === undefined) {
    const all = await tickets.list(asker.conversationId);
    if (all.length > 0) return presentTickets(all, language);
    return presentWord(texts.noTickets, { language, offersPerson: true });
  }
  const ticket = await tickets.read(said.id, asker.conversationId);
  if (ticket === undefined) return unknown(said.id, language);
  if (said.kind === "status") return presentTickets([ticket], language);
  if (said.kind === "helped") {
    const isOver = (await tickets.noteHelped(ticket.id, asker)).kind === "done" || ticket.state === "closed";
    return presentWord(isOver ? texts.helped(ticket.id) : texts.notAnswered(ticket.id), { language });
  }
  const isReopened = (await tickets.reopen(ticket.id, asker)).kind === "done";
  const word = isReopened ? texts.reopened(ticket.id) : texts.notAnswered(ticket.id);
  return presentAddForm(ticket, { language, word });
}

function unknown(id: number, language: SkillTurn["replyLanguage"]): ReplyDraft {
  const texts = TICKET_TEXTS[language].chat;
  const word = Number.isSafeInteger(id) ? texts.unknownTicket(id) : texts.noTickets;
  return presentWord(word, { language, offersPerson: true });
}

/** Who asks is kept with the ticket, where it can be erased; the log of changes tells only that it was the asker. */
function askerOf({ turn }: SkillTurn): AskerContext {
  const { conversationId, reader, channel, person, isShared = false } = turn;
  const via = channel === "teams" ? "teams" : "web-chat";
  return {
    conversationId,
    actor: { id: ASKER_ID, name: "", reader, via },
    ...(person === undefined ? {} : { person: person.id }),
    isShared,
  };
}
