import { createAnswerTurn } from "../../../../bot/create-answer-turn.ts";
import type { Notice } from "../../../../bot/desk/notices/notice-box.ts";
import { createOffersPart, type OffersPart } from "../../../../bot/desk/offers/create-offers-part.ts";
import type { Submission } from "../../../../bot/desk/offers/submission.ts";
import type { DeskExchange } from "../../../../bot/desk/web/desk-section.ts";
import { html } from "../../../../bot/desk/web/html.ts";
import { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import type { Database } from "../../../../bot/state/database/database.ts";
import type { IncomingTurn } from "../../../../bot/turn.ts";
import { createMemoryStore } from "../../../../bot/understand/memory.ts";
import { extendIndex, type KnowledgeIndex, NO_EXTENSION } from "../../../../indexer/index.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "../../../support/desk-base.ts";

/** The part on a database in memory, its overlay over an index, and the real pipeline with its skill. */
export interface OffersOfTest {
  base: TestDeskBase;
  part: OffersPart;
  announced: Submission[];
  /** The knowledge as it is now, overlay included. */
  view: () => KnowledgeView;
  /** One turn of the member Maija, unless changes say otherwise. */
  ask: (text: string, changes?: Partial<IncomingTurn>) => Promise<Reply>;
  /** Sends the form. */
  send: (fields: Record<string, string>, changes?: Partial<IncomingTurn>) => Promise<Reply>;
}

/** Puts the part on an index. @param database Of the desk. @default an SQLite of its own */
export function createOffersOfTest(index: KnowledgeIndex, database?: Database): OffersOfTest {
  let view = new KnowledgeView(index);
  const announced: Submission[] = [];
  const inner = createDeskBase(database === undefined ? {} : { database });
  const base: TestDeskBase = {
    ...inner,
    currentView: () => view,
    knowledgeChanged: async () => {
      await inner.knowledgeChanged();
      const overlay = await part.overlay({ companies: index.tables.companies });
      view = new KnowledgeView(extendIndex(index, { ...NO_EXTENSION, ...overlay }));
    },
  };
  const part: OffersPart = createOffersPart(base, {
    announce: async (submission) => {
      announced.push(submission);
    },
  });
  const answerTurn = createAnswerTurn({
    currentView: () => view,
    memories: createMemoryStore(),
    skills: part.skills ?? [],
  });
  const ask = (text: string, changes: Partial<IncomingTurn> = {}) =>
    answerTurn({
      channel: "teams",
      conversationId: "teams:maija",
      text,
      reader: "member",
      person: { id: PEOPLE.member.id, name: PEOPLE.member.name },
      ...changes,
    });
  return {
    base,
    part,
    announced,
    view: () => view,
    ask,
    send: (fields, changes = {}) => ask("", { form: { kind: "submission", fields }, ...changes }),
  };
}

/** What waits to be told to people, oldest first. */
export async function waitingNotices({ database }: Pick<TestDeskBase, "database">): Promise<Notice[]> {
  const rows = await database
    .prepare("select conversation, json from notice where state = 'waiting' order by id")
    .all();
  return rows.map(({ conversation, json }) => ({
    conversationId: String(conversation),
    reply: JSON.parse(String(json)) as Reply,
  }));
}

/** The form of a reply: its fields by id, as a client would send them back unchanged. */
export function formOf(reply: Reply): Record<string, string> {
  const form = reply.cards?.find((card) => JSON.stringify(card.actions ?? []).includes('"submission"'));
  const fields = (form?.body ?? []).flatMap((element) =>
    String(element.type).startsWith("Input.") && element.value !== undefined
      ? [[String(element.id), String(element.value)]]
      : [],
  );
  const data = form?.actions?.[0]?.type === "Action.Submit" ? form.actions[0].data : {};
  const { form: _, ...hidden } = data as Record<string, string>;
  return { ...hidden, ...Object.fromEntries(fields) };
}

/** A whole form of gypsum in Harjavalta. */
export const GYPSUM = {
  kind: "stream",
  name: "gypsum",
  company: "Harbour Board Oy",
  category: "gypsum",
  physicalForm: "solid",
  amount: "3000",
  unit: "t",
  period: "year",
  park: "kokkola-industrial-park",
  municipality: "Kokkola",
  hazardous: "no",
  status: "available",
  visibility: "public",
} as const;

/** A request to a page of the desk by Kaisa. */
export function exchangeOf(changes: {
  params?: Record<string, string>;
  form?: Record<string, string>;
  query?: Record<string, string>;
  language?: DeskExchange["language"];
  actor?: DeskExchange["actor"];
}): DeskExchange {
  const { params = {}, form = {}, query = {}, language = "en", actor = PEOPLE.kaisa } = changes;
  return {
    actor,
    language,
    params,
    query: new URLSearchParams(query),
    form: new URLSearchParams(form),
    csrfField: html`<input type="hidden" name="csrf" value="token">`,
  };
}
