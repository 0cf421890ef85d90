import { TeamsInfo, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { Reader } from "../../../knowledge/languages.ts";
import type { TeamsPeople } from "../../config.ts";
import { describeError, type Log } from "../../log.ts";

/** Choices of {@link createReaderOfPerson}. */
export interface ReaderOfPersonOptions {
  people: TeamsPeople;
  /** `false` while nobody is authenticated: then everybody is public. */
  isAuthenticated: boolean;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** How long Teams' word on a person is believed, in milliseconds: 15 minutes. */
const BELIEVED_IN_MS = 900_000;
const MAX_REMEMBERED = 5000;

const senderSchema = z.object({
  channelId: z.literal("msteams"),
  from: z.object({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.object({ conversationType: z.literal("personal"), tenantId: z.string().optional() }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
});

const memberSchema = z.object({
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
  userPrincipalName: z.string().nullish(),
});

/**
 * Creates what tells the rank of a person in Teams, by tenant and object id of Microsoft Entra and never by their words.
 *
 * What is said in a group or a channel everybody there reads, guests too, so there the rank is `public`; also for
 * guests and strangers to the settings. Whether somebody is a guest only Teams' list of members tells; it is asked for
 * those the settings raise, and believed for 15 minutes. When it cannot be asked the person is `public` this time.
 *
 * @param options See {@link ReaderOfPersonOptions}.
 */
export function createReaderOfPerson(
  options: ReaderOfPersonOptions,
): (context: TurnContext) => Promise<Reader> {
  const { people, isAuthenticated, log, now = Date.now } = options;
  const believed = new Map<string, { isOwn: boolean; until: number }>();
  const isOwnPerson = async (context: TurnContext, person: string): Promise<boolean> => {
    const known = believed.get(person);
    if (known !== undefined && known.until > now()) return known.isOwn;
    const isOwn = await isInTenant(context, person);
    if (believed.size >= MAX_REMEMBERED) believed.clear();
    believed.set(person, { isOwn, until: now() + BELIEVED_IN_MS });
    return isOwn;
  };
  return async (context) => {
    const person = isAuthenticated ? personOf(context) : undefined;
    const reader = person === undefined ? "public" : settingOf(person, people);
    if (person === undefined || reader === "public") return "public";
    try {
      return (await isOwnPerson(context, person)) ? reader : "public";
    } catch (error) {
      log.warn("teams.member-unknown", describeError(error));
      return "public";
    }
  };
}

/** The sender of a personal chat as `tenant/object id`, in small letters. */
function personOf({ activity }: TurnContext): string | undefined {
  const sender = senderSchema.safeParse(activity).data;
  const tenant = sender?.channelData?.tenant?.id ?? sender?.conversation.tenantId;
  if (sender === undefined || tenant === undefined) return undefined;
  return `${tenant}/${sender.from.aadObjectId}`.toLowerCase();
}

function settingOf(person: string, people: TeamsPeople): Reader {
  const [tenant = ""] = person.split("/");
  if (people.coordinators.includes(person)) return "coordinator";
  return people.members.includes(person) || people.memberTenants.includes(tenant) ? "member" : "public";
}

/** Guests have a place in the tenant's list too, marked as such or by "#EXT#" in their name. */
async function isInTenant(context: TurnContext, person: string): Promise<boolean> {
  const member = memberSchema.parse(await TeamsInfo.getMember(context, context.activity.from.id));
  const isGuest =
    /guest|anonymous/i.test(member.userRole ?? "") || /#ext#/i.test(member.userPrincipalName ?? "");
  const [tenant = ""] = person.split("/");
  return !isGuest && (member.tenantId === undefined || member.tenantId.toLowerCase() === tenant);
}
