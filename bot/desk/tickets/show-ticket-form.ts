import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { beyondHandoffRequest, contacts } from "../../skills/handoff.ts";
import type { SkillTurn } from "../../turn-skill.ts";
import type { AskerTickets } from "./asker-tickets.ts";
import type { ShownForm } from "./form-store.ts";
import { oneLine, tidyText } from "./present-words.ts";
import { MAX_QUESTION_CHARS, MAX_TURN_CHARS } from "./ticket.ts";
import { presentTicketForm } from "./ticket-form.ts";

/** Earlier turns that are offered to go along. */
const MOST_TURNS = 3;
/** Words of a wish, of politeness and of hurry, which ask nothing. */
const POLITE =
  /(?<!\p{L})(?:hello|would|could|like|want|need|please|really|thanks?|just|right|about|this|that|with|haluan|haluaisin|voinko|voisinko|saanko|onko|mahdollista|kiitos|heti|mieluummin|mielelläni|tästä|asiasta|vill|skulle|vilja|gärna|snälla|tack|genast|istället|hellre|detta|denna)(?!\p{L})/giu;
/** Words of at least four letters that are left from which on they are taken for the question. */
const FEWEST_WORDS = 2;

/** What a form is shown with. */
export interface ShowFormOptions {
  tickets: AskerTickets;
  sendsMail: boolean;
  /** Fields of a form that comes again. */
  values?: Readonly<Record<string, string>>;
  problem?: string;
  /** Key and contents of a form that was shown before. @default a new one from the conversation */
  shown?: { key: string; form: ShownForm };
}

/** Shows the form for a question to a person, filled in from the conversation. */
export async function showTicketForm(turn: SkillTurn, options: ShowFormOptions): Promise<ReplyDraft> {
  const { tickets, sendsMail, values, problem } = options;
  const { conversationId, reader, isShared = false } = turn.turn;
  const form = options.shown?.form ?? formOf(turn);
  const key = options.shown?.key ?? (await tickets.show(form, conversationId));
  const topic = turn.memory.topic ?? form.question;
  return presentTicketForm({
    key,
    form,
    language: turn.replyLanguage,
    sendsMail,
    isShared,
    contacts: contacts(turn.replyLanguage, { view: turn.view, topic, reader }),
    ...(values === undefined ? {} : { values }),
    ...(problem === undefined ? {} : { problem }),
  });
}

/**
 * Finds what there is to ask: what was said beside the wish for a person, else the last question that got no answer,
 * else the last one; and the turns that explain it.
 */
function formOf({ turn, words, memory, replyLanguage }: SkillTurn): ShownForm {
  const recent = memory.recent ?? [];
  const beyond = beyondHandoffRequest(words).replace(POLITE, " ");
  const told = (beyond.match(/\p{L}{4,}/gu) ?? []).length >= FEWEST_WORDS ? words : undefined;
  const question = told ?? recent.findLast(({ refused }) => refused)?.asked ?? recent.at(-1)?.asked ?? "";
  const turns = recent
    // That it found no answer to just this question is no news to the coordinator.
    .filter(({ asked, refused }) => !(refused && asked === question))
    .slice(-MOST_TURNS)
    .map(({ asked, answered, refused }) => ({
      asked: oneLine(asked).slice(0, MAX_TURN_CHARS).toWellFormed(),
      answered: oneLine(answered).slice(0, MAX_TURN_CHARS).toWellFormed(),
      refused,
    }));
  const name = oneLine(turn.person?.name ?? "").slice(0, 100);
  return {
    question: tidyText(question, MAX_QUESTION_CHARS),
    turns,
    ...(name === "" ? {} : { name }),
    language: replyLanguage,
  };
}
