import type { AddressInfo } from "node:net";
import type { Server } from "restify";
import type { BotConfig } from "./config.ts";
import { describeError, type Log } from "./log.ts";
import { httpServerOf } from "./server.ts";

/** Takes no more connections. Resolves when the last one is closed, by force once patience is over. */
export async function stopServing(server: Server, options: { patienceInMs: number }): Promise<void> {
  const inner = httpServerOf(server);
  if (!inner.listening) return;
  const force = setTimeout(() => inner.closeAllConnections(), options.patienceInMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  inner.closeIdleConnections();
  await closed;
  clearTimeout(force);
}

/** What the system says of an address it does not give, and what to do about it. */
const LISTEN_PROBLEMS: Record<string, string> = {
  EADDRINUSE: "the port is in use by another process: stop that one, or set PORT to a free port",
  EACCES: "this user may not use the port: set PORT to one above 1023",
  EADDRNOTAVAIL:
    "this machine does not have the address: set HOST to 127.0.0.1, or to 0.0.0.0 in a container",
  ENOTFOUND: "nobody knows the host: set HOST to 127.0.0.1, or to 0.0.0.0 in a container",
};

/**
 * Begins to listen.
 *
 * @returns The address it serves, with the real port when the setting was 0.
 * @throws {Error} If the port is taken or may not be used; the message says what to do.
 */
export function startServing(
  server: Server,
  { config, log }: { config: Pick<BotConfig, "port" | "host" | "microsoftApp">; log: Log },
): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(listenError(error, config));
    server.once("error", refuse);
    server.listen(config.port, config.host, () => {
      const { port } = httpServerOf(server).address() as AddressInfo;
      const host = config.host.includes(":") ? `[${config.host}]` : config.host;
      const url = `http://${host}:${port}`;
      log.info("server.started", { url, teams: config.microsoftApp !== undefined });
      server.off("error", refuse);
      server.on("error", (error: unknown) => log.error("server.error", describeError(error)));
      resolve({ url });
    });
  });
}

function listenError(error: unknown, { host, port }: Pick<BotConfig, "host" | "port">): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problem = LISTEN_PROBLEMS[code] ?? (error instanceof Error ? error.message : String(error));
  return new Error(`Cannot listen on ${host}:${port}: ${problem}`, { cause: error });
}
