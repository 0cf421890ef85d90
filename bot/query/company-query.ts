import { z } from "zod";

/** What a company has to do with a thing; each role looks into its own columns of the table. */
export const COMPANY_ROLES = ["takes", "makes", "gives", "offers", "handles", "industry", "any"] as const;
export type CompanyRole = (typeof COMPANY_ROLES)[number];

export const COMPANY_STATUSES = ["running", "planned", "closed", "unknown"] as const;
export type CompanyStatus = (typeof COMPANY_STATUSES)[number];

/** Things of which a company must have one in a role. */
const companyHoldSchema = z.object({
  role: z.enum(COMPANY_ROLES),
  /**
   * Concepts (`trade:fly-ash`), receiving industries (`class:biogas`), or words of a language that the vocabulary
   * does not know (`stem:en:sawn+timber`); one of them must be met.
   */
  terms: z.array(z.string()).min(1),
});
export type CompanyHold = z.infer<typeof companyHoldSchema>;

/**
 * A question to the table of companies, with no words in it: every filter must hold, and a list of values holds when
 * one of them does.
 */
export const companyQuerySchema = z.object({
  ids: z.array(z.string()).optional(),
  /** Every one of them must hold. */
  holds: z.array(companyHoldSchema).optional(),
  /** Ids of parks. */
  parks: z.array(z.string()).optional(),
  /** Ids of `places.csv` that are municipalities or regions. */
  places: z.array(z.string()).optional(),
  statuses: z.array(z.enum(COMPANY_STATUSES)).optional(),
  measure: z.enum(["count"]).optional(),
  groupBy: z.enum(["park"]).optional(),
});
export type CompanyQuery = z.infer<typeof companyQuerySchema>;
