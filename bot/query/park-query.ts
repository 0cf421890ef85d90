import { z } from "zod";

/** What counts as a park in an answer: the eco-industrial parks, or single sites listed for their streams. */
export const PARK_KINDS = ["park", "site"] as const;

/**
 * A question for parks by what they offer, with no words in it: every filter must hold, and a list of values holds
 * when one of them does.
 */
export const parkQuerySchema = z.object({
  ids: z.array(z.string()).optional(),
  /**
   * What a park must offer: an entry of `PARK_OFFERS` (`port`), or a concept that its infrastructure names
   * (`trade:pyrolysis`).
   */
  offers: z.array(z.string()).optional(),
  /** `true`: one of the offers is enough ("a port or rail"); otherwise all are needed. */
  isAnyOffer: z.boolean().optional(),
  /** Concepts of which one must stand in the park's line of business. */
  industries: z.array(z.string()).optional(),
  /** Ids of `places.csv` that are municipalities or regions. */
  places: z.array(z.string()).optional(),
  /** @default parks only */
  kinds: z.array(z.enum(PARK_KINDS)).optional(),
  measure: z.enum(["count"]).optional(),
});
export type ParkQuery = z.infer<typeof parkQuerySchema>;
