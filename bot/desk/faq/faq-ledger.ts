import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import type { Tables } from "../../../knowledge/read-table.ts";
import { dayOf } from "../../calendar.ts";
import type { Actor } from "../actor.ts";
import { changeKnowledge } from "../change-knowledge.ts";
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

  async items(files: FileEntries): Promise<FaqItem[]> {
    const records = new Map((await this.store.list()).map((record) => [record.id, record]));
    const ids = new Set([...files.keys(), ...records.keys()]);
    return [...ids].flatMap((id) => this.#toItem(id, { record: records.get(id), files }) ?? []);
  }

  async item(id: string, files: FileEntries): Promise<FaqItem | undefined> {
    return this.#toItem(id, { record: await this.store.find(id), files });
  }

  /** An entry that was read already, as an item. */
  itemOf(record: FaqRecord, files: FileEntries): FaqItem {
    return itemOfRecord(record, { inFiles: files.get(record.id) ?? [], written: this.written(record) });
  }

  /** An entry as the files should hold it; a retired one is in none. */
  written({ id, state, content }: FaqRecord, tables: Partial<Tables> = this.#base.tables()): FaqEntry[] {
    if (state === "retired") return [];
    return toFaqEntries(id, content, entryContext(tables, dayOf(this.#base.now())));
  }

  /** Does some work as one transaction; what was saved is then made live. */
  write<Outcome extends { kind: string }>(work: () => Promise<Outcome>): Promise<Outcome> {
    return changeKnowledge(this.#base, work, { isChange: ({ kind }) => kind === "saved" });
  }

  /**
   * Keeps a change and who made it. Call it within {@link write}.
   *
   * @throws {Error} When whoever does it is no coordinator: the doors let nobody else in.
   *
   * @param options.fields Fields that changed, for the audit log.
   * @param options.isBase Whether the files are what the entry rests on from now on.
   */
  async put(
    change: LedgerChange,
    options: { files: FileEntries; fields?: FaqField[]; isBase?: boolean },
  ): Promise<void> {
    const { item, content, state, actor } = change;
    if (actor.reader !== "coordinator") {
      throw new Error(`Cannot change the FAQ: the rank is "${actor.reader}", it must be "coordinator"`);
    }
    const { id } = item;
    const record = await this.store.find(id);
    const inFiles = options.files.get(id) ?? [];
    const changed = this.#base.now();
    if (record === undefined && inFiles.length > 0) {
      await this.store.addRevision({
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
    await this.store.put({ id, revision, state, content, base, changed, changedBy }, change.change);
    const detail = { revision, ...(options.fields === undefined ? {} : { fields: options.fields }) };
    await this.#base.audit.add({ actor, action: `faq.${change.change}`, subject: `faq:${id}`, detail });
  }

  /** Puts a form that was begun on an older one together with what was saved since. */
  async conflict(theirs: FaqItem, { token, mine }: { token: string; mine: FaqDraft }): Promise<FaqConflict> {
    const begun = await this.draftAt(theirs.id, token);
    const merged = mergeDrafts({
      mine,
      theirs: draftOf(theirs.content),
      ...(begun === undefined ? {} : { base: begun }),
    });
    return { kind: "conflict", theirs, merged: merged.draft, clashes: merged.clashes };
  }

  /** A form of the history by its token; none for a form of the files other than the one that was taken over. */
  async draftAt(id: string, token: string): Promise<FaqDraft | undefined> {
    const [number, ofFile] = token.split(".");
    if (ofFile !== undefined && (await this.store.find(id))?.base !== ofFile) return undefined;
    const revisions = await this.store.revisions(id);
    const found = revisions.find(({ revision }) => String(revision) === number);
    return found && draftOf(found.content);
  }

  #toItem(
    id: string,
    { record, files }: { record: FaqRecord | undefined; files: FileEntries },
  ): FaqItem | undefined {
    if (record !== undefined) return this.itemOf(record, files);
    const inFiles = files.get(id) ?? [];
    return inFiles.length === 0 ? undefined : itemOfFile(id, inFiles);
  }
}
