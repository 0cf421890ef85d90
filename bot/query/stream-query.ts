import { z } from "zod";
import { STREAM_CATEGORIES, STREAM_FORMS, STREAM_KINDS, STREAM_STATUSES } from "../../knowledge/schema.ts";

/** What the rows of an answer may be grouped by. */
export const GROUPINGS = [
  "park",
  "municipality",
  "region",
  "category",
  "form",
  "status",
  "producer",
  "year",
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Kinds of amount that can be compared and added: masses in tonnes, energies in megawatt hours, volumes in m3. */
export const DIMENSIONS = ["mass", "energy", "volume"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A comparison of the yearly amount; bounds in the base unit of the dimension (t, MWh, m3). */
const quantitySchema = z.object({
  dimension: z.enum(DIMENSIONS),
  min: z.number().nonnegative().optional(),
  /** `true`: more than `min`; otherwise at least. */
  isMinExcluded: z.boolean().optional(),
  max: z.number().nonnegative().optional(),
  /** `true`: less than `max`; otherwise at most. */
  isMaxExcluded: z.boolean().optional(),
});
export type QuantityRange = z.infer<typeof quantitySchema>;

/** What a row is and where it arises: filters that can also be turned round ("all but fly ash"). */
const subjectFilters = {
  /** Concepts of the vocabulary that the stream's names must hold, such as `trade:fly-ash`. */
  materials: z.array(z.string()).optional(),
  categories: z.array(z.enum(STREAM_CATEGORIES)).optional(),
  /** Ids of parks. */
  parks: z.array(z.string()).optional(),
  /** Ids of `places.csv` that are municipalities or regions. */
  places: z.array(z.string()).optional(),
  /** Words, in lower case, that the producer's name must hold. */
  producers: z.array(z.string()).optional(),
};

/**
 * A question to the table of side streams, with no words in it: every filter must hold, and a list of values
 * holds when one of them does. It is remembered for follow-ups and travels in download links, hence a schema.
 */
export const streamQuerySchema = z.object({
  ...subjectFilters,
  /** What a row must not be: a row falls out when any of these holds. */
  except: z.object(subjectFilters).optional(),
  /** `true`: both a material and a category must hold ("zinc slag"); otherwise one of them. */
  isBothStuffs: z.boolean().optional(),
  /** Ids of rows that are asked for by their id (`SS007`). */
  ids: z.array(z.string()).optional(),
  quantity: quantitySchema.optional(),
  dimensions: z.array(z.enum(DIMENSIONS)).optional(),
  hasQuantity: z.boolean().optional(),
  forms: z.array(z.enum(STREAM_FORMS)).optional(),
  hazardous: z.enum(["yes", "no", "unknown"]).optional(),
  statuses: z.array(z.enum(STREAM_STATUSES)).optional(),
  /** Statuses that a row must not have. */
  notStatuses: z.array(z.enum(STREAM_STATUSES)).optional(),
  kinds: z.array(z.enum(STREAM_KINDS)).optional(),
  /** Leading digits of the waste code, 2, 4 or 6 of them. */
  wasteCode: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  hasWasteCode: z.boolean().optional(),
  years: z.object({ from: z.number().int().optional(), to: z.number().int().optional() }).optional(),
  sort: z.enum(["largest", "smallest", "newest", "oldest", "name"]).optional(),
  /** How many rows are asked for; the rest does not belong to the answer. */
  limit: z.number().int().positive().optional(),
  groupBy: z.enum(GROUPINGS).optional(),
  /** What the question asks of the rows, beyond naming them. */
  measure: z.enum(["count", "sum", "average"]).optional(),
});
export type StreamQuery = z.infer<typeof streamQuerySchema>;

/** The filters of a query: everything that decides which rows belong to it. */
export const STREAM_FILTERS = [
  "materials",
  "categories",
  "isBothStuffs",
  "except",
  "ids",
  "parks",
  "places",
  "producers",
  "quantity",
  "dimensions",
  "hasQuantity",
  "forms",
  "hazardous",
  "statuses",
  "notStatuses",
  "kinds",
  "wasteCode",
  "hasWasteCode",
  "years",
] as const satisfies readonly (keyof StreamQuery)[];
