import { loadConfig } from "../../../bot/config.ts";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import type { Alert } from "../../../bot/desk/alerts/alert.ts";
import { AlertStore } from "../../../bot/desk/alerts/alert-store.ts";
import { AuditLog } from "../../../bot/desk/audit/audit-log.ts";
import { createDesk } from "../../../bot/desk/create-desk.ts";
import { NoticeBox } from "../../../bot/desk/notices/notice-box.ts";
import type { OfferValues } from "../../../bot/desk/offers/offer-fields.ts";
import { SubmissionDesk } from "../../../bot/desk/offers/submission-desk.ts";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { createLog } from "../../../bot/log.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../../bot/state/database/sqlite-database.ts";
import type { TurnSkill } from "../../../bot/turn-skill.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import type { Language } from "../../../knowledge/languages.ts";

/** The pipeline with all skills of the desk, as a member meets it. */
export interface RequestDesk {
  skills: readonly TurnSkill[];
  /**
   * Begins a conversation in which two alerts (1: ash, 2: bark) are on, or paused, and a stream of gypsum is published.
   */
  begin: (id: string, options: { language: Language; isPaused: boolean }) => Promise<RequestChat>;
}

/** One conversation of a member. */
export interface RequestChat {
  say: (words: string) => Promise<Reply>;
  alerts: () => Promise<Alert[]>;
  /** Id of the published stream. */
  record: string;
}

/** Puts the desk together on a state in memory. */
export function openRequestDesk(view: KnowledgeView): RequestDesk {
  const database = new SqliteDatabase(":memory:");
  const store = new ConversationStore(database);
  const log = createLog({ level: "error", write: (line) => console.error(line) });
  const config = loadConfig({});
  const desk = createDesk({
    config,
    store,
    log,
    currentView: () => view,
    knowledgeChanged: async () => {},
    settingOf: () => "member",
    say: () => {},
  });
  const answerTurn = createAnswerTurn({
    currentView: () => view,
    memories: createMemoryStore(),
    skills: desk.skills,
    log,
  });
  const alerts = new AlertStore(database);
  const base = {
    database,
    log,
    now: Date.now,
    audit: new AuditLog(database, { now: Date.now }),
    notices: new NoticeBox(database, { now: Date.now }),
    currentView: () => view,
    knowledgeChanged: async () => {},
  };
  const offers = new SubmissionDesk(base);
  return {
    skills: desk.skills,
    begin: async (id, { language, isPaused }) => {
      const conversation = `msteams:${id}`;
      const person = { id: `teams:t/${id}`, name: "Aino" };
      await addAlerts(alerts, { conversation, person: person.id, language });
      if (isPaused)
        for (const one of await alerts.list(conversation))
          await alerts.setState(one.id, { state: "paused", at: Date.now() });
      const record = await publishGypsum(offers, { conversation, person: person.id, language });
      return {
        say: (text) =>
          answerTurn({ channel: "teams", conversationId: conversation, text, reader: "member", person }),
        alerts: () => alerts.list(conversation),
        record,
      };
    },
  };
}

interface Owner {
  conversation: string;
  person: string;
  language: Language;
}

async function addAlerts(store: AlertStore, owner: Owner): Promise<void> {
  const shared = { ...owner, reader: "member" as const, created: Date.now() };
  await store.add({ ...shared, query: { categories: ["ash"], places: ["lapland"] } }, []);
  await store.add({ ...shared, query: { materials: ["trade:bark"] } }, []);
}

const GYPSUM: Record<Language, string> = { fi: "kipsi", sv: "gips", en: "gypsum" };

async function publishGypsum(
  desk: SubmissionDesk,
  { conversation, person, language }: Owner,
): Promise<string> {
  const values: OfferValues = {
    kind: "stream",
    name: GYPSUM[language],
    company: "Aino Oy",
    category: "gypsum",
    physicalForm: "solid",
    amount: "3000",
    unit: "t",
    period: "year",
    park: "kokkola-industrial-park",
    municipality: "Kokkola",
    visibility: "public",
  };
  const told = { kind: "stream" as const, values, language, conversation, person };
  const actor = { id: person, name: "Aino", reader: "member", via: "teams" } as const;
  const kept = await desk.submit(told, actor);
  if (kept.kind === "full") throw new Error("Cannot begin a conversation: too many submissions wait");
  const outcome = await desk.approve(kept.submission, {
    values,
    names: {},
    language,
    rowRevision: 0,
    actor: { id: "web:kaisa", name: "Kaisa", reader: "coordinator", via: "desk" },
  });
  if (outcome.kind !== "done") throw new Error(`Cannot begin a conversation: ${outcome.kind}`);
  return outcome.value.id;
}
