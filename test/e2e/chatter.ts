import { randomUUID } from "node:crypto";
import { waitFor } from "../support/application.ts";
import { TENANT, TeamsClient } from "../support/teams-client.ts";
import type { SentActivity } from "../support/teams-service.ts";
import type { WholeBot } from "../support/whole-bot.ts";

/** Fields of a form by their ids; a text for each. */
type Fields = Record<string, string>;

interface Card {
  body?: { id?: string; value?: string }[];
  actions?: { data?: Fields }[];
}

/** Somebody in a chat of their own with the bot in Teams. */
export class Chatter {
  readonly client: TeamsClient;
  #last: SentActivity | undefined;

  constructor(bot: WholeBot, person: { id: string; name: string; aadObjectId: string }, locale = "fi-FI") {
    this.client = new TeamsClient(bot, bot.service);
    this.client.conversation.id = `a:${person.id}`;
    this.client.conversationOnly = `a:${person.id}`;
    this.client.person = person;
    this.client.locale = locale;
    bot.service.members.set(person.id, { tenantId: TENANT, userRole: "user" });
  }

  async say(text: string): Promise<SentActivity> {
    return await this.#exchange(text);
  }

  /** Sends the form of the last message as it is, but for some fields. */
  async send(changes: Fields = {}): Promise<SentActivity> {
    const card = this.#last?.attachments?.[0]?.content as Card | undefined;
    const [submit] = card?.actions ?? [];
    if (card === undefined || submit === undefined) throw new Error(`No form: ${this.#last?.text}`);
    const filled = (card.body ?? []).flatMap(({ id, value }) =>
      id === undefined || value === undefined ? [] : [[id, value]],
    );
    const value = { ...Object.fromEntries(filled), ...changes, ...submit.data };
    return await this.#exchange("", { text: undefined, value });
  }

  /** Waits for the answer to just this message: others may come on their own. */
  async #exchange(text: string, changes: object = {}): Promise<SentActivity> {
    const id = randomUUID();
    await this.client.say(text, { id, ...changes });
    this.#last = await waitFor(() => this.client.messages().find(({ replyToId }) => replyToId === id));
    return this.#last;
  }

  /** Thumb under the last answer, and words beside it. */
  async rate(reaction: "like" | "dislike", words?: string): Promise<void> {
    const feedback = words === undefined ? "{}" : JSON.stringify({ feedbackText: words });
    await this.client.invoke(
      "message/submitAction",
      { actionName: "feedback", actionValue: { reaction, feedback } },
      { replyToId: this.#last?.replyToId },
    );
  }
}
