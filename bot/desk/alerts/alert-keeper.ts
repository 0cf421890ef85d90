import type { KnowledgeView } from "../../knowledge-view.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import { rootOf } from "../../root-conversation.ts";
import type { IncomingTurn } from "../../turn.ts";
import type { SkillTurn } from "../../turn-skill.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type Alert, watchedQuery } from "./alert.ts";
import type { AlertStore } from "./alert-store.ts";

/** Alerts that a conversation may have. */
export const MOST_ALERTS = 20;

/** What came of a wish for an alert. */
export type CreateOutcome = { alert: Alert; isNew: boolean } | "too many";

/** In a channel of Teams an alert belongs to the channel, whichever thread of it was written in. */
function ownerOf({ conversationId, isShared }: IncomingTurn): string {
  return isShared === true ? rootOf(conversationId) : conversationId;
}

/** Does what people ask with their alerts. An alert that is not the conversation's own is not there for it. */
export class AlertKeeper {
  readonly #base: DeskBase;
  readonly #store: AlertStore;

  constructor(base: DeskBase, store: AlertStore) {
    this.#base = base;
    this.#store = store;
  }

  list(turn: IncomingTurn): Promise<Alert[]> {
    return this.#store.list(ownerOf(turn));
  }

  /** Whether a conversation watches what a query asks for. */
  async has(turn: IncomingTurn, query: StreamQuery): Promise<boolean> {
    return (await this.#store.find(ownerOf(turn), watchedQuery(query))) !== undefined;
  }

  /** Makes an alert, unless the conversation has the same one or too many. What is in the table now is no news. */
  create(wanted: StreamQuery, seen: SkillTurn): Promise<CreateOutcome> {
    const { turn, replyLanguage: language } = seen;
    const query = watchedQuery(wanted);
    return this.#base.database.transact(async () => {
      const owner = ownerOf(turn);
      const known = await this.#store.find(owner, query);
      if (known !== undefined) return { alert: known, isNew: false };
      if ((await this.#store.list(owner)).length >= MOST_ALERTS) return "too many";
      const { person } = turn;
      const alert = {
        conversation: owner,
        person: turn.isShared === true ? undefined : person?.id,
        language,
        reader: turn.reader,
        query,
        created: this.#base.now(),
      };
      const present = presentRows(query, { view: this.#base.currentView(), reader: turn.reader });
      return { alert: await this.#store.add(alert, present), isNew: true };
    });
  }

  /** Pauses an alert, or lets it go on; what came meanwhile is then no news any more. */
  async setState(alert: Alert, state: Alert["state"]): Promise<void> {
    await this.#base.database.transact(async () => {
      if (alert.state === "paused" && state === "active")
        await this.#store.markSeen(
          alert.id,
          presentRows(alert.query, { view: this.#base.currentView(), reader: alert.reader }),
        );
      await this.#store.setState(alert.id, { state, at: this.#base.now() });
    });
  }

  async delete(alert: Alert): Promise<void> {
    await this.#store.remove(alert.id);
  }

  /** @returns How many there were. */
  deleteAll(turn: IncomingTurn): Promise<number> {
    return this.#store.removeAll(ownerOf(turn));
  }
}

function presentRows(
  query: StreamQuery,
  context: { view: KnowledgeView; reader: SkillTurn["turn"]["reader"] },
): string[] {
  const { reader } = context;
  return context.view
    .forReader(reader)
    .streams.run(query, reader)
    .rows.map(({ id }) => id);
}
