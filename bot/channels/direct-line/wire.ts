import { z } from "zod";
import { SUBMIT_ACTION, WEB_CHAT_FEEDBACK } from "../feedback.ts";
import { HttpProblem } from "../http.ts";

/** Longest text that is kept, in characters; the rest is cut. The bot itself reads less. */
export const MAX_TEXT_CHARS = 8000;

/** Most JSON a client may attach to an activity as `value`, `channelData` and `entities`, in characters each. */
const MAX_EXTRA_CHARS = 16_384;
/** Longest identity a page may give, in characters. */
const MAX_IDENTITY_CHARS = 8192;
const MAX_USER_ID_CHARS = 64;
const MAX_TRUSTED_ORIGINS = 10;

const extra = <Schema extends z.ZodType>(schema: Schema) =>
  schema.refine(isSmallJson, {
    error: `Expected at most ${MAX_EXTRA_CHARS} characters of JSON, not deeply nested`,
  });

const locale = z.string().max(35);
const target = z.string().max(200).optional();

/** Fields a client may set on whatever it sends; every other one is dropped unread. */
const common = {
  locale: locale.optional(),
  value: extra(z.unknown()).optional(),
  /** Only ever shown to the client itself. */
  channelData: extra(z.record(z.string(), z.unknown())).optional(),
};

const messageSchema = z
  .object({
    type: z.literal("message"),
    text: z
      .string()
      .transform((text) => cutText(text))
      .optional(),
    ...common,
  })
  .refine(({ text, value }) => text !== undefined || value !== undefined, {
    error: "Expected a message to have a text or a value",
  });

/** A rating by Web Chat 4.17–4.18 names the pressed thumb in `entities`. */
const ratingEventSchema = z.object({
  type: z.literal("event"),
  name: z.literal(WEB_CHAT_FEEDBACK),
  entities: extra(z.array(z.record(z.string(), z.unknown())).max(20)).optional(),
  ...common,
});

const eventSchema = z.object({ type: z.literal("event"), name: z.string().min(1).max(100), ...common });

/** A rating by newer Web Chat, or one with words. */
const invokeSchema = z.object({
  type: z.literal("invoke"),
  name: z.literal(SUBMIT_ACTION),
  replyToId: target,
  ...common,
});

const typingSchema = z.object({ type: z.literal("typing") });

const kindSchema = z.object({
  type: z.enum(["message", "event", "typing", "invoke"]),
  name: z.unknown().optional(),
});

/** An activity as a client may send it. */
export type ClientActivity = z.output<
  | typeof messageSchema
  | typeof ratingEventSchema
  | typeof eventSchema
  | typeof invokeSchema
  | typeof typingSchema
>;

/** `user` may ask for a name of its own; the server makes the id. */
const startSchema = z.object({ locale: locale.optional() }).optional();

const pageSchema = z.object({ identity: z.string().max(MAX_IDENTITY_CHARS).optional() }).optional();

const serverSchema = z
  .object({
    user: z
      .object({
        id: z
          .string()
          .max(MAX_USER_ID_CHARS)
          .regex(/^dl_[\w.@-]+$/, { error: "Expected a user id to begin with dl_, then letters and digits" })
          .optional(),
      })
      .optional(),
    trustedOrigins: z
      .array(
        z.string().max(255).refine(isOrigin, { error: "Expected an origin such as https://park.example" }),
      )
      .min(1)
      .max(MAX_TRUSTED_ORIGINS)
      .optional(),
  })
  .optional();

/** What the owner of the secret may decide of a new token. */
export type NewPerson = NonNullable<z.output<typeof serverSchema>>;

const watermarkSchema = z
  .string()
  .regex(/^\d{0,15}$/, { error: "Expected the watermark to be one the server gave" })
  .transform(Number);

/** @throws {HttpProblem} 400 naming what is wrong with the activity. */
export function parseClientActivity(body: unknown): ClientActivity {
  // By far the most are messages, and each is looked at once.
  const { type, name } = isMessage(body) ? body : parse(kindSchema, body);
  switch (type) {
    case "message":
      return parse(messageSchema, body);
    case "event":
      return name === WEB_CHAT_FEEDBACK ? parse(ratingEventSchema, body) : parse(eventSchema, body);
    case "invoke":
      return parse(invokeSchema, body);
    case "typing":
      return { type };
  }
}

function isMessage(body: unknown): body is { type: "message"; name?: unknown } {
  return typeof body === "object" && body !== null && "type" in body && body.type === "message";
}

/** @throws {HttpProblem} 400 naming what is wrong with the body. */
export function parseStart(body: unknown): { locale?: string } {
  return parse(startSchema, body ?? undefined) ?? {};
}

/** What a page may say when it asks for a token. @throws {HttpProblem} 400 naming what is wrong with the body. */
export function parsePage(body: unknown): { identity?: string } {
  return parse(pageSchema, body ?? undefined) ?? {};
}

/** What the owner of the secret may say beside it. @throws {HttpProblem} 400 naming what is wrong with the body. */
export function parseServer(body: unknown): NewPerson {
  return parse(serverSchema, body ?? undefined) ?? {};
}

/**
 * The watermark of a query string; a missing or empty one means "from the start", 0.
 *
 * @throws {HttpProblem} 400 when it is no whole number.
 */
export function parseWatermark(query: string): number {
  return parse(watermarkSchema, new URLSearchParams(query).get("watermark") ?? "");
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  const path = first?.path.length ? ` at "${first.path.join(".").slice(0, 100)}"` : "";
  throw new HttpProblem(400, {
    code: "BadArgument",
    message: `Cannot read the request${path}: ${first?.message.slice(0, 200) ?? "it has the wrong shape"}`,
  });
}

/** Written out to see: a body of the full size can be nested deeper than the stack is. */
function isSmallJson(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MAX_EXTRA_CHARS;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** Cuts without leaving half of a surrogate pair, which no JSON reader likes; halves of the client's are replaced. */
function cutText(text: string): string {
  return text
    .slice(0, MAX_TEXT_CHARS)
    .replace(/[\uD800-\uDBFF]$/, "")
    .toWellFormed();
}
