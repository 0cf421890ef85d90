import { setTimeout as wait } from "node:timers/promises";
import { waitFor } from "../support/application.ts";
import { chat } from "./chat-work.ts";
import { editEntries, workOnTickets } from "./desk-work.ts";
import type { Fault } from "./faults.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { readLedger } from "./ledger.ts";
import type { Person } from "./person.ts";
import { createTally, type Tally } from "./tally.ts";
import { startTeamsWork, type TeamsWork } from "./teams-work.ts";

const REPLICAS = 3;
const CALM_IN_MS = 2000;
const SETTLED_WITHIN_IN_MS = 60_000;

/** How the replicas did under the faults. */
export interface FireReport {
  /** Whatever was not as it must be, in words. */
  wrong: string[];
  /** Turns of the web chat that were acknowledged and answered, with the longest wait of a person, in milliseconds. */
  turns: number;
  longestInMs: number;
  teamsTurns: number;
  tickets: number;
  entries: number;
  ratings: number;
  alerts: number;
  /** Requests that failed and were sent again, by status. */
  failures: Record<number, number>;
  resumed: number;
  exits: (number | null)[];
  faults: FaultReport[];
}

/** What became of one fault; times in milliseconds. */
export interface FaultReport {
  name: string;
  lasted: number;
  /** From its end until each conversation had an answer to something that was asked after it. */
  recovered: number;
  /** Longest wait of a person for an answer meanwhile. */
  longest: number;
}

/** Choices of {@link runUnderFire}. */
export interface FireOptions {
  conversations: number;
  faults: Iterable<Fault>;
  /** Told how it goes. @default nobody is */
  say?: (line: string) => void;
}

/** Lets people talk with three replicas through a proxy, lets faults happen, and looks that nothing was lost or doubled. */
export async function runUnderFire(options: FireOptions): Promise<FireReport> {
  const { conversations, say = () => undefined } = options;
  const tally = createTally();
  const fleet = await startFleet(REPLICAS);
  const teams = await startTeamsWork();
  const end = new AbortController();
  const scene: Scene = { fleet, teams, tally, conversations, signal: end.signal };
  const working = Promise.allSettled(beginWork(scene));
  const faults: FaultReport[] = [];
  try {
    await wait(CALM_IN_MS);
    for (const fault of options.faults) {
      faults.push(await suffer(fault, scene));
      say(JSON.stringify(faults.at(-1)));
      await wait(CALM_IN_MS);
    }
    end.abort();
    const done = await working;
    const people = done.flatMap((one) => (one.status === "fulfilled" && one.value ? [one.value] : []));
    tally.faults.push(...done.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : [])));
    const wrong = await settled(() => readLedger({ fleet, people, tally, teams }));
    for (const person of people) person.close();
    const output = fleet.replicas.map((replica) => replica.output()).join("");
    const resumed = output.split("turn.resumed").length - 1;
    return { ...present(tally), wrong, faults, resumed, exits: await fleet.close() };
  } finally {
    end.abort();
    teams.close();
    await fleet.close().catch(() => undefined);
  }
}

/** What plays along. */
interface Scene {
  fleet: Fleet;
  teams: TeamsWork;
  tally: Tally;
  conversations: number;
  signal: AbortSignal;
}

/** @returns Everybody in the web chat, when they have done. */
function beginWork(scene: Scene): Promise<Person | undefined>[] {
  const { fleet, teams, tally, conversations, signal } = scene;
  const { url } = fleet.proxy;
  const chats = Array.from({ length: conversations }, (_, at) =>
    chat({ url, at, polls: at % 2 === 0, tally, signal }),
  );
  return [
    ...chats,
    workOnTickets(scene),
    workOnTickets(scene),
    editEntries(scene).then(() => undefined),
    teams.run({ url, tally, signal }).then(() => undefined),
  ];
}

async function suffer(fault: Fault, { fleet, tally, conversations }: Scene): Promise<FaultReport> {
  const begun = performance.now();
  await fault.run(fleet);
  const ended = performance.now();
  for (const replica of fleet.replicas) {
    if (replica.bot?.exitCode() !== undefined) {
      tally.faults.push(`${fault.name}: a replica ended by itself:\n${replica.output().slice(-2000)}`);
      await fleet.start(replica);
    }
  }
  const served = () => new Set(tally.turns.filter((turn) => turn.begun >= ended).map(({ person }) => person));
  await waitFor(() => served().size >= conversations, SETTLED_WITHIN_IN_MS).catch(() => {
    tally.faults.push(`${fault.name}: only ${served().size} of ${conversations} were served afterwards`);
  });
  const recovered = performance.now();
  const meanwhile = tally.turns.filter(({ answered }) => answered >= begun);
  return {
    name: fault.name,
    lasted: Math.round(ended - begun),
    recovered: Math.round(recovered - ended),
    longest: longestOf(meanwhile),
  };
}

/** Reads the ledger until all is right, or for as long as that may take. */
async function settled(read: () => Promise<string[]>): Promise<string[]> {
  let wrong: string[] = [];
  await waitFor(async () => {
    wrong = await read();
    return wrong.length === 0 || wait(500, false);
  }, SETTLED_WITHIN_IN_MS / 4).catch(() => undefined);
  return wrong;
}

function present(tally: Tally): Omit<FireReport, "wrong" | "faults" | "resumed" | "exits"> {
  return {
    turns: tally.turns.length,
    longestInMs: longestOf(tally.turns),
    teamsTurns: tally.teams.length,
    tickets: tally.tickets.length,
    entries: tally.entries.size,
    ratings: tally.ratings.length,
    alerts: tally.alerts.length,
    failures: Object.fromEntries(tally.failures),
  };
}

function longestOf(turns: Tally["turns"]): number {
  return Math.round(Math.max(0, ...turns.map(({ begun, answered }) => answered - begun)));
}
