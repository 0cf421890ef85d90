import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BotProcess, startBot } from "../support/bot-process.ts";
import { type DeskClient, enterDesk } from "../support/desk-client.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";
import { type RoundRobin, startRoundRobin } from "../support/round-robin.ts";
import { startTcpGate, type TcpGate } from "./tcp-gate.ts";

/** One of several bots on the same database. */
export interface Replica {
  /** Nothing while it is dead. */
  bot: BotProcess | undefined;
  /** The coordinator's browser at it. */
  desk: DeskClient | undefined;
  /** What all processes in its place have written. */
  output(): string;
}

/** Replicas in processes of their own, with their Postgres, behind a round-robin proxy. */
export interface Fleet {
  replicas: readonly Replica[];
  proxy: RoundRobin;
  postgres: PostgresServer;
  /** Address of the database without the gate. */
  databaseUrl: string;
  /** Between the last replica and Postgres. */
  gate: TcpGate;
  kill(replica: Replica): Promise<void>;
  start(replica: Replica): Promise<void>;
  /** Ends all of it. @returns Exit codes of the processes that were asked to stop. */
  close(): Promise<(number | null)[]>;
}

/** Starts Postgres, which writes each commit to the disk, and as many replicas. */
export async function startFleet(count: number): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-replicas-"));
  const postgres = await startPostgres({ isDurable: true });
  const databaseUrl = await postgres.createDatabase();
  const gate = await startTcpGate(Number(new URL(databaseUrl).port));
  const proxy = await startRoundRobin([]);
  const gated = new URL(databaseUrl);
  gated.port = String(gate.port);
  const index = await ownIndexFolder();
  const places = Array.from({ length: count }, (_, at) =>
    createPlace({
      PORT: "0",
      STATE_FILE: join(folder, `none-${at}.sqlite`),
      INDEX_DIR: index,
      DATABASE_URL: at === count - 1 ? gated.href : databaseUrl,
      DATABASE_CONNECTIONS: "8",
      DIRECT_LINE_SECRET: "a secret that all replicas of the test share",
      MESSAGES_PER_MINUTE: "100000",
      CONVERSATIONS_PER_MINUTE: "100000",
      LOG_LEVEL: "info",
    }),
  );
  const aim = () => {
    proxy.targets = places.flatMap(({ address }) => address ?? []);
  };
  const start = async (replica: Replica) => {
    await (replica as Place).start();
    aim();
  };
  const closeAll = async () => {
    const codes = await Promise.all(places.map(async ({ bot }) => (bot ? bot.stop() : 0)));
    await proxy.close();
    await gate.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
    return codes;
  };
  let closing: ReturnType<typeof closeAll> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  const failed = (await Promise.allSettled(places.map(start))).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") {
    await close();
    throw failed.reason;
  }
  return {
    replicas: places,
    proxy,
    postgres,
    databaseUrl,
    gate,
    start,
    // The proxy is not told: it finds nobody there.
    kill: (replica) => (replica as Place).kill(),
    close,
  };
}

interface Place extends Replica {
  /** Also of a dead one. */
  address: string | undefined;
  start(): Promise<void>;
  kill(): Promise<void>;
}

function createPlace(settings: Record<string, string>): Place {
  const lives: BotProcess[] = [];
  const place: Place = {
    bot: undefined,
    desk: undefined,
    address: undefined,
    output: () => lives.map((life) => life.output()).join(""),
    async start() {
      const bot = await startBot(settings);
      lives.push(bot);
      place.bot = bot;
      place.address = bot.url;
      place.desk = await enterDesk(bot);
    },
    async kill() {
      const { bot } = place;
      place.bot = place.desk = undefined;
      await bot?.kill();
    },
  };
  return place;
}
