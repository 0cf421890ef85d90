import type pg from "pg";
import type { Announced } from "./database.ts";

/** What {@link PostgresEars} need. */
export interface EarsOptions {
  /** Opens a connection that nobody else uses. */
  connect: () => Promise<pg.Client>;
  /** Who this process is among those that announce; what it says itself it does not hear. */
  self: string;
}

const AGAIN_AFTER_IN_MS = 500;

/**
 * Listens to announcements on a connection of its own, which is opened when somebody first listens and opened again when
 * it is lost. What was said meanwhile is lost: as soon as it is listened to, at first and after each new connection,
 * each listener hears an empty text, and then looks for itself what has changed.
 */
export class PostgresEars {
  readonly #options: EarsOptions;
  readonly #listeners = new Map<string, Set<Announced>>();
  #client: Promise<pg.Client> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asked: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: EarsOptions) {
    this.#options = options;
  }

  on(topic: string, listener: Announced): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    const isNew = listeners.size === 0;
    this.#listeners.set(topic, listeners.add(listener));
    if (this.#client === undefined) this.#open();
    else if (isNew) {
      // One after the other: a connection is asked one thing at a time.
      this.#asked = this.#asked
        .then(() => this.#client)
        .then((client) => client && listen(client, topic))
        .then(() => this.#tell(topic))
        .catch(() => {});
    }
    return () => listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => {});
  }

  #open(): void {
    const client = this.#connect();
    this.#client = client;
    client.then(
      () => {
        for (const topic of this.#listeners.keys()) this.#tell(topic);
      },
      () => this.#openLater(),
    );
  }

  async #connect(): Promise<pg.Client> {
    const client = await this.#options.connect();
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      this.#openLater();
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", ({ channel, payload = "" }) => this.#hear(channel, payload));
    for (const topic of this.#listeners.keys()) await listen(client, topic);
    return client;
  }

  #openLater(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => this.#open(), AGAIN_AFTER_IN_MS);
    this.#timer.unref();
  }

  #hear(topic: string, message: string): void {
    const [self, payload] = JSON.parse(message) as [string, string];
    if (self === this.#options.self) return;
    for (const listener of this.#listeners.get(topic) ?? []) listener(payload);
  }

  /** What was said before this was listened to was missed. */
  #tell(topic: string): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener("");
  }
}

async function listen(client: pg.Client, topic: string): Promise<void> {
  await client.query(`listen "${topic.replaceAll('"', "")}"`);
}
