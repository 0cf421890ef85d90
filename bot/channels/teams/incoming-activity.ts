import type { Activity } from "botbuilder";
import { z } from "zod";
import { HttpProblem } from "../http.ts";
import { isWithinJsonLimits } from "../json-size.ts";

const TOO_LARGE = "too large";

/** Longest text that is read, in characters; the rest is cut. The bot itself reads less. */
const MAX_TEXT_CHARS = 8000;
/** Longest id; a longer one is no id of the service. */
const MAX_ID_CHARS = 1000;
/** More entities than any message of a person has: each mention is one. */
const MAX_ENTITIES = 250;
const MAX_ATTACHMENTS = 50;
/** What a card, a search or the service itself may hand over. */
const MOST_JSON = { mostLevels: 24, mostParts: 5000, mostChars: 100_000 } as const;
/** The whole, which is written out again in places: deeper than the stack it would end the turn. */
const MOST_OF_ALL = { mostLevels: 32, mostParts: 20_000, mostChars: 300_000 } as const;

/** Ids become parts of addresses, which half a character cannot. */
const id = z
  .string()
  .max(MAX_ID_CHARS)
  .refine((text) => text.isWellFormed());
const small = z.unknown().refine((value) => isWithinJsonLimits(value, MOST_JSON), { error: TOO_LARGE });

const words = z.string().max(MAX_ID_CHARS).nullish();
/** A person or bot. Answers name them again, and the SDK sends none in which a field has another shape. */
const account = z.looseObject({ id, name: words, role: words, aadObjectId: words });
const conversation = z.looseObject({
  /** The SDK sends it as a header, too. */
  id: id.regex(/^[\x20-\x7e]+$/),
  name: words,
  role: words,
  aadObjectId: words,
  tenantId: words,
  conversationType: words,
  isGroup: z.boolean().nullish(),
});

/** The fields the bot and the SDK rely on; all others pass as they are, for the sender is authenticated. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(MAX_ID_CHARS),
  conversation,
  from: account.optional(),
  recipient: account.optional(),
  text: z.string().transform(cutText).nullish(),
  locale: z.string().max(100).nullish(),
  name: words,
  action: words,
  replyToId: id.nullish(),
  entities: z.array(z.looseObject({})).max(MAX_ENTITIES, { error: TOO_LARGE }).nullish(),
  attachments: z.array(z.looseObject({})).max(MAX_ATTACHMENTS, { error: TOO_LARGE }).nullish(),
  value: small.optional(),
  channelData: small.optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).nullish(),
  timestamp: z.iso.datetime({ offset: true }).transform(toDate).optional(),
});

/**
 * Checks the body of a request to `/api/messages`. A long text is cut.
 *
 * @throws {HttpProblem} 400 naming the first field that is wrong, 413 for one that holds too much.
 */
export function parseIncomingActivity(body: unknown): Activity {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) {
    if (!isWithinJsonLimits(body, MOST_OF_ALL)) throw tooLarge("The activity");
    const present = Object.entries(parsed.data).filter(([, value]) => value !== null);
    return Object.fromEntries(present) as unknown as Activity;
  }
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".").slice(0, 100);
  if (issue?.message === TOO_LARGE) throw tooLarge(`The activity's "${field}"`);
  throw new HttpProblem(400, {
    code: "BadActivity",
    message: field
      ? `The activity's "${field}" is missing or has the wrong shape`
      : "The body must be one Bot Framework activity as a JSON object",
  });
}

function tooLarge(what: string): HttpProblem {
  return new HttpProblem(413, { code: "TooLarge", message: `${what} holds too much: send less` });
}

function toDate(text: string): Date {
  return new Date(text);
}

/** Cuts without leaving half of a surrogate pair, which no JSON reader likes; halves of the client's are replaced. */
function cutText(text: string): string {
  return text
    .slice(0, MAX_TEXT_CHARS)
    .replace(/[\uD800-\uDBFF]$/, "")
    .toWellFormed();
}
