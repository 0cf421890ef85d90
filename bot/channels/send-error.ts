import { z } from "zod";

/** Why a channel did not take an activity, as far as it told. */
export interface SendError {
  /** HTTP status; absent when the channel did not answer. */
  status?: number;
  /** The channel's own word, such as `ContentStreamNotAllowed`. */
  code?: string;
  /** The channel's own sentence, in small letters; empty when there is none. */
  message: string;
}

const bodySchema = z.object({
  error: z.object({ code: z.string().optional(), message: z.string().optional() }),
});

const errorSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  body: z.unknown().optional(),
  details: z.unknown().optional(),
  response: z.object({ bodyAsText: z.string().nullish() }).optional(),
});

/**
 * Reads what a failed send tells: the SDK's errors and our own hold the channel's answer in different places.
 *
 * @param error Whatever `sendActivity` or `updateActivity` threw.
 *
 * @example
 * ```ts
 * readSendError({ statusCode: 403, response: { bodyAsText: '{"error":{"code":"BotNotInConversationRoster"}}' } });
 * // { status: 403, code: "BotNotInConversationRoster", message: "" }
 * ```
 */
export function readSendError(error: unknown): SendError {
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return { message: "" };
  const { statusCode, code, message = "", body, details, response } = parsed.data;
  const told = [response?.bodyAsText, body, details].map(readBody).find((found) => found !== undefined);
  return {
    ...(statusCode === undefined ? {} : { status: statusCode }),
    ...(told?.code === undefined ? (code === undefined ? {} : { code }) : { code: told.code }),
    message: (told === undefined ? message : (told.message ?? "")).toLowerCase(),
  };
}

/** Tells whether the channel says that the bot is no longer in the conversation, or that there is none. */
export function isGone(error: unknown): boolean {
  const { status } = readSendError(error);
  return status === 403 || status === 404;
}

function readBody(body: unknown): { code?: string; message?: string } | undefined {
  return bodySchema.safeParse(typeof body === "string" ? parseJson(body) : body).data?.error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An error page of a proxy: the status tells enough.
    return undefined;
  }
}
