import { createAnswerTurn } from "../../../../bot/create-answer-turn.ts";
import {
  createTicketsPart,
  type TicketsPart,
  type TicketsPartOptions,
} from "../../../../bot/desk/tickets/create-tickets-part.ts";
import type { AdaptiveCard } from "../../../../bot/reply/adaptive-card.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import type { IncomingTurn } from "../../../../bot/turn.ts";
import { createMemoryStore } from "../../../../bot/understand/memory.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";
import { askFiles } from "../../../support/own-index.ts";
import { type ReadNotice, readNotices } from "../../../support/waiting-notices.ts";

/** A small knowledge in three languages, with one person to ask. */
const FILES = {
  "en.md":
    "# Harbour Park\n\nHarbour Park is in Hanko. Harbour Park sells steam to its neighbours.\n\nPaula Puro\nManager\n+358 40 111 1111\npaula.puro@example.org\n",
  "fi.md": "# Satamapuisto\n\nSatamapuisto sijaitsee Hangossa. Satamapuisto myy höyryä naapureilleen.\n",
  "sv.md": "# Hamnparken\n\nHamnparken ligger i Hangö. Hamnparken säljer ånga till sina grannar.\n",
};

let opened: ReturnType<typeof askFiles> | undefined;

/** A chat on the real pipeline with tickets. */
export interface TicketChat {
  base: TestDeskBase;
  part: TicketsPart;
  /** Says something, or sends a form, as `web:1` unless told otherwise. */
  say: (text: string, changes?: Partial<IncomingTurn>) => Promise<Reply>;
  sendForm: (fields: Record<string, string>, changes?: Partial<IncomingTurn>) => Promise<Reply>;
  /** What waits to be delivered, as conversation and reply. */
  waiting: () => Promise<ReadNotice[]>;
}

/** Puts the real pipeline with the tickets on a small knowledge. */
export async function openTicketChat(
  options: TicketsPartOptions & { database?: Database } = {},
): Promise<TicketChat> {
  opened ??= askFiles(FILES);
  const { view } = await opened;
  const base = createDeskBase({ view, ...(options.database && { database: options.database }) });
  const part = createTicketsPart(base, options);
  const answerTurn = createAnswerTurn({
    currentView: base.currentView,
    memories: createMemoryStore(),
    skills: part.skills,
  });
  const turn = { channel: "web-chat", conversationId: "web:1", text: "", reader: "public" } as const;
  return {
    base,
    part,
    say: (text, changes = {}) => answerTurn({ ...turn, text, ...changes }),
    sendForm: (fields, changes = {}) => answerTurn({ ...turn, form: { kind: "ticket", fields }, ...changes }),
    waiting: () => readNotices(base),
  };
}

/** What the form of a reply sends when a button is pressed as it stands: data of the button and values of the inputs. */
export function pressed(reply: Reply, button = 0): Record<string, string> {
  const card = reply.cards?.at(-1) as AdaptiveCard;
  const action = card.actions?.[button];
  if (action?.type !== "Action.Submit") throw new Error("The card has no such button");
  const { form: _form, ...data } = action.data as Record<string, string>;
  const inputs = card.body.filter(({ type }) => type.startsWith("Input."));
  const values = inputs.map(({ id, value }) => [String(id), String(value ?? "")] as const);
  // As the channels do: empty fields are absent.
  return { ...Object.fromEntries(values.filter(([, value]) => value !== "")), ...data };
}
