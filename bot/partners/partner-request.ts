import { z } from "zod";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { STREAM_FORMS } from "../../knowledge/schema.ts";
import { DIMENSIONS } from "../query/stream-query.ts";

/** What of a stream is worth asking for when it is not told. */
export const ESSENTIALS = ["what", "amount", "place", "hazardous", "form"] as const;
export type Essential = (typeof ESSENTIALS)[number];

/**
 * A search for the other side of an exchange, as far as it has been told; remembered between turns, so that answers to
 * the questions asked complete it.
 */
export const partnerRequestSchema = z.object({
  /** `give`: somebody has a stream and looks for who takes it; `take`: somebody looks for a stream. */
  direction: z.enum(["give", "take"]),
  /** The stuff in the asker's words, without amount and place. */
  description: z.string(),
  /** Language of the description; answers to questions may come in another. */
  language: z.enum(LANGUAGES).optional(),
  amount: z.object({ dimension: z.enum(DIMENSIONS), value: z.number().nonnegative() }).optional(),
  /** Ids of `places.csv` and of parks where the asker is. */
  places: z.array(z.string()).optional(),
  parks: z.array(z.string()).optional(),
  form: z.enum(STREAM_FORMS).optional(),
  hazardous: z.enum(["yes", "no"]).optional(),
  /** Digits of the waste code. */
  wasteCode: z.string().optional(),
  /** Id of the row of the side-stream table that is meant. */
  stream: z.string().optional(),
  /** Receiving industries that the asker belongs to, when something is looked for. */
  classes: z.array(z.string()).optional(),
  /** What has been asked for or passed over, and is not asked again. */
  asked: z.array(z.enum(ESSENTIALS)).optional(),
});
export type PartnerRequest = z.infer<typeof partnerRequestSchema>;
