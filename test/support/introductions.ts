import type { Actor } from "../../bot/desk/actor.ts";
import type { DeskPart } from "../../bot/desk/desk-parts.ts";
import {
  createIntroductionsPart,
  type IntroductionsOptions,
} from "../../bot/desk/introductions/create-introductions-part.ts";
import type { DeskAnswer, DeskExchange } from "../../bot/desk/web/desk-section.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { Database } from "../../bot/state/database/database.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "./desk-base.ts";
import { createDeskChat, type DeskChat, withTables } from "./desk-chat.ts";

/** Words that only a coordinator may see before the other side has agreed. */
export const OTHER_SECRETS = /Salakka|Vesa Vaitelias|555 7788|vaitelias@|CuO 91|19 €/;
/** Words of the asker that may never be passed on, as nobody ticked them. */
export const ASKER_SECRETS = /aino\.asker@|4 321/;

const SECRET_NAME = "Salakka Metals Oy";

/** The own knowledge with a company whose name, contact and terms only coordinators may see. */
export function hideCompany(own: KnowledgeView): KnowledgeView {
  const hidden = "boliden-kokkola";
  return withTables(own, ({ companies = [], contacts = [] }) => {
    const [like] = contacts;
    if (like === undefined) throw new Error("The own knowledge has no contacts any more");
    const contact = {
      ...like,
      subject: hidden,
      name: "Vesa Vaitelias",
      phone: "+358 40 555 7788",
      email: "vesa.vaitelias@example.org",
      visibility: "coordinator" as const,
    };
    return {
      companies: companies.map((row) =>
        row.id === hidden
          ? {
              ...row,
              name_en: SECRET_NAME,
              name_fi: SECRET_NAME,
              name_sv: SECRET_NAME,
              website: "www.salakka.example",
              field_visibility: { identity: "coordinator" as const },
            }
          : row,
      ),
      contacts: [...contacts, contact],
    };
  });
}

/** Everything around introductions, for a test. */
export interface IntroductionDesk {
  base: TestDeskBase;
  part: DeskPart;
  chat: DeskChat;
  /** Other knowledge from now on. */
  learn: (view: KnowledgeView) => void;
  /** Sends the form of a reply, with what is changed. @returns What is answered. */
  send: (reply: Reply, changes?: Record<string, string>) => Promise<Reply>;
  /** Calls a route of the desk's section. */
  visit: (route: string, id: number | undefined, form?: Record<string, string>) => Promise<DeskAnswer>;
  /** A page as HTML. */
  page: (route: string, id?: number) => Promise<string>;
  /** Messages that wait, as they would be sent. */
  sent: (beginning?: string) => Promise<Reply[]>;
  /** Revision of an introduction now. */
  revisionOf: (id: number) => Promise<string>;
}

/** Puts introductions on a base in memory and the real pipeline. */
export function createIntroductionDesk(
  view: KnowledgeView,
  options: IntroductionsOptions & {
    actor?: Actor;
    language?: DeskExchange["language"];
    database?: Database;
  } = {},
): IntroductionDesk {
  const { actor = PEOPLE.kaisa, language = "en", database, ...rest } = options;
  let current = view;
  const base: TestDeskBase = {
    ...createDeskBase({ view, ...(database && { database }) }),
    currentView: () => current,
  };
  const part = createIntroductionsPart(base, rest);
  const chat = createDeskChat(() => current, part.skills ?? []);
  const visit: IntroductionDesk["visit"] = async (route, id, form) => {
    const method = form === undefined ? "get" : "post";
    const found = part.section?.routes.find((one) => one.path === route && one.method === method);
    if (found === undefined) throw new Error(`There is no route ${method} ${route}`);
    return found.handle({
      actor,
      language,
      params: id === undefined ? {} : { id: String(id) },
      query: new URLSearchParams(),
      form: new URLSearchParams(form),
      csrfField: { html: '<input type="hidden" name="csrf" value="x">' },
    });
  };
  return {
    base,
    part,
    chat,
    learn: (next) => {
      current = next;
    },
    send: (reply, changes = {}) =>
      chat.say({
        form: "introduction",
        target: targetOf(reply),
        company: "Kysyjä Oy",
        name: "Aino Asker",
        contact: "aino.asker@example.org",
        stream: "Zinc residue",
        amount: "4 321 t",
        message: "Could we visit you?",
        allowed: "who,stream",
        consent: "yes",
        ...changes,
      }),
    visit,
    page: async (route, id) => {
      const answer = await visit(route, id);
      return answer.kind === "page" ? answer.main.html : answer.kind;
    },
    sent: async (beginning = "") => {
      const notices = await base.notices.take();
      await base.notices.giveBack(notices);
      return notices
        .filter(({ conversationId }) => conversationId.startsWith(beginning))
        .map(({ reply }) => reply);
    },
    revisionOf: async (id) => {
      const statement = base.database.prepare("select revision from introduction where id = ?");
      return String((await statement.get(id))?.revision);
    },
  };
}

/** The opaque id on the form of a reply. */
export function targetOf(reply: Reply): string {
  const found = /"form":"introduction","target":"([\w-]+)"/.exec(JSON.stringify(reply.cards ?? []));
  if (found?.[1] === undefined) throw new Error(`There is no form: ${reply.text}`);
  return found[1];
}
