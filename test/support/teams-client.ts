import { randomUUID } from "node:crypto";
import type { Changes } from "./application.ts";
import { type Answer, send, waitFor } from "./application.ts";
import { APP_ID, type SentActivity, type TeamsService } from "./teams-service.ts";

/** Where in Teams somebody speaks. */
export type Scope = "personal" | "groupChat" | "channel";

export const TENANT = "6f0e3a52-7f35-4d3b-9c4c-000000000001";
export const PERSON = "6f0e3a52-7f35-4d3b-9c4c-000000000002";
const BOT = { id: `28:${APP_ID}`, name: "Sivuvirta" };

/** Settings under which the bot authenticates its callers. */
export const REGISTERED: NonNullable<Changes["config"]> = {
  microsoftApp: { id: APP_ID, password: "p", tenantId: TENANT, type: "SingleTenant" },
};

/** The application a client speaks to; it may be started after the client is made. */
export interface ClientTarget {
  readonly running: { url: string };
}

/** A client of Teams as the bot sees it: what people do there arrives as signed activities. */
export class TeamsClient {
  readonly #application: ClientTarget;
  readonly #service: TeamsService;
  readonly conversation: Record<string, unknown>;
  locale = "fi-FI";
  /** Only messages to this conversation count as said to the client. @default all */
  conversationOnly: string | undefined;
  person = { id: "29:eva", name: "Eva Berg", aadObjectId: PERSON };

  constructor(application: ClientTarget, service: TeamsService, scope: Scope = "personal") {
    this.#application = application;
    this.#service = service;
    const id = {
      personal: "a:1",
      groupChat: "19:group@thread.v2",
      channel: "19:team@thread.tacv2;messageid=1",
    }[scope];
    this.conversation = {
      id,
      conversationType: scope,
      tenantId: TENANT,
      ...(scope === "personal" ? {} : { isGroup: true }),
    };
  }

  /** Sends a message; in a group the bot is mentioned. */
  say(text: string, changes: object = {}): Promise<Answer> {
    const isPersonal = this.conversation.conversationType === "personal";
    const mention = { type: "mention", mentioned: BOT, text: "<at>Sivuvirta</at>" };
    return this.post({
      type: "message",
      text: isPersonal ? text : `<at>Sivuvirta</at>&nbsp;${text}`,
      ...(isPersonal ? {} : { entities: [mention] }),
      ...changes,
    });
  }

  /** Sends a message and waits for what ends its turn: the bot's next message. */
  async ask(text: string, changes: object = {}): Promise<SentActivity> {
    const before = this.messages().length;
    await this.say(text, changes);
    return waitFor(() => this.messages()[before]);
  }

  invoke(name: string, value: unknown, changes: object = {}): Promise<Answer> {
    return this.post({ type: "invoke", name, value, ...changes });
  }

  /** The app is installed: Teams tells it in two activities. */
  async install(): Promise<void> {
    await this.post({ type: "installationUpdate", action: "add" });
    await this.post({ type: "conversationUpdate", membersAdded: [BOT] });
  }

  /** What the bot has said so far. */
  messages(): SentActivity[] {
    const { conversationOnly = "" } = this;
    return this.#service.calls
      .filter(({ path, body }) => path.includes(conversationOnly) && body.type === "message")
      .map(({ body }) => body);
  }

  /** Sends any activity, signed unless `headers` say otherwise. */
  async post(activity: object, headers?: Record<string, string>): Promise<Answer> {
    const signed = headers ?? { authorization: `Bearer ${await this.#service.sign()}` };
    return send(`${this.#application.running.url}/api/messages`, {
      json: { ...this.#frame(), ...activity },
      headers: signed,
    });
  }

  #frame(): object {
    return {
      id: randomUUID(),
      channelId: "msteams",
      serviceUrl: this.#service.url,
      timestamp: new Date().toISOString(),
      locale: this.locale,
      conversation: this.conversation,
      from: this.person,
      recipient: BOT,
      channelData: { tenant: { id: TENANT } },
    };
  }
}
