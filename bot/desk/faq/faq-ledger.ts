import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import type { Tables } from "../../../knowledge/read-table.ts";
import { dayOf } from "../../calendar.ts";
import { transact } from "../../state/transact.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import { draftOf, type FaqDraft, type FaqField } from "./faq-draft.ts";
import type { FaqContent } from "./faq-entry.ts";
import type { FileEntries } from "./faq-files.ts";
import { type FaqItem, itemOfFile, itemOfRecord } from "./faq-item.ts";
import type { FaqConflict } from "./faq-outcome.ts";
import { type FaqChange, type FaqRecord, FaqStore } from "./faq-store.ts";
import { fingerprint, fromFaqEntries } from "./from-faq-entries.ts";
import { entryContext } from "./knowledge-context.ts";
import { mergeDrafts } from "./merge-drafts.ts";
import { toFaqEntries } from "./to-faq-entries.ts";

/** A change on its way into the database. */
export interface LedgerChange {
  /** The entry as it was. */
  item: FaqItem;
  content: FaqContent;
  state: FaqItem["state"];
  change: FaqChange;
  actor: Actor;
}

/** What the book needs of the desk. */
export type LedgerBase = Pick<DeskBase, "database" | "audit" | "knowledgeChanged" | "now"> & {
  /** The tables of the knowledge as they are now. */
  tables: () => Partial<Tables>;
};

/** Revision of the form that an entry had in the files. */
const FILE_REVISION = 0;

/** The entries of the files and of the desk as one list, and the book that changes are written into. */
export class FaqLedger {
  readonly store: FaqStore;
  readonly #base: LedgerBase;

  constructor(base: LedgerBase) {
    this.#base = base;
    this.store = new FaqStore(base.database);
  }

  items(files: FileEntries): FaqItem[] {
    const records = this.store.list();
    const ids = new Set([...files.keys(), ...records.map(({ id }) => id)]);
    return [...ids].flatMap((id) => this.item(id, files) ?? []);
  }

  item(id: string, files: FileEntries): FaqItem | undefined {
    const record = this.store.find(id);
    const inFiles = files.get(id) ?? [];
    if (record === undefined) return inFiles.length === 0 ? undefined : itemOfFile(id, inFiles);
    return itemOfRecord(record, { inFiles, written: this.written(record) });
  }

  /** An entry as the files should hold it; a retired one is in none. */
  written({ id, state, content }: FaqRecord, tables: Partial<Tables> = this.#base.tables()): FaqEntry[] {
    if (state === "retired") return [];
    return toFaqEntries(id, content, entryContext(tables, dayOf(this.#base.now())));
  }

  /** Does some work as one transaction; what was saved is then made live. */
  write<Outcome extends { kind: string }>(work: () => Outcome): Outcome {
    const outcome = transact(this.#base.database, work);
    if (outcome.kind === "saved") this.#base.knowledgeChanged();
    return outcome;
  }

  /**
   * Keeps a change and who made it. Call it within {@link write}.
   *
   * @throws {Error} When whoever does it is no coordinator: the doors let nobody else in.
   *
   * @param options.fields Fields that changed, for the audit log.
   * @param options.isBase Whether the files are what the entry rests on from now on.
   */
  put(change: LedgerChange, options: { files: FileEntries; fields?: FaqField[]; isBase?: boolean }): void {
    const { item, content, state, actor } = change;
    if (actor.reader !== "coordinator") {
      throw new Error(`Cannot change the FAQ: the rank is "${actor.reader}", it must be "coordinator"`);
    }
    const { id } = item;
    const record = this.store.find(id);
    const inFiles = options.files.get(id) ?? [];
    const changed = this.#base.now();
    if (record === undefined && inFiles.length > 0) {
      this.store.addRevision({
        id,
        revision: FILE_REVISION,
        change: "file",
        state: "live",
        content: fromFaqEntries(inFiles),
        changed,
        changedBy: { id: "file", name: "" },
      });
    }
    const revision = (record?.revision ?? FILE_REVISION) + 1;
    const isBase = record === undefined || options.isBase === true;
    const base = isBase ? fingerprint(inFiles) : record.base;
    const changedBy = { id: actor.id, name: actor.name };
    this.store.put({ id, revision, state, content, base, changed, changedBy }, change.change);
    const detail = { revision, ...(options.fields === undefined ? {} : { fields: options.fields }) };
    this.#base.audit.add({ actor, action: `faq.${change.change}`, subject: `faq:${id}`, detail });
  }

  /** Puts a form that was begun on an older one together with what was saved since. */
  conflict(theirs: FaqItem, { token, mine }: { token: string; mine: FaqDraft }): FaqConflict {
    const begun = this.draftAt(theirs.id, token);
    const merged = mergeDrafts({
      mine,
      theirs: draftOf(theirs.content),
      ...(begun === undefined ? {} : { base: begun }),
    });
    return { kind: "conflict", theirs, merged: merged.draft, clashes: merged.clashes };
  }

  /** A form of the history by its token; none for a form of the files other than the one that was taken over. */
  draftAt(id: string, token: string): FaqDraft | undefined {
    const [number, ofFile] = token.split(".");
    if (ofFile !== undefined && this.store.find(id)?.base !== ofFile) return undefined;
    const found = this.store.revisions(id).find(({ revision }) => String(revision) === number);
    return found && draftOf(found.content);
  }
}
