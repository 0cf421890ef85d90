import { createRequire } from "node:module";
import { send, waitFor } from "./application.ts";
import type { SeenActivity } from "./direct-line-client.ts";
import { FetchXmlHttpRequest } from "./xml-http-request.ts";

/** The parts of directlinejs the tests use; its own types need the browser's. */
interface Client {
  activity$: {
    subscribe(
      next: (activity: SeenActivity) => void,
      fail: (error: unknown) => void,
    ): { unsubscribe(): void };
  };
  connectionStatus$: { getValue(): number; subscribe(next: (status: number) => void): void };
  postActivity(activity: unknown): {
    subscribe(done: (id: string) => void, fail: (error: unknown) => void): void;
  };
  conversationId: string;
  token: string;
  end(): void;
}

const directLineJs = createRequire(import.meta.url)("botframework-directlinejs") as {
  DirectLine: new (options: Record<string, unknown>) => Client;
  ConnectionStatus: Record<"Online" | "ExpiredToken" | "FailedToConnect" | "Ended", number>;
};

/** The states of a connection, as directlinejs numbers them. */
export const { ConnectionStatus } = directLineJs;

/** A conversation through the real client of Web Chat. */
export interface RealClient {
  client: Client;
  /** All it was given, in order. */
  seen: SeenActivity[];
  /** Why its feed ended: the messages of errors. */
  failures: string[];
  /** Posts a message; resolves with its id, or "retry" when the client may send it again. */
  say(text: string): Promise<string>;
  /** Waits until a message with this text came. */
  sees(text: string, timeoutInMs?: number): Promise<SeenActivity>;
  subscription: { unsubscribe(): void };
}

/** Connects as Web Chat does, with the shortest waits directlinejs allows. */
export async function connectRealClient(
  url: string,
  options: Record<string, unknown> = {},
): Promise<RealClient> {
  Object.assign(globalThis, { XMLHttpRequest: FetchXmlHttpRequest });
  const token = options.token ?? (await generateToken(url));
  const client = new directLineJs.DirectLine({
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    random: () => 0,
    conversationStartProperties: { locale: "sv-SE" },
    ...options,
    token,
  });
  const seen: SeenActivity[] = [];
  const failures: string[] = [];
  const subscription = client.activity$.subscribe(
    (activity) => seen.push(activity),
    (error) => failures.push(error instanceof Error ? error.message : String(error)),
  );
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const channelData = { clientActivityID: `client-${text}` };
      client
        .postActivity({ type: "message", text, from: { id: "ignored" }, channelData })
        .subscribe(resolve, reject);
    });
  const sees = (text: string, timeoutInMs = 8000) =>
    waitFor(() => seen.find((activity) => activity.text === text), timeoutInMs);
  return { client, seen, failures, say, sees, subscription };
}

async function generateToken(url: string): Promise<unknown> {
  const generated = await send(`${url}/v3/directline/tokens/generate`, { method: "POST" });
  return generated.body.token;
}

/** A class of WebSockets that the test can cut, as a network does. */
export function createDroppableSockets(): { Socket: typeof WebSocket; dropAll(): void; opened(): number } {
  const open = new Set<WebSocket>();
  let opened = 0;
  class DroppableSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      opened++;
      open.add(this);
      this.addEventListener("close", () => open.delete(this));
    }
  }
  return {
    Socket: DroppableSocket as typeof WebSocket,
    dropAll() {
      for (const socket of open) socket.close();
    },
    opened: () => opened,
  };
}
