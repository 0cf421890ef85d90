import { type Activity, TeamsInfo, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { Reader } from "../../../knowledge/languages.ts";
import type { TeamsPeople } from "../../config.ts";
import { describeError, type Log } from "../../log.ts";
import { teamsPersonOf } from "../turn-person.ts";

/** Choices of {@link createPeopleOfTeams}. */
export interface PeopleOfTeamsOptions {
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

const memberSchema = z.object({
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
  userPrincipalName: z.string().nullish(),
});

/** Who people of Teams are. */
export interface PeopleOfTeams {
  /** Rank for what the sender of a turn is told; `public` where others read along. */
  readerOf: (context: TurnContext) => Promise<Reader>;
  /** Rank for what the sender does, wherever they do it. */
  rankOf: (context: TurnContext) => Promise<Reader>;
  /** Rank the settings give a person by `tenant/object id`, for messages nobody has asked for just now. */
  settingOf: (person: string) => Reader;
}

/**
 * Creates what tells the rank of people in Teams, by tenant and object id of Microsoft Entra and never by their words.
 *
 * What is said in a group or a channel everybody there reads, guests too, so there one is told what is `public`; so are
 * guests and strangers to the settings. Whether somebody is a guest only Teams' list of members tells; it is asked for
 * those the settings raise, and believed for 15 minutes. When it cannot be asked the person is `public` this time.
 *
 * @param options See {@link PeopleOfTeamsOptions}.
 */
export function createPeopleOfTeams(options: PeopleOfTeamsOptions): PeopleOfTeams {
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
  const rankOf = async (context: TurnContext): Promise<Reader> => {
    const person = isAuthenticated ? teamsPersonOf(context.activity) : undefined;
    const reader = person === undefined ? "public" : settingOf(person, people);
    if (person === undefined || reader === "public") return "public";
    try {
      return (await isOwnPerson(context, person)) ? reader : "public";
    } catch (error) {
      log.warn("teams.member-unknown", describeError(error));
      return "public";
    }
  };
  return {
    rankOf,
    readerOf: async (context) => (isPersonalChat(context.activity) ? rankOf(context) : "public"),
    settingOf: (person) => (isAuthenticated ? settingOf(person, people) : "public"),
  };
}

function isPersonalChat({ conversation }: Activity): boolean {
  return conversation?.conversationType === "personal";
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
