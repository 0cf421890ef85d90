import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { createAuditSection } from "./audit-section.ts";

const DAY_IN_MS = 86_400_000;

/**
 * Creates the part of the desk that shows the audit log and deletes its old entries.
 *
 * @param options.retentionDays Days after which an entry is deleted, at least 1.
 */
export function createAuditPart(
  base: DeskBase,
  { retentionDays }: { retentionDays: number },
): Required<Pick<DeskPart, "section" | "purge">> {
  const { audit, now } = base;
  return {
    section: createAuditSection({ ...base, retentionDays }),
    purge: async () => {
      await audit.purge(now() - retentionDays * DAY_IN_MS);
    },
  };
}
