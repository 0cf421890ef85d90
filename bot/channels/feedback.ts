import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { Log } from "../log.ts";
import type { TurnFeedback } from "../state/conversation-store.ts";

/** Name of the invoke by which Teams and newer Web Chat send a rating. */
export const SUBMIT_ACTION = "message/submitAction";
/** Name of the event by which Web Chat 4.17–4.18 sends a rating. */
export const WEB_CHAT_FEEDBACK = "webchat:activity-status/feedback";

/** A feedback of a conversation that is not yet known. */
export type Rating = Omit<TurnFeedback, "conversationId" | "person">;

/** An answer as its channel delivered it. */
export interface DeliveredAnswer {
  /** `Reply.turnId`. */
  turnId: string;
  /** Key of the conversation, as in `IncomingTurn`. */
  conversationId: string;
  /** Ids by which a rating may name it, see {@link ratingTargets}. */
  targets: readonly string[];
}

const MAX_COMMENT_CHARS = 2000;
const MAX_TARGET_CHARS = 200;

const commentSchema = z.object({ feedbackText: z.string() });

const submitSchema = z.object({
  replyToId: z.string().optional(),
  value: z.object({
    actionName: z.literal("feedback"),
    actionValue: z.object({ reaction: z.enum(["like", "dislike"]), feedback: z.unknown() }),
  }),
});

const actionSchema = z.object({
  "@type": z.enum(["LikeAction", "DislikeAction"]),
  "@id": z.string().optional(),
});

const ratedSchema = z.object({
  entities: z.array(z.unknown()).catch([]),
  channelData: z.object({ streamId: z.string().optional() }).catch({}),
});
const thumbsSchema = z.object({ potentialAction: z.array(z.object({ "@id": z.string() })) });

const eventSchema = z.object({ replyToId: z.string().optional(), entities: z.array(z.unknown()) });

/**
 * Reads the rating a `message/submitAction` invoke carries.
 *
 * The comment is a JSON string in Teams and an object in Web Chat; both are read, cut at 2,000 characters.
 *
 * @returns `undefined` when the activity is of another shape.
 */
export function parseSubmittedRating(activity: unknown): Rating | undefined {
  const parsed = submitSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  const { reaction, feedback } = parsed.data.value.actionValue;
  return { reaction, comment: readComment(feedback), target: cut(parsed.data.replyToId) };
}

/** Reads the rating a Web Chat feedback event carries, or `undefined` for another shape. */
export function parseRatingEvent(activity: unknown): Rating | undefined {
  const parsed = eventSchema.safeParse(activity);
  if (!parsed.success) return undefined;
  for (const entity of parsed.data.entities) {
    const action = actionSchema.safeParse(entity);
    if (!action.success) continue;
    const reaction = action.data["@type"] === "LikeAction" ? "like" : "dislike";
    return { reaction, target: cut(parsed.data.replyToId ?? action.data["@id"]) };
  }
  return undefined;
}

/**
 * The ids by which a rating may name a sent message: the one its channel gave it, that of the stream it ended, and the
 * one its thumbs carry.
 *
 * @param activity What was sent.
 * @param id Id that the channel gave it; absent or empty where it gave none.
 */
export function ratingTargets(activity: unknown, id: string | undefined): string[] {
  const rated = ratedSchema.safeParse(activity);
  const { entities = [], channelData = {} } = rated.data ?? {};
  const thumbs = entities.flatMap((entity) => {
    const parsed = thumbsSchema.safeParse(entity);
    return parsed.success ? parsed.data.potentialAction.map((action) => action["@id"]) : [];
  });
  const targets = [id, channelData.streamId, ...thumbs].map(cut).filter((target) => target !== undefined);
  return [...new Set(targets)];
}

/** Collects the ids by which the messages of a turn may be rated. @returns Gives those of what was sent so far. */
export function watchTargets(context: TurnContext): () => string[] {
  const targets = new Set<string>();
  const note = (activity: Partial<Activity>, id: string | undefined) => {
    if (activity.type === ActivityTypes.Message)
      for (const target of ratingTargets(activity, id)) targets.add(target);
  };
  context.onSendActivities(async (_context, activities, next) => {
    const responses = await next();
    for (const [at, activity] of activities.entries()) note(activity, responses[at]?.id);
    return responses;
  });
  context.onUpdateActivity(async (_context, activity, next) => {
    await next();
    note(activity, activity.id);
  });
  return () => [...targets];
}

/**
 * Hands a rating on, with whose it is.
 *
 * @param options.rating What was read of the activity; `undefined` is logged and dropped.
 */
export async function keepRating(
  activity: Activity,
  options: {
    rating: Rating | undefined;
    conversationId: string;
    recordFeedback: (feedback: TurnFeedback) => void | Promise<void>;
    log: Log;
  },
): Promise<void> {
  const { rating, conversationId, recordFeedback, log } = options;
  const person = activity.from?.id === undefined ? {} : { person: activity.from.id };
  if (rating) await recordFeedback({ ...rating, conversationId, ...person });
  else log.warn("feedback.unreadable", { channel: activity.channelId });
}

function readComment(feedback: unknown): string | undefined {
  const comment = commentSchema.safeParse(typeof feedback === "string" ? parseJson(feedback) : feedback);
  const text = comment.success ? comment.data.feedbackText.trim() : "";
  return text ? text.slice(0, MAX_COMMENT_CHARS) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: an older client that sends the comment bare.
    return { feedbackText: text };
  }
}

/** The two thumbs of an answer bear the same id after their own word. */
function cut(target: string | undefined): string | undefined {
  return target?.replace(/^#(?:dis)?like-/, "").slice(0, MAX_TARGET_CHARS) || undefined;
}
