import { z } from "zod";
import { SUBMIT_ACTION } from "../feedback.ts";
import { HttpProblem } from "../http.ts";

/** Longest text that is kept, in characters; the rest is cut. The bot itself reads less. */
export const MAX_TEXT_CHARS = 8000;

/** Most JSON a client may attach to an activity as `value`, `channelData` and `entities`, in characters each. */
const MAX_EXTRA_CHARS = 16_384;

const extra = <Schema extends z.ZodType>(schema: Schema) =>
  schema.refine(isSmallJson, {
    error: `Expected at most ${MAX_EXTRA_CHARS} characters of JSON, not deeply nested`,
  });

const locale = z.string().max(35);

/** Fields a client may set; every other one is dropped unread. */
const fields = {
  text: z
    .string()
    .transform((text) => cutText(text))
    .optional(),
  locale: locale.optional(),
  value: extra(z.unknown()).optional(),
  channelData: extra(z.record(z.string(), z.unknown())).optional(),
  entities: extra(z.array(z.record(z.string(), z.unknown())).max(20)).optional(),
  name: z.string().max(100).optional(),
};

const clientActivitySchema = z.discriminatedUnion("type", [
  z
    .object({ type: z.literal("message"), ...fields })
    .refine(({ text, value }) => text !== undefined || value !== undefined, {
      error: "Expected a message to have a text or a value",
    }),
  z.object({ type: z.literal("event"), ...fields, name: z.string().min(1).max(100) }),
  z.object({ type: z.literal("typing") }),
  z.object({
    type: z.literal("invoke"),
    ...fields,
    name: z.literal(SUBMIT_ACTION),
    replyToId: z.string().max(200).optional(),
  }),
]);

/** An activity as a client may send it. */
export type ClientActivity = z.output<typeof clientActivitySchema>;

/** `user` may ask for a name of its own; the server makes the id. */
const startSchema = z.object({ locale: locale.optional() }).optional();

const watermarkSchema = z
  .string()
  .regex(/^\d{0,15}$/, { error: "Expected the watermark to be one the server gave" })
  .transform(Number);

/** @throws {HttpProblem} 400 naming what is wrong with the activity. */
export function parseClientActivity(body: unknown): ClientActivity {
  return parse(clientActivitySchema, body);
}

/** @throws {HttpProblem} 400 naming what is wrong with the body. */
export function parseStart(body: unknown): { locale?: string } {
  return parse(startSchema, body ?? undefined) ?? {};
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

/** Cuts without leaving half of a surrogate pair, which no JSON reader likes. */
function cutText(text: string): string {
  return text.slice(0, MAX_TEXT_CHARS).replace(/[\uD800-\uDBFF]$/, "");
}
