import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { type Answer, type SendOptions, send } from "../support/application.ts";
import type { SeenActivity } from "../support/direct-line-client.ts";
import { insist } from "./insist.ts";
import { noteFailure, type Tally } from "./tally.ts";

const POLL_EVERY_IN_MS = 150;
const ANSWER_PATIENCE_IN_MS = 60_000;

/** Choices of {@link Person}. */
export interface PersonOptions {
  /** Address of the proxy. */
  url: string;
  locale: string;
  /** Polls instead of listening to a socket. */
  polls: boolean;
  tally: Tally;
}

/** Somebody in the web chat, whose client sends again what failed, and who notes what must hold of the answers. */
export class Person {
  readonly id: string;
  /** Each socket brings a new one. */
  token: string;
  /** Messages that were acknowledged, by the name that the client gave them. */
  readonly acknowledged = new Map<string, string>();
  readonly #options: PersonOptions;
  readonly #answers = new Map<string, SeenActivity>();
  #newest = 0;
  readonly #over = new AbortController();
  #socket: WebSocket | undefined;

  private constructor(started: { id: string; token: string }, options: PersonOptions) {
    this.id = started.id;
    this.token = started.token;
    this.#options = options;
  }

  /** Begins a conversation. */
  static async begin(options: PersonOptions): Promise<Person> {
    const base = `${options.url}/v3/directline`;
    const call = (path: string, more: SendOptions) =>
      insist((signal) => send(base + path, { ...more, signal, method: "POST" }));
    const { body } = await call("/tokens/generate", {});
    const json = { locale: options.locale };
    const started = await call("/conversations", { token: String(body.token), json });
    const { conversationId, token } = started.body;
    const person = new Person({ id: String(conversationId), token: String(token) }, options);
    const hearing = options.polls ? person.#poll() : person.#listen();
    hearing.catch((error: unknown) => {
      if (!person.#over.signal.aborted) options.tally.faults.push(`${person.id} hears nothing: ${error}`);
    });
    return person;
  }

  get url(): string {
    return this.#options.url;
  }

  /** Says something and waits for the answer. @returns It; nothing when none came, which is noted as a fault. */
  async ask(said: { text?: string; value?: object }): Promise<SeenActivity | undefined> {
    const { tally, locale } = this.#options;
    const begun = performance.now();
    const clientActivityID = randomUUID();
    const posted = await this.post({ type: "message", locale, ...said, channelData: { clientActivityID } });
    if (posted.status !== 200) {
      tally.faults.push(`A message got ${posted.status}: ${posted.text.slice(0, 200)}`);
      return undefined;
    }
    const id = String(posted.body.id);
    const taken = performance.now();
    this.acknowledged.set(clientActivityID, id);
    while (!this.#answers.has(id)) {
      if (performance.now() - begun > ANSWER_PATIENCE_IN_MS) {
        tally.faults.push(`No answer to ${id} was heard within ${ANSWER_PATIENCE_IN_MS / 1000} s`);
        return undefined;
      }
      await wait(10);
    }
    tally.turns.push({ person: this.id, begun, taken, answered: performance.now() });
    return this.#answers.get(id);
  }

  /** Posts an activity until it is taken or refused. */
  post(json: object): Promise<Answer> {
    return this.#call("/activities", { json });
  }

  /** All that the conversation holds, as one of the replicas or the proxy tells it. */
  async readAll(url: string): Promise<SeenActivity[]> {
    const path = `${url}/v3/directline/conversations/${this.id}/activities`;
    const { body } = await insist((signal) => send(path, { token: this.token, signal }));
    return body.activities as SeenActivity[];
  }

  close(): void {
    this.#over.abort();
    this.#socket?.close();
  }

  #call(path: string, options: SendOptions): Promise<Answer> {
    const url = `${this.#options.url}/v3/directline/conversations/${this.id}${path}`;
    return insist(
      (signal) => send(url, { ...options, token: this.token, signal }),
      (status) => {
        this.#over.signal.throwIfAborted();
        noteFailure(this.#options.tally, status);
      },
    );
  }

  async #poll(): Promise<void> {
    while (!this.#over.signal.aborted) {
      await wait(POLL_EVERY_IN_MS);
      const { body } = await this.#call(`/activities?watermark=${this.#newest}`, {});
      this.#takeSet(body);
    }
  }

  async #listen(): Promise<void> {
    while (!this.#over.signal.aborted) {
      const { body, status } = await this.#call(`?watermark=${this.#newest}`, {});
      if (status !== 200) this.#options.tally.faults.push(`Coming back got ${status}`);
      this.token = String(body.token ?? this.token);
      const socket = new WebSocket(String(body.streamUrl));
      this.#socket = socket;
      socket.on("message", (data) => {
        if (String(data) !== "") this.#takeSet(JSON.parse(String(data)));
      });
      socket.on("error", () => undefined);
      await new Promise((resolve) => socket.once("close", resolve));
      await wait(POLL_EVERY_IN_MS);
    }
  }

  /** Every kept activity comes once, and none is left out. */
  #takeSet({ activities = [] }: Record<string, unknown>): void {
    const { faults } = this.#options.tally;
    for (const activity of activities as SeenActivity[]) {
      const number = Number(/\|(\d+)$/.exec(activity.id)?.[1]);
      // Signs that somebody writes are not kept and have no number.
      if (Number.isNaN(number)) continue;
      if (number !== this.#newest + 1) {
        faults.push(`${this.id}: activity ${number} came after ${this.#newest}`);
      }
      this.#newest = number;
      const { replyToId, from, type } = activity;
      if (type === "message" && from.role === "bot" && replyToId !== undefined) {
        this.#answers.set(replyToId, activity);
      }
    }
  }
}
