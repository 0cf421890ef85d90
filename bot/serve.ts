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

/**
 * Begins to listen.
 *
 * @returns The address it serves, with the real port when the setting was 0.
 * @throws {Error} If the port is taken or may not be used.
 */
export function startServing(
  server: Server,
  { config, log }: { config: Pick<BotConfig, "port" | "host" | "microsoftApp">; log: Log },
): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      const { port } = httpServerOf(server).address() as AddressInfo;
      const host = config.host.includes(":") ? `[${config.host}]` : config.host;
      const url = `http://${host}:${port}`;
      log.info("server.started", { url, teams: config.microsoftApp !== undefined });
      server.off("error", reject);
      server.on("error", (error: unknown) => log.error("server.error", describeError(error)));
      resolve({ url });
    });
  });
}
