import type { Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { Suggestion } from "../../reply/reply.ts";
import { composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import { TEXTS } from "../../texts.ts";
import { quoteWords } from "./present-words.ts";
import { TICKET_TEXTS } from "./texts.ts";
import { MAX_QUESTION_CHARS, type Ticket } from "./ticket.ts";

/** Longest question in a list of several, in characters. */
const MAX_LISTED_CHARS = 120;

/** Says that a question is on its way, or was sent before, and what comes next. */
export function presentSent(ticket: Ticket, options: { language: Language; isTwice: boolean }): ReplyDraft {
  const { language, isTwice } = options;
  const texts = TICKET_TEXTS[language].chat;
  const { id, email, isShared } = ticket;
  const lines = [
    isTwice ? texts.twice(id) : texts.sent(id),
    `${isShared ? texts.nextShared : texts.next}${email === undefined ? "" : ` ${texts.nextEmail}`}`,
  ];
  return frames(lines, { language, suggestions: [say(texts.askLater(id))] });
}

/** Says one thing; with the way to a person where nothing was sent. */
export function presentWord(
  word: string,
  options: { language: Language; offersPerson?: boolean },
): ReplyDraft {
  const { language, offersPerson = false } = options;
  return frames([word], { language, suggestions: offersPerson ? [say(TEXTS[language].talkToPerson)] : [] });
}

/** Tells how far the tickets of a conversation are, newest first. */
export function presentTickets(tickets: readonly Ticket[], language: Language): ReplyDraft {
  const texts = TICKET_TEXTS[language].chat;
  const listed = tickets.map(({ id, question, state, created }) => {
    const details = {
      question: quoteWords(question, MAX_LISTED_CHARS),
      state: texts.states[state],
      date: presentDate(created, language),
    };
    return `- ${texts.ticketLine(id, details)}`;
  });
  return frames([texts.yourTickets, ...listed], { language });
}

/** What the form for an addition is shown with. */
export interface AddFormOptions {
  language: Language;
  /** What is told first: that the ticket is with the coordinator again, or what is wrong. */
  word: string;
}

/** Offers to add words to a ticket; they come back as `{ form: "ticket", do: "add", ticket, question }`. */
export function presentAddForm({ id }: Ticket, { language, word }: AddFormOptions): ReplyDraft {
  const texts = TICKET_TEXTS[language].chat;
  const card = buildCard({
    title: texts.addTitle,
    subtitle: texts.questionNumber(id),
    body: [
      textBlock(word),
      {
        type: "Input.Text",
        id: "question",
        label: texts.addLabel,
        placeholder: texts.addLabel,
        isMultiline: true,
        isRequired: true,
        errorMessage: texts.addMissing,
        maxLength: MAX_QUESTION_CHARS,
      },
    ],
    actions: [
      {
        type: "Action.Submit",
        title: texts.addSend,
        data: { form: "ticket", do: "add", ticket: String(id) },
      },
    ],
  });
  return { ...frames([word, texts.addLabel], { language }), cards: [card] };
}

function say(words: string): Suggestion {
  return { title: words, text: words };
}

function frames(
  lines: readonly string[],
  { language, suggestions = [] }: { language: Language; suggestions?: readonly Suggestion[] },
): ReplyDraft {
  return composeReply({
    language,
    intent: "handoff",
    lines: lines.map((frame) => ({ frame })),
    suggestions,
  });
}
