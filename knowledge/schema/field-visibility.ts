import { z } from "zod";
import { READERS, type Reader } from "../languages.ts";

/** Parts of a row that may be seen by fewer people than the row itself. */
export const FIELD_GROUPS = ["identity", "quantity", "price", "composition", "contact"] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Lowest rank that may see a group; a group that is not named follows the row. */
export type FieldVisibility = Partial<Record<FieldGroup, Reader>>;

/** What has been taken out of a row for its reader; see `redactRecord`. Absent in a row as it stands in its file. */
export interface Withheld {
  /** Groups that the reader may not see, whether the row has a value there or not. */
  withheld?: readonly FieldGroup[];
}

/**
 * A cell such as `quantity=member; price=coordinator`. Empty or absent: all fields follow the row.
 *
 * What cannot be read is a fault and leaves the whole row out: a slip must not open a field.
 */
export const fieldVisibility = z
  .string()
  .trim()
  .transform((cell, context): FieldVisibility | undefined => {
    const found: FieldVisibility = {};
    for (const entry of cell.split(";").map((part) => part.trim())) {
      if (entry === "") continue;
      const [group = "", rank = "", ...rest] = entry.split("=").map((part) => part.trim());
      const known = FIELD_GROUPS.find((name) => name === group);
      const reader = READERS.find((name) => name === rank);
      if (known === undefined || reader === undefined || rest.length > 0 || found[known] !== undefined) {
        context.addIssue({ code: "custom", message: HINT });
        return z.NEVER;
      }
      found[known] = reader;
    }
    return Object.keys(found).length === 0 ? undefined : found;
  })
  .optional();

const HINT = `must be entries such as "quantity=member; price=coordinator", each group once: ${FIELD_GROUPS.join(", ")} with one of ${READERS.join(", ")}`;
