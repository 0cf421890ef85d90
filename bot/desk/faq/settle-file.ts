import type { AuditLog } from "../audit/audit-log.ts";
import { changedFields, draftOf } from "./faq-draft.ts";
import type { FileEntries } from "./faq-files.ts";
import type { FaqLedger } from "./faq-ledger.ts";
import type { EntryAction, StateOutcome } from "./faq-outcome.ts";
import { fingerprint, fromFaqEntries } from "./from-faq-entries.ts";

/**
 * Settles an entry that was changed both at the desk and in the files.
 *
 * @param options.choice `take-file` makes the files' form the newest one; `keep` leaves the desk's, and the next export
 * writes it over that of the files.
 */
export function settleFile(
  { id, token, actor }: EntryAction,
  options: { choice: "take-file" | "keep"; files: FileEntries; ledger: FaqLedger; audit: AuditLog },
): Promise<StateOutcome> {
  const { choice, files, ledger, audit } = options;
  return ledger.write(async (): Promise<StateOutcome> => {
    const item = await ledger.item(id, files);
    const versions = files.get(id) ?? [];
    if (item === undefined || item.origin === "file") return { kind: "missing" };
    if (item.token !== token) return { kind: "outdated", theirs: item };
    if (choice === "keep") {
      await ledger.store.putBase(id, fingerprint(versions));
      await audit.add({ actor, action: "faq.keep", subject: `faq:${id}` });
      return { kind: "saved", id };
    }
    if (versions.length === 0) return { kind: "missing" };
    const content = fromFaqEntries(versions);
    const fields = changedFields(draftOf(item.content), draftOf(content));
    const change = { item, content, state: "live", change: "take-file", actor } as const;
    await ledger.put(change, { files, fields, isBase: true });
    return { kind: "saved", id };
  });
}
