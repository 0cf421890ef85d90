import { remember } from "../remember.ts";
import type { Citation } from "../reply/reply.ts";

/** Tells whether an address may be shown as a link. */
export type LinkPolicy = (url: string) => boolean;

/** A passage, as far as it says where its words come from. */
interface Sourced {
  sources: readonly { source: string }[];
}

/** What the hosts are read from. */
interface Knowledge {
  passages: readonly Sourced[];
  /** Parks and companies name pages of their own. */
  tables?: {
    parks?: readonly { websites: readonly string[] }[];
    companies?: readonly { website?: string | undefined }[];
  };
}

/** Names of hosts of each knowledge; made once for each. */
const HOSTS = new WeakMap<Knowledge, ReadonlySet<string>>();

/**
 * Creates the policy that knows the hosts of the sources of the knowledge as it is now, the pages of its parks and
 * companies, and the bot's own address.
 *
 * Curated answers that were written at the desk are part of the knowledge, so what they cite counts too.
 *
 * @param options.knowledge The index in use; asked anew for each link.
 */
export function createLinkPolicy(options: {
  knowledge: () => Knowledge;
  publicUrl?: string | undefined;
}): LinkPolicy {
  const own = options.publicUrl === undefined ? undefined : hostOfLink(options.publicUrl);
  return (url) => {
    const host = hostOfLink(url);
    if (host === undefined) return false;
    return host === own || hostsOf(options.knowledge()).has(host);
  };
}

/** The policy of one answer: what it cites is known, and what `isKnown` says. */
export function policyOf(citations: readonly Citation[], isKnown: LinkPolicy | undefined): LinkPolicy {
  const cited = new Set(citations.map(({ source }) => hostOfLink(source)));
  return (url) => {
    const host = hostOfLink(url);
    return host !== undefined && (cited.has(host) || isKnown?.(url) === true);
  };
}

/**
 * The host an address leads to, with its port where it names one.
 *
 * @returns `undefined` for anything but http and https, for an address with a name or password in it (which hide where
 * it leads), and for what is no address.
 */
export const hostOfLink = remember((url: string): string | undefined => {
  const parsed = URL.parse(/^www\./i.test(url) ? `https://${url}` : url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  return parsed.host.replace(/^www\./, "");
});

function hostsOf(knowledge: Knowledge): ReadonlySet<string> {
  const known = HOSTS.get(knowledge);
  if (known !== undefined) return known;
  const { passages, tables: { parks = [], companies = [] } = {} } = knowledge;
  const sources = new Set<string>();
  for (const passage of passages) for (const { source } of passage.sources) sources.add(source);
  const hosts = new Set<string>();
  for (const source of sources) {
    const host = /^https?:/i.test(source) ? hostOfLink(source) : undefined;
    if (host !== undefined) hosts.add(host);
  }
  const pages = [...parks.flatMap(({ websites }) => websites), ...companies.map(({ website }) => website)];
  for (const page of pages) {
    const host = page && hostOfLink(/^https?:/i.test(page) ? page : `https://${page}`);
    if (host) hosts.add(host);
  }
  HOSTS.set(knowledge, hosts);
  return hosts;
}
