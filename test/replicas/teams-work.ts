import { setTimeout as wait } from "node:timers/promises";
import { send } from "../support/application.ts";
import { MESSAGE, type Post, startService } from "../support/bot-framework.ts";
import { insist } from "./insist.ts";
import { noteFailure, type Tally } from "./tally.ts";

const CONVERSATIONS = 6;
const PAUSE_IN_MS = 400;
/** How often the service sends a message that was taken again. */
const REPEATED = 0.3;

/** People in Teams, and the service between them and the bot. */
export interface TeamsWork {
  /** What the bot has sent. */
  posts: Post[];
  /** Sends messages of them until the signal. */
  run(options: { url: string; tally: Tally; signal: AbortSignal }): Promise<void>;
  close(): void;
}

/** Starts the service. */
export async function startTeamsWork(): Promise<TeamsWork> {
  const posts: Post[] = [];
  const service = await startService(posts);
  return {
    posts,
    close: service.close,
    async run({ url, tally, signal }) {
      for (let at = 0; !signal.aborted; at++) {
        const person = at % CONVERSATIONS;
        const json = {
          ...MESSAGE,
          id: `m${at}`,
          conversation: { id: `c${person}`, conversationType: "personal" },
          from: { id: `29:p${person}`, name: "P" },
          deliveryMode: undefined,
          serviceUrl: service.url,
          text: "Mitä tuhkaa on?",
        };
        const say = () =>
          insist(
            (patience) => send(`${url}/api/messages`, { json, signal: patience }),
            (status) => noteFailure(tally, status),
          );
        const { status } = await say();
        if (status === 200) tally.teams.push(json.id);
        else tally.faults.push(`A message of Teams got ${status}`);
        if (Math.random() < REPEATED) await say();
        await wait(PAUSE_IN_MS);
      }
    },
  };
}
