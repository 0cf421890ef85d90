import { Agent, request } from "node:http";
import { WebSocket } from "ws";
import type { SeenActivity } from "../support/direct-line-client.ts";

/** A person who talks with the bot: each has a network address of their own, as a proxy would tell it. */
export interface SoakPerson {
  url: string;
  address: string;
  locale: string;
  /** Polls instead of listening to a socket. */
  polls: boolean;
}

/** An answer of the server. */
export interface SoakAnswer {
  status: number;
  body: Record<string, unknown>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 });
const POLL_EVERY_IN_MS = 150;

/** One conversation of Direct Line, over REST and a socket or polls, that hands on every kept activity as it comes. */
export class SoakConnection {
  readonly id: string;
  readonly #person: SoakPerson;
  readonly #take: (activity: SeenActivity) => void;
  #token: string;
  #socket: WebSocket | undefined;
  #poller: NodeJS.Timeout | undefined;
  #isClosed = false;
  #watermark = "";

  private constructor(
    started: { id: string; token: string },
    { person, take }: { person: SoakPerson; take: (activity: SeenActivity) => void },
  ) {
    this.id = started.id;
    this.#token = started.token;
    this.#person = person;
    this.#take = take;
  }

  /** Begins a conversation. @throws {Error} If the server does not begin one. */
  static async begin(person: SoakPerson, take: (activity: SeenActivity) => void): Promise<SoakConnection> {
    const base = `${person.url}/v3/directline`;
    const generated = await call(`${base}/tokens/generate`, { person, json: {} });
    const started = await call(`${base}/conversations`, {
      person,
      token: String(generated.body.token),
      json: { locale: person.locale },
    });
    if (started.status !== 201) throw new Error(`Cannot begin a conversation: ${started.status}`);
    const { conversationId, token, streamUrl } = started.body;
    const connection = new SoakConnection(
      { id: String(conversationId), token: String(token) },
      { person, take },
    );
    await connection.#listen(String(streamUrl));
    return connection;
  }

  /** Posts an activity. */
  post(activity: object): Promise<SoakAnswer> {
    return this.#call("/activities", { json: { from: { id: "ignored" }, ...activity } });
  }

  /** Closes the socket and opens another that goes on where it ended, with a new token; a poller gets a new token. */
  async reconnect(): Promise<void> {
    const refreshed = await call(`${this.#person.url}/v3/directline/tokens/refresh`, {
      person: this.#person,
      token: this.#token,
      json: {},
    });
    if (refreshed.status !== 200) throw new Error(`Cannot refresh the token: ${refreshed.status}`);
    this.#token = String(refreshed.body.token);
    if (this.#person.polls) return;
    this.#leave();
    const again = await this.#call(`?watermark=${this.#watermark}`);
    if (again.status !== 200) throw new Error(`Cannot reconnect: ${again.status}`);
    this.#token = String(again.body.token);
    await this.#listen(String(again.body.streamUrl));
  }

  /** Lets the server delete all of the conversation. */
  async erase(): Promise<void> {
    this.close();
    const { status } = await this.#call("/erase", { json: {} });
    if (status !== 204) throw new Error(`Cannot erase: ${status}`);
    const after = await this.#call("/activities");
    if (after.status !== 404) throw new Error(`Erased, and still there: ${after.status}`);
  }

  close(): void {
    this.#isClosed = true;
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#poller);
    this.#socket?.removeAllListeners();
    this.#socket?.on("error", () => undefined);
    this.#socket?.close();
  }

  async #listen(streamUrl: string): Promise<void> {
    if (this.#person.polls) return this.#pollLater();
    const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on("message", (data) => this.#read(String(data)));
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  }

  #pollLater(): void {
    this.#poller = setTimeout(async () => {
      const { body } = await this.#call(`/activities?watermark=${this.#watermark}`).catch(() => ({
        body: {},
      }));
      if (this.#isClosed) return;
      this.#takeSet(body);
      this.#pollLater();
    }, POLL_EVERY_IN_MS);
  }

  #read(text: string): void {
    // The server says "" to find out whether somebody is there.
    if (text !== "") this.#takeSet(JSON.parse(text) as Record<string, unknown>);
  }

  #takeSet({ activities = [], watermark }: { activities?: unknown; watermark?: unknown }): void {
    if (typeof watermark === "string" && watermark !== "") this.#watermark = watermark;
    for (const activity of activities as SeenActivity[]) this.#take(activity);
  }

  #call(path: string, options: { json?: object } = {}): Promise<SoakAnswer> {
    const url = `${this.#person.url}/v3/directline/conversations/${this.id}${path}`;
    return call(url, { ...options, person: this.#person, token: this.#token });
  }
}

function call(
  url: string,
  { person, token, json }: { person: SoakPerson; token?: string; json?: object },
): Promise<SoakAnswer> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const headers = {
    "x-forwarded-for": person.address,
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: body === undefined ? "GET" : "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body: text === "" ? {} : JSON.parse(text) });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
