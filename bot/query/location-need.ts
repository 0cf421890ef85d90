import { z } from "zod";
import { PARK_FEATURES } from "../../knowledge/schema.ts";

/** One thing a company asks of a place. */
export const locationNeedSchema = z.discriminatedUnion("kind", [
  /** Something a park offers: a port, steam, zoned land. */
  z.object({
    kind: z.literal("feature"),
    feature: z.enum(PARK_FEATURES),
    /** Least amount in `unit`: hectares of land, MW of steam. */
    amount: z.number().positive().optional(),
    unit: z.string().optional(),
    /** Concepts that say which: a *deep-water* port, an *electrified* railway. */
    concepts: z.array(z.string()).optional(),
  }),
  /** A place of `places.csv`, or somewhere near it. */
  z.object({
    kind: z.literal("place"),
    place: z.string(),
    isNear: z.boolean().optional(),
    /** "Not in Lapland": parks there fall out. */
    isDenied: z.boolean().optional(),
  }),
  /** A material or energy that the company takes in (`input`) or must place (`output`). */
  z.object({
    kind: z.enum(["input", "output"]),
    /** Bare id of the vocabulary. */
    material: z.string(),
    /** What the company works with already: others of its trade work with it too. */
    isOwn: z.boolean().optional(),
    amount: z.number().positive().optional(),
    unit: z.string().optional(),
  }),
  /** The company's own business (`industry`), or that of a neighbour it wants. */
  z.object({
    kind: z.enum(["industry", "neighbour"]),
    /** Words of the question. */
    words: z.string(),
    concepts: z.array(z.string()),
    /** Classes of `receiver-classes.csv`. */
    classes: z.array(z.string()),
    /** Its words by their stems: a table may use the same word without naming the concept. */
    stems: z.array(z.string()).optional(),
    /** What the company works with: who takes the same is kin. */
    materials: z.array(z.string()).optional(),
  }),
  /** Anything else that is said of the place: a trade or telling word by its concepts. */
  z.object({
    kind: z.literal("wish"),
    words: z.string(),
    concepts: z.array(z.string()),
    stems: z.array(z.string()).optional(),
  }),
]);
export type LocationNeed = z.infer<typeof locationNeedSchema>;
export type FeatureNeed = Extract<LocationNeed, { kind: "feature" }>;

/** What a company asks of a place, as a conversation remembers it. */
export const locationRequestSchema = z.object({
  needs: z.array(locationNeedSchema),
  /** Ids of the parks to be compared side by side; empty when the best ones are sought. */
  parks: z.array(z.string()),
  /** Keys of needs that were asked about and left open. */
  skipped: z.array(z.string()),
  /** The need that the last answer asked about. */
  asked: locationNeedSchema.optional(),
});
export type LocationRequest = z.infer<typeof locationRequestSchema>;

/**
 * What a need is about, without its amount: needs of one key replace each other.
 *
 * @example
 * ```ts
 * needKey({ kind: "feature", feature: "land", amount: 5, unit: "ha" }); // "feature:land"
 * ```
 */
export function needKey(need: LocationNeed): string {
  switch (need.kind) {
    case "feature":
      return `feature:${need.feature}`;
    case "place":
      return need.isDenied === true ? `not:${need.place}` : "place";
    case "input":
    case "output":
      return `${need.kind}:${need.material}`;
    default:
      return `${need.kind}:${need.words.toLowerCase()}`;
  }
}

/** Joins what was asked before with what is asked now; the new need of a key takes the old one's place. */
export function mergeNeeds(before: readonly LocationNeed[], added: readonly LocationNeed[]): LocationNeed[] {
  const keys = new Set(added.map(needKey));
  return [...before.filter((need) => !keys.has(needKey(need))), ...added];
}
