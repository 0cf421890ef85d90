import type { Activity } from "botbuilder";
import { z } from "zod";
import { HttpProblem } from "../http.ts";

/** The fields the bot and the SDK rely on; all others pass as they are, for the sender is authenticated. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({ id: z.string().min(1) }),
  from: z.looseObject({ id: z.string() }).optional(),
  recipient: z.looseObject({ id: z.string() }).optional(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  name: z.string().nullish(),
  entities: z.array(z.looseObject({})).nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
  timestamp: z.iso.datetime({ offset: true }).transform(toDate).optional(),
});

/**
 * Checks the body of a request to `/api/messages`.
 *
 * @throws {HttpProblem} 400 naming the first field that is wrong.
 */
export function parseIncomingActivity(body: unknown): Activity {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) {
    const present = Object.entries(parsed.data).filter(([, value]) => value !== null);
    return Object.fromEntries(present) as unknown as Activity;
  }
  const field = parsed.error.issues[0]?.path.join(".").slice(0, 100);
  throw new HttpProblem(400, {
    code: "BadActivity",
    message: field
      ? `The activity's "${field}" is missing or has the wrong shape`
      : "The body must be one Bot Framework activity as a JSON object",
  });
}

function toDate(text: string): Date {
  return new Date(text);
}
