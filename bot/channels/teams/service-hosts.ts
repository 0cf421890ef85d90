import { isIP } from "node:net";
import { isLoopbackHost } from "../direct-line/origins.ts";

/**
 * Hosts under which the Bot Framework service and Teams take what bots say: the public cloud, the clouds of the
 * government of the USA, and the one of 21Vianet. `*.` stands for all hosts below a name.
 */
export const KNOWN_SERVICE_HOSTS: readonly string[] = [
  "smba.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
  "smba.infra.gov.teams.microsoft.us",
  "smba.infra.dod.teams.microsoft.us",
  "*.botframework.com",
  "*.botframework.us",
  "*.botframework.azure.us",
  "*.botframework.azure.cn",
];

/** Tells whether something may be sent to an address. */
export type ServiceHosts = (url: string) => boolean;

/**
 * Creates the rule for where the bot's messages may go. The address comes with each activity, so whoever could make one
 * up would else have the bot call any machine, with its access token.
 *
 * @param options.isAuthenticated The bot has an app registration or runs in production: then https to a known host
 * alone, without a port, name, password or number in place of the host. Else this machine alone.
 * @param options.hosts Hosts beside Microsoft's own, from the settings.
 * @param options.origin An origin that is allowed as it is: that of another issuer of tokens.
 */
export function createServiceHosts(options: {
  isAuthenticated: boolean;
  hosts: readonly string[];
  origin?: string | undefined;
}): ServiceHosts {
  const patterns = [...KNOWN_SERVICE_HOSTS, ...options.hosts];
  return (address) => {
    const url = URL.parse(address);
    if (url === null || url.username !== "" || url.password !== "") return false;
    if (url.origin === options.origin) return true;
    if (!options.isAuthenticated) return /^https?:$/.test(url.protocol) && isLoopbackHost(url.hostname);
    if (url.protocol !== "https:" || url.port !== "") return false;
    return !isNumber(url.hostname) && patterns.some((pattern) => matches(url.hostname, pattern));
  };
}

function isNumber(hostname: string): boolean {
  return hostname.startsWith("[") || isIP(hostname) !== 0;
}

function matches(hostname: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}
